/* What scores are calculated from, by name: found once for all records.  Private to batch/.
 *
 * Floor: batch. */
#ifndef KEN_BATCH_DERIVATION_TERMS_H
#define KEN_BATCH_DERIVATION_TERMS_H

#include "eval/outcome.h"

/* In the order in which they are written. */
enum term_kind {
    TERM_FACT,
    TERM_LET,
    TERM_FIGURE, /* what a pencil alone cannot do: rows counted, days between dates, a case chosen,
                    a formula called */
    TERM_SCORE,  /* of another criterion */
    TERM_KINDS
};

struct term {
    struct text key;                   /* as it is written: `,"capital.used":` */
    const struct fact *fact;           /* of TERM_FACT */
    const struct criterion *criterion; /* of TERM_SCORE */
    LIST_OF(const struct expr *) read; /* each stands for it: it counts where one was needed */
};
struct terms {
    LIST_OF(struct term) of[TERM_KINDS];
};

/* Of each criterion, by index.  A fact that a step or penalty is alone about is not among them:
 * these say the day themselves. */
const struct terms *terms_of(struct arena *a, const struct model *m);

#endif
