/* Intervals: what a number can be, at least and at most.
 *
 * Floor: value.  Operands are taken to be independent of each other, so that what comes out is
 * sound, and may be wider than it need be.  An end that grows too large for a number is no end.
 * Dates, months, yes and no have intervals too: their day, their month, 1 and 0. */
#ifndef KEN_VALUE_INTERVAL_H
#define KEN_VALUE_INTERVAL_H

#include "value/number.h"

struct end {
    int infinite; /* -1 or 1: there is no end on this side */
    struct number at;
};

struct interval {
    struct end low, high; /* both included */
};

struct end end_at(struct number n, int side); /* no end on that side when `n` is over */
struct number end_number(struct end e);       /* over where there is no end */
int end_order(struct arena *a, struct end x, struct end y);
struct end end_lesser(struct arena *a, struct end x, struct end y);
struct end end_greater(struct arena *a, struct end x, struct end y);
int end_sign(struct end e);

struct interval interval_anything(void);
struct interval interval_point(long long n);
struct interval interval_at_least(long long n);
struct interval interval_of(struct number n);
struct interval interval_from(struct number low, struct number high);
bool interval_is_point(struct arena *a, struct interval x);

/* What lies in either, and what lies in both. */
struct interval interval_join(struct arena *a, struct interval x, struct interval y);
struct interval interval_meet(struct arena *a, struct interval x, struct interval y);

struct interval interval_add(struct arena *a, struct interval x, struct interval y);
struct interval interval_negate(struct arena *a, struct interval x);
struct interval interval_multiply(struct arena *a, struct interval x, struct interval y);

/* Of the quotients that there are: `y` may hold 0. */
struct interval interval_divide(struct arena *a, struct interval x, struct interval y);

/* The least, or the greatest, of the two. */
struct interval interval_least(struct arena *a, struct interval x, struct interval y);
struct interval interval_most(struct arena *a, struct interval x, struct interval y);

struct interval interval_round(struct arena *a, struct interval x, struct number step,
                               enum rounding_mode mode);

#endif
