/* Changes of facts: what would have to be otherwise, in the fact's own unit and granularity.
 *
 * Floor: advise.  A change is calculated (solve.h) and then tried: an evaluation with it must give
 * what was promised. */
#ifndef KEN_ADVISE_CHANGE_H
#define KEN_ADVISE_CHANGE_H

#include "advise/solve.h"

enum change_kind {
    CHANGE_FACT,    /* the value of a fact */
    CHANGE_ROWS,    /* how many rows of a table count */
    CHANGE_TOTAL,   /* the sum over the rows of a table */
    CHANGE_MEASURE, /* a measure as a whole, where no fact alone decides it */
    CHANGE_DONE,    /* a date fact, or yes/no: done, on `date` at the latest where it has a date */
    CHANGE_PROVEN,  /* a fact that made a step done: there is evidence of it */
};

struct change {
    enum change_kind kind;
    const struct criterion *at; /* where it counts */
    struct unknown what;
    bool has_from; /* else it is not stated */
    struct number from, to, grain;
    const struct step *step; /* of CHANGE_DONE and CHANGE_PROVEN; NULL where the clock of a penalty
                                stops */
    bool has_date;
    struct date date;
};

struct changes {
    LIST_OF(struct change);
};

/* The smallest step between two values of what changes: a unit of the last declared decimal, one
 * row; where nothing is declared, two decimals. */
struct number change_grain(struct arena *a, struct unknown u);

/* The least change of `u` for which `e` meets `wanted`.  False when there is none within the
 * declared range, or none that can be calculated. */
bool change_for(struct arena *a, struct outcome *o, const struct expr *e, struct unknown u,
                struct bound wanted, struct change *change);

/* The least change of the measure of `k`, whatever makes it, for which it meets `wanted`. */
struct change change_of_measure(struct arena *a, const struct outcome *o, const struct criterion *k,
                                struct bound wanted);

/* Evidence of what `done`, of a step of `c` that counts with evidence only, reads and has none. */
void change_proofs(struct arena *a, const struct outcome *o, const struct expr *done,
                   struct change c, struct changes *changes);

/* Everything in `done`, of a step of `c`, that is not done yet or needs evidence to count, each by
 * the day of `c` where that has one; of alternatives the first.  False when something in it is no
 * fact. */
bool change_acts(struct arena *a, const struct outcome *o, const struct expr *done, struct change c,
                 struct changes *changes);

/* The first fact of `k` that alone makes `e` meet the bound; false when there is none. */
bool change_alone(struct arena *a, struct outcome *o, const struct criterion *k,
                  const struct expr *e, struct bound wanted, struct changes *changes);

/* The same change, one grain short of it; false where nothing is shorter. */
bool change_shorter(struct arena *a, const struct change *c, struct change *shorter);

/* The last day of which at most `days` days, working days or months lie behind `from`. */
struct date change_last_day(const struct model *m, enum day_unit unit, struct date from, long days);

/* What the rules make of the facts with these changes: of `about` and what it is made from, or of
 * everything (NULL). */
struct outcome *outcome_with(struct arena *a, struct outcome *o, const struct criterion *about,
                             const struct change *c, size_t n);

#endif
