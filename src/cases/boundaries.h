/* Boundary cases: the facts with which a construct just does, or just does not, what it says.
 *
 * Floor: cases.  They are searched for by evaluating: whatever is promised of a case was seen. */
#ifndef KEN_CASES_BOUNDARIES_H
#define KEN_CASES_BOUNDARIES_H

#include "eval/outcome.h"

/* A fact that says something else than in the base. */
struct move {
    const struct fact *fact;
    struct fact_entry entry; /* finished; what was not stated before is supposed to have evidence */
};
struct moves {
    LIST_OF(struct move);
};

/* One set of facts worth looking at, made by changing as few facts of the base as possible. */
struct boundary {
    const struct criterion *of;
    struct text says;    /* "just below 80% (level 1)", "plan.approved a day after 2566-04-30" */
    struct text because; /* the reason that holds there, as because.def words it; may be empty */
    struct moves moves;  /* from the base; none: the base itself is the case */
    struct text why_not; /* not empty: no facts were found that make it, for this reason */
    /* What the evaluation gave. */
    enum status status;
    struct number score, low, high;
    bool has_measure;
    struct number measure;
    const struct band *mark[MARKS]; /* NULL without one */
};
struct boundaries {
    LIST_OF(struct boundary) all; /* by criterion in the order of the model, then as written */
};

/* Facts that make every criterion of `m` scored where that can be, in the middle of what is
 * possible: to start from where nobody gives any.  Finished. */
struct facts *plain_facts(struct arena *a, const struct model *m, struct diags *d);

/* The boundary cases of `about` (NULL: of every criterion), from the facts in `base`, which are
 * finished, in the granularity of each fact. */
struct boundaries *boundaries_of(struct arena *a, const struct model *m, const struct facts *base,
                                 const struct criterion *about);

/* The facts of a case, in `a`, to be evaluated. */
struct facts *boundary_facts(struct arena *a, const struct facts *base, const struct boundary *b);

#endif
