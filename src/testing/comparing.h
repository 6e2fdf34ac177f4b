/* One expectation against an outcome: private to this floor. */
#ifndef KEN_TESTING_COMPARING_H
#define KEN_TESTING_COMPARING_H

#include "testing/testing.h"

/* Of any expectation but EXPECT_PROBLEM.  What it is about is looked up by name in the model of the
 * outcome; where that has no such thing, it is not met. */
struct expectation_result expectation_compare(struct arena *a, struct outcome *o,
                                              const struct expectation *e);

/* What became of a criterion, as a phrase: "it scores 4.7000", "it is dropped". */
struct text state_words(struct arena *a, const struct outcome *o, const struct criterion *k);

#endif
