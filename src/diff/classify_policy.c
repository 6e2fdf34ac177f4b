/* What becomes of a criterion that does not apply, or lacks facts; calendars; facts of another
 * kind. */
#include "diff/classify.h"

struct effect classify_policy(struct diff *d, const struct rule_change *c)
{
    (void)d;
    return effect_unknown(c->kind == DIFF_APPLIES
                              ? TEXT("it applies to other offices")
                              : TEXT("another score is given without a result"));
}

struct effect classify_calendar(struct diff *d, const struct rule_change *c)
{
    (void)d, (void)c;
    return effect_unknown(TEXT("other days may count"));
}

struct effect classify_fact(struct diff *d, const struct rule_change *c)
{
    (void)d, (void)c;
    return effect_unknown(TEXT("the fact can be other values"));
}
