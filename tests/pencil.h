/* A derivation (src/batch/derivation.h) followed with a pencil. */
#ifndef KEN_TESTS_PENCIL_H
#define KEN_TESTS_PENCIL_H

#include "eval/outcome.h"

struct pencil {
    struct arena *a;
    const struct outcome *o; /* whose scores must come out */
    const char *about;
    struct text derived;
    size_t scores, measures, formulas; /* that were calculated again */
};

/* Calculate every figure again that the derivation and the rules are enough for; what does not
 * come out ends the test. */
void pencil_follow(struct pencil *p, struct text derived);

#endif
