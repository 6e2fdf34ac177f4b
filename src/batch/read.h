/* The short way in: from bytes to slots, without a token, a tree or a copy.  Private to batch/.
 *
 * Floor: batch.  A reader says no as soon as something is not as most records are: another shape,
 * an escape in a text, a name twice, more digits than a slot holds, a value outside its bounds.  It
 * never says what is wrong: the long way reads the line again, and does. */
#ifndef KEN_BATCH_READ_H
#define KEN_BATCH_READ_H

#include "batch/batch.h"
#include "facts/record.h"

struct reader;
struct reader *reader_new(struct arena *a, const struct batch *b);

/* The values of a record; its texts lie in the line. */
struct record {
    struct text id;          /* empty: it does not say */
    const struct slot *slot; /* by fact index; until the next record */
};
bool read_ndjson(struct reader *r, struct text line, struct record *out);
bool read_csv(struct reader *r, struct text line, struct record *out);

#endif
