/* Working days.
 *
 * Floor: value.  A calendar says from which to which day it is known, which weekdays are free, and
 * which days are holidays.  A day inside the covered range is a working day unless it is one of
 * those. */
#ifndef KEN_VALUE_CALENDAR_H
#define KEN_VALUE_CALENDAR_H

#include "base/list.h"
#include "base/span.h"
#include "value/date.h"

struct holiday {
    struct date date;
    struct text name;
    struct span at;
};

struct calendar {
    struct text name, title;
    struct span at;
    struct date first, last;          /* covered, both included */
    bool free[7];                     /* by enum weekday */
    LIST_OF(struct holiday) holidays; /* sorted by calendar_finish */
    long *lost_before; /* private: working weekdays taken by the holidays before each index */
};

/* Sort the holidays by date, then place in the source, and prepare counting.  Call once, after all
 * fields are set and before any question.  False when a holiday stands twice; then the index, after
 * sorting, of the first one that repeats another goes to `*twice`.  The calendar can be used even
 * so: that day counts once. */
bool calendar_finish(struct arena *a, struct calendar *c, size_t *twice);

bool calendar_covers(const struct calendar *c, struct date d);

/* False also for a day that is not covered. */
bool calendar_is_working(const struct calendar *c, struct date d);

/* Why `d` is free: the holiday, or NULL when it is a free weekday or a working day.  A holiday on a
 * free weekday is named. */
const struct holiday *calendar_holiday(const struct calendar *c, struct date d);

/* Working days d with after < d <= until; 0 when until <= after.  Every day counted must be
 * covered; `after` itself need not be.  O(log holidays). */
long calendar_working_days(const struct calendar *c, struct date after, struct date until);

/* The n-th working day after `from`, before it when n is negative, `from` itself when n is 0. Every
 * day between must be covered: else false, and a day that is not goes to `*uncovered` (it may lie
 * outside the dates there are).  O(log days x log holidays). */
bool calendar_add_working_days(const struct calendar *c, struct date from, long long n,
                               struct date *out, struct date *uncovered);

#endif
