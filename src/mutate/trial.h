/* Mutants against tests: which of them no test notices.
 *
 * Floor: mutate.  A mutant is killed by the first test that does not hold on it. Where its
 * criterion comes out the same, no test on these facts can notice anything, so that only what
 * differs is evaluated as a whole. */
#ifndef KEN_MUTATE_TRIAL_H
#define KEN_MUTATE_TRIAL_H

#include "mutate/influence.h"
#include "mutate/mutate.h"
#include "testing/testing.h"

enum fate { FATE_UNTRIED, FATE_KILLED, FATE_SURVIVED, FATE_SAME, FATES };

/* Plain bytes, so that one process can tell them to another. */
struct mutant_fate {
    enum fate fate;
    size_t killer; /* of FATE_KILLED: the number of the test */
    size_t tried;  /* of FATE_SURVIVED: sets of facts that make no difference */
    bool shown;    /* one does: that with the number `tried` */
};

struct trial_test {
    const struct test_result *result;
    bool anywhere; /* it asks for something that any change may move: a weight, a let */
    bool *asks;    /* by criterion: it expects something of it */
};

struct trials {
    struct arena *a;
    struct arena *scratch; /* for one evaluation */
    const struct model *m;
    struct mutants mutants;
    struct influence influence;
    LIST_OF(struct trial_test) tests; /* those that have an outcome */
    struct search *search;            /* witness.c */
};

/* Tests that have been run, and hold; `host` reads their files again. */
struct trials *trials_of(struct arena *a, const struct model *m, struct mutants mutants,
                         struct test_result *const *results, size_t n,
                         const struct facts_host *host);

/* Make the mutant and run the tests on it; of a survivor, look for facts that make a difference.
 * The model is afterwards as it was. */
struct mutant_fate trials_try(struct trials *t, size_t mutant);

bool result_same(struct arena *a, const struct result *x, const struct result *y);

#endif
