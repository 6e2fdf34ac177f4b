/* What is taken for every day, month or row: private to classify*.c. */
#ifndef KEN_DIFF_CLOCK_H
#define KEN_DIFF_CLOCK_H

#include "diff/classify.h"

struct clock {
    bool runs; /* else nothing is taken */
    bool adds; /* a bonus */
    enum day_unit unit;
    struct date after;
    bool from_month; /* months are counted from a month, not from a day */
    struct number each;
    long free;
    bool has_cap;
    struct number cap;
};

/* Start it from a day that the rules name; false where facts do. */
bool clock_set(const struct versions *v, struct clock *c, int side, const struct expr *after);

/* To take more than this makes no difference; over where there is no such thing. */
struct number enough_for(const struct versions *v);

/* Of so many. */
struct number clock_takes(struct arena *a, const struct clock *c, long n);

void takings_add(struct arena *a, struct takings *all, struct taken one);

/* Both count the same: add what they take of 0, 1, 2 ... to the term, until both have taken
 * `enough` (over: nothing is) or take no more. */
void clocks_count(struct arena *a, const struct clock of[SIDES], struct number enough,
                  const struct penalty *p, struct term *term);

/* Both run until the same day, from days of their own: the same for every such day.  `event` is
 * what happens on it: "step 3 done on". */
void clocks_run(const struct model *m, struct arena *a, const struct clock of[SIDES],
                struct number enough, struct text event, struct term *term);

#endif
