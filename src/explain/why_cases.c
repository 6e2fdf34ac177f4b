/* Which of several cases holds, and why none above it does. */
#include "explain/reasons.h"

static void why_by(struct whying *w, struct reason *above, const struct cases *cases)
{
    struct value v = outcome_value(w->o, cases->by);
    struct text name = words_formula(w->a, w->m, cases->by);
    struct text says = value_is_absent(v)
                           ? SAY(w->a, "by {}: {}", name, why_cause_words(w, v.cause))
                           : SAY(w->a, "{} = {}", name, words_value(w->a, w->m, v, NULL));
    struct reason *r = reason_add(w, above, REASON_CASE, says);
    r->rule = cases->by->at;
    why_operands(w, r, cases->by);
}

/* The conditions that were asked, down to the first that holds. */
void why_cases(struct whying *w, struct reason *above, const struct cases *cases)
{
    if (cases->by && outcome_was_needed(w->o, cases->by))
        why_by(w, above, cases);
    for (size_t i = 0; !cases->by && i < cases->rows.n; i++) {
        const struct case_row *row = &cases->rows.at[i];
        if (row->otherwise) {
            reason_add(w, above, REASON_CASE, TEXT("otherwise"))->rule = row->at;
            return;
        }
        if (!outcome_was_needed(w->o, row->when))
            return;
        struct value v = outcome_value(w->o, row->when);
        why_condition(w, above, REASON_CASE, "when", row->when);
        if (v.kind == VALUE_TRUTH && v.truth)
            return;
    }
}
