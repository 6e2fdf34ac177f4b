/* What may change, and what it is now.
 *
 * Floor: advise. */
#ifndef KEN_ADVISE_UNKNOWNS_H
#define KEN_ADVISE_UNKNOWNS_H

#include "eval/outcome.h"

/* What may change: a fact with a number, what an aggregate makes of a table, or the score of a
 * part. */
struct unknown {
    const struct fact *fact;      /* the fact, or the table */
    const struct expr *aggregate; /* NULL for a fact */
    const struct criterion *part; /* NULL but for a part: nothing else is set then */
};

struct unknowns {
    LIST_OF(struct unknown) all;
    bool any; /* something may change, be it no number or such as cannot be solved for */
};

/* Everything that `e` depends on and that may change, each once, in the order of the formula.  What
 * is `fixed` is not among them, nor an aggregate of columns that all are; scores of other criteria
 * are not followed. */
struct unknowns unknowns_of(struct arena *a, const struct outcome *o, const struct expr *e);

/* What the unknown is now: the fact's value; of an aggregate the number that would change: rows
 * that count, or the sum.  False when it is not known. */
bool unknown_now(struct arena *a, struct outcome *o, struct unknown u, struct number *now);

/* By what an aggregate divides the number that would change: the rows of a share or mean, else 1. 0
 * without rows. */
struct number unknown_divisor(struct arena *a, struct outcome *o, struct unknown u);

#endif
