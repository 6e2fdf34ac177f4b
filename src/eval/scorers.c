/* Scorers: from a measure, a checklist or a formula to a score on the scale. */
#include <assert.h>

#include "eval/run.h"

/* level + (x - value) / (next value - value) * (next level - level) */
static struct number interpolate(struct run *r, const struct level *from, const struct level *to,
                                 struct number x)
{
    struct number part = number_divide(r->a, number_subtract(r->a, x, from->value),
                                       number_subtract(r->a, to->value, from->value));
    return number_add(r->a, from->score,
                      number_multiply(r->a, part, number_subtract(r->a, to->score, from->score)));
}

/* On the line of the two levels nearest to x, beyond them where they are the first or the last. */
static struct number extrapolate(struct run *r, const struct criterion *k,
                                 const struct thresholds *t, size_t reached, struct number x)
{
    size_t from = reached == 0 ? 0 : reached == t->levels.n ? reached - 2 : reached - 1;
    return on_scale(r, k, interpolate(r, &t->levels.at[from], &t->levels.at[from + 1], x));
}

static void place_on_levels(struct run *r, struct result *out)
{
    const struct thresholds *t = out->thresholds;
    size_t n = t->levels.n;
    const struct level *level = t->levels.at;
    struct number x = out->measure.number;
    int rising = number_order(r->a, level[n - 1].value, level[0].value) < 0 ? -1 : 1;
    size_t reached = 0; /* levels whose value x has reached */
    bool exact = false; /* and is that of the last of them */
    for (int order; reached < n; reached++) {
        order = number_order(r->a, x, level[reached].value) * rising;
        if (order < 0)
            break;
        exact = !order;
    }
    out->level = reached ? reached - 1 : 0;
    out->where = !reached       ? WHERE_BELOW_FIRST
                 : exact        ? WHERE_AT
                 : reached == n ? WHERE_ABOVE_LAST
                                : WHERE_BETWEEN;
    if (t->kind == LEVELS_EXTRAPOLATED && !exact)
        out->raw = extrapolate(r, out->criterion, t, reached, x);
    else if (!reached)
        out->raw = t->has_below ? t->below : level[0].score;
    else if (out->where == WHERE_BETWEEN && t->kind == LEVELS_LINEAR)
        out->raw = interpolate(r, &level[reached - 1], &level[reached], x);
    else
        out->raw = level[reached - 1].score;
}

static void place_in_band(struct run *r, struct result *out)
{
    const struct thresholds *t = out->thresholds;
    out->band = band_of(r->a, &t->bands, out->measure.number);
    assert(out->band); /* the checker has proven that there is no gap where a measure can be */
    out->raw = out->band->score;
}

void place_measure(struct run *r, struct result *out, size_t row)
{
    out->row = row;
    out->thresholds = out->criterion->thresholds.at[row];
    (out->criterion->scorer == SCORER_LEVELS ? place_on_levels : place_in_band)(r, out);
}

bool score_by_thresholds(struct run *r, struct result *out)
{
    const struct criterion *k = out->criterion;
    struct value absent = value_truth(true);
    size_t row = 0;
    bool measured = !value_is_absent(out->measure);
    bool row_known = !k->by || case_holds(r, k->by, &row, &absent);
    out->low = k->low;
    out->high = k->high;
    if (measured && row_known) {
        place_measure(r, out, row);
        return true;
    }
    out->maybe_out = out->measure.may_be_na || absent.may_be_na;
    if (measured)
        out->cause = absent.cause;
    thresholds_ends(r, out, row_known, row);
    return false;
}
