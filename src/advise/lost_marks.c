/* Lost: full marks, and figures that are made from scores.
 *
 * Each function keeps the equation of `struct spread` exact:
 *
 *   base - now = sum(by x (full mark - score)) + rounded */
#include "advise/goal.h"
#include "advise/losing.h"
#include "advise/slopes.h"

bool losing_work(struct losing *w, size_t n)
{
    bool enough = w->work >= n;
    w->work = enough ? w->work - n : 0;
    return enough;
}

struct spread spread_fixed(struct number n, bool opaque)
{
    return (struct spread){
        .now = n, .base = n, .best = n, .rounded = number_of(0), .opaque = opaque};
}

void spread_add(struct losing *w, struct spread *to, const struct spread *from, struct number by)
{
    losing_work(w, from->shares.n); /* nothing is left out: who asks next gets none */
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
struct spread spread_of_score(struct losing *w, const struct result *r)
{
    struct number mark = full_mark(w, r->criterion);
    struct spread s = spread_fixed(r->score, true);
    if (number_is_over(mark) || !result_has_score(r))
        return s;
    s.base = s.best = mark;
    s.opaque = false;
    LIST_ADD(w->a, &s.shares, (struct share){r->criterion, number_of(1)});
    return s;
}

/* Each part by its own slope: means and sums. */
struct spread spread_sum(struct losing *w, const struct result **part, size_t n,
                         const struct number *by)
{
    struct spread all = spread_fixed(number_of(0), false);
    for (size_t i = 0; i < n; i++) {
        struct spread one = spread_of_score(w, part[i]);
        spread_add(w, &all, &one, by[i]);
        all.now = number_add(w->a, all.now, number_multiply(w->a, one.now, by[i]));
        all.base = number_add(w->a, all.base, number_multiply(w->a, one.base, by[i]));
    }
    all.best = all.base;
    return all;
}

/* The part that decides has it all; the first of several. */
struct spread spread_extreme(struct losing *w, const struct spread *one, size_t n,
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

struct spread spread_product(struct losing *w, const struct spread *x, const struct spread *y,
                             struct number now)
{
    struct spread all = spread_fixed(now, x->opaque || y->opaque || x->shares.n || y->shares.n);
    if (is_negative(x) || is_negative(y))
        return all;
    all.opaque = false;
    spread_add(w, &all, x, y->base);
    spread_add(w, &all, y, x->now);
    all.base = number_multiply(w->a, x->base, y->base);
    all.best = number_multiply(w->a, x->best, y->best);
    return all;
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
    return spread_sum(w, part, n, by);
}

/* --- full marks --------------------------------------------------------------------------- */

/* Without a scale the best is what its scorer can give. */
static struct number mark_without_scale(struct losing *w, const struct criterion *k)
{
    const struct result *r = outcome_result(w->o, k);
    bool known = result_has_score(r) && result_has_raw(w->o, r);
    struct spread s = spread_fixed(number_over(), true);
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
