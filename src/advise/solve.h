/* What one unknown must be for an expression to reach a bound.
 *
 * Floor: advise.  With everything else as it is, a measure is a function of one fact: a ratio of
 * two linear ones, (a + b x) / (c + d x), or none that can be inverted.  So the bound of the fact
 * is calculated, not searched. */
#ifndef KEN_ADVISE_SOLVE_H
#define KEN_ADVISE_SOLVE_H

#include "eval/outcome.h"

/* What may change: a fact with a number, what an aggregate makes of a table, or the score of a
 * part. */
struct unknown {
    const struct fact *fact;      /* the fact, or the table */
    const struct expr *aggregate; /* NULL for a fact */
    const struct criterion *part; /* NULL but for a part: nothing else is set then */
};

/* At least (or at most) a value; open: more (or less) than it. */
struct bound {
    struct number value;
    bool at_most, open;
};

struct unknowns {
    LIST_OF(struct unknown) all;
};

/* Everything that `e` depends on and that may change, each once, in the order of the formula.  What
 * is `fixed` is not among them; scores of other criteria are not followed. */
struct unknowns unknowns_of(struct arena *a, const struct outcome *o, const struct expr *e);

/* What the unknown is now: the fact's value; of an aggregate the number that would change: rows
 * that count, or the sum.  False when it is not known. */
bool unknown_now(struct arena *a, struct outcome *o, struct unknown u, struct number *now);

/* By what an aggregate divides the number that would change: the rows of a share or mean, else 1. 0
 * without rows. */
struct number unknown_divisor(struct arena *a, struct outcome *o, struct unknown u);

/* The bound of `u` for which `e` meets `wanted`.  False when no value of `u` alone does, or when
 * `e` is no such function of it. */
bool solve(struct arena *a, struct outcome *o, const struct expr *e, struct unknown u,
           struct bound wanted, struct bound *of_unknown);

#endif
