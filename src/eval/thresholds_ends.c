/* What levels and bands can still give: from the ends of the measure, in every case that may hold.
 */
#include "eval/possible.h"

static void widen(struct run *r, struct result *out, bool first, struct number n)
{
    out->low = first ? n : number_least(r->a, out->low, n);
    out->high = first ? n : number_most(r->a, out->high, n);
}

/* What a measure beyond all levels gets, on the side of the best one or of the worst. */
static struct number beyond(const struct criterion *k, const struct thresholds *t, bool best)
{
    if (t->kind == LEVELS_EXTRAPOLATED)
        return best ? k->high : k->low;
    if (best)
        return t->levels.at[t->levels.n - 1].score;
    return t->has_below ? t->below : t->levels.at[0].score;
}

static struct number score_at(struct run *r, const struct result *out, size_t row, struct end end)
{
    const struct thresholds *t = out->criterion->thresholds.at[row];
    struct result one = *out;
    if (end.infinite) {
        bool falling =
            number_order(r->a, t->levels.at[t->levels.n - 1].value, t->levels.at[0].value) < 0;
        return beyond(out->criterion, t, (end.infinite > 0) != falling);
    }
    one.measure = value_number(end.at);
    place_measure(r, &one, row);
    return one.raw;
}

static bool holds(struct run *r, struct interval x, struct number n)
{
    struct end at = {.at = n};
    return end_order(r->a, x.low, at) <= 0 && end_order(r->a, at, x.high) <= 0;
}

/* Levels rise or fall all along; only a score for what is below the first may be another matter. */
static void widen_by_levels(struct run *r, struct result *out, bool first, size_t row)
{
    const struct thresholds *t = out->criterion->thresholds.at[row];
    struct interval x = out->measure_lies;
    widen(r, out, first, score_at(r, out, row, x.low));
    widen(r, out, false, score_at(r, out, row, x.high));
    if (t->has_below && holds(r, x, t->levels.at[0].value))
        widen(r, out, false, t->levels.at[0].score);
}

static void widen_by_bands(struct run *r, struct result *out, bool first, size_t row)
{
    const struct bands *bands = &out->criterion->thresholds.at[row]->bands;
    struct number low = end_number(out->measure_lies.low),
                  high = end_number(out->measure_lies.high);
    bool none_left = bands_cover_all(r->a, bands, low, high);
    for (size_t i = 0; i < bands->n; i++) {
        const struct band *b = &bands->at[i];
        if (b->otherwise ? none_left : !band_is_between(r->a, b, low, high))
            continue;
        widen(r, out, first, b->score);
        first = false;
    }
}

static void widen_by_row(struct run *r, struct result *out, bool first, size_t row)
{
    bool levels = out->criterion->scorer == SCORER_LEVELS;
    (levels ? widen_by_levels : widen_by_bands)(r, out, first, row);
}

/* Nobody knows which case holds: what the measure would get in each that may. */
static void cases_ends(struct run *r, struct result *out)
{
    const struct criterion *k = out->criterion;
    bool *may = ARENA_ARRAY(r->a, bool, k->by->rows.n), first = true;
    if (!case_may_hold(r, k->by, may)) {
        out->maybe_out = true;
        return;
    }
    for (size_t i = 0; i < k->by->rows.n; i++) {
        if (!may[i])
            continue;
        widen_by_row(r, out, first, i);
        first = false;
    }
}

void thresholds_ends(struct run *r, struct result *out, bool row_known, size_t row)
{
    const struct criterion *k = out->criterion;
    bool measured = !value_is_absent(out->measure);
    out->measure_lies = measured ? interval_of(out->measure.number) : number_lies(r, k->measure);
    if (k->round_measure->set)
        out->measure_lies =
            interval_round(r->a, out->measure_lies, k->round_measure->step, k->round_measure->mode);
    if (row_known)
        widen_by_row(r, out, true, row);
    else
        cases_ends(r, out);
}
