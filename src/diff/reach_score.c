/* What a criterion can score.
 *
 * Where the whole range cannot be proven, as where steps or bands give a few scores only, its ends
 * may be. */
#include "diff/curves.h"

#include "check/ranges.h"

static struct reach nowhere(const struct criterion *k)
{
    return (struct reach){.lies = interval_from(k->low, k->high), .step = number_of(0)};
}

static void widen(struct arena *a, struct reach *r, bool *any, struct number x)
{
    if (number_is_over(x))
        return;
    struct interval one = interval_of(x);
    r->lies = *any ? interval_join(a, r->lies, one) : one;
    *any = true;
}

/* --- levels and bands ------------------------------------------------------------------------- */

/* At every place that the measure can have, and between. */
static void widen_by_row(struct arena *a, struct reach *r, bool *any, const struct reach *measure,
                         const struct curve *c)
{
    struct places p = {0};
    struct number low = end_number(measure->lies.low), high = end_number(measure->lies.high);
    if (!curve_places(a, c, &p))
        return;
    if (!number_is_over(low))
        LIST_ADD(a, &p, low);
    if (!number_is_over(high))
        LIST_ADD(a, &p, high);
    places_sort(a, &p);
    size_t n = p.n;
    for (size_t i = 0; i + 1 < n && !number_sign(measure->step); i++)
        LIST_ADD(a, &p,
                 number_multiply(a, number_add(a, p.at[i], p.at[i + 1]), number_ratio(1, 2)));
    struct number beside = number_sign(measure->step) ? measure->step : number_of(1);
    for (size_t i = 0; i < n; i++) {
        LIST_ADD(a, &p, number_add(a, p.at[i], beside));
        LIST_ADD(a, &p, number_subtract(a, p.at[i], beside));
    }
    for (size_t i = 0; i < p.n; i++) {
        struct end at = {.at = p.at[i]};
        bool holds = end_order(a, measure->lies.low, at) <= 0 &&
                     end_order(a, at, measure->lies.high) <= 0 &&
                     (!number_sign(measure->step) ||
                      number_is_whole(a, number_divide(a, p.at[i], measure->step)));
        if (holds)
            widen(a, r, any, curve_at(a, c, p.at[i]));
    }
}

static struct reach of_thresholds(struct arena *a, const struct model *m, const struct criterion *k)
{
    struct reach measure = reach_measure(a, m, k),
                 r = {.step = number_of(0), .needs = measure.needs};
    bool any = false;
    r.lies = interval_from(k->low, k->high);
    if (!measure.proven)
        return r;
    for (size_t i = 0; i < k->thresholds.n; i++) {
        struct curve c = curve_of(k, k->thresholds.at[i]);
        c.bare = true;
        widen_by_row(a, &r, &any, &measure, &c);
    }
    const struct thresholds *t = k->thresholds.at[0];
    const struct expr *by = k->by ? reach_meant(k->by->by) : NULL;
    bool own = !by;
    if (by && by->kind == EXPR_FACT) {
        struct needs of = {.own = {0}};
        LIST_ADD(a, &of.own, by->fact);
        own = needs_join(a, &r.needs, &of);
    }
    r.ends = any && own;
    r.proven = r.ends && !by && !number_sign(measure.step) && t->levels.n &&
               t->kind != LEVELS_STEPPED && !t->has_below;
    return r;
}

/* --- steps ------------------------------------------------------------------------------------ */

static bool all_steps(struct arena *a, const struct model *m, const struct criterion *k, bool done,
                      struct needs *needs)
{
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step *s = &k->steps.at[i];
        if (s->when || s->by_share || s->evidence == EVIDENCE_COUNTS ||
            !reach_condition(a, m, s->done, done, needs))
            return false;
    }
    return true;
}

static struct reach of_steps(struct arena *a, const struct model *m, const struct criterion *k)
{
    struct reach r = nowhere(k);
    struct needs none = {.own = {0}};
    bool late = false;
    r.ends = all_steps(a, m, k, true, &r.needs) && all_steps(a, m, k, false, &none);
    for (size_t i = 0; i < k->steps.n; i++)
        late = late || k->steps.at[i].is_late;
    r.proven = r.ends && !late && !k->step_points && number_is_whole(a, k->low);
    if (r.proven)
        r.step = number_of(1);
    return r;
}

/* --- means ------------------------------------------------------------------------------------ */

struct mean {
    struct reach all;
    bool any;
    struct number filled, gap; /* what the dense ones cover; the widest gap of the others */
};

static void add_part(struct arena *a, const struct model *m, struct mean *mean,
                     const struct criterion *k, struct number weight)
{
    struct reach r = reach_score(a, m, k);
    struct interval x = interval_multiply(a, r.lies, interval_of(weight));
    struct number span =
        x.low.infinite || x.high.infinite ? number_over() : number_subtract(a, x.high.at, x.low.at);
    struct number step = number_sign(r.step) ? number_multiply(a, r.step, weight) : span;
    mean->all.lies = mean->any ? interval_add(a, mean->all.lies, x) : x;
    mean->any = true;
    mean->all.ends =
        mean->all.ends && (r.ends || r.proven) && needs_join(a, &mean->all.needs, &r.needs);
    if (r.proven && !number_sign(r.step))
        mean->filled = number_add(a, mean->filled, span);
    else
        mean->gap = number_most(a, mean->gap, r.proven ? step : span);
}

/* By their points, or all alike. */
static struct reach of_mean(struct arena *a, const struct model *m, const struct criterion *k,
                            bool weighted)
{
    struct mean mean = {
        .all = {.ends = true, .step = number_of(0)}, .filled = number_of(0), .gap = number_of(0)};
    struct number all = number_of(0);
    if (k->weights || !k->children.n)
        return nowhere(k);
    for (size_t i = 0; i < k->children.n; i++)
        all = number_add(a, all, weighted ? k->children.at[i]->points : number_of(1));
    bool alone = k->children.n == 1 && !k->children.at[0]->has_points;
    for (size_t i = 0; i < k->children.n; i++) {
        struct number own = weighted && !alone ? k->children.at[i]->points : number_of(1);
        if (weighted && !alone && !number_sign(own))
            continue;
        add_part(a, m, &mean, k->children.at[i], alone ? number_of(1) : number_divide(a, own, all));
    }
    mean.all.proven = mean.all.ends && number_order(a, mean.filled, mean.gap) >= 0;
    return mean.any ? mean.all : nowhere(k);
}

/* --- all -------------------------------------------------------------------------------------- */

struct reach reach_raw(struct arena *a, const struct model *m, const struct criterion *k)
{
    const struct expr *f = k->formula;
    switch (k->scorer) {
    case SCORER_LEVELS:
    case SCORER_BANDS:
        return of_thresholds(a, m, k);
    case SCORER_STEPS:
        return of_steps(a, m, k);
    case SCORER_CHILDREN:
        return f ? nowhere(k) : of_mean(a, m, k, true);
    case SCORER_FORMULA:
        if (f->kind == EXPR_PARTS &&
            (f->aggregate == AGGREGATE_MEAN || f->aggregate == AGGREGATE_WEIGHTED_MEAN))
            return of_mean(a, m, f->criterion, f->aggregate == AGGREGATE_WEIGHTED_MEAN);
        struct reach r = reach_number(a, m, f);
        r.ends = r.ends || r.proven;
        return r;
    case SCORER_NONE:
        break;
    }
    return nowhere(k);
}

/* Some facts make it take nothing. */
bool penalty_can_be_nothing(struct arena *a, const struct model *m, const struct penalty *p)
{
    struct needs needs = {.own = {0}};
    if (p->when && reach_condition(a, m, p->when, false, &needs))
        return true;
    switch (p->kind) {
    case AMOUNT_TIME: {
        const struct expr *after = reach_meant(p->after), *until = reach_meant(p->until);
        return until->kind == EXPR_FACT && (after->kind != EXPR_FACT || after->fact != until->fact);
    }
    case AMOUNT_FLAT:
        return !number_sign(p->each);
    case AMOUNT_ROWS:
        return true;
    case AMOUNT_FORMULA:
        break;
    }
    return end_sign(range_in(a, m, p->amount).low) == 0 && reach_number(a, m, p->amount).proven;
}

static struct interval within(struct arena *a, struct interval x, struct number low,
                              struct number high)
{
    if (!number_is_over(low))
        x = interval_most(a, x, interval_of(low));
    return number_is_over(high) ? x : interval_least(a, x, interval_of(high));
}

struct reach reach_score(struct arena *a, const struct model *m, const struct criterion *k)
{
    struct reach r = reach_raw(a, m, k);
    r.lies = within(a, within(a, r.lies, k->low, k->high), k->floor, k->cap);
    if (k->round_score->set) {
        r.lies = interval_round(a, r.lies, k->round_score->step, k->round_score->mode);
        r.proven = r.proven && !number_sign(r.step);
        r.step = r.proven ? k->round_score->step : number_of(0);
    }
    bool applies = !k->applies || reach_condition(a, m, k->applies, true, &r.needs);
    for (size_t i = 0; i < k->penalties.n; i++)
        applies = applies && penalty_can_be_nothing(a, m, k->penalties.at[i]);
    r.proven = r.proven && applies && !k->has_adjust;
    r.ends = (r.ends || r.proven) && applies && !k->has_adjust;
    return r;
}
