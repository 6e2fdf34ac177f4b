/* Coverage: to which places in the rules the facts of tests have come.
 *
 * Floor: testing.  A place is not a line but something that a construct can do: a segment between
 * two levels, a band, a step that is done late, a penalty at its cap, a case.  All of them together
 * are a function of the model alone, whatever the layout; which of them an outcome came to, one of
 * the outcome.  docs/coverage.md lists them for users. */
#ifndef KEN_TESTING_COVERAGE_H
#define KEN_TESTING_COVERAGE_H

#include "eval/outcome.h"

enum cover_kind {
#define COVER(name, word) COVER_##name,
#include "testing/covers.def"
#undef COVER
    COVER_KINDS
};

/* "between-levels", "step-late", ...: as JSON says it. */
struct text cover_word(enum cover_kind kind);

/* An expression that decides, wherever its formula is used. */
struct cover_use {
    const struct expr *e;
    const struct expr *around; /* the aggregate in whose rows it stands; NULL: none */
};

struct cover_place {
    enum cover_kind kind;
    const struct criterion *of;
    size_t row;                     /* of the case, where its levels or bands go by case */
    size_t index;                   /* of the level, band, step, penalty, line or case row */
    bool at_end;                    /* being exactly at the level beside it counts too */
    LIST_OF(struct cover_use) uses; /* of what expressions decide */
    struct span at;                 /* in the rules */
    struct text says;               /* "between level 3 and 4" */
    struct text out_of_reach; /* why no facts that the rules allow come here; empty: some may */
    size_t times;             /* tests that came here */
    LIST_OF(size_t) tests;    /* that came here, by number, rising */
};

struct coverage {
    struct arena *arena, *scratch;
    const struct model *model;
    LIST_OF(struct cover_place) places; /* by criterion in the order of the model */
    LIST_OF(struct text) tests;         /* their names, in the order added */
};

/* Every place of the rules; no test has come to any. */
struct coverage *coverage_of(struct arena *a, const struct model *m);

/* Note where the facts of one more test came to.  What is scored, or certain in spite of what is
 * missing, counts; whether the test holds does not matter. */
void coverage_add(struct coverage *c, struct text test, struct outcome *o);

/* Note what tests of `other` came to, the same rules read once more.  False when they are not the
 * same. */
bool coverage_join(struct coverage *c, const struct coverage *other);

/* How many places there are that facts can come to, and to how many tests have come. */
struct cover_count {
    size_t covered, all, out_of_reach; /* those out of reach are not among `all` */
};
struct cover_count coverage_count(const struct coverage *c);

/* The same of each criterion by its index, without what stands in it. */
struct cover_count *coverage_counts(struct arena *a, const struct coverage *c);

/* One place more. */
void cover_count_add(struct cover_count *n, const struct cover_place *p);

/* In percent, exactly; 100 where there is nothing to cover. */
struct number cover_percent(struct cover_count n);

#endif
