/* What one unknown must be for an expression to reach a bound.
 *
 * Floor: advise.  With everything else as it is, a measure is a function of one fact: a ratio of
 * two linear ones, (a + b x) / (c + d x), or none that can be inverted.  So the bound of the fact
 * is calculated, not searched. */
#ifndef KEN_ADVISE_SOLVE_H
#define KEN_ADVISE_SOLVE_H

#include "advise/unknowns.h"

/* At least (or at most) a value; open: more (or less) than it. */
struct bound {
    struct number value;
    bool at_most, open;
};

/* The bound of `u` for which `e` meets `wanted`.  False when no value of `u` alone does, or when
 * `e` is no such function of it. */
bool solve(struct arena *a, struct outcome *o, const struct expr *e, struct unknown u,
           struct bound wanted, struct bound *of_unknown);

#endif
