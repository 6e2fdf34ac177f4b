/* What was taken after the scorer: penalties, floor and cap, rounding. */
#include "explain/reasons.h"

static void why_penalty(struct whying *w, struct reason *above, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    struct text name = why_name(w, rule->name, rule->title);
    struct text days = figure_days(w->a, rule->unit, p->days);
    struct number full = number_multiply(w->a, rule->each, number_of(p->days));
    struct text says = SAY(w->a, "{}: {} × {} = {} taken", name, days, rule->each_shown,
                           figure_short(w->a, full, FIGURE_PLACES, NULL));
    if (p->days == 0 && p->known)
        says = SAY(w->a, "{}: in time, nothing is taken", name);
    if (p->capped)
        says = SAY(w->a, "{}: {} × {} = {}, cut to the cap {}", name, days, rule->each_shown,
                   figure_short(w->a, full, FIGURE_PLACES, NULL),
                   figure_short(w->a, p->amount, FIGURE_PLACES, NULL));
    if (!p->known)
        says = SAY(w->a, "{}: nobody knows yet, {}", name,
                   p->cause ? why_cause_words(w, p->cause) : TEXT("the calendar ends"));
    struct reason *r = reason_add(w, above, REASON_PENALTY, says);
    r->rule = rule->at;
    reason_figure(r, p->amount);
    why_operands(w, r, rule->after);
    why_operands(w, r, rule->until);
    if (p->known && p->days)
        why_days(w, r, rule->unit, p->after, p->until);
    why_remarks(w, r, &rule->remarks);
}

static void why_rounded(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    unsigned places = k->show_score.places;
    bool exact;
    struct text from = figure_short(w->a, r->adjusted, places + 4, &exact);
    struct text rule = words_formula(w->a, w->m, &(struct expr){.at = k->round_score.at});
    struct reason *rounded =
        reason_add(w, above, REASON_ROUNDED,
                   SAY(w->a, exact ? "{}: {} becomes {}" : "{}: ≈ {} becomes {}", rule, from,
                       figure_short(w->a, r->score, places, NULL)));
    rounded->rule = k->round_score.at;
    reason_figure(rounded, r->score);
}

void why_adjust(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    for (size_t i = 0; r->penalties && i < k->penalties.n; i++)
        why_penalty(w, above, &r->penalties[i]);
    if (r->status == STATUS_INCOMPLETE)
        return;
    if (number_sign(r->taken)) {
        struct number left = number_subtract(w->a, r->raw, r->taken);
        struct text says =
            SAY(w->a, "{} − {} = {}", figure_score(w->a, k, r->raw),
                figure_short(w->a, r->taken, FIGURE_PLACES, NULL), figure_score(w->a, k, left));
        reason_figure(reason_add(w, above, REASON_FORMULA, says), left);
    }
    if (r->floored) {
        bool low = number_equal(w->a, r->adjusted, k->floor);
        struct text limit = figure_short(w->a, r->adjusted, 4, NULL);
        reason_add(w, above, REASON_LIMIT, SAY(w->a, low ? "not below {}" : "not above {}", limit))
            ->rule = k->at;
    }
    if (r->rounded)
        why_rounded(w, above, r);
}
