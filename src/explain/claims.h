/* Claims: figures that an office has printed, held against the recomputation.
 *
 * Floor: explain.  A figure is named by a criterion and an aspect: measure, score, weight,
 * weighted, share, contribution, status, grade, or a let of the criterion. */
#ifndef KEN_EXPLAIN_CLAIMS_H
#define KEN_EXPLAIN_CLAIMS_H

#include "eval/outcome.h"

enum verdict {
    VERDICT_AGREES,  /* at the decimals it is written with, half up */
    VERDICT_ROUNDED, /* only with another rounding to these decimals */
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
    struct text rounding;     /* of VERDICT_ROUNDED: "down", "down or half even" */
    struct text bound; /* of VERDICT_IMPOSSIBLE: the most (or least) that is possible, in words */
};

struct claims {
    LIST_OF(struct claim_result) all;         /* in the order of the facts */
    size_t agree, rounded, disagree, unknown; /* disagree counts impossible ones too */
    size_t impossible;
};

/* Count a claim by its verdict. */
void claims_count(struct claims *claims, enum verdict verdict);

/* Compare every claim of the facts. */
struct claims *claims_check(struct arena *a, const struct outcome *o);

/* Whether the claim is off: it disagrees or is impossible. */
bool claim_is_off(const struct claim_result *c);

/* The verdict for people: "agrees rounded down", "impossible: at most 0.8462 is possible". */
struct text claim_verdict(struct arena *a, const struct claim_result *c);

/* How many of each: "3 agree, 1 agrees after rounding, 2 disagree (1 impossible), 1 with nothing to
 * compare with". */
struct text claims_words(struct arena *a, const struct claims *claims);

/* The recomputed figure, with the unit that the claim is written in; empty without one. */
struct text claim_recomputed(struct arena *a, const struct claim_result *c);

/* --- single figures ----------------------------------------------------------------------- */

/* The figure of `k` that `aspect` names, exactly; false when it has no value here. */
bool figure_of(const struct outcome *o, const struct criterion *k, struct text aspect,
               struct number *n);

/* The let of `k` itself that has this name; NULL when there is none. */
const struct let *figure_let(const struct criterion *k, struct text name);

/* Whether `aspect` is a mark of `k`, and which: a word, no number. */
bool figure_mark(const struct criterion *k, struct text aspect, enum mark *mark);

/* `n`, in base units, as the claim is written: in its unit, with its decimals, half up. */
struct number claim_written(struct arena *a, const struct claim *claim, struct number n);
struct text claim_words(struct arena *a, const struct claim *claim, struct number n);

#endif
