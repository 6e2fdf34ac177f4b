/* In which directions a figure goes where one fact grows: private to lint/.
 *
 * Read off the form of the expressions, so that facts need be tried only where that does not say
 * it. */
#ifndef KEN_LINT_DIRECTION_H
#define KEN_LINT_DIRECTION_H

#include "lint/linting.h"

/* Bits: neither, one of them, or both, which is also what is not known.  Later dates are more, and
 * yes is more than no. */
enum { GOES_NOWHERE = 0, GOES_UP = 1, GOES_DOWN = 2, GOES_ANYWHERE = GOES_UP | GOES_DOWN };

/* What was found, in the turn in which it was found. */
struct going {
    size_t turn;
    unsigned goes;
};

struct directing {
    struct linting *l;
    const struct fact *of;
    size_t turn, question;    /* the fact that is asked of, and whether something reads it */
    struct going *let_goes;   /* by let */
    size_t *let_asked;        /* by let: the last question in which it was looked into */
    struct going *score_goes; /* by criterion */
};

/* To ask of one fact after the other. */
struct directing directing_of(struct linting *l);
void directing_turn(struct directing *d, const struct fact *of);

/* Of the score of a criterion, also through the scores that it is made of. */
unsigned score_goes(struct directing *d, const struct criterion *k);

#endif
