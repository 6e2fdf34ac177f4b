/* Lost: full marks, and how a figure is made from the scores below it.
 *
 * A formula is followed from its result down to the scores of the members of its criterion, along
 * sums, products, quotients, the branch that was chosen and the formulas of parts.  Each step keeps
 * the equation of `struct spread` exact:
 *
 *   base - now = sum(by x (full mark - score)) + rounded
 *
 * In a product the factors give way one after the other, from the left.  What cannot be followed,
 * or grows when a score falls, stays as it is. */
#include "advise/goal.h"
#include "advise/losing.h"
#include "advise/slopes.h"

struct following {
    struct losing *w;
    const struct criterion *of;
};

static struct spread follow(struct following *f, const struct expr *e);

static bool take_work(struct losing *w, size_t n)
{
    bool enough = w->work >= n;
    w->work = enough ? w->work - n : 0;
    return enough;
}

/* --- spreads ------------------------------------------------------------------------------ */

static struct spread fixed(struct number n, bool opaque)
{
    return (struct spread){
        .now = n, .base = n, .best = n, .rounded = number_of(0), .opaque = opaque};
}

static void add_shares(struct losing *w, struct spread *to, const struct spread *from,
                       struct number by)
{
    take_work(w, from->shares.n); /* nothing is left out: who asks next gets none */
    for (size_t i = 0; i < from->shares.n; i++) {
        struct share s = from->shares.at[i];
        s.by = number_multiply(w->a, s.by, by);
        LIST_ADD(w->a, &to->shares, s);
    }
    to->rounded = number_add(w->a, to->rounded, number_multiply(w->a, from->rounded, by));
    to->opaque = to->opaque || from->opaque;
}

static bool is_negative(const struct spread *s)
{
    return number_sign(s->now) < 0 || number_sign(s->base) < 0;
}

/* A score; a fixed figure where it has no full mark. */
static struct spread spread_of_score(struct losing *w, const struct result *r)
{
    struct number mark = full_mark(w, r->criterion);
    struct spread s = fixed(r->score, true);
    if (number_is_over(mark) || !result_has_score(r))
        return s;
    s.base = s.best = mark;
    s.opaque = false;
    LIST_ADD(w->a, &s.shares, (struct share){r->criterion, number_of(1)});
    return s;
}

/* --- formulas of parts -------------------------------------------------------------------- */

/* Each part by its own slope: means and sums. */
static struct spread sum_of_parts(struct losing *w, const struct result **part, size_t n,
                                  const struct number *by)
{
    struct spread all = fixed(number_of(0), false);
    for (size_t i = 0; i < n; i++) {
        struct spread one = spread_of_score(w, part[i]);
        add_shares(w, &all, &one, by[i]);
        all.now = number_add(w->a, all.now, number_multiply(w->a, one.now, by[i]));
        all.base = number_add(w->a, all.base, number_multiply(w->a, one.base, by[i]));
    }
    all.best = all.base;
    return all;
}

/* The part that decides has it all; the first of several. */
static struct spread extreme_of(struct losing *w, const struct spread *one, size_t n,
                                struct number now, bool least)
{
    struct spread all = one[0];
    struct number best = one[0].best;
    bool opaque = false;
    for (size_t i = n; i-- > 0;) {
        best = least ? number_least(w->a, best, one[i].best) : number_most(w->a, best, one[i].best);
        opaque = opaque || one[i].opaque;
        if (number_equal(w->a, one[i].now, now))
            all = one[i];
    }
    all.best = best;
    all.opaque = opaque;
    return all;
}

static struct spread extreme_of_parts(struct losing *w, const struct expr *e, struct number now,
                                      const struct result **part, size_t n)
{
    struct spread *one = ARENA_ARRAY(w->a, struct spread, n);
    for (size_t i = 0; i < n; i++)
        one[i] = spread_of_score(w, part[i]);
    return extreme_of(w, one, n, now, e->aggregate == AGGREGATE_MIN);
}

static struct spread product(struct losing *w, const struct spread *x, const struct spread *y,
                             struct number now)
{
    struct spread all = fixed(now, x->opaque || y->opaque || x->shares.n || y->shares.n);
    if (is_negative(x) || is_negative(y))
        return all;
    all.opaque = false;
    add_shares(w, &all, x, y->base);
    add_shares(w, &all, y, x->now);
    all.base = number_multiply(w->a, x->base, y->base);
    all.best = number_multiply(w->a, x->best, y->best);
    return all;
}

static struct spread product_of_parts(struct losing *w, const struct result **part, size_t n)
{
    struct spread all = fixed(number_of(1), false);
    for (size_t i = 0; i < n; i++) {
        struct spread one = spread_of_score(w, part[i]);
        all = product(w, &all, &one, number_multiply(w->a, all.now, one.now));
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
        return fixed(now, true);
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
        return sum_of_parts(w, part, n, by);
    }
}

/* --- arithmetic --------------------------------------------------------------------------- */

/* Only the left side is followed: a better score on the right makes the result worse. */
static struct spread follow_left(struct following *f, const struct expr *e, struct number now)
{
    struct losing *w = f->w;
    struct spread x = follow(f, e->left), y = follow(f, e->right);
    bool minus = e->op == OP_SUBTRACT;
    struct spread all = fixed(now, x.opaque || y.opaque || y.shares.n);
    if (!minus && number_sign(y.now) <= 0)
        return fixed(now, true);
    struct number by = minus ? number_of(1) : number_divide(w->a, number_of(1), y.now);
    add_shares(w, &all, &x, by);
    all.base = minus ? number_subtract(w->a, x.base, y.now) : number_multiply(w->a, x.base, by);
    all.best = minus ? number_subtract(w->a, x.best, y.now) : number_multiply(w->a, x.best, by);
    return all;
}

static struct spread follow_sum(struct following *f, const struct expr *e, struct number now)
{
    struct losing *w = f->w;
    struct spread x = follow(f, e->left), y = follow(f, e->right), all = fixed(now, false);
    add_shares(w, &all, &x, number_of(1));
    add_shares(w, &all, &y, number_of(1));
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
    return product(f->w, &x, &y, now);
}

static struct spread follow_extreme(struct following *f, const struct expr *e, struct number now)
{
    struct spread *one = ARENA_ARRAY(f->w->a, struct spread, e->args.n);
    for (size_t i = 0; i < e->args.n; i++)
        one[i] = follow(f, e->args.at[i]);
    return extreme_of(f->w, one, e->args.n, now, e->aggregate == AGGREGATE_MIN);
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
    return fixed(now, true);
}

struct looking {
    struct losing *w;
    bool found;
};

static void look_for_scores(void *user, const struct expr *e)
{
    struct looking *l = user;
    if (l->found || !take_work(l->w, 1)) {
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
    if (v.kind != VALUE_NUMBER || !take_work(w, 1))
        return fixed(v.kind == VALUE_NUMBER ? v.number : number_of(0), true);
    switch (e->kind) {
    case EXPR_SCORE:
        return e->criterion->parent == f->of
                   ? spread_of_score(w, outcome_result(w->o, e->criterion))
                   : fixed(v.number, true);
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
        return fixed(v.number, reads_scores(w, e));
    }
}

struct spread spread_of_formula(struct losing *w, const struct criterion *k)
{
    struct spread s = follow(&(struct following){w, k}, k->formula);
    if (w->work)
        return s;
    return fixed(outcome_value(w->o, k->formula).number, true); /* half of it would be no sum */
}

struct spread spread_of_members(struct losing *w, const struct criterion *k)
{
    const struct result **part = ARENA_ARRAY(w->a, const struct result *, k->children.n + 1);
    struct number *by = ARENA_ARRAY(w->a, struct number, k->children.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < k->children.n; i++) {
        const struct criterion *child = k->children.at[i];
        if (outcome_result(w->o, child)->status == STATUS_DROPPED)
            continue;
        by[n] = slope_of_child(w->a, w->o, child);
        part[n++] = outcome_result(w->o, child);
    }
    return sum_of_parts(w, part, n, by);
}

/* --- full marks --------------------------------------------------------------------------- */

/* Without a scale the best is what its scorer can give. */
static struct number mark_without_scale(struct losing *w, const struct criterion *k)
{
    const struct result *r = outcome_result(w->o, k);
    bool known = result_has_score(r) && result_has_raw(w->o, r);
    struct spread s = fixed(number_over(), true);
    switch (k->scorer) {
    case SCORER_LEVELS:
    case SCORER_BANDS:
    case SCORER_STEPS:
        return best_of_scorer(w->a, r);
    case SCORER_CHILDREN:
        s = known ? spread_of_members(w, k) : s;
        break;
    case SCORER_FORMULA:
        s = known && k->children.n ? spread_of_formula(w, k) : s;
        break;
    case SCORER_NONE:
        break;
    }
    return s.opaque || !s.shares.n ? number_over() : s.best;
}

struct number full_mark(struct losing *w, const struct criterion *k)
{
    if (!w->marked[k->index]) {
        struct number mark = !number_is_over(k->high)  ? k->high
                             : !number_is_over(k->cap) ? k->cap
                                                       : mark_without_scale(w, k);
        w->mark[k->index] = mark;
        w->marked[k->index] = true;
    }
    return w->mark[k->index];
}
