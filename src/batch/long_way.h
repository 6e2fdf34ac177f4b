/* The long way: a record as `ken eval` would take it.  Private to batch/.
 *
 * Floor: batch. */
#ifndef KEN_BATCH_LONG_WAY_H
#define KEN_BATCH_LONG_WAY_H

#include "batch/write.h"

/* Read the record on line `line`, evaluate it, and say in `*j` what it came to.  All of it lives in
 * `a`; so does what is added to `s`, which holds the texts of the rules. */
void long_way(struct arena *a, const struct batch *b, const struct model *m, struct sources *s,
              struct text record, long long line, struct judged *j);

/* The scores of an evaluation, by criterion index. */
const struct score *scores_of(struct arena *a, const struct outcome *o);

#endif
