/* Boundary cases: the facts with which a construct just does, or just does not, what it says.
 *
 * Floor: cases. */
#ifndef KEN_CASES_BOUNDARIES_H
#define KEN_CASES_BOUNDARIES_H

#include "check/tests.h"
#include "facts/facts.h"

/* One set of facts worth looking at, made by changing as few facts of `base` as possible. */
struct boundary {
    const struct criterion *of;
    struct text says;    /* "just below level 3", "a day after 2566-04-30", "does not apply" */
    struct text because; /* the reason that is aimed at, as because.def words it; may be empty */
    struct facts *facts; /* finished, of the same model */
};
struct boundaries {
    LIST_OF(struct boundary) all; /* by criterion in the order of the model, then as written */
};

/* Facts that make every criterion of `m` scored where that can be: to start from where nobody gives
 * any. */
struct facts *plain_facts(struct arena *a, const struct model *m, struct diags *d);

/* The boundary cases of `about` (NULL: of every criterion), from the facts in `base`, in the
 * granularity of each fact. */
struct boundaries *boundaries_of(struct arena *a, const struct model *m, const struct facts *base,
                                 const struct criterion *about);

#endif
