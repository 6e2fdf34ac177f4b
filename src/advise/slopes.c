/* How much a score moves its parent's. */
#include "advise/slopes.h"

struct number slope_of_child(struct arena *a, const struct outcome *o,
                             const struct criterion *child)
{
    struct number inside = outcome_result(o, child->parent)->inside;
    if (number_sign(inside) <= 0)
        return number_of(0);
    return number_divide(a, outcome_result(o, child)->points, inside);
}

static bool is_in(const struct outcome *o, const struct criterion *part)
{
    return result_has_score(outcome_result(o, part));
}

static struct number product_of_others(struct arena *a, const struct outcome *o,
                                       const struct criterion *part)
{
    struct number product = number_of(1);
    for (size_t i = 0; i < part->parent->children.n; i++) {
        const struct criterion *other = part->parent->children.at[i];
        if (other != part && is_in(o, other))
            product = number_multiply(a, product, outcome_result(o, other)->score);
    }
    return product;
}

/* How many parts are in, and how many have a better score (`sign` 1) or a worse one (-1). */
static void rank_of(struct arena *a, const struct outcome *o, const struct criterion *part,
                    int sign, long long *in, long long *before)
{
    struct number own = outcome_result(o, part)->score;
    *in = *before = 0;
    for (size_t i = 0; i < part->parent->children.n; i++) {
        const struct criterion *other = part->parent->children.at[i];
        if (!is_in(o, other))
            continue;
        ++*in;
        *before += number_order(a, outcome_result(o, other)->score, own) * sign > 0;
    }
}

struct number slope_of_part(struct arena *a, const struct outcome *o, const struct expr *e,
                            const struct criterion *part)
{
    long long in, before;
    if (!is_in(o, part))
        return number_of(0);
    rank_of(a, o, part, e->aggregate == AGGREGATE_MIN ? -1 : 1, &in, &before);
    switch (e->aggregate) {
    case AGGREGATE_MEAN:
        return number_ratio(1, in);
    case AGGREGATE_SUM:
        return number_of(1);
    case AGGREGATE_WEIGHTED_MEAN:
        return slope_of_child(a, o, part);
    case AGGREGATE_PRODUCT:
        return product_of_others(a, o, part);
    case AGGREGATE_BEST:
        return before < (long long)e->best
                   ? number_ratio(1, in < (long long)e->best ? in : (long long)e->best)
                   : number_of(0);
    default: /* the least or the greatest */
        return number_of(before == 0);
    }
}

bool slope_above(struct arena *a, const struct outcome *o, const struct criterion *k,
                 struct number *slope)
{
    const struct result *parent = outcome_result(o, k->parent);
    const struct criterion *p = k->parent;
    bool parts =
        p->scorer == SCORER_FORMULA && p->formula->kind == EXPR_PARTS &&
        (p->formula->aggregate == AGGREGATE_MEAN || p->formula->aggregate == AGGREGATE_SUM ||
         p->formula->aggregate == AGGREGATE_WEIGHTED_MEAN);
    if (p->has_adjust || p->round_score->set || parent->floored ||
        (p->scorer != SCORER_CHILDREN && !parts))
        return false;
    *slope = number_multiply(a, *slope,
                             parts ? slope_of_part(a, o, p->formula, k) : slope_of_child(a, o, k));
    return true;
}
