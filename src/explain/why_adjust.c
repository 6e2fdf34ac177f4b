/* What became of the scorer's figure: penalties and bonuses, floor and cap, rounding. */
#include "explain/reasons.h"

/* "3 working days", "5 days less 3 free = 2". */
static struct text counted_words(struct whying *w, const struct penalty_result *p)
{
    struct text all = figure_counted(w->a, p->penalty, p->count);
    if (!p->free)
        return all;
    return SAY(w->a, "({} − {} free)", all, text_number(w->a, p->free));
}

static struct text not_known_words(struct whying *w, const struct penalty_result *p)
{
    struct text why = p->cause ? why_cause_words(w, p->cause) : TEXT("the calendar ends");
    if (!number_sign(p->amount))
        return SAY(w->a, "nobody knows yet, {}", why);
    return SAY(w->a, "{} so far, × {} = {}; nobody knows yet, {}", counted_words(w, p),
               p->penalty->each_shown, figure_short(w->a, p->amount, FIGURE_PLACES, NULL), why);
}

/* How the amount comes about: "2 days × 0.5 = 1 taken". */
static struct text amount_words(struct whying *w, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    struct text verb = rule->is_bonus ? TEXT("added") : TEXT("taken");
    struct text amount = figure_short(w->a, p->amount, FIGURE_PLACES, NULL);
    struct number full = number_multiply(w->a, rule->each, number_of(p->count - p->free));
    if (!p->applies)
        return SAY(w->a, "nothing is {}", verb);
    if (!p->known)
        return not_known_words(w, p);
    if (rule->kind == AMOUNT_FORMULA || rule->kind == AMOUNT_FLAT)
        return SAY(w->a, p->capped ? "cut to the cap, {} {}" : "{} {}", amount, verb);
    if (rule->kind == AMOUNT_TIME && p->count == 0 && !rule->is_bonus)
        return TEXT("in time, nothing is taken");
    struct text product = SAY(w->a, "{} × {} = {}", counted_words(w, p), rule->each_shown,
                              figure_short(w->a, full, FIGURE_PLACES, NULL));
    return p->capped ? SAY(w->a, "{}, cut to the cap {}", product, amount)
                     : SAY(w->a, "{} {}", product, verb);
}

static void add_days(struct whying *w, struct reason *above, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    if (p->known && rule->after && p->count)
        why_days(w, above,
                 &(struct days_told){.unit = rule->unit,
                                     .after = p->after,
                                     .until = p->until,
                                     .free = p->free,
                                     .counted = rule->is_bonus ? "counts" : "late"});
}

struct reason *why_penalty_days(struct whying *w, const struct criterion *k, size_t penalty)
{
    struct reason *days = reason_new(w, REASON_LATE, TEXT(""));
    add_days(w, days, &outcome_result(w->o, k)->penalties[penalty]);
    return days;
}

/* What was counted or calculated, as far as it was. */
static void why_counted(struct whying *w, struct reason *above, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    if (rule->after) {
        why_operands(w, above, rule->after);
        why_operands(w, above, rule->until);
    }
    if (rule->count)
        why_operands(w, above, rule->count);
    if (rule->amount && outcome_was_needed(w->o, rule->amount))
        why_measure(w, above, REASON_FORMULA, rule->amount, false, FIGURE_PLACES);
    add_days(w, above, p);
}

static void why_penalty(struct whying *w, struct reason *above, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    struct reason *r =
        reason_add(w, above, rule->is_bonus ? REASON_BONUS : REASON_PENALTY,
                   SAY(w->a, "{}: {}", why_name(w, rule->name, rule->title), amount_words(w, p)));
    r->rule = rule->at;
    reason_figure(r, p->amount);
    why_condition(w, r, REASON_APPLIES, "when", rule->when);
    if (!p->applies && p->cause && p->when.kind == VALUE_TRUTH)
        reason_add(w, r, REASON_CAUSE, why_cause_words(w, p->cause));
    if (p->when.kind != VALUE_TRUTH || p->when.truth)
        why_counted(w, r, p);
    why_remarks(w, r, &rule->remarks);
}

/* "4.0000 − 1 + 0.5 = 3.5000": late steps and penalties, then bonuses. */
static void why_sum(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct number minus = r->late, plus = number_of(0);
    for (size_t i = 0; r->penalties && i < k->penalties.n; i++) {
        const struct penalty_result *p = &r->penalties[i];
        struct number *side = p->penalty->is_bonus ? &plus : &minus;
        *side = number_add(w->a, *side, p->amount);
    }
    if (!number_sign(minus) && !number_sign(plus))
        return;
    struct number left = number_subtract(w->a, r->raw, r->taken);
    struct text says = figure_score(w->a, k, r->raw);
    if (number_sign(minus))
        says = SAY(w->a, "{} − {}", says, figure_short(w->a, minus, FIGURE_PLACES, NULL));
    if (number_sign(plus))
        says = SAY(w->a, "{} + {}", says, figure_short(w->a, plus, FIGURE_PLACES, NULL));
    says = SAY(w->a, "{} = {}", says, figure_score(w->a, k, left));
    reason_figure(reason_add(w, above, REASON_FORMULA, says), left);
}

static void why_rounded(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    unsigned places = k->show_score.places;
    bool exact;
    struct text from = figure_short(w->a, r->adjusted, places + 4, &exact);
    struct text rule = words_formula(w->a, w->m, &(struct expr){.at = k->round_score->at});
    struct reason *rounded =
        reason_add(w, above, REASON_ROUNDED,
                   SAY(w->a, exact ? "{}: {} becomes {}" : "{}: ≈ {} becomes {}", rule, from,
                       figure_short(w->a, r->score, places, NULL)));
    rounded->rule = k->round_score->at;
    reason_figure(rounded, r->score);
}

/* Floor or cap; behind `adjust` the scale is all that holds the figure. */
static void why_limit(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    bool low = number_equal(w->a, r->adjusted, k->floor);
    const char *says = k->has_adjust ? (low ? "below the scale: {}" : "above the scale: {}")
                       : low         ? "not below {}"
                                     : "not above {}";
    struct text limit = figure_short(w->a, r->adjusted, 4, NULL);
    reason_add(w, above, REASON_LIMIT, SAY(w->a, says, limit))->rule = k->at;
}

void why_adjust(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    for (size_t i = 0; r->penalties && i < k->penalties.n; i++)
        why_penalty(w, above, &r->penalties[i]);
    bool known = r->status != STATUS_INCOMPLETE;
    if (known)
        why_sum(w, above, r);
    why_lines(w, above, r);
    if (known && r->floored)
        why_limit(w, above, r);
    if (known && r->rounded && !k->has_adjust)
        why_rounded(w, above, r);
}
