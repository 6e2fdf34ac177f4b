/* Formulas with parameters.
 *
 * A body is checked anew for each call, with the types and units of the values that stand there; it
 * sees its parameters and the head, never what stands around the call.  So that one mistake gives
 * one message, each body is looked at first by itself, with parameters of no type; what is wrong
 * even then, or in a first call, is not said again for other calls. */
#include "check/checker.h"
#include "syntax/population.h"

static size_t parameters(const struct define *d)
{
    return d->node->define.parameters.n;
}

static const struct node *parameter(const struct define *d, size_t i)
{
    return d->node->define.parameters.at[i];
}

/* `rate(served, asked)`: with the names of its parameters. */
static struct text form_words(struct checker *c, const struct define *d)
{
    struct buffer b = buffer_in(c->a);
    buffer_add(&b, d->name);
    for (size_t i = 0; i < parameters(d); i++)
        buffer_add(&b, SAY(c->a, i ? ", {}" : "({}", parameter(d, i)->word.text));
    buffer_add_byte(&b, ')');
    return buffer_text(&b);
}

static struct define *find(struct checker *c, struct text name)
{
    size_t i;
    return map_find(&c->define_by_name, name, &i) ? c->defines.at[i] : NULL;
}

void declare_define(struct checker *c, const struct node *n)
{
    struct define *d = ARENA_NEW(c->a, struct define);
    *d = (struct define){.node = n,
                         .name = n->define.name->word.text,
                         .at = n->define.name->at,
                         .era = c->era,
                         .has_era = c->has_era,
                         .index = c->defines.n};
    size_t first = map_put(&c->define_by_name, d->name, d->index);
    if (first != d->index) {
        struct diag *g = DIAG_ADD(c->d, K0307, d->at, SAY(c->a, "define {}", d->name));
        diag_label(c->d, g, c->defines.at[first]->at, TEXT("first here"));
    }
    LIST_ADD(c->a, &c->defines, d);
}

/* --- parameters ------------------------------------------------------------------------------- */

struct span parameter_at(struct checker *c, struct text name)
{
    for (size_t i = 0; c->call && i < parameters(c->call->define); i++)
        if (text_equal(parameter(c->call->define, i)->word.text, name))
            return parameter(c->call->define, i)->at;
    return (struct span){0, 0};
}

struct expr *check_parameter(struct checker *c, const struct node *n, struct text name)
{
    size_t i = 0;
    while (c->call && i < parameters(c->call->define) &&
           !text_equal(parameter(c->call->define, i)->word.text, name))
        i++;
    if (!c->call || i == parameters(c->call->define))
        return NULL;
    if (!c->call->call)
        return expr_new(c, EXPR_BROKEN, n->at, kind_of(TYPE_ERROR));
    const struct expr *value = c->call->call->args.at[i];
    struct expr *e = expr_new(c, EXPR_PARAMETER, n->at, value->type);
    e->argument = value;
    e->unit = value->unit;
    e->level = c->call->call->level;
    return e;
}

void offer_formula(struct checker *c, struct diag *g, struct text name)
{
    const struct define *d = find(c, name);
    if (d)
        diag_help(g, SAY(c->a, "`{}` is a formula: its values stand behind it, as `{}`", name,
                         form_words(c, d)));
}

/* --- calls ------------------------------------------------------------------------------------ */

static bool lies_in(struct span inner, struct span outer)
{
    return outer.lo <= inner.lo && inner.hi <= outer.hi;
}

/* Said in the body, or of a call in it; a limit is nobody's fault in particular. */
static bool is_about(const struct diag *g, const struct define *d)
{
    enum { LABELS = 6 };
    if (g->code == K0205 || g->code == K0206 || g->more.n >= LABELS)
        return false;
    bool is = lies_in(g->main.at, d->node->at);
    for (size_t i = 0; i < g->more.n && !is; i++)
        is = lies_in(g->more.at[i].at, d->node->at);
    return is;
}

static struct text call_words(struct checker *c, const struct define *d, const struct expr *call)
{
    enum { NAMED = 4 };
    struct buffer b = buffer_in(c->a);
    buffer_add(&b, TEXT("used here"));
    for (size_t i = 0; i < call->args.n && i < NAMED; i++)
        buffer_add(&b, SAY(c->a, "{} `{}` is {}", i ? TEXT(",") : TEXT(":"),
                           parameter(d, i)->word.text, type_words(c->a, call->args.at[i]->type)));
    return buffer_text(&b);
}

/* The body, seen from `call`; NULL: from nowhere. */
static struct expr *check_body(struct checker *c, struct define *d, const struct expr *call)
{
    const struct call *outer = c->call;
    struct call now = {d, call};
    enum era era = c->era;
    bool has_era = c->has_era;
    struct diags before = *c->d;
    bool said = d->faulty;
    c->call = &now;
    c->era = d->era;
    c->has_era = d->has_era;
    struct expr *body = check_expr(c, d->node->define.value, NULL, NULL);
    if (body->type.kind == TYPE_RANGE) {
        type_wanted(c, body, "a single value");
        body->type.kind = TYPE_ERROR;
    }
    c->call = outer;
    c->era = era;
    c->has_era = has_era;
    if (said)
        diags_return(c->d, before);
    for (size_t i = before.all.n; call && i < c->d->all.n; i++)
        if (is_about(c->d->all.at[i], d))
            diag_label(c->d, c->d->all.at[i], call->at, call_words(c, d, call));
    d->faulty = d->faulty || c->d->errors > before.errors;
    return body;
}

static void report_unknown(struct checker *c, const struct node *n)
{
    struct text name = n->call.name->word.text;
    if (population_word(name)) {
        population_refuse(c->d, n->call.name->at, name);
        return;
    }
    if (c->defines_spoilt) /* it may stand in the part that could not be read */
        return;
    struct diag *g = DIAG_ADD(c->d, K0323, n->call.name->at, name);
    struct nearest near = nearest_to(name);
    size_t i;
    for (i = 0; diags_have_room(c->d) && i < c->defines.n; i++)
        nearest_offer(&near, c->defines.at[i]->name);
    if (map_find(&c->m->fact_by_path, name, &i)) {
        diag_label(c->d, g, c->m->facts.at[i]->at, TEXT("this is a fact, not a formula"));
        diag_help(g, SAY(c->a, "to multiply write `{} * (...)`", name));
    } else if (let_named(c, NULL, name)) {
        diag_label(c->d, g, let_named(c, NULL, name)->at, TEXT("this is a let, not a formula"));
        diag_help(g, SAY(c->a, "to multiply write `{} * (...)`", name));
    } else if (near.best.n) {
        diag_help(g, SAY(c->a, "did you mean `{}`?", near.best));
        diag_fix(g, n->call.name->at, near.best);
    } else if (text_equal(name, TEXT("sum")) || text_equal(name, TEXT("mean")) ||
               text_equal(name, TEXT("count")))
        diag_help(g, SAY(c->a,
                         "over the rows of a table it is `{} of ...`; of single values write "
                         "it out, as `a + b`",
                         name));
    else
        diag_help(g, SAY(c->a,
                         "declare it in the head: `define {}(a, b) = ...`; there are `min`, "
                         "`max` and `round` already",
                         name));
}

static void report_count(struct checker *c, const struct node *n, const struct define *d)
{
    struct text takes = SAY(c->a, parameters(d) == 1 ? "{} value" : "{} values",
                            text_number(c->a, (long long)parameters(d)));
    struct diag *g = DIAG_ADD(c->d, K0322, n->at, form_words(c, d), takes,
                              text_number(c->a, (long long)n->call.args.n));
    diag_label(c->d, g, d->at, TEXT("declared here"));
}

static bool check_arguments(struct checker *c, struct expr *e, const struct node *n,
                            struct criterion *owner, const struct row_scope *rows)
{
    bool good = true;
    for (size_t i = 0; i < n->call.args.n; i++) {
        struct expr *x = check_expr(c, n->call.args.at[i], owner, rows);
        if (x->type.kind == TYPE_RANGE)
            type_wanted(c, x, "a single value");
        good = good && x->type.kind != TYPE_ERROR && x->type.kind != TYPE_RANGE;
        LIST_ADD(c->a, &e->args, x);
    }
    return good;
}

struct expr *check_call(struct checker *c, const struct node *n, struct criterion *owner,
                        const struct row_scope *rows)
{
    struct expr *e = expr_new(c, EXPR_CALL, n->at, kind_of(TYPE_ERROR));
    struct define *d = find(c, n->call.name->word.text);
    bool good = check_arguments(c, e, n, owner, rows);
    if (d)
        d->used = true;
    else
        report_unknown(c, n);
    if (d && n->call.args.n != parameters(d))
        report_count(c, n, d);
    else if (d && good && !d->circular) {
        e->level = rows_around(c, rows);
        e->left = check_body(c, d, e);
        e->type = e->left->type;
        e->unit = e->left->unit;
    }
    if (e->type.kind == TYPE_ERROR)
        e->kind = EXPR_BROKEN;
    return e;
}

/* --- all of them ------------------------------------------------------------------------------ */

static void report_taken(struct checker *c, const struct node *name, struct span by)
{
    struct diag *g = DIAG_ADD(c->d, K0325, name->at, name->word.text);
    diag_label(c->d, g, by, TEXT("this has it already"));
    diag_help(g, TEXT("choose another name"));
}

/* What has a name that everything in the head sees; nowhere when nothing has it. */
static struct span named_in_head(struct checker *c, struct text name)
{
    size_t i;
    const struct let *let = let_named(c, NULL, name);
    if (let)
        return let->at;
    return map_find(&c->m->fact_by_path, name, &i) ? c->m->facts.at[i]->at : (struct span){0, 0};
}

static void check_names(struct checker *c, const struct define *d)
{
    struct map seen = map_in(c->a);
    struct span by = named_in_head(c, d->name);
    if (!span_is_nowhere(by))
        report_taken(c, d->node->define.name, by);
    for (size_t i = 0; i < parameters(d); i++) {
        size_t first = map_put(&seen, parameter(d, i)->word.text, i);
        by = first != i ? parameter(d, first)->at : named_in_head(c, parameter(d, i)->word.text);
        if (!span_is_nowhere(by))
            report_taken(c, parameter(d, i), by);
    }
}

/* Formulas that use each other, depth-first; `now` counts nodes, since this recurses over them. */
struct circling {
    struct checker *c;
    bool *open, *done; /* by define */
    LIST_OF(struct define *) path;
    unsigned now;
};

static void report_circle(struct circling *w, const struct define *d, struct span used)
{
    size_t first = 0;
    while (w->path.at[first] != d)
        first++;
    struct buffer path = buffer_in(w->c->a);
    for (size_t i = first; i < w->path.n; i++) {
        w->path.at[i]->circular = true;
        buffer_add(&path, SAY(w->c->a, "{} -> ", w->path.at[i]->name));
    }
    buffer_add(&path, d->name);
    struct diag *g = DIAG_ADD(w->c->d, K0304, used, buffer_text(&path));
    for (size_t i = first; i < w->path.n; i++)
        diag_label(w->c->d, g, w->path.at[i]->at, TEXT("part of the circle"));
}

static void follow(void *user, struct node *n)
{
    struct circling *w = user;
    struct define *d = n->kind == NODE_call ? find(w->c, n->call.name->word.text) : NULL;
    if (w->now >= CHAIN_DEPTH || w->c->deep_said) {
        if (!w->c->deep_said)
            DIAG_ADD(w->c->d, K0205, n->at, text_number(w->c->a, CHAIN_DEPTH));
        w->c->deep_said = true;
        return;
    }
    w->now++;
    if (d && w->open[d->index])
        report_circle(w, d, n->at);
    else if (d && !w->done[d->index]) {
        w->open[d->index] = true;
        LIST_ADD(w->c->a, &w->path, d);
        follow(w, d->node->define.value);
        w->path.n--;
        w->open[d->index] = false;
        w->done[d->index] = true;
    }
    node_children(n, follow, w);
    w->now--;
}

void check_defines(struct checker *c)
{
    struct circling w = {.c = c,
                         .open = ARENA_ARRAY(c->a, bool, c->defines.n + 1),
                         .done = ARENA_ARRAY(c->a, bool, c->defines.n + 1)};
    for (size_t i = 0; i < c->defines.n; i++) {
        struct define *d = c->defines.at[i];
        check_names(c, d);
        w.open[i] = true;
        LIST_ADD(c->a, &w.path, d);
        if (!w.done[i])
            follow(&w, d->node->define.value);
        w.path.n--;
        w.open[i] = false;
        w.done[i] = true;
    }
    for (size_t i = 0; i < c->defines.n; i++)
        c->defines.at[i]->body = check_body(c, c->defines.at[i], NULL);
}
