/* The measure and what the scorer made of it. */
#include "explain/reasons.h"

static void why_measured(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    why_measure(w, above, REASON_MEASURE, k->measure, k->percent, 4);
    if (r->measure.kind != VALUE_NUMBER ||
        number_equal(w->a, r->measure.number, r->measure_exact.number))
        return;
    struct text rule = words_formula(w->a, w->m, &(struct expr){.at = k->round_measure->at});
    struct text to = k->percent ? figure_percent(w->a, r->measure.number, FIGURE_PLACES, NULL)
                                : figure_short(w->a, r->measure.number, FIGURE_PLACES, NULL);
    reason_add(w, above, REASON_ROUNDED, SAY(w->a, "{}: {}", rule, to))->rule =
        k->round_measure->at;
}

/* The band as its author wrote it, up to the colon. */
static void why_band(struct whying *w, struct reason *above, const struct result *r)
{
    if (!r->band)
        return;
    struct text written = words_formula(w->a, w->m, &(struct expr){.at = r->band->at});
    struct reason *band =
        reason_add(w, above, REASON_IN_BAND, SAY(w->a, "in the band `{}`", written));
    band->rule = r->band->at;
    reason_figure(band, r->raw);
}

void why_scorer(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    if (k->measure && r->has_measure)
        why_measured(w, above, r);
    if (k->by)
        why_cases(w, above, k->by);
    switch (k->scorer) {
    case SCORER_LEVELS:
        if (r->thresholds)
            why_levels(w, above, r);
        else if (r->status == STATUS_INCOMPLETE && r->measure.kind == VALUE_ABSENT)
            why_level_ends(w, above, r);
        break;
    case SCORER_BANDS:
        why_band(w, above, r);
        break;
    case SCORER_STEPS:
        if (r->steps)
            why_steps(w, above, r);
        break;
    case SCORER_FORMULA:
        why_parts(w, above, r);
        break;
    case SCORER_CHILDREN:
        why_children(w, above, r);
        break;
    case SCORER_NONE:
        break;
    }
}
