/* Why the parts gave this score: the mean that the pencil can follow, or another formula of them.
 */
#include "explain/reasons.h"

/* (5.0000 + 4.9076) / 2 = 4.9538, with as many decimals as the pencil needs. */
static struct text mean_words(struct whying *w, const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct number wanted = pencil_round(w, k, r->raw);
    for (unsigned places = k->show_score.places;; places++) {
        struct buffer b = buffer_in(w->a);
        struct number sum = number_of(0);
        long long n = 0;
        for (size_t i = 0; i < k->children.n; i++) {
            const struct result *part = outcome_result(w->o, k->children.at[i]);
            if (part->status == STATUS_DROPPED)
                continue;
            struct number cut =
                number_round(w->a, part->score, number_places(w->a, places), ROUND_HALF_UP);
            sum = number_add(w->a, sum, cut);
            buffer_add(&b, SAY(w->a, n++ ? " + {}" : "{}", figure_fixed(w->a, cut, places)));
        }
        struct number mean = n ? number_divide(w->a, sum, number_of(n)) : sum;
        if (number_equal(w->a, pencil_round(w, k, mean), wanted) || places + 1 >= PENCIL_PLACES)
            return SAY(w->a, "({}) / {}", buffer_text(&b), text_number(w->a, n));
    }
}

void why_parts(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct text formula = words_formula(w->a, w->m, k->formula);
    if (r->status == STATUS_INCOMPLETE) {
        struct reason *f = reason_add(w, above, REASON_FORMULA,
                                      SAY(w->a, "{}: {}", formula, why_cause_words(w, r->cause)));
        f->rule = k->formula->at;
    } else if (k->formula->kind == EXPR_PARTS && k->formula->aggregate == AGGREGATE_MEAN) {
        struct reason *f = reason_add(w, above, REASON_FORMULA,
                                      SAY(w->a, "{} = {} {} {}", formula, mean_words(w, r),
                                          figure_sign(w->a, r->raw, k->show_score.places),
                                          figure_score(w->a, k, r->raw)));
        f->rule = k->formula->at;
        reason_figure(f, r->raw);
    } else {
        why_measure(w, above, REASON_FORMULA, k->formula, false, k->show_score.places);
        if (k->formula->kind != EXPR_PARTS)
            return;
    }
    for (size_t i = 0; i < k->children.n; i++)
        LIST_ADD(w->a, &above->below, why_criterion(w, k->children.at[i]));
}
