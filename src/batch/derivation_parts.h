/* The parts of a derivation.  Private to batch/.
 *
 * Floor: batch. */
#ifndef KEN_BATCH_DERIVATION_PARTS_H
#define KEN_BATCH_DERIVATION_PARTS_H

#include "eval/outcome.h"

/* The measure, where it lies, steps, or the parts of a mean, and the figure they gave. */
void put_scorer(struct buffer *b, const struct outcome *o, const struct result *r);

/* What lies between that figure and the score, but for rounding. */
void put_adjustments(struct buffer *b, const struct outcome *o, const struct result *r);

#endif
