/* Facts on which a mutant comes out otherwise: what no test has tried.
 *
 * Floor: mutate.  The facts of the tests, the boundary cases near them, and facts with one thing
 * moved are evaluated by the rules and by the mutant; the first that make a difference which a
 * test can expect are the witness. */
#ifndef KEN_MUTATE_WITNESS_H
#define KEN_MUTATE_WITNESS_H

#include "mutate/trial.h"

struct search;

/* Facts to start from: those of the tests, and of nobody. */
struct search *search_of(struct trials *t, const struct facts_host *host);

/* The mutant is not made.  True when facts were found that make a difference: then `*tried` is
 * their number, else how many were tried. */
bool search_find(struct trials *t, const struct mutant *x, size_t *tried);

/* What they are, found again by their number.  A test that was told for another mutant of the same
 * criterion and notices this one too is not told again. */
struct witness {
    const struct criterion *of; /* what differs */
    struct text was, now;       /* "score 3.0000" */
    struct text name;           /* of a test that holds on the rules and not on the mutant */
    struct text block;          /* the test; empty: it was told before */
};
struct witness search_witness(struct trials *t, struct arena *a, const struct mutant *x,
                              size_t number);

/* candidates.c, private: sets of facts, those first that are likely to make a difference. */
struct base {
    const struct facts *facts;
    struct text file;            /* as a line `facts` names it; empty: of none */
    const struct facts *of_file; /* what that says; the facts may say more */
};
struct candidate {
    const struct base *base;
    const struct facts *facts;
};
struct candidates {
    LIST_OF(struct candidate);
};
struct candidates candidates_of(struct arena *a, const struct model *m, const struct criterion *of,
                                const struct base *bases, size_t n);

/* difference.c, private: the first thing that a test can expect of one and not of the other.  The
 * mutant is not made then; the words of an outcome are those of the rules it was made by. */
struct difference {
    const struct criterion *of;
    bool is_mark;
    enum mark mark;
    struct text because; /* where only the reason is another; else empty */
    bool in_full;        /* as shown the scores are equal */
};
bool difference_of(struct arena *a, const struct mutant *x, const struct outcome *was,
                   const struct outcome *now, struct difference *d);
struct text difference_words(struct arena *a, const struct outcome *o, const struct difference *d,
                             bool as_expected);

/* Whether what is expected because of `d` is not what comes out now. */
bool difference_shows(struct arena *a, const struct difference *d, const struct outcome *was,
                      const struct outcome *now);

#endif
