/* Calendars: working days, against counting them one by one. */
#include "value/calendar.h"

#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* Criterion's macros put an int into a bit field. */
#pragma GCC diagnostic ignored "-Wconversion"

static uint64_t splitmix64(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static int32_t between(uint64_t *state, int32_t low, int32_t high)
{
    return low + (int32_t)(splitmix64(state) % (uint64_t)(high - low + 1));
}

static struct date buddhist(int year, int month, int day)
{
    struct date d = {0};
    cr_assert(date_make(year - ERA_OFFSET, month, day, &d));
    return d;
}

static struct calendar weekend_calendar(struct date first, struct date last)
{
    struct calendar c = {.first = first, .last = last};
    c.free[SATURDAY] = c.free[SUNDAY] = true;
    return c;
}

/* Some of the holidays lie outside the covered range, and none stands twice. */
static struct calendar random_calendar(struct arena *a, uint64_t *state)
{
    struct calendar c = {0};
    int32_t days = between(state, 1, 500);
    c.first.day = between(state, 1, DATE_LAST - days + 1);
    c.last.day = c.first.day + days - 1;
    uint64_t pattern = splitmix64(state);
    for (int w = MONDAY; w <= SUNDAY; w++)
        c.free[w] = pattern >> w & 1;
    int32_t one_in = between(state, 1, 40);
    for (int32_t day = c.last.day + 20; day >= c.first.day - 20; day--)
        if (day >= 1 && day <= DATE_LAST && between(state, 1, one_in) == 1)
            LIST_ADD(a, &c.holidays, (struct holiday){.date = {day}});
    for (size_t i = c.holidays.n; i > 1; i--) {
        size_t j = splitmix64(state) % i;
        struct holiday h = c.holidays.at[j];
        c.holidays.at[j] = c.holidays.at[i - 1];
        c.holidays.at[i - 1] = h;
    }
    return c;
}

static bool is_listed(const struct calendar *c, struct date d)
{
    for (size_t i = 0; i < c->holidays.n; i++)
        if (c->holidays.at[i].date.day == d.day)
            return true;
    return false;
}

static long count_one_by_one(const struct calendar *c, struct date after, struct date until)
{
    long n = 0;
    for (struct date d = {after.day + 1}; d.day <= until.day; d.day++)
        n += !c->free[date_weekday(d)] && !is_listed(c, d);
    return n;
}

Test(calendar, counts_as_one_would_day_by_day)
{
    uint64_t state = 2566;
    long wrong = 0;
    for (int round = 0; round < 300; round++) {
        struct arena *a = support_arena();
        struct calendar c = random_calendar(a, &state);
        size_t twice;
        wrong += !calendar_finish(a, &c, &twice);
        for (int i = 0; i < 20; i++) {
            struct date after = {between(&state, c.first.day - 1, c.last.day)};
            struct date until = {between(&state, c.first.day, c.last.day)};
            wrong += calendar_working_days(&c, after, until) != count_one_by_one(&c, after, until);
            wrong += calendar_is_working(&c, until) !=
                     (!c.free[date_weekday(until)] && !is_listed(&c, until));
            wrong += (calendar_holiday(&c, until) != NULL) != is_listed(&c, until);
        }
        arena_free(a);
    }
    cr_expect(eq(long, wrong, 0));
}

/* The n-th working day found one by one; day 0 when the calendar ends before it. */
static struct date reached_one_by_one(const struct calendar *c, struct date from, int n)
{
    int step = n < 0 ? -1 : 1;
    struct date d = from;
    for (int left = n * step; left > 0; left -= !c->free[date_weekday(d)] && !is_listed(c, d)) {
        d.day += step;
        if (!calendar_covers(c, d))
            return (struct date){0};
    }
    return d;
}

Test(calendar, reaches_the_nth_working_day_as_one_would_day_by_day)
{
    uint64_t state = 2567;
    long wrong = 0;
    for (int round = 0; round < 300; round++) {
        struct arena *a = support_arena();
        struct calendar c = random_calendar(a, &state);
        size_t twice;
        calendar_finish(a, &c, &twice);
        for (int i = 0; i < 20; i++) {
            struct date from = {between(&state, c.first.day - 1, c.last.day + 1)};
            int n = between(&state, -40, 40);
            struct date out, uncovered = {0}, wanted = reached_one_by_one(&c, from, n);
            bool reached = calendar_add_working_days(&c, from, n, &out, &uncovered);
            wrong += reached != (wanted.day != 0) || (reached && out.day != wanted.day);
            wrong += !reached && calendar_covers(&c, uncovered);
        }
        arena_free(a);
    }
    cr_expect(eq(long, wrong, 0));
}

Test(calendar, leaves_out_labour_day)
{
    struct arena *a = support_arena();
    struct calendar c = weekend_calendar(buddhist(2566, 1, 1), buddhist(2566, 12, 31));
    LIST_ADD(a, &c.holidays, (struct holiday){buddhist(2566, 12, 10), TEXT("วันรัฐธรรมนูญ"), {0, 0}});
    LIST_ADD(a, &c.holidays, (struct holiday){buddhist(2566, 5, 1), TEXT("วันแรงงาน"), {0, 0}});
    size_t twice = 99;
    cr_assert(calendar_finish(a, &c, &twice));
    cr_expect(eq(sz, twice, 99));
    struct date before = buddhist(2566, 4, 30), after = buddhist(2566, 5, 3);
    cr_expect(eq(long, calendar_working_days(&c, before, after), 2));
    cr_expect(eq(long, calendar_working_days(&c, before, buddhist(2566, 5, 1)), 0));
    cr_expect(eq(long, calendar_working_days(&c, after, after), 0));
    cr_expect(eq(long, calendar_working_days(&c, after, before), 0));
    cr_expect(not(calendar_is_working(&c, buddhist(2566, 5, 1))));
    cr_expect(calendar_is_working(&c, buddhist(2566, 5, 2)));
    cr_expect(not(calendar_is_working(&c, before)));
    cr_expect(calendar_holiday(&c, before) == NULL);
    cr_expect(calendar_holiday(&c, buddhist(2566, 5, 2)) == NULL);
    cr_expect(text_equal(calendar_holiday(&c, buddhist(2566, 5, 1))->name, TEXT("วันแรงงาน")));
    /* 10 December 2566 is a Sunday: named, but no working day is lost. */
    cr_expect(text_equal(calendar_holiday(&c, buddhist(2566, 12, 10))->name, TEXT("วันรัฐธรรมนูญ")));
    cr_expect(
        eq(long, calendar_working_days(&c, buddhist(2566, 12, 3), buddhist(2566, 12, 10)), 5));
    arena_free(a);
}

Test(calendar, covers_both_ends_and_nothing_beyond)
{
    struct arena *a = support_arena();
    struct date first = buddhist(2566, 5, 1), last = buddhist(2566, 5, 31);
    struct calendar c = weekend_calendar(first, last);
    size_t twice;
    cr_assert(calendar_finish(a, &c, &twice));
    struct date before = {first.day - 1}, beyond = {last.day + 1};
    cr_expect(calendar_covers(&c, first) && calendar_covers(&c, last));
    cr_expect(not(calendar_covers(&c, before)));
    cr_expect(not(calendar_covers(&c, beyond)));
    cr_expect(calendar_is_working(&c, first) && calendar_is_working(&c, last));
    cr_expect(not(calendar_is_working(&c, beyond)));
    cr_expect(eq(long, calendar_working_days(&c, before, last), 23));
    arena_free(a);
}

Test(calendar, finds_the_holiday_that_stands_twice)
{
    struct arena *a = support_arena();
    struct calendar c = weekend_calendar(buddhist(2566, 1, 1), buddhist(2566, 12, 31));
    struct date labour = buddhist(2566, 5, 1), king = buddhist(2566, 5, 4);
    LIST_ADD(a, &c.holidays, (struct holiday){labour, TEXT("later"), {50, 60}});
    LIST_ADD(a, &c.holidays, (struct holiday){king, TEXT("other"), {30, 40}});
    LIST_ADD(a, &c.holidays, (struct holiday){buddhist(2566, 1, 2), TEXT("first"), {70, 80}});
    LIST_ADD(a, &c.holidays, (struct holiday){labour, TEXT("earlier"), {10, 20}});
    size_t twice = 99;
    cr_expect(not(calendar_finish(a, &c, &twice)));
    cr_assert(eq(sz, twice, 2));
    cr_expect(text_equal(c.holidays.at[twice].name, TEXT("later")));
    cr_expect(text_equal(c.holidays.at[twice - 1].name, TEXT("earlier")));
    cr_expect(eq(long, calendar_working_days(&c, buddhist(2566, 4, 30), buddhist(2566, 5, 5)), 3));
    arena_free(a);
}

Test(calendar, counts_all_of_time_at_once)
{
    struct arena *a = support_arena();
    struct calendar c = weekend_calendar((struct date){1}, (struct date){DATE_LAST});
    for (int32_t day = 1; day <= DATE_LAST; day += 70)
        LIST_ADD(a, &c.holidays, (struct holiday){.date = {day}}); /* all Mondays */
    size_t twice;
    cr_assert(calendar_finish(a, &c, &twice));
    long expected = DATE_LAST / 7 * 5 + DATE_LAST % 7 - (DATE_LAST + 69) / 70, wrong = 0;
    for (int i = 0; i < 1000000; i++)
        wrong += calendar_working_days(&c, (struct date){0}, c.last) != expected;
    cr_expect(eq(long, wrong, 0));
    arena_free(a);
}
