/* Looking for causes: private to the audit.
 *
 * One file a family of guesses; each calls guess_try with what would have been printed. */
#ifndef KEN_ADVISE_GUESSES_H
#define KEN_ADVISE_GUESSES_H

#include "advise/audit.h"
#include "eval/again.h"
#include "explain/figures.h"

struct guessing {
    struct arena *a;
    struct outcome *o;
    const struct claims *claims;
    struct map claim_of; /* path, line feed, aspect: to index in claims */
    struct again *again; /* made when it is first needed */
    /* By criterion index: the nearest row of the same height on the page; NULL at its ends.  Before
     * the total stands the last group. */
    const struct criterion **before, **after;
    size_t work; /* of AUDIT_WORK, what is left */
    bool exhausted;

    struct finding *finding; /* at hand */
    const struct claim *claim;
    const struct criterion *k;
    struct text aspect;
};

/* Whether `n`, in base units, is what is printed, at its decimals. */
bool guess_fits(struct guessing *g, struct number n);

/* A cause: `says` is asked for only when it fits. */
void guess_add(struct guessing *g, enum guess_kind kind, struct text says);

/* Whether a cause of that kind was found already. */
bool guess_has(const struct guessing *g, enum guess_kind kind);

/* Digits of the printed figure, zeros in front aside: what is short enough is met by chance. */
size_t guess_digits_printed(struct guessing *g);

/* Whether the aspect of the claim at hand is this one. */
bool guess_is_about(const struct guessing *g, struct text aspect);

/* The claim of that figure; NULL when it is not claimed. */
const struct claim_result *guess_claim(const struct guessing *g, const struct criterion *k,
                                       struct text aspect);

/* Take `n` from the work that is left; false, once and for all, when there is not so much. */
bool guess_work(struct guessing *g, size_t n);

/* Between again_begin and guess_end: what was changed decides, and then everything is as it was.
 * True when the figure at hand comes out as it is printed. */
struct again *guess_begin(struct guessing *g);
bool guess_end(struct guessing *g);

/* The families. */
void guess_digits(struct guessing *g);     /* digits.c: misread or swapped */
void guess_neighbours(struct guessing *g); /* neighbours.c: another row or column */
void guess_below(struct guessing *g); /* below.c: rounded first; what follows from other claims */
void guess_items(struct guessing *g); /* items.c: one child or dropped criterion */
void guess_rows(struct guessing *g);  /* rows.c: one row of a table */

#endif
