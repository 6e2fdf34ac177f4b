/* What was taken after the scorer: penalties, floor and cap, rounding. */
#include "explain/reasons.h"

static void why_penalty(struct whying *w, struct reason *above, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    struct text name = rule->title.n ? SAY(w->a, "{} {}", rule->name, rule->title) : rule->name;
    struct text days = why_days_words(w, p->days, rule->unit);
    struct text says = SAY(w->a, "{}: {} × {} = {} taken", name, days, rule->each_shown,
                           words_number(w->a, p->amount, 6, NULL));
    if (p->days == 0 && p->known)
        says = SAY(w->a, "{}: in time, nothing is taken", name);
    if (p->capped)
        says = SAY(w->a, "{}, no more than the cap", says);
    if (!p->known)
        says = SAY(w->a, "{}: nobody knows yet, {}", name,
                   p->cause ? words_cause(w->a, p->cause) : TEXT("the calendar ends"));
    struct reason *r = reason_add(w, above, REASON_PENALTY, says);
    r->rule = rule->at;
    reason_figure(r, p->amount);
    why_operands(w, r, rule->after);
    why_operands(w, r, rule->until);
    if (p->known && p->days)
        why_days(w, r, rule->unit, p->after, p->until);
    why_remarks(w, r, &rule->remarks);
}

void why_adjust(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    for (size_t i = 0; r->penalties && i < k->penalties.n; i++)
        why_penalty(w, above, &r->penalties[i]);
    if (r->status == STATUS_INCOMPLETE)
        return;
    unsigned places = k->show_score.places;
    if (number_sign(r->taken)) {
        struct number left = number_subtract(w->a, r->raw, r->taken);
        reason_figure(
            reason_add(w, above, REASON_FORMULA,
                       SAY(w->a, "{} − {} = {}", words_fixed(w->a, r->raw, places),
                           words_number(w->a, r->taken, 6, NULL), words_fixed(w->a, left, places))),
            left);
    }
    if (r->floored) {
        bool low = number_equal(w->a, r->adjusted, k->floor);
        struct reason *limit = reason_add(w, above, REASON_LIMIT,
                                          SAY(w->a, low ? "not below {}" : "not above {}",
                                              words_number(w->a, r->adjusted, 4, NULL)));
        limit->rule = k->at;
    }
    if (r->rounded) {
        bool exact;
        struct text from = words_number(w->a, r->adjusted, places + 4, &exact);
        struct reason *rounded = reason_add(
            w, above, REASON_ROUNDED,
            SAY(w->a, "{}: {}{} becomes {}",
                words_formula(w->a, w->m, &(struct expr){.at = k->round_score.at}),
                exact ? TEXT("") : TEXT("≈ "), from, words_number(w->a, r->score, places, NULL)));
        rounded->rule = k->round_score.at;
        reason_figure(rounded, r->score);
    }
}
