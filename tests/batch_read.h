/* What the tests of the quick readers share: rules with every kind of fact, and the comparison of a
 * quick reader with the one that says what is wrong. */
#ifndef KEN_TESTS_BATCH_READ_H
#define KEN_TESTS_BATCH_READ_H

#include "batch/read.h"
#include "random_rules.h"

struct quick {
    struct trial *trial;
    struct arena *scratch;
    struct batch batch;
    struct reader *reader;
    struct record last; /* that was read; its id is gone */
};

/* Readers of NDJSON (head NULL) or of CSV below a head; with the names of the rules or mapped:
 * `code` is the id, `USED` is capital.used in baht, `x.share` is capital.plan.share, dates are
 * B.E., and all other names are ignored. */
struct quick *quick_new(bool mapped, const char *head);
void quick_free(struct quick *q);

/* Whether the line is read; when it is, it must be right and mean the same in the long way, or the
 * test fails. */
bool quick_reads(struct quick *q, struct text line);

/* What that put into the slot of a fact: a number, or "-" without a value. */
char *quick_slot(struct quick *q, const char *path);

/* A value of a fact as JSON writes it, or as a cell; an odd one may be wrong, or of a form that
 * only the long way reads. */
struct text quick_value(struct quick *q, const char *path, bool json, bool odd);

/* The same line with a few bytes changed, taken out or doubled. */
struct text quick_mutant(struct quick *q, struct text line);

#endif
