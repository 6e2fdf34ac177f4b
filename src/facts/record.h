/* The records of a stream: one office each, in the names of another system perhaps.
 *
 * Floor: facts.  The general readers, which say what is wrong and where; the quick ones of batch/
 * accept a part of what these accept, with the same meaning. */
#ifndef KEN_FACTS_RECORD_H
#define KEN_FACTS_RECORD_H

#include "check/columns.h"
#include "facts/facts.h"

/* What stands in a column of a CSV stream. */
struct csv_column {
    const struct fact *fact; /* NULL: the id, or nothing that counts */
    const struct unit *unit; /* its numbers are written in it; NULL: in that of the fact */
    bool is_id;
    struct text name; /* as the head has it */
};
struct csv_head {
    char delimiter;
    size_t columns;
    struct csv_column *at;
};

/* The head of a CSV stream; NULL after errors: a name that is nobody's, a fact twice. */
const struct csv_head *csv_head_read(struct arena *a, const struct model *m,
                                     const struct columns *c, const struct source *head,
                                     struct diags *d);

/* What databases and spreadsheets write, which the general reader and the quick ones take alike.
 *
 * Whether `words` say yes or no: as fact files do, or in a record as other programs do too ("t",
 * "TRUE", "n"). */
bool facts_truth(struct text words, bool of_record, bool *yes);

/* A day, without the midnight that a time stamp has behind it: "2024-02-01 00:00:00".  Anything
 * else as it is. */
struct text facts_day_alone(struct text t);

/* Read one record into `f`; the office it is of goes to `*id`, which stays empty where it does not
 * say, and to f->office.  `record` is one line; where it stands in the stream say its lines_before.
 *
 * A JSON record is read as JSON fact files are: nested, or flat with "capital.used" at its top, and
 * with the names of `c`.  In a CSV record an empty cell says nothing, `n/a` that the fact does not
 * apply, and `|` stands between the words of a set.  Dates are C.E. unless `c` has an era. */
void record_read_csv(struct facts *f, const struct source *record, const struct csv_head *head,
                     const struct columns *c, struct text *id);
void record_read_json(struct facts *f, const struct source *record, const struct columns *c,
                      struct text *id);

#endif
