/* Two rule sets side by side, and facts that are scored by both: what the tests of classes share.
 */
#ifndef KEN_TESTS_TRYING_H
#define KEN_TESTS_TRYING_H

#include "ken_inside.h"
#include "random_rules.h"

enum { ROUNDS = 600, FACTS_TRIED = 60 };

struct trying {
    struct trial *t;
    struct arena *a;
    struct diff *diff; /* NULL: one of the two was refused */
    struct text rules[SIDES];
    unsigned round;
    struct number loss, gain; /* the greatest that was met */
};

struct trying trying_of(unsigned round, struct text older, struct text newer);

char *trying_said(struct trying *x, const struct rule_change *c, struct text what);

/* How much more these facts score by the newer rules; over where one of them gives no score. */
struct number trying_rise(struct trying *x, struct text path, struct text json);

void trying_facts(struct trying *x, const struct rule_change *c, struct text path,
                  struct text json);

/* A class says that there is a loss, or a gain, just when it tells one. */
void trying_class(struct trying *x, const struct rule_change *c);

/* What was met on a grid that holds everything is what is told. */
void trying_met(struct trying *x, const struct rule_change *c);

#endif
