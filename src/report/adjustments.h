/* What a penalty or bonus changes, for the rows of the forms: private to the reports of an outcome.
 *
 * Floor: report. */
#ifndef KEN_REPORT_ADJUSTMENTS_H
#define KEN_REPORT_ADJUSTMENTS_H

#include "eval/outcome.h"

/* What a penalty or bonus does to the score, with its sign: `least` is certain, `most` the furthest
 * it can go; the same when it is known.  False when nobody knows how far. */
bool adjustment_ends(struct arena *a, const struct penalty_result *p, struct number *least,
                     struct number *most);

/* "−0.0100", "+0.5000", "−0.3000 .. 0.0000", "from −0.1000". */
struct text adjustment_amount(struct arena *a, const struct penalty_result *p);

/* How it was calculated, short: "2 days x 0.5, cap 3"; why it is not known. */
struct text adjustment_sum(struct arena *a, const struct outcome *o,
                           const struct penalty_result *p);

/* It changes something, or may. */
bool adjustment_counts(const struct penalty_result *p);

/* One line of `adjust` with its value: "plus 1", "round". */
struct text adjustment_line(struct arena *a, const struct adjust_line *rule,
                            const struct adjust_result *l);

/* What the lines of `adjust` do together: "+1.0000", empty where they do nothing or nobody knows;
 * and which of them did something, "plus 1, at most 4", or why nobody knows. */
struct text adjustment_lines_amount(struct arena *a, const struct result *r);
struct text adjustment_lines_sum(struct arena *a, const struct outcome *o, const struct result *r);

/* What stands before the score is settled: "before penalties", "before bonuses", "before penalties
 * and bonuses", "before adjustments", as far as they count; empty when none does. */
struct text adjustment_before(struct arena *a, const struct result *r);

#endif
