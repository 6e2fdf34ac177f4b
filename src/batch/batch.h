/* Many offices: a stream of records, one a line, to a stream of scores, one a line.
 *
 * Floor: batch.  Lines come in as text and go out into a buffer, in the same order.  A record that
 * is as most are goes the short way: its values into slots (read_ndjson.c, read_csv.c), the slots
 * through the plan (plan/).  Any other goes the long way: facts_read, eval_model (long_way.c).
 * Readers of the short way accept only what facts_read would accept with the same meaning, and
 * leave every mistake to it: so there is one set of rules for facts, and one for scores.
 *
 * A `struct batch` is made once, is immutable, and is shared; a `struct worker` belongs to one
 * thread.  Memory does not grow with the number of records. */
#ifndef KEN_BATCH_BATCH_H
#define KEN_BATCH_BATCH_H

#include "base/buffer.h"
#include "facts/record.h"
#include "plan/plan.h"

enum batch_form { BATCH_NDJSON, BATCH_CSV };

/* What is written of each record. */
struct batch_wants {
    enum batch_form form;
    LIST_OF(const struct criterion *) scores; /* in this order; the total is among them or not */
    bool explain;                             /* a derivation; of BATCH_NDJSON */
    bool bare; /* of BATCH_CSV: no columns but the id and the scores; of a wrong record they are
                  empty */
};

struct batch {
    const struct model *model;
    const struct plan *plan;
    const struct columns *columns; /* how the records call facts */
    struct sources *sources;       /* of the rules; a worker has its own behind them */
    enum batch_form from;
    struct batch_wants wants;
    struct text name;            /* of the input, in messages */
    const struct csv_head *head; /* of BATCH_CSV: what its columns are */
};

struct batch_sum {
    size_t records, scored, incomplete, wrong;
    size_t long_way; /* of them */
};

struct worker;

struct worker *worker_new(const struct memory *memory, const struct batch *b);
void worker_free(struct worker *w);

/* Evaluate the whole lines in `lines`, of which the first is number `line` (from 1) of the input,
 * and add a line for each record to `out`.  Blank lines are no records. `sum` is added to. */
void worker_run(struct worker *w, struct text lines, long long line, struct buffer *out,
                struct batch_sum *sum);

/* Where the text of `n` bytes ends its last whole record: in CSV a quoted cell may hold line ends.
 * 0 when there is none. */
size_t batch_whole(const struct batch *b, struct text text);

#endif
