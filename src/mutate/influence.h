/* Which scores are made from a score: private to mutate/. */
#ifndef KEN_MUTATE_INFLUENCE_H
#define KEN_MUTATE_INFLUENCE_H

#include "check/model.h"

struct readers { /* of one criterion: what its score goes into, without a step between */
    LIST_FIELDS(const struct criterion *);
};
struct influence {
    struct arena *a;
    const struct model *m;
    struct readers *of;            /* by criterion */
    const struct criterion *asked; /* whose influence `is_in` holds; NULL: none yet */
    bool *is_in;                   /* by criterion */
    struct readers stack;
};

struct influence influence_in(struct arena *a, const struct model *m);

/* By criterion: whether it may change when the score of `k` does; `k` itself does.  Until the next
 * call. */
const bool *influence_of(struct influence *r, const struct criterion *k);

#endif
