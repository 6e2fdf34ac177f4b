/* Between questions.c and ranges.c: private to them.
 *
 * Floor: facts.  A question is being read piece by piece. */
#ifndef KEN_FACTS_QUESTIONS_H
#define KEN_FACTS_QUESTIONS_H

#include "facts/bind.h"

struct asking {
    struct binder *b;
    struct arena *a;
    const struct fact *fact;
    struct question *question;
    long long others; /* outcomes that the questions before this one have */
    bool well;        /* no error so far */
};

/* `low .. high by step`; the step may be nothing. */
struct range {
    struct raw all, low, high, step;
};

/* Whether one more value fits the limit; else it is an error at `at`. */
bool asking_has_room(struct asking *k, struct span at);

/* All values from one end to the other, both included. */
void asking_add_range(struct asking *k, struct range *r);

#endif
