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

struct bound {
    int infinite; /* -1 or 1: there is no end on this side */
    struct number at;
};

struct range {
    struct bound low, high; /* both included */
};

/* --- ranges.c --- */
struct range range_of(struct checker *c, const struct expr *e);

/* Of what a criterion measures, after its rounding. */
struct range range_of_measure(struct checker *c, const struct criterion *k);

/* Of the scores that a criterion can have. */
struct range range_of_score(struct checker *c, const struct criterion *k);

/* --- bounds.c --- */
struct bound bound_at(struct number n, int side); /* no end on that side when `n` is over */
int bound_order(struct checker *c, struct bound x, struct bound y);
struct bound bound_lesser(struct checker *c, struct bound x, struct bound y);
struct bound bound_greater(struct checker *c, struct bound x, struct bound y);
int bound_sign(struct bound b);

struct range range_anything(void);
struct range range_point(long long n);
struct range range_at_least(long long n);
struct range range_from(struct number low, struct number high);
bool range_is_point(struct checker *c, struct range r);
struct range range_join(struct checker *c, struct range x, struct range y);
struct range range_meet(struct checker *c, struct range x, struct range y);
struct range range_add(struct checker *c, struct range x, struct range y);
struct range range_negate(struct checker *c, struct range x);
struct range range_multiply(struct checker *c, struct range x, struct range y);
struct range range_divide(struct checker *c, struct range x, struct range y);

/* "at least 0", "at most 100%", "from 1 to 5", "always 3", in the unit of `e` (NULL: without one)
 * or, where its figures are shown so, in percent. */
struct text range_words(struct checker *c, struct range r, const struct expr *e, bool percent);

/* --- what a condition answers wherever it has an answer --- */
enum verdict { VERDICT_OPEN, VERDICT_NO, VERDICT_YES };

enum verdict range_compare(struct checker *c, enum op op, struct range x, struct range y);

/* What is known of a let, once it was asked for. */
struct let_known {
    bool ranged, judged;
    struct range range;
    enum verdict verdict;
};
struct let_known *let_known(struct checker *c, const struct let *l); /* ranges.c */

#endif
