/* Which of two conditions asks for more. */
#include "diff/classify.h"
#include "diff/comparing.h"

bool versions_same(const struct versions *v, const struct expr *older, const struct expr *newer)
{
    return older == newer || diff_same(v->d, older, newer);
}

bool versions_same_day(const struct versions *v, const struct expr *older, const struct expr *newer)
{
    return older == newer || diff_same_day(v->d, older, newer);
}

/* One of the operands, or it itself, means the same. */
static bool has(const struct versions *v, const struct expr *e, enum op op, const struct expr *one,
                bool one_is_newer)
{
    e = reach_meant(e);
    if (e->kind != EXPR_LOGIC || e->op != op)
        return one_is_newer ? versions_same(v, e, one) : versions_same(v, one, e);
    for (size_t i = 0; i < e->args.n; i++)
        if (has(v, e->args.at[i], op, one, one_is_newer))
            return true;
    return false;
}

/* Every operand of `part` is one of `whole`. */
static bool has_all(const struct versions *v, const struct expr *whole, enum op op,
                    const struct expr *part, bool part_is_newer)
{
    part = reach_meant(part);
    if (part->kind != EXPR_LOGIC || part->op != op)
        return has(v, whole, op, part, part_is_newer);
    for (size_t i = 0; i < part->args.n; i++)
        if (!has_all(v, whole, op, part->args.at[i], part_is_newer))
            return false;
    return true;
}

static const struct number *literal(const struct expr *e)
{
    e = reach_meant(e);
    return e->kind == EXPR_NUMBER ? &e->literal->number : NULL;
}

/* `x >= 4` and `x >= 5`: the same figure against another number, or open in place of closed. */
static enum relation comparisons_relate(const struct versions *v, const struct expr *x,
                                        const struct expr *y)
{
    struct arena *a = v->d->arena;
    if (x->kind != EXPR_COMPARE || y->kind != EXPR_COMPARE || !literal(x->right) ||
        !literal(y->right) || !versions_same(v, x->left, y->left))
        return RELATION_UNKNOWN;
    bool up = (x->op == OP_GT || x->op == OP_GE) && (y->op == OP_GT || y->op == OP_GE);
    bool down = (x->op == OP_LT || x->op == OP_LE) && (y->op == OP_LT || y->op == OP_LE);
    if (!up && !down)
        return RELATION_UNKNOWN;
    int order = number_order(a, *literal(y->right), *literal(x->right)) * (up ? 1 : -1);
    if (!order)
        order = (int)(y->op == OP_GT || y->op == OP_LT) - (int)(x->op == OP_GT || x->op == OP_LT);
    return order > 0 ? RELATION_STRONGER : order < 0 ? RELATION_WEAKER : RELATION_SAME;
}

enum relation conditions_relate(const struct versions *v, const struct expr *older,
                                const struct expr *newer)
{
    if (!older || !newer)
        return !older && !newer ? RELATION_SAME : older ? RELATION_WEAKER : RELATION_STRONGER;
    if (versions_same(v, older, newer))
        return RELATION_SAME;
    older = reach_meant(older);
    newer = reach_meant(newer);
    if (has_all(v, newer, OP_AND, older, false) || has_all(v, older, OP_OR, newer, true))
        return RELATION_STRONGER;
    if (has_all(v, older, OP_AND, newer, true) || has_all(v, newer, OP_OR, older, false))
        return RELATION_WEAKER;
    return comparisons_relate(v, older, newer);
}

bool aggregates_alike(const struct versions *v, const struct expr *older, const struct expr *newer)
{
    if (older->kind != EXPR_AGGREGATE || newer->kind != EXPR_AGGREGATE ||
        older->aggregate != newer->aggregate)
        return false;
    bool same_rows = older->fact == newer->fact || older_fact(v->d, newer->fact) == older->fact;
    bool same_left = older->left && newer->left ? versions_same(v, older->left, newer->left)
                                                : older->left == newer->left;
    return same_rows && same_left;
}

enum relation counts_relate(const struct versions *v, const struct expr *older,
                            const struct expr *newer)
{
    older = reach_meant(older);
    newer = reach_meant(newer);
    if (!aggregates_alike(v, older, newer) || older->aggregate != AGGREGATE_COUNT)
        return RELATION_UNKNOWN;
    return conditions_relate(v, older->right, newer->right);
}
