/* Claims: figures that an office has printed, held against the recomputation.
 *
 * Floor: explain. */
#ifndef KEN_EXPLAIN_CLAIMS_H
#define KEN_EXPLAIN_CLAIMS_H

#include "eval/outcome.h"

enum verdict {
    VERDICT_AGREES, /* at the decimals it is written with */
    VERDICT_DISAGREES,
    VERDICT_IMPOSSIBLE, /* no facts could give this figure */
    VERDICT_UNKNOWN,    /* there is nothing to compare with: not scored, or no such figure */
};

/* "agrees", "disagrees", ...: as JSON says it. */
struct text verdict_words(enum verdict verdict);

struct claim_result {
    const struct claim *claim;
    const struct criterion *criterion; /* NULL when the rules have no such criterion */
    enum verdict verdict;
    bool is_number;
    struct number recomputed; /* in base units */
    struct text shown;        /* the recomputed figure, as the claim writes its own */
    struct text bound; /* of VERDICT_IMPOSSIBLE: the most (or least) that is possible, in words */
};

struct claims {
    LIST_OF(struct claim_result) all; /* in the order of the facts */
    size_t agree, disagree, unknown;  /* disagree counts impossible ones too */
};

/* Compare every claim of the facts. */
struct claims *claims_check(struct arena *a, const struct outcome *o);

#endif
