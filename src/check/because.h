/* Reasons that tests expect, as they are written.
 *
 * Floor: check. */
#ifndef KEN_CHECK_BECAUSE_H
#define KEN_CHECK_BECAUSE_H

#include "check/tests.h"

/* The pattern of a reason, as because.def has it: "step # late # %". */
struct text because_pattern(enum because_kind kind);

/* The reason in words, its numbers and names filled in: "step 3 late 2 working days". */
struct text because_words(struct arena *a, const struct because *b);

/* The rows that `case #` counts, from 1: those of its levels or bands, else of the table that is
 * all of its measure or score.  NULL when there are none. */
const struct cases *because_cases(const struct criterion *k);

/* Private to this floor: read `n`, a reason why `k` has its score.  False after an error: there is
 * no such reason, or it can never hold. */
struct checker;
bool check_because(struct checker *c, const struct node *n, const struct criterion *k,
                   struct because *b);

#endif
