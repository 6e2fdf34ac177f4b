/* How much a score moves its parent's: private to advise/.
 *
 * Means, sums and the like of known scores are linear in each of them, near the scores as they are.
 */
#ifndef KEN_ADVISE_SLOPES_H
#define KEN_ADVISE_SLOPES_H

#include "eval/outcome.h"

/* By how much the weighted mean of `parent` changes when the score of `child` changes by 1. */
struct number slope_of_child(struct arena *a, const struct outcome *o,
                             const struct criterion *child);

/* The same for `e`, the parts of its criterion put together: of the least or greatest only the part
 * that decides has one. */
struct number slope_of_part(struct arena *a, const struct outcome *o, const struct expr *e,
                            const struct criterion *part);

/* Multiply `slope` by how much the parent of `k` moves with it.  False where the parent is not
 * linear in its parts, or rounds, or stands at its floor or cap. */
bool slope_above(struct arena *a, const struct outcome *o, const struct criterion *k,
                 struct number *slope);

#endif
