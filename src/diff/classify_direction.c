/* Whether one figure is never above another, whatever the facts: operand by operand. */
#include "diff/direction.h"

#include "check/ranges.h"

enum { WORK_MOST = 10 * 1000 };

struct comparing_figures {
    const struct versions *v;
    size_t work;
};

static bool same(const struct comparing_figures *c, const struct expr *x, const struct expr *y)
{
    return versions_same(c->v, x, y);
}

/* --- one is a multiple of the other ----------------------------------------------------------- */

static bool multiple(struct comparing_figures *c, const struct expr *x, const struct expr *y,
                     struct number *ratio);

/* `e` is a number times `*rest`, or that over a number. */
static bool strip(struct arena *a, const struct expr *e, struct number *factor,
                  const struct expr **rest)
{
    if (e->kind != EXPR_ARITHMETIC || (e->op != OP_MULTIPLY && e->op != OP_DIVIDE))
        return false;
    bool right = reach_literal(e->right, factor),
         left = !right && e->op == OP_MULTIPLY && reach_literal(e->left, factor);
    if ((!right && !left) || !number_sign(*factor))
        return false;
    *rest = reach_meant(right ? e->left : e->right);
    if (e->op == OP_DIVIDE)
        *factor = number_divide(a, number_of(1), *factor);
    return true;
}

static bool multiple_of_both(struct comparing_figures *c, const struct expr *x,
                             const struct expr *y, struct number *ratio)
{
    struct arena *a = c->v->d->arena;
    struct number left, right;
    if (x->kind != EXPR_ARITHMETIC || y->kind != EXPR_ARITHMETIC || x->op != y->op ||
        !multiple(c, x->left, y->left, &left) || !multiple(c, x->right, y->right, &right))
        return false;
    if (x->op == OP_MULTIPLY)
        *ratio = number_multiply(a, left, right);
    else if (x->op == OP_DIVIDE)
        *ratio = number_divide(a, left, right);
    else
        *ratio = left;
    return x->op == OP_MULTIPLY || x->op == OP_DIVIDE || number_equal(a, left, right);
}

/* y = ratio times x. */
static bool multiple(struct comparing_figures *c, const struct expr *x, const struct expr *y,
                     struct number *ratio)
{
    struct arena *a = c->v->d->arena;
    struct number n, m;
    const struct expr *rest;
    x = reach_meant(x);
    y = reach_meant(y);
    *ratio = number_of(1);
    if (c->work++ > WORK_MOST)
        return false;
    if (same(c, x, y))
        return true;
    if (reach_literal(x, &n) && reach_literal(y, &m)) {
        if (!number_sign(n) || !number_sign(m))
            return false;
        *ratio = number_divide(a, m, n);
        return true;
    }
    if (strip(a, y, &m, &rest) && multiple(c, x, rest, ratio)) {
        *ratio = number_multiply(a, *ratio, m);
        return true;
    }
    if (strip(a, x, &n, &rest) && multiple(c, rest, y, ratio)) {
        *ratio = number_divide(a, *ratio, n);
        return true;
    }
    return multiple_of_both(c, x, y, ratio);
}

bool figure_is_multiple(const struct versions *v, const struct expr *older,
                        const struct expr *newer, struct number *ratio)
{
    struct comparing_figures c = {.v = v};
    return multiple(&c, older, newer, ratio) && number_sign(*ratio) > 0;
}

/* --- direction -------------------------------------------------------------------------------- */

static enum direction of(struct comparing_figures *c, const struct expr *x, const struct expr *y);

static enum direction reversed(enum direction d)
{
    return d == LOWER ? HIGHER : d == HIGHER ? LOWER : d;
}

static enum direction both(enum direction x, enum direction y)
{
    if (x == SAME_FIGURE || x == y)
        return y;
    return y == SAME_FIGURE ? x : NO_DIRECTION;
}

static bool is_negative_never(const struct comparing_figures *c, int side, const struct expr *e)
{
    return end_sign(range_in(c->v->d->arena, c->v->d->model[side], e).low) >= 0;
}

static enum direction of_product(struct comparing_figures *c, const struct expr *x,
                                 const struct expr *y)
{
    enum direction left = of(c, x->left, y->left), right = of(c, x->right, y->right);
    bool left_good = right == SAME_FIGURE ||
                     (is_negative_never(c, OLDER, x->left) && is_negative_never(c, NEWER, y->left));
    bool right_good = left == SAME_FIGURE && x->op == OP_MULTIPLY;
    right_good = right_good ||
                 (is_negative_never(c, OLDER, x->right) && is_negative_never(c, NEWER, y->right));
    if (!left_good || !right_good)
        return NO_DIRECTION;
    return both(left, x->op == OP_DIVIDE ? reversed(right) : right);
}

static enum direction of_arithmetic(struct comparing_figures *c, const struct expr *x,
                                    const struct expr *y)
{
    if (x->op != y->op)
        return NO_DIRECTION;
    if (x->op == OP_MULTIPLY || x->op == OP_DIVIDE)
        return of_product(c, x, y);
    enum direction left = of(c, x->left, y->left);
    if (left == NO_DIRECTION)
        return left;
    enum direction right = of(c, x->right, y->right);
    return both(left, x->op == OP_SUBTRACT ? reversed(right) : right);
}

/* Fewer rows, of which none counts less than nothing. */
static enum direction of_aggregate(struct comparing_figures *c, const struct expr *x,
                                   const struct expr *y)
{
    if (!aggregates_alike(c->v, x, y))
        return NO_DIRECTION;
    enum relation rows = conditions_relate(c->v, x->right, y->right);
    bool adds = x->aggregate == AGGREGATE_COUNT || x->aggregate == AGGREGATE_SHARE ||
                x->aggregate == AGGREGATE_DISTINCT ||
                (x->aggregate == AGGREGATE_SUM && is_negative_never(c, OLDER, x->left)) ||
                x->aggregate == AGGREGATE_MAX;
    if (rows == RELATION_SAME)
        return SAME_FIGURE;
    if (rows == RELATION_UNKNOWN || (!adds && x->aggregate != AGGREGATE_MIN))
        return NO_DIRECTION;
    return (rows == RELATION_STRONGER) == adds ? LOWER : HIGHER;
}

static enum direction of_extreme(struct comparing_figures *c, const struct expr *x,
                                 const struct expr *y)
{
    enum direction all = SAME_FIGURE;
    if (x->aggregate != y->aggregate || x->args.n != y->args.n)
        return NO_DIRECTION;
    for (size_t i = 0; i < x->args.n && all != NO_DIRECTION; i++)
        all = both(all, of(c, x->args.at[i], y->args.at[i]));
    return all;
}

/* The later the clock starts, the fewer days; the later it stops, the more. */
static enum direction of_days(struct comparing_figures *c, const struct expr *x,
                              const struct expr *y)
{
    struct arena *a = c->v->d->arena;
    struct date from[SIDES], to[SIDES];
    if (x->day_unit != y->day_unit)
        return NO_DIRECTION;
    bool start = date_in(a, c->v->d->model[OLDER], x->left, &from[OLDER]) &&
                 date_in(a, c->v->d->model[NEWER], y->left, &from[NEWER]);
    bool stop = date_in(a, c->v->d->model[OLDER], x->right, &to[OLDER]) &&
                date_in(a, c->v->d->model[NEWER], y->right, &to[NEWER]);
    if (start && same(c, x->right, y->right))
        return from[NEWER].day > from[OLDER].day ? LOWER : HIGHER;
    if (stop && same(c, x->left, y->left))
        return to[NEWER].day < to[OLDER].day ? LOWER : HIGHER;
    return NO_DIRECTION;
}

static bool same_part(const struct comparing_figures *c, const struct expr *part,
                      const struct expr *one, int side)
{
    return side == NEWER ? same(c, part, one) : same(c, one, part);
}

/* `whole`, of that side, is `part` and something that is never negative, or less it; or the least
 * or greatest of it and others. */
static enum direction of_part(const struct comparing_figures *c, const struct expr *part,
                              const struct expr *whole, int side)
{
    for (size_t i = 0; whole->kind == EXPR_EXTREME && i < whole->args.n; i++)
        if (same_part(c, part, reach_meant(whole->args.at[i]), side))
            return whole->aggregate == AGGREGATE_MAX ? HIGHER : LOWER;
    if (whole->kind != EXPR_ARITHMETIC || (whole->op != OP_ADD && whole->op != OP_SUBTRACT))
        return NO_DIRECTION;
    bool adds = whole->op == OP_ADD;
    const struct expr *left = reach_meant(whole->left), *right = reach_meant(whole->right);
    bool of_left = same_part(c, part, left, side) && is_negative_never(c, side, right),
         of_right = adds && same_part(c, part, right, side) && is_negative_never(c, side, left);
    return !of_left && !of_right ? NO_DIRECTION : adds ? HIGHER : LOWER;
}

static enum direction of_literals(struct comparing_figures *c, const struct expr *x,
                                  const struct expr *y)
{
    int order = number_order(c->v->d->arena, y->literal->number, x->literal->number);
    return order < 0 ? LOWER : order > 0 ? HIGHER : SAME_FIGURE;
}

static enum direction of(struct comparing_figures *c, const struct expr *x, const struct expr *y)
{
    x = reach_meant(x);
    y = reach_meant(y);
    if (same(c, x, y))
        return SAME_FIGURE;
    enum direction d = of_part(c, x, y, NEWER);
    if (d == NO_DIRECTION)
        d = reversed(of_part(c, y, x, OLDER));
    if (d != NO_DIRECTION || x->kind != y->kind || c->work++ > WORK_MOST)
        return d;
    switch ((int)x->kind) {
    case EXPR_NUMBER:
        return of_literals(c, x, y);
    case EXPR_NEGATE:
        return reversed(of(c, x->left, y->left));
    case EXPR_ARITHMETIC:
        return of_arithmetic(c, x, y);
    case EXPR_AGGREGATE:
        return of_aggregate(c, x, y);
    case EXPR_EXTREME:
        return of_extreme(c, x, y);
    case EXPR_IF:
        return same(c, x->left, y->left)
                   ? both(of(c, x->right, y->right), of(c, x->third, y->third))
                   : NO_DIRECTION;
    case EXPR_DAYS:
        return of_days(c, x, y);
    default:
        return NO_DIRECTION;
    }
}

enum direction figures_direct(const struct versions *v, const struct expr *older,
                              const struct expr *newer)
{
    struct comparing_figures c = {.v = v};
    return of(&c, older, newer);
}
