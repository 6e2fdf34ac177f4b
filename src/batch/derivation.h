/* Derivations: a record's scores so that each can be calculated again with a pencil, from the rules
 * and the line alone.  Private to batch/.
 *
 * Floor: batch.  An array, a criterion each, parts before what they make; docs/json.md has its
 * members.  Texts that stand in the rules are not repeated. */
#ifndef KEN_BATCH_DERIVATION_H
#define KEN_BATCH_DERIVATION_H

#include "eval/outcome.h"

/* What of it is the same for all records: immutable, and may be shared. */
struct derivation;
const struct derivation *derivation_of(struct arena *a, const struct model *m);

/* Add that of an outcome of the model; the buffer keeps nothing else. */
void derivation_add(const struct derivation *d, const struct outcome *o, struct buffer *out);

#endif
