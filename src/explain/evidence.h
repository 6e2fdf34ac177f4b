/* Evidence: the facts that a score was made from, and which of them nothing is behind although the
 * rules ask for it.
 *
 * Floor: explain. */
#ifndef KEN_EXPLAIN_EVIDENCE_H
#define KEN_EXPLAIN_EVIDENCE_H

#include "eval/outcome.h"

/* A step that asks for evidence of what made it done. */
struct asking_step {
    const struct step *step;
    bool refuses; /* it does not count without */
};

/* A fact that a criterion needed. */
struct backing {
    const struct fact *fact;
    LIST_OF(struct asking_step) steps;
    bool missing; /* the fact or a step asks for evidence, and there is none */
};

struct backings {
    const struct criterion *criterion;
    LIST_OF(struct backing) facts; /* each once, in the order in which the rules name them */
};

/* For many questions about one outcome. */
struct evidence_finder;
struct evidence_finder *evidence_finder_new(struct arena *a, const struct outcome *o);

/* What `k` itself was made from; what the scores in it were made from is theirs. */
struct backings evidence_of(struct evidence_finder *finder, const struct criterion *k);

/* "2.1 step 3 does not count", "2.1 step 3", "1.1": what asks. */
struct text backing_words(struct arena *a, const struct criterion *k, const struct backing *b);

#endif
