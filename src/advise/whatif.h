/* What would be, if: the outcomes of facts that are tried with several values.
 *
 * Floor: advise.  Each outcome is a whole evaluation of the same model; the facts differ in the
 * values that are asked about, and in nothing else. */
#ifndef KEN_ADVISE_WHATIF_H
#define KEN_ADVISE_WHATIF_H

#include "eval/outcome.h"

/* What an evaluation makes of one criterion, without the trace. */
struct tried_score {
    const struct criterion *criterion;
    enum status status;
    struct number score, low, high;
    const struct band *mark[MARKS]; /* NULL without one */
    bool has_difference;            /* both scores are known */
    struct number difference;       /* to the score without these values */
};

struct tried {
    const struct fact_entry *const *value; /* one for each question */
    struct tried_score total;
    LIST_OF(struct tried_score)
    changes; /* indicators with another score or status than without
                these values, in the order of the rules */
};

struct whatif {
    const struct outcome *base;     /* the facts as they are */
    bool base_stopped;              /* they cannot be evaluated: a mistake stops it */
    LIST_OF(struct tried) outcomes; /* the last question changes fastest */
    LIST_OF(const struct criterion *)
    changing;                         /* indicators that some outcome changes, in the
                                         order of the rules */
    LIST_OF(struct trouble) troubles; /* of the first outcome that has some: nothing follows it */
};

/* Try every combination of values that the facts ask about.  `base` is what follows from the facts
 * as they are.  Evaluations take their memory from `scratch`, one after the other, and give it
 * back. */
struct whatif *whatif_of(struct arena *a, struct arena *scratch, const struct outcome *base);

/* Whether the score of `t` is known. */
bool tried_is_known(const struct tried_score *t);

/* The score of `k` in an outcome, whether or not it changed. */
struct tried_score tried_score_of(const struct whatif *w, const struct tried *t,
                                  const struct criterion *k);

#endif
