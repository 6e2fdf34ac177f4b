/* What the tests of impact share. */
#ifndef KEN_TESTS_IMPACT_H
#define KEN_TESTS_IMPACT_H

#include "diff/impact.h"
#include "support.h"

/* Two rule texts side by side; it is a failure when one is wrong. */
struct impact *impact_between(struct trial *t, struct text older, struct text newer);

/* An office with these facts; it is a failure when they are wrong. */
const struct office *impact_on(struct trial *t, struct impact *m, struct text facts);

/* What all attributions of an office come to. */
struct number impact_sum(struct arena *a, const struct office *o);

#endif
