/* Parts: how the scores of what stands in a criterion, or at the top, are put together. */
#include "check/checker.h"

/* What stands in `owner`, by the name that it has there. */
static struct criterion *child_named(struct checker *c, const struct criterion *owner,
                                     struct text name)
{
    bool parts = owner->height == HEIGHT_INDICATOR;
    struct arena_mark mark = arena_mark(c->a);
    size_t i;
    bool found = map_find(&c->m->criterion_by_path,
                          parts ? SAY(c->a, "{}/{}", owner->path, name) : name, &i);
    arena_return(c->a, mark);
    return found && c->m->criteria.at[i]->parent == owner ? c->m->criteria.at[i] : NULL;
}

struct criterion *check_part_seen(struct checker *c, const struct criterion *owner,
                                  struct text name)
{
    bool sees = owner && owner->children.n &&
                (owner->height == HEIGHT_INDICATOR || c->made.at[owner->index]);
    return sees ? child_named(c, owner, name) : NULL;
}

/* `best 3`: fewer than all there are, or all of them. */
static bool check_best(struct checker *c, struct expr *e, const struct node *count, size_t parts)
{
    struct number n;
    long long best = 0;
    if (!check_number(c, count, &n))
        return false;
    if (number_to_whole(c->a, n, &best) && 1 <= best && best <= (long long)parts) {
        e->best = (size_t)best;
        return true;
    }
    struct text all = text_number(c->a, (long long)parts);
    diag_help(DIAG_ADD(c->d, K0560, count->at, check_source(c, count->at),
                       SAY(c->a, parts == 1 ? "{} part" : "{} parts", all)),
              parts == 1 ? TEXT("there is nothing to choose: write `mean of parts`")
                         : SAY(c->a, "write a whole number from 1 to {}", all));
    return false;
}

struct expr *check_parts(struct checker *c, const struct node *n, struct criterion *owner)
{
    struct expr *e = expr_new(c, EXPR_PARTS, n->at, (struct type){.kind = TYPE_NUMBER});
    owner = owner ? owner : c->m->criteria.at[0];
    e->aggregate = (enum aggregate_kind)n->of_parts.kind;
    e->criterion = owner;
    e->best = owner->children.n;
    if (!e->best) {
        if (!c->spoilt.at[owner->index])
            diag_help(DIAG_PLAIN(c->d, K0303, n->at),
                      TEXT("write `part NAME { measure ... levels ... }` inside the indicator"));
        e->type.kind = TYPE_ERROR;
        return e;
    }
    owner->weighs = owner->weighs || e->aggregate == AGGREGATE_WEIGHTED_MEAN;
    if (e->aggregate == AGGREGATE_BEST && !c->spoilt.at[owner->index] &&
        !check_best(c, e, n->of_parts.count, e->best))
        e->type.kind = TYPE_ERROR;
    return e;
}

bool mixes_scales(const struct criterion *k)
{
    if (k->scorer != SCORER_FORMULA || k->formula->kind != EXPR_PARTS)
        return k->scorer == SCORER_FORMULA;
    return k->formula->aggregate == AGGREGATE_SUM || k->formula->aggregate == AGGREGATE_PRODUCT;
}
