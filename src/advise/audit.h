/* The audit: what is to be said of each printed figure.
 *
 * Floor: advise.  Every claim has a finding: its verdict (explain/claims.h), by how much it is off,
 * and the probable cause when one rule explains it.  Causes are guesses that are tried: what would
 * have been printed, if?  One is told only when no guess of another kind gives the same figure. */
#ifndef KEN_ADVISE_AUDIT_H
#define KEN_ADVISE_AUDIT_H

#include "explain/claims.h"

enum {
    AUDIT_DIGITS = 3,   /* that a figure must have to be called misread, or copied from elsewhere */
    AUDIT_ITEMS = 1000, /* rows or children of which one more or less is tried */
    AUDIT_WAYS = 3,     /* ways of one kind that are named; of more none is */
    AUDIT_WORK = 1000000 /* criteria and rows that are gone through for guesses, in all */
};

enum guess_kind {
#define GUESS(name, words) GUESS_##name,
#include "advise/guesses.def"
#undef GUESS
    GUESS_KINDS
};

/* "digit", "neighbour", ...: as JSON says it. */
struct text guess_words(enum guess_kind kind);

struct guess {
    enum guess_kind kind;
    size_t ways;      /* how many things of this kind explain it */
    struct text says; /* "one digit misread: 4 for 5" */
};

struct finding {
    const struct claim_result *claim;
    bool has_difference;
    struct number difference; /* printed less recomputed, exactly, in base units */
    struct text apart;        /* "0.10 too low", "2 grades too high": as printed; may be empty */
    LIST_OF(struct guess) guesses; /* one a kind: exactly one is the probable cause */
};

struct audit {
    struct outcome *outcome;
    const struct criterion *about;
    struct claims counts;             /* of the claims about it; its list is empty */
    size_t explained;                 /* claims with a probable cause */
    bool exhausted;                   /* AUDIT_WORK was not enough: later claims have no guesses */
    LIST_OF(struct finding) findings; /* in the order of the facts */
};

/* Every claim about `about` and what is in it. */
struct audit *audit_claims(struct arena *a, struct outcome *o, const struct claims *claims,
                           const struct criterion *about);

/* The probable cause; NULL when there is none or several are left. */
const struct guess *finding_cause(const struct finding *f);

/* "one digit misread: 4 for 5, or the printed figure of 1.1": when several are left; else empty. */
struct text finding_undecided(struct arena *a, const struct finding *f);

#endif
