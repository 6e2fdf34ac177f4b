/* What a condition answers wherever it has an answer.
 *
 * Floor: check. */
#ifndef KEN_CHECK_VERDICT_H
#define KEN_CHECK_VERDICT_H

#include "syntax/tree.h"
#include "value/interval.h"

enum verdict { VERDICT_OPEN, VERDICT_NO, VERDICT_YES };

/* Of a comparison whose two sides lie in these intervals. */
enum verdict verdict_compare(struct arena *a, enum op op, struct interval x, struct interval y);

#endif
