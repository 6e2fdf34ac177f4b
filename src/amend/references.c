/* Names in the text of the base that follow what is renumbered and renamed.
 *
 * A name means what it means in the checked rules: a column of the table around it, a let, the
 * score of what stands in the criterion, a fact. */
#include "amend/amending.h"

/* Where a name stands. */
struct scope {
    struct amending *c;
    const struct thing *owner;      /* the criterion, or the file */
    const struct nodes *parameters; /* of the formula around it; NULL: none */
    struct text table;              /* the innermost one that is counted over; empty: none */
    const struct scope *outer;      /* of that table */
};

static void put_name(struct amending *c, const struct node *by, struct span at, struct text name)
{
    c->now = by;
    c->cited = NULL;
    replace_by(c, at, name);
}

/* --- criteria
 * ------------------------------------------------------------------------------------- */

static struct text new_id(struct amending *c, const struct thing *t)
{
    return source_text(c->d->sources, t->renumbered->renumber.to->at);
}

static void follow_id(const struct scope *s, const struct node *id)
{
    struct thing *t =
        id && id->kind == NODE_word ? criterion_called(s->c, s->owner, id->word.text) : NULL;
    if (t && t->renumbered)
        put_name(s->c, t->renumbered, id->at, new_id(s->c, t));
}

static void follow_ids(const struct scope *s, const struct nodes *ids)
{
    for (size_t i = 0; i < ids->n; i++)
        follow_id(s, ids->at[i]);
}

/* The criterion whose score a bare name is: one that stands in a criterion around it. */
static struct thing *score_named(const struct scope *s, struct text name)
{
    for (const struct thing *in = s->owner; in; in = in->owner) {
        struct thing *formula = thing_at(s->c, in, TEXT("score"));
        struct thing *t = criterion_called(s->c, in, name);
        if (t && t->owner == in && formula && formula->node->kind == NODE_score)
            return t;
    }
    return NULL;
}

static bool is_let(const struct scope *s, struct text name)
{
    for (const struct thing *in = s->owner; in; in = in->owner)
        if (thing_at(s->c, in, SAY(s->c->a, "let {}", name)))
            return true;
    for (size_t i = 0; s->parameters && i < s->parameters->n; i++)
        if (text_equal(s->parameters->at[i]->word.text, name))
            return true;
    return false;
}

/* --- facts
 * ------------------------------------------------------------------------------------------ */

static struct thing *fact_called(struct amending *c, struct text path)
{
    return thing_at(c, c->file, SAY(c->a, "fact {}", path));
}

static struct text last_name(struct amending *c, const struct node *path)
{
    (void)c;
    return path->path.names.at[path->path.names.n - 1]->word.text;
}

/* A column of a table that is counted over; false when the name is none. */
static bool follow_column(const struct scope *s, const struct node *path, struct text name)
{
    for (const struct scope *in = s; in && in->table.n; in = in->outer) {
        struct thing *t = fact_called(s->c, SAY(s->c->a, "{}.{}", in->table, name));
        if (!t)
            continue;
        if (t->renamed)
            put_name(s->c, t->renamed, path->at, last_name(s->c, t->renamed->rename.to));
        return true;
    }
    return false;
}

/* The longest beginning that has a new name. */
static void follow_fact(const struct scope *s, const struct node *path)
{
    const struct nodes *names = &path->path.names;
    for (uint32_t n = names->n; n; n--) {
        struct node begin = {.kind = NODE_path, .path = {.names = {names->at, n, n}}};
        struct thing *t = fact_called(s->c, path_words(s->c->a, &begin));
        if (!t || !t->renamed)
            continue;
        struct span at = span_join(names->at[0]->at, names->at[n - 1]->at);
        put_name(s->c, t->renamed, at, path_words(s->c->a, t->renamed->rename.to));
        return;
    }
}

static void follow_path(const struct scope *s, const struct node *path)
{
    struct text name = path->path.names.at[0]->word.text;
    if (path->path.names.n == 1) {
        if (follow_column(s, path, name) || is_let(s, name))
            return;
        struct thing *t = score_named(s, name);
        if (t) {
            if (t->renumbered)
                put_name(s->c, t->renumbered, path->at, new_id(s->c, t));
            return;
        }
    }
    follow_fact(s, path);
}

/* --- all of the text -----------------------------------------------------------------------------
 */

static void follow_in(void *user, struct node *n);

static void follow_aggregate(const struct scope *s, struct node *n)
{
    struct scope inner = *s;
    follow_path(s, n->aggregate.over);
    inner.table = path_words(s->c->a, n->aggregate.over);
    inner.outer = s;
    struct node *parts[] = {n->aggregate.of, n->aggregate.by, n->aggregate.where};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i])
            follow_in(&inner, parts[i]);
}

/* `key id` names a column of its table. */
static void follow_keys(struct amending *c, const struct nodes *declarations, struct text prefix,
                        struct text table)
{
    for (size_t i = 0; i < declarations->n; i++) {
        const struct node *n = declarations->at[i];
        if (n->kind == NODE_fact_group)
            follow_keys(c, &n->fact_group.declarations,
                        SAY(c->a, "{}{}.", prefix, path_words(c->a, n->fact_group.names.at[0])),
                        table);
        if (n->kind != NODE_fact || n->fact.type->kind != NODE_type)
            continue;
        struct text path = SAY(c->a, "{}{}", prefix, path_words(c->a, n->fact.names.at[0]));
        struct text in = n->fact.type->type.columns.n ? path : table;
        for (size_t j = 0; j < n->fact.attributes.n; j++) {
            const struct node *a = n->fact.attributes.at[j];
            struct thing *t =
                a->attribute.kind == ATTRIBUTE_KEY
                    ? fact_called(c, SAY(c->a, "{}.{}", in, a->attribute.value->word.text))
                    : NULL;
            if (t && t->renamed)
                put_name(c, t->renamed, a->attribute.value->at,
                         last_name(c, t->renamed->rename.to));
        }
        follow_keys(c, &n->fact.type->type.columns, TEXT(""), path);
    }
}

static void follow_in(void *user, struct node *n)
{
    const struct scope *s = user;
    struct scope inner = *s;
    switch ((unsigned)n->kind) {
    case NODE_path:
        follow_path(s, n);
        return;
    case NODE_column:
        follow_fact(s, n->column.path);
        return;
    case NODE_aggregate:
        follow_aggregate(s, n);
        return;
    case NODE_facts:
        follow_keys(s->c, &n->facts.declarations, TEXT(""), TEXT(""));
        return;
    case NODE_score_of:
        follow_id(s, n->score_of.id);
        return;
    case NODE_policy:
        if (n->policy.kind == POLICY_GIVE)
            follow_id(s, n->policy.value);
        return;
    case NODE_weights:
        follow_ids(s, &n->weights.ids);
        break;
    case NODE_criterion:
        inner.owner = thing_at(s->c, n->criterion.height == HEIGHT_PART ? s->owner : s->c->file,
                               slot_of(s->c->a, n));
        break;
    case NODE_define:
        inner.parameters = &n->define.parameters;
        break;
    case NODE_formerly:
    case NODE_calendar:
        return;
    default:
        break;
    }
    node_children(n, follow_in, &inner);
}

void follow_names(struct amending *c)
{
    struct scope s = {.c = c, .owner = c->file};
    if (c->renumbers.n || c->renames.n)
        node_children(c->base->tree->root, follow_in, &s);
}
