/* Lost: formulas, from their result down to the scores of the members of their criterion.
 *
 * They are followed along sums, products, quotients, the branch that was chosen and the formulas of
 * parts.  In a product the factors give way one after the other, from the left.  What cannot be
 * followed, or grows when a score falls, stays as it is. */
#include "advise/losing.h"
#include "advise/slopes.h"

struct following {
    struct losing *w;
    const struct criterion *of;
};

static struct spread follow(struct following *f, const struct expr *e);

/* --- formulas of parts -------------------------------------------------------------------- */

static struct spread extreme_of_parts(struct losing *w, const struct expr *e, struct number now,
                                      const struct result **part, size_t n)
{
    struct spread *one = ARENA_ARRAY(w->a, struct spread, n);
    for (size_t i = 0; i < n; i++)
        one[i] = spread_of_score(w, part[i]);
    return spread_extreme(w, one, n, now, e->aggregate == AGGREGATE_MIN);
}

static struct spread product_of_parts(struct losing *w, const struct result **part, size_t n)
{
    struct spread all = spread_fixed(number_of(1), false);
    for (size_t i = 0; i < n; i++) {
        struct spread one = spread_of_score(w, part[i]);
        all = spread_product(w, &all, &one, number_multiply(w->a, all.now, one.now));
    }
    return all;
}

static struct spread follow_parts(struct following *f, const struct expr *e, struct number now)
{
    struct losing *w = f->w;
    size_t n = 0;
    const struct result **part = outcome_parts(w->o, e, &n);
    struct number *by = ARENA_ARRAY(w->a, struct number, n + 1);
    if (e->criterion != f->of || !n)
        return spread_fixed(now, true);
    switch (e->aggregate) {
    case AGGREGATE_MIN:
    case AGGREGATE_MAX:
        return extreme_of_parts(w, e, now, part, n);
    case AGGREGATE_PRODUCT:
        return product_of_parts(w, part, n);
    default: /* means and sums */
        for (size_t i = 0; i < n; i++)
            by[i] = e->aggregate == AGGREGATE_SUM ? number_of(1)
                    : e->aggregate == AGGREGATE_WEIGHTED_MEAN
                        ? slope_of_child(w->a, w->o, part[i]->criterion)
                        : number_ratio(1, (long long)n);
        return spread_sum(w, part, n, by);
    }
}

/* --- arithmetic --------------------------------------------------------------------------- */

/* Only the left side is followed: a better score on the right makes the result worse. */
static struct spread follow_left(struct following *f, const struct expr *e, struct number now)
{
    struct losing *w = f->w;
    struct spread x = follow(f, e->left), y = follow(f, e->right);
    bool minus = e->op == OP_SUBTRACT;
    struct spread all = spread_fixed(now, x.opaque || y.opaque || y.shares.n);
    if (!minus && number_sign(y.now) <= 0)
        return spread_fixed(now, true);
    struct number by = minus ? number_of(1) : number_divide(w->a, number_of(1), y.now);
    spread_add(w, &all, &x, by);
    all.base = minus ? number_subtract(w->a, x.base, y.now) : number_multiply(w->a, x.base, by);
    all.best = minus ? number_subtract(w->a, x.best, y.now) : number_multiply(w->a, x.best, by);
    return all;
}

static struct spread follow_sum(struct following *f, const struct expr *e, struct number now)
{
    struct losing *w = f->w;
    struct spread x = follow(f, e->left), y = follow(f, e->right), all = spread_fixed(now, false);
    spread_add(w, &all, &x, number_of(1));
    spread_add(w, &all, &y, number_of(1));
    all.base = number_add(w->a, x.base, y.base);
    all.best = number_add(w->a, x.best, y.best);
    return all;
}

static struct spread follow_arithmetic(struct following *f, const struct expr *e, struct number now)
{
    if (e->op == OP_ADD)
        return follow_sum(f, e, now);
    if (e->op != OP_MULTIPLY)
        return follow_left(f, e, now);
    struct spread x = follow(f, e->left), y = follow(f, e->right);
    return spread_product(f->w, &x, &y, now);
}

static struct spread follow_extreme(struct following *f, const struct expr *e, struct number now)
{
    struct spread *one = ARENA_ARRAY(f->w->a, struct spread, e->args.n);
    for (size_t i = 0; i < e->args.n; i++)
        one[i] = follow(f, e->args.at[i]);
    return spread_extreme(f->w, one, e->args.n, now, e->aggregate == AGGREGATE_MIN);
}

static struct spread follow_rounding(struct following *f, const struct expr *e, struct number now)
{
    struct spread s = follow(f, e->left);
    s.rounded = number_add(f->w->a, s.rounded, number_subtract(f->w->a, s.now, now));
    s.now = now;
    return s;
}

static struct spread follow_chosen(struct following *f, const struct expr *e, struct number now)
{
    if (e->kind == EXPR_IF)
        return follow(f, outcome_value(f->w->o, e->left).truth ? e->right : e->third);
    for (size_t i = 0; i < e->args.n; i++)
        if (outcome_was_needed(f->w->o, e->args.at[i]))
            return follow(f, e->args.at[i]);
    return spread_fixed(now, true);
}

struct looking {
    struct losing *w;
    bool found;
};

static void look_for_scores(void *user, const struct expr *e)
{
    struct looking *l = user;
    if (l->found || !losing_work(l->w, 1)) {
        l->found = true;
        return;
    }
    l->found = e->kind == EXPR_SCORE || e->kind == EXPR_PARTS;
    if (e->kind == EXPR_LET)
        look_for_scores(l, e->let->value);
    if (e->kind == EXPR_PARAMETER)
        look_for_scores(l, e->argument);
    expr_operands(e, look_for_scores, l);
}

static bool reads_scores(struct losing *w, const struct expr *e)
{
    struct looking l = {w, false};
    look_for_scores(&l, e);
    return l.found;
}

static struct spread follow(struct following *f, const struct expr *e)
{
    struct losing *w = f->w;
    struct value v = outcome_value(w->o, e);
    if (v.kind != VALUE_NUMBER || !losing_work(w, 1))
        return spread_fixed(v.kind == VALUE_NUMBER ? v.number : number_of(0), true);
    switch (e->kind) {
    case EXPR_SCORE:
        return e->criterion->parent == f->of
                   ? spread_of_score(w, outcome_result(w->o, e->criterion))
                   : spread_fixed(v.number, true);
    case EXPR_PARTS:
        return follow_parts(f, e, v.number);
    case EXPR_LET:
        return follow(f, e->let->value);
    case EXPR_CALL:
        return follow(f, e->left);
    case EXPR_PARAMETER:
        return follow(f, e->argument);
    case EXPR_ARITHMETIC:
        return follow_arithmetic(f, e, v.number);
    case EXPR_IF:
    case EXPR_TABLE:
        return follow_chosen(f, e, v.number);
    case EXPR_EXTREME:
        return follow_extreme(f, e, v.number);
    case EXPR_ROUND:
        return follow_rounding(f, e, v.number);
    default: /* holds no score that can be followed */
        return spread_fixed(v.number, reads_scores(w, e));
    }
}

struct spread spread_of_formula(struct losing *w, const struct criterion *k)
{
    struct spread s = follow(&(struct following){w, k}, k->formula);
    if (w->work)
        return s;
    /* Half of it would be no sum. */
    return spread_fixed(outcome_value(w->o, k->formula).number, true);
}
