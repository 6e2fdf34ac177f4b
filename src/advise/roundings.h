/* Whether another order of rounding would print another figure.
 *
 * Floor: advise.  The rules say where figures are rounded; offices often round earlier, because
 * they calculate with what is printed.  Each other order is a whole evaluation with that rounding.
 */
#ifndef KEN_ADVISE_ROUNDINGS_H
#define KEN_ADVISE_ROUNDINGS_H

#include "eval/outcome.h"

enum printed_figure {
    PRINTED_SCORE,
    PRINTED_WEIGHTED,
    PRINTED_CONTRIBUTION, /* where it is not the weighted score */
};

/* A figure that comes out differently, with what it is by the rules. */
struct other_figure {
    const struct criterion *criterion;
    enum printed_figure which;
    struct number ruled, other;                         /* exact; they differ as they are printed */
    const struct band *mark[MARKS], *other_mark[MARKS]; /* of PRINTED_SCORE */
};

/* It reaches another mark; the printed score may then be the same. */
bool other_figure_is_marked(const struct other_figure *f);

struct other_rounding {
    enum early early;
    bool mode[ROUND_DOWN + 1];        /* by enum rounding_mode: every mode with these figures */
    LIST_OF(struct other_figure) all; /* in the order of the rules, the total first */
    size_t marks[MARKS];              /* how many of them reach another one */
};

struct roundings {
    const struct outcome *outcome;
    LIST_OF(struct other_rounding) all; /* only those that change a figure or a mark */
};

/* Try the orders of enum early, half up, half even and cut off each, and keep what comes out
 * differently for `about` and everything in it.  Evaluations take their memory from `scratch` and
 * give it back. */
struct roundings *roundings_of(struct arena *a, struct arena *scratch, const struct outcome *o,
                               const struct criterion *about);

#endif
