/* What an expression can be at all, from what the rules declare.
 *
 * Private to check/.  A range is sound and not tight: no facts that the rules allow give a value
 * outside it; that something lies inside proves nothing.  Where a calculation has no result (a
 * division by zero, no rows) there is no value to lie anywhere.  Dates, months, yes and no have
 * ranges too: their day, their month, 1 and 0.  To be asked when criteria and lets are filled,
 * since the range of a score is its scale. */
#ifndef KEN_CHECK_RANGES_H
#define KEN_CHECK_RANGES_H

#include "check/checker.h"
#include "check/verdict.h"

struct interval range_of(struct checker *c, const struct expr *e);

/* Of what a criterion measures, after its rounding. */
struct interval range_of_measure(struct checker *c, const struct criterion *k);

/* Of the scores that a criterion can have. */
struct interval range_of_score(struct checker *c, const struct criterion *k);

/* Of an expression of a model that is checked. */
struct interval range_in(struct arena *a, const struct model *m, const struct expr *e);

/* Whether a day of such a model is known without facts; of a month its last one. */
bool date_in(struct arena *a, const struct model *m, const struct expr *e, struct date *d);

/* "at least 0", "at most 100%", "from 1 to 5", "always 3", in the unit of `e` (NULL: without one)
 * or, where its figures are shown so, in percent. */
struct text range_words(struct checker *c, struct interval r, const struct expr *e, bool percent);

/* What is known of a let, once it was asked for. */
struct let_known {
    bool ranged, judged;
    struct interval range;
    enum verdict verdict;
};
struct let_known *let_known(struct checker *c, const struct let *l);

#endif
