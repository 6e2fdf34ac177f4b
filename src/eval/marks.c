/* Marks: what a score is called.
 *
 * A score that is not known yet has the marks of everything it can still be.  When that is one
 * alone, it is certain already. */
#include "eval/run.h"

/* How far bands cover what can be, from below: up to `at`, or that included. */
struct reach {
    struct number at; /* over: nothing is bounded yet, and nothing covered */
    bool included;
};

static int order_ends(struct arena *a, struct number x, bool x_behind, struct number y,
                      bool y_behind)
{
    int order = number_order(a, x, y);
    return order ? order : (int)x_behind - (int)y_behind;
}

/* Whether the band has a value between the two ends, which belong to it; an end that is over is
 * none. */
static bool is_between(struct arena *a, const struct band *b, struct number low, struct number high)
{
    bool under = b->has_high && !number_is_over(low) &&
                 order_ends(a, b->high, b->high_closed, low, false) <= 0;
    bool above = b->has_low && !number_is_over(high) &&
                 order_ends(a, b->low, !b->low_closed, high, true) >= 0;
    return !under && !above;
}

/* Whether bands by rising ends leave nothing between the two ends to `otherwise`. */
static bool cover_all(struct arena *a, const struct bands *bands, struct number low,
                      struct number high)
{
    struct reach r = {low, false};
    for (size_t i = 0; i < bands->n; i++) {
        const struct band *b = &bands->at[i];
        if (b->otherwise || !is_between(a, b, low, high))
            continue;
        if (b->has_low &&
            (number_is_over(r.at) || order_ends(a, b->low, !b->low_closed, r.at, r.included) > 0))
            return false;
        if (!b->has_high)
            return true;
        r = (struct reach){b->high, b->high_closed};
    }
    return !number_is_over(r.at) && !number_is_over(high) &&
           order_ends(a, r.at, r.included, high, true) >= 0;
}

static void find_possible(struct run *r, const struct bands *bands, const struct result *of,
                          struct marking *out)
{
    const struct band *otherwise = NULL;
    for (size_t i = bands->n; i-- > 0;) {
        const struct band *b = &bands->at[i];
        if (b->otherwise)
            otherwise = b;
        else if (is_between(r->a, b, of->low, of->high))
            LIST_ADD(r->a, &out->possible, b);
    }
    if (otherwise && !cover_all(r->a, bands, of->low, of->high))
        LIST_ADD(r->a, &out->possible, otherwise);
}

static void mark(struct run *r, struct result *of, enum mark which)
{
    const struct criterion *k = of->criterion;
    struct marking *out = &of->mark[which];
    const struct bands *bands = k->marks[which];
    if (!bands)
        return;
    if (result_has_score(of))
        out->band = band_of(r->a, bands, of->score);
    else if (of->status == STATUS_INCOMPLETE) {
        find_possible(r, bands, of, out);
        out->narrowed = out->possible.n < bands->n;
        out->or_none = of->maybe_out || of->maybe_dropped || of->maybe_no_weight;
        if (out->possible.n == 1 && !out->or_none)
            out->band = out->possible.at[0];
    }
    /* The light of a group is that of its indicators, which answer for themselves. */
    bool answers = which == MARK_GRADE || k->height == HEIGHT_INDICATOR;
    out->owes_reason =
        out->band && out->band->needs_reason && answers && !map_find(&r->f->reasons, k->path, NULL);
}

void mark_scores(struct run *r)
{
    for (size_t i = 0; i < r->m->criteria.n; i++)
        for (enum mark which = 0; which < MARKS; which++)
            mark(r, &r->out->result[i], which);
}
