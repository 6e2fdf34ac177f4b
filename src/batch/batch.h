/* Many offices: a stream of records, one a line, to a stream of scores, one a line.
 *
 * Floor: batch.  Lines come in as text and go out into a buffer, in the same order.  A record that
 * is as most are goes the short way: its values into slots (read_ndjson.c, read_csv.c), the slots
 * through the plan (plan/).  Any other goes the long way, which `ken eval` goes: facts, eval_model
 * (long_way.c).  Readers of the short way accept only what the long way would accept with the same
 * meaning, and leave every mistake to it: so there is one set of rules for facts, and one for
 * scores.
 *
 * A `struct batch` is made once, is immutable, and is shared by threads; a `struct worker` belongs
 * to one.  Memory does not grow with the number of records. */
#ifndef KEN_BATCH_BATCH_H
#define KEN_BATCH_BATCH_H

#include "base/buffer.h"
#include "facts/record.h"
#include "plan/plan.h"

enum batch_form { BATCH_NDJSON, BATCH_CSV };

/* How a score is written: all that is looked at of ten thousand criteria for a line. */
struct batch_figure {
    uint32_t index; /* of the criterion */
    uint32_t key;   /* bytes of its key */
    struct show show;
};

/* What is written of each record. */
struct batch_wants {
    enum batch_form form;
    LIST_OF(const struct criterion *) scores; /* in this order, the total aside in BATCH_NDJSON */
    struct batch_figure *figure;              /* of each of them */
    const char *keys; /* one behind the other: "1.1":" and the next, and KEY_ROOM bytes more */
    bool total;       /* it is wanted, and with it what is said of the whole */
    size_t room;      /* bytes for a line of quick figures, the id aside */
    bool bare; /* of BATCH_CSV: no columns but the id and the scores; of a wrong record they are
                  empty */
};

struct batch {
    const struct model *model;
    const struct plan *plan;       /* NULL: every record goes the long way */
    const struct columns *columns; /* how the records call facts */
    const struct sources *sources; /* of the rules; a worker has its own */
    enum batch_form from;
    struct batch_wants wants;
    const struct derivation *derivation; /* of BATCH_NDJSON: each line has one; NULL: none has */
    struct text name;                    /* of the input, in messages */
    const struct csv_head *head;         /* of BATCH_CSV: what its columns are */
};

struct batch_sum {
    size_t records, incomplete, wrong;
    size_t long_way; /* of the records */
};

/* Word number `i` for a sort of scores: "indicators", ...; empty behind the last. */
struct text batch_sort(size_t i);

/* Want the scores that `only` names: ids, `total`, `indicators`, `parts` or `groups`, with commas
 * between; empty: all indicators and the total.  False when one names nothing, or all of them do,
 * which goes to `*unknown`. */
bool batch_want(struct arena *a, struct batch *b, struct text only, struct text *unknown);

/* Add the line that stands before those of records: of CSV the names of the columns. */
void batch_head(const struct batch *b, struct buffer *out);

/* Whether that line, which was written, is of a record that was wrong; of a bare one nobody can
 * tell. */
bool batch_was_wrong(const struct batch *b, struct text line);

/* Whether that is a record of the stream, and no rules. */
bool batch_is_record(const struct batch *b, const struct source *s);

struct worker;

struct worker *worker_new(const struct memory *memory, const struct batch *b);
void worker_free(struct worker *w);

/* Evaluate the whole lines in `lines`, of which the first is number `line` (from 1) of the input,
 * and add a line for each record to `out`.  Blank lines are no records. `sum` is added to. */
void worker_run(struct worker *w, struct text lines, long long line, struct buffer *out,
                struct batch_sum *sum);

/* --- lines.c: where records end ----------------------------------------------------------------
 */

/* Take the next record off `rest`, without the sign that ends it; in CSV a quoted cell may hold
 * line ends.  How many lines that were. */
long long batch_next(const struct batch *b, struct text *rest, struct text *record);

bool batch_is_blank(struct text record);

/* How many bytes of `text` are whole records; 0 when there is none. */
size_t batch_whole(const struct batch *b, struct text text);

#endif
