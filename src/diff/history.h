/* One criterion through the years.
 *
 * Floor: diff. */
#ifndef KEN_DIFF_HISTORY_H
#define KEN_DIFF_HISTORY_H

#include "diff/diff.h"

/* The rules of one year, and what changed since the year before; NULL for the first. */
struct history_rules {
    const struct model *model; /* as written */
    const struct diff *diff;   /* its newer model is the same, aligned */
};

struct history_year {
    const struct history_rules *rules;
    const struct criterion *criterion; /* in rules->model; NULL: it is not there */
    const struct pair *pair; /* of it and what it was the year before; NULL without a year before,
                                and where neither year has it */
    bool has_share;
    struct number share; /* of the total, with everything applicable; not where it goes by case */
    struct text scored;  /* how, in canonical words; may be empty */
};

struct history {
    struct text id; /* in the last year that has it */
    struct text title;
    LIST_OF(struct history_year) years;
};

/* Follow the criterion that the last rules to have one call `id`; NULL when none have. */
struct history *history_of(struct arena *a, const struct history_rules *rules, size_t n,
                           struct text id);

#endif
