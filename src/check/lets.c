/* Lets: named calculations.
 *
 * A let is checked when something first uses it, so that order of declarations does not matter;
 * using itself, directly or over others, is a cycle and reported as a path. */
#include "check/checker.h"

static void report_cycle(struct checker *c, const struct let *l, struct span used)
{
    size_t first = 0;
    while (c->filling.at[first] != l)
        first++;
    struct buffer path = buffer_in(c->a);
    for (size_t i = first; i < c->filling.n; i++) {
        buffer_add(&path, c->filling.at[i]->name);
        buffer_add(&path, TEXT(" -> "));
    }
    buffer_add(&path, l->name);
    struct diag *g = DIAG_ADD(c->d, K0304, used, buffer_text(&path));
    for (size_t i = first; i < c->filling.n; i++)
        diag_label(c->d, g, c->filling.at[i]->at, TEXT("part of the circle"));
}

/* One key for a name in a scope; the head's scope has no number. */
static struct text scope_key(struct checker *c, const struct criterion *owner, struct text name)
{
    return SAY(c->a, "{}\n{}", owner ? text_number(c->a, (long long)owner->index) : TEXT(""), name);
}

struct let *let_named(struct checker *c, const struct criterion *owner, struct text name)
{
    struct arena_mark mark = arena_mark(c->a);
    size_t i;
    bool found = c->let_by_name.n && map_find(&c->let_by_name, scope_key(c, owner, name), &i);
    arena_return(c->a, mark);
    return found ? c->m->lets.at[i] : NULL;
}

void remember_let(struct checker *c, const struct let *l)
{
    map_put(&c->let_by_name, scope_key(c, l->owner, l->name), l->index);
}

/* A name that a let takes away from something else would change what formulas mean in silence. */
static bool hides(struct checker *c, const struct let *l)
{
    size_t i;
    struct span hidden = {0, 0};
    if (map_find(&c->m->fact_by_path, l->name, &i))
        hidden = c->m->facts.at[i]->at;
    for (const struct criterion *k = l->owner; k; k = k->parent) {
        const struct let *outer = let_named(c, k->parent, l->name);
        if (outer)
            hidden = outer->at;
        if (!k->parent)
            break;
    }
    const struct criterion *part = check_part_seen(c, l->owner, l->name);
    if (part)
        hidden = part->at;
    if (span_is_nowhere(hidden))
        return false;
    struct diag *g = DIAG_ADD(c->d, K0321, l->at, l->name);
    diag_label(c->d, g, hidden, TEXT("this has the name already"));
    diag_help(g, TEXT("give the let another name"));
    return true;
}

struct type fill_let(struct checker *c, struct let *l, struct span used)
{
    if (l->value)
        return l->value->type;
    for (size_t i = 0; i < c->filling.n; i++)
        if (c->filling.at[i] == l) {
            report_cycle(c, l, used);
            return (struct type){.kind = TYPE_ERROR};
        }
    struct pending p = c->lets.at[l->index];
    enum era era = c->era;
    bool has_era = c->has_era;
    const struct call *call = c->call;
    LIST_ADD(c->a, &c->filling, l);
    c->call = NULL;
    c->era = p.era;
    c->has_era = p.has_era;
    struct expr *value = check_expr(c, p.node->let.value, l->owner, NULL);
    if (value->type.kind == TYPE_RANGE)
        type_wanted(c, value, "a single value");
    if (hides(c, l)) /* nobody knows which of the two is meant where it is used */
        value->type.kind = TYPE_ERROR;
    l->value = value;
    c->filling.n--;
    c->call = call;
    c->era = era;
    c->has_era = has_era;
    return value->type;
}

void fill_lets(struct checker *c)
{
    for (size_t i = 0; i < c->m->lets.n; i++)
        fill_let(c, c->m->lets.at[i], c->m->lets.at[i]->at);
}
