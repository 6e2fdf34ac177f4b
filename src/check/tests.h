/* Tests: what rules must make of stated facts.
 *
 * Floor: check.  A `test` block is checked like everything else in a rule file: its criteria,
 * figures, marks and facts are known, its reasons are from the one vocabulary of because.def.  It
 * never changes a score. Facts are not read here: a test names files, holds a text, and sets single
 * values. */
#ifndef KEN_CHECK_TESTS_H
#define KEN_CHECK_TESTS_H

#include "check/model.h"

/* Where the facts of a test come from, in the order written; a `set` replaces what a file says. */
enum test_facts_kind {
    TEST_FACTS_FILE, /* `facts "loei.facts"`: text is the name, as written */
    TEST_FACTS_TEXT, /* `facts { ... }`: text is what stands between the braces */
    TEST_FACTS_SET,  /* `set plan.approved = 2566-05-03`: text is that from the path on */
};
struct test_facts {
    enum test_facts_kind kind;
    struct text text;
    struct span at; /* of the text */
};

/* What an expectation is about. */
enum expected {
    EXPECT_FIGURE,     /* `score 4.8`, `measure 82.63%`, `weight 1/65`, a let of the criterion */
    EXPECT_MARK,       /* `status green`, `grade A` */
    EXPECT_INCOMPLETE, /* `incomplete`, `incomplete 1 .. 3` */
    EXPECT_NOT_APPLICABLE, /* carried at a declared score, or dropped */
    EXPECT_DROPPED,        /* `dropped`: its weight goes to others */
    EXPECT_NOTHING,        /* only `because`: the reason alone */
    EXPECT_PROBLEM, /* `error K0612`, `warning K0639`: of reading the facts or of evaluating */
};

/* A reason that is expected: a pattern of because.def with its numbers, names and ids filled in. */
enum because_kind {
#define BECAUSE(name, pattern) BECAUSE_##name,
#include "check/because.def"
#undef BECAUSE
    BECAUSE_KINDS
};
struct because {
    enum because_kind kind;
    struct number first, second; /* `late 3 days`: 3; `between level 4 and 5`: 4 and 5 */
    enum day_unit unit;
    struct text name; /* of a penalty or bonus, of a step's fact, of what is missing */
    struct span at;
};

struct expectation {
    enum expected kind;
    const struct criterion *of; /* NULL of EXPECT_PROBLEM */
    struct text
        aspect; /* as in claims: measure, score, weight, weighted, share, contribution, or a let */
    struct text shown;   /* as written: "82.63%" */
    bool exactly;        /* all of the figure, not only the decimals written */
    struct number value; /* in base units */
    unsigned decimals;   /* written behind the point */
    struct number unit;  /* what 1 is worth as written: 1/100 for percent */
    bool has_range;
    struct number low, high; /* of EXPECT_INCOMPLETE */
    unsigned low_decimals, high_decimals;
    enum mark mark;
    struct text word;    /* of EXPECT_MARK: the name of the light or grade */
    enum diag_code code; /* of EXPECT_PROBLEM */
    bool has_because;
    struct because because;
    struct span at, value_at; /* of `expect ...`; of the figure or word */
};

struct test {
    struct text name;
    LIST_OF(struct test_facts) facts;
    LIST_OF(struct expectation) expected;
    struct span at, name_at;
};

#endif
