/* What a comparison answers, from what its two sides can be. */
#include "check/verdict.h"

/* An end that is missing equals another one that is missing, and is never reached. */
enum verdict verdict_compare(struct arena *a, enum op op, struct interval x, struct interval y)
{
    bool below = end_order(a, x.high, y.low)<0, above = end_order(a, x.low, y.high)> 0;
    bool not_above = end_order(a, x.high, y.low) <= 0 && !x.high.infinite;
    bool not_below = end_order(a, x.low, y.high) >= 0 && !x.low.infinite;
    bool same = interval_is_point(a, x) && interval_is_point(a, y) && !below && !above;
    switch (op) {
    case OP_LT:
        return below ? VERDICT_YES : not_below ? VERDICT_NO : VERDICT_OPEN;
    case OP_LE:
        return not_above ? VERDICT_YES : above ? VERDICT_NO : VERDICT_OPEN;
    case OP_GT:
        return above ? VERDICT_YES : not_above ? VERDICT_NO : VERDICT_OPEN;
    case OP_GE:
        return not_below ? VERDICT_YES : below ? VERDICT_NO : VERDICT_OPEN;
    case OP_EQ:
        return same ? VERDICT_YES : below || above ? VERDICT_NO : VERDICT_OPEN;
    case OP_NE:
        return same ? VERDICT_NO : below || above ? VERDICT_YES : VERDICT_OPEN;
    default:
        return VERDICT_OPEN;
    }
}
