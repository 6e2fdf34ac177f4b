/* Between needed.c, needed_steps.c and needed_sets.c: private to them. */
#ifndef KEN_ADVISE_NEEDING_H
#define KEN_ADVISE_NEEDING_H

#include "advise/goal.h"
#include "advise/needed.h"

struct needing {
    struct arena *a, *scratch;
    struct outcome *o;
    const struct criterion *asked;
    struct bound goal; /* of `asked`: */
    bool of_scorer;    /* of what its scorer gives, not of its score */
    const struct cost *costs;
    size_t n;
    const struct change *held; /* changes that are made in any case; `o` has them already */
    size_t holds;
    const struct criterion
        *only;          /* look no further than on the way to this one; NULL: everywhere */
    struct needed *out; /* where ways go */
};

/* Try `c`: add it as a way when it reaches the goal and nothing shorter does. */
void needing_try(struct needing *w, const struct change *c, size_t n);

/* What a change of something in `k` costs. */
struct number needing_cost(const struct needing *w, const struct criterion *k);

/* The ways in which the facts of `k` alone reach `goal`, a bound of its score. */
void needing_from(struct needing *w, const struct criterion *k, struct bound goal);

/* The ways in which the facts of `k` alone make its scorer give `raw`. */
void needing_from_scorer(struct needing *w, const struct criterion *k, struct bound raw);

/* Each fact that the formula `e` of `k` reads, alone. */
void needing_formula(struct needing *w, const struct criterion *k, const struct expr *e,
                     struct bound wanted);

/* needed_steps.c: the steps that are missing. */
void needing_steps(struct needing *w, const struct criterion *k, struct bound raw);

/* needed_sets.c: several criteria together. */
void needing_sets(struct needing *w);

#endif
