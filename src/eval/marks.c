/* Marks: what a score is called.
 *
 * A score that is not known yet has the marks of everything it can still be.  When that is one
 * alone, it is certain already. */
#include "eval/run.h"

static void find_possible(struct run *r, const struct bands *bands, const struct result *of,
                          struct marking *out)
{
    const struct band *otherwise = NULL;
    for (size_t i = bands->n; i-- > 0;) {
        const struct band *b = &bands->at[i];
        if (b->otherwise)
            otherwise = b;
        else if (band_is_between(r->a, b, of->low, of->high))
            LIST_ADD(r->a, &out->possible, b);
    }
    if (otherwise && !bands_cover_all(r->a, bands, of->low, of->high))
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
