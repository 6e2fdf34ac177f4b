/* Working days.
 *
 * Counting goes in two steps: the days that are not free by weekday follow from the length of the
 * range, and the holidays among them from a count of holidays made once, read at both ends of the
 * range.  The first step thus must not be asked about holidays, nor the second count a holiday that
 * the weekday has made free already. */
#include "value/calendar.h"

#include <assert.h>
#include <stdlib.h>

static int by_date_then_place(const void *left, const void *right)
{
    const struct holiday *l = left, *r = right;
    if (l->date.day != r->date.day)
        return l->date.day < r->date.day ? -1 : 1;
    return (l->at.lo > r->at.lo) - (l->at.lo < r->at.lo);
}

static bool is_free_weekday(const struct calendar *c, struct date d)
{
    return c->free[date_weekday(d)];
}

bool calendar_finish(struct arena *a, struct calendar *c, size_t *twice)
{
    if (c->holidays.n)
        qsort(c->holidays.at, c->holidays.n, sizeof *c->holidays.at, by_date_then_place);
    c->lost_before = ARENA_ARRAY(a, long, c->holidays.n + 1);
    bool is_unique = true;
    for (size_t i = 0; i < c->holidays.n; i++) {
        struct date d = c->holidays.at[i].date;
        bool is_repeated = i && c->holidays.at[i - 1].date.day == d.day;
        if (is_repeated && is_unique) {
            *twice = i;
            is_unique = false;
        }
        c->lost_before[i + 1] = c->lost_before[i] + (!is_repeated && !is_free_weekday(c, d));
    }
    return is_unique;
}

bool calendar_covers(const struct calendar *c, struct date d)
{
    return c->first.day <= d.day && d.day <= c->last.day;
}

/* How many holidays stand up to and including `d`: the index of the first one after it. */
static size_t holidays_until(const struct calendar *c, struct date d)
{
    size_t low = 0, high = c->holidays.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->holidays.at[middle].date.day <= d.day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct holiday *calendar_holiday(const struct calendar *c, struct date d)
{
    size_t until = holidays_until(c, d);
    if (!until || c->holidays.at[until - 1].date.day != d.day)
        return NULL;
    return &c->holidays.at[until - 1];
}

bool calendar_is_working(const struct calendar *c, struct date d)
{
    return calendar_covers(c, d) && !is_free_weekday(c, d) && !calendar_holiday(c, d);
}

/* Days after < d <= until that are not free by their weekday. */
static long weekdays_between(const struct calendar *c, struct date after, struct date until)
{
    long working_per_week = 0;
    for (int w = MONDAY; w <= SUNDAY; w++)
        working_per_week += !c->free[w];
    int32_t days = until.day - after.day;
    long working = days / 7 * working_per_week;
    for (int32_t day = until.day - days % 7 + 1; day <= until.day; day++)
        working += !is_free_weekday(c, (struct date){day});
    return working;
}

long calendar_working_days(const struct calendar *c, struct date after, struct date until)
{
    if (until.day <= after.day)
        return 0;
    assert(calendar_covers(c, (struct date){after.day + 1}) && calendar_covers(c, until));
    return weekdays_between(c, after, until) -
           (c->lost_before[holidays_until(c, until)] - c->lost_before[holidays_until(c, after)]);
}

/* The first day after `from` up to which there are `n` working days. */
static bool nth_after(const struct calendar *c, struct date from, long long n, struct date *out,
                      struct date *uncovered)
{
    struct date low = {from.day + 1}, high = c->last;
    uncovered->day = calendar_covers(c, low) ? c->last.day + 1 : low.day;
    if (!calendar_covers(c, low) || calendar_working_days(c, from, high) < n)
        return false;
    while (low.day < high.day) {
        struct date middle = {low.day + (high.day - low.day) / 2};
        if (calendar_working_days(c, from, middle) < n)
            low.day = middle.day + 1;
        else
            high = middle;
    }
    *out = low;
    return true;
}

/* The last day before `from` since which, itself included, there are `n` working days. */
static bool nth_before(const struct calendar *c, struct date from, long long n, struct date *out,
                       struct date *uncovered)
{
    struct date low = c->first, high = {from.day - 1};
    const struct date until = high;
    uncovered->day = calendar_covers(c, high) ? c->first.day - 1 : high.day;
    if (!calendar_covers(c, high) ||
        calendar_working_days(c, (struct date){low.day - 1}, until) < n)
        return false;
    while (low.day < high.day) {
        struct date middle = {high.day - (high.day - low.day) / 2};
        if (calendar_working_days(c, (struct date){middle.day - 1}, until) < n)
            high.day = middle.day - 1;
        else
            low = middle;
    }
    *out = low;
    return true;
}

bool calendar_add_working_days(const struct calendar *c, struct date from, long long n,
                               struct date *out, struct date *uncovered)
{
    *out = from;
    if (n == 0)
        return true;
    return n > 0 ? nth_after(c, from, n, out, uncovered) : nth_before(c, from, -n, out, uncovered);
}
