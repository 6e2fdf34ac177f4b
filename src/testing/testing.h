/* Running tests: facts of a test, evaluated, against what it expects.
 *
 * Floor: testing.  A test is run to its end: every expectation has a verdict. */
#ifndef KEN_TESTING_TESTING_H
#define KEN_TESTING_TESTING_H

#include "check/tests.h"
#include "eval/outcome.h"

/* Why an expectation fails. */
enum unmet {
    UNMET_NOT,      /* it holds */
    UNMET_FIGURE,   /* another figure */
    UNMET_STATE,    /* scored and not incomplete, dropped and not scored ... */
    UNMET_MARK,     /* another light or grade */
    UNMET_RANGE,    /* incomplete, but between other ends */
    UNMET_REASON,   /* for another reason */
    UNMET_PROBLEM,  /* this error or warning was not given */
    UNMET_NO_SCORE, /* the facts are wrong, so there is nothing to compare with */
};
struct expectation_result {
    const struct expectation *expected;
    enum unmet unmet;
    bool has_number;
    struct number found; /* of UNMET_FIGURE, exactly, in base units */
    struct text says;    /* what was found, as a phrase: "it is 4.7", "step 3 is 2 days late" */
};

struct test_result {
    const struct test *test;
    const struct model *model;
    struct facts *facts;
    struct outcome *outcome; /* NULL: the facts are wrong */
    struct diags diags;      /* of its facts and their evaluation, apart from those of the rules */
    LIST_OF(struct expectation_result) expected; /* by number of the expectation */
    bool passed;
};

/* Whether the name of a test contains `filter`, or is like it where that has `*` or `?`. */
bool test_is_meant(const struct test *t, struct text filter);

/* Read the facts of `t`, through `host` those in files, evaluate, and compare.  What is wrong with
 * the facts fails the test, unless it is expected.  All of the result lives in `a`. */
struct test_result *test_run(struct arena *a, const struct model *m, const struct test *t,
                             const struct facts_host *host);

/* An error of the facts or of evaluating them that the test does not expect. */
bool test_is_unexpected(const struct test_result *r, const struct diag *g);

/* A figure as an expectation writes its own: in its unit, exactly, and where that does not end, as
 * a fraction with decimals: "641415/129479 (≈ 4.953815)". */
struct text figure_said(struct arena *a, const struct expectation *e, struct number n);

/* Whether an outcome (of the same rules changed somewhere, and of the facts of the test) is still
 * all that `t` expects: for mutants. Diagnostics aside. */
bool test_holds(struct arena *a, struct outcome *o, const struct test *t);

/* Whether the reason holds for the criterion.  `*found` becomes what holds instead, as a phrase
 * (may be NULL). */
bool because_holds(struct arena *a, struct outcome *o, const struct criterion *k,
                   const struct because *b, struct text *found);

#endif
