/* An expression with the value that each part of it had.
 *
 * Floor: testing. */
#ifndef KEN_TESTING_VALUES_H
#define KEN_TESTING_VALUES_H

#include "eval/outcome.h"

struct part_value {
    uint32_t at;      /* where the part is recognised: its operator, or its first letter */
    struct text says; /* the value */
};
struct valued {
    struct text name; /* what the expression is: "measure", "score", "let paid" */
    const struct expr *e;
    LIST_OF(struct part_value) parts; /* by rising place, each place once */
};
struct valued_list {
    LIST_OF(struct valued) all;
};

/* What the figure `aspect` of the criterion is calculated from (empty: its score): the expression
 * itself, then the lets that it names. */
struct valued_list *values_behind(struct arena *a, struct outcome *o, const struct criterion *k,
                                  struct text aspect);

#endif
