/* Days and months added to a date, and months counted between two. */
#include "value/date.h"

#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <limits.h>

/* Criterion's macros put an int into a bit field. */
#pragma GCC diagnostic ignored "-Wconversion"

static struct date day_of(int year, int month, int day)
{
    struct date d = {0};
    cr_assert(date_make(year, month, day, &d), "%d-%d-%d should exist", year, month, day);
    return d;
}

/* `n` months after the day; 0001-01-01 less a day when there is no such day. */
static char *months_after(struct arena *a, struct date d, long long n, enum month_ends ends)
{
    struct date out;
    return date_add_months(d, n, ends, &out) ? text_c(a, date_words(a, out, ERA_CE))
                                             : text_c(a, TEXT("none"));
}

Test(months, end_where_the_rules_say)
{
    struct arena *a = support_arena();
    struct date d = day_of(2023, 1, 31);
    cr_expect(eq(str, months_after(a, d, 1, MONTHS_CLIPPED), "2023-02-28"));
    cr_expect(eq(str, months_after(a, d, 1, MONTHS_CARRIED), "2023-03-01"));
    cr_expect(eq(str, months_after(a, d, 2, MONTHS_CARRIED), "2023-03-31"));
    cr_expect(eq(str, months_after(a, d, 13, MONTHS_CLIPPED), "2024-02-29"));
    cr_expect(eq(str, months_after(a, d, -2, MONTHS_CLIPPED), "2022-11-30"));
    cr_expect(eq(str, months_after(a, d, -2, MONTHS_CARRIED), "2022-12-01"));
    cr_expect(eq(str, months_after(a, d, 12 * 7976 + 11, MONTHS_CARRIED), "9999-12-31"));
    cr_expect(eq(str, months_after(a, d, 12 * 7976 + 12, MONTHS_CARRIED), "none"));
    cr_expect(eq(str, months_after(a, d, -12 * 2022, MONTHS_CLIPPED), "0001-01-31"));
    cr_expect(eq(str, months_after(a, d, -12 * 2022 - 1, MONTHS_CLIPPED), "none"));
    cr_expect(eq(str, months_after(a, d, LLONG_MAX, MONTHS_CLIPPED), "none"));
    cr_expect(eq(str, months_after(a, d, LLONG_MIN, MONTHS_CLIPPED), "none"));
    arena_free(a);
}

/* Every day of four years, a leap year among them, and more months than a year has. */
Test(months, more_of_them_never_reach_an_earlier_day)
{
    for (int32_t day = day_of(2022, 12, 1).day; day <= day_of(2026, 12, 31).day; day++)
        for (int ends = MONTHS_CLIPPED; ends <= MONTHS_CARRIED; ends++)
            for (int n = -14; n < 14; n++) {
                struct date d = {day}, less, more;
                cr_assert(date_add_months(d, n, (enum month_ends)ends, &less));
                cr_assert(date_add_months(d, n + 1, (enum month_ends)ends, &more));
                cr_assert(lt(int, less.day, more.day), "%d %d months", day, n);
            }
}

Test(months, days_come_back_where_they_started)
{
    struct date there, back;
    for (int32_t day = 1; day <= DATE_LAST; day += 997)
        for (long long n = -1; n < DATE_LAST; n = 3 * n + 7) {
            if (!date_add_days((struct date){day}, n, &there))
                continue;
            cr_assert(date_add_days(there, -n, &back));
            cr_assert(eq(int, back.day, day));
        }
    cr_expect(not(date_add_days((struct date){1}, -1, &there)));
    cr_expect(not(date_add_days((struct date){DATE_LAST}, 1, &there)));
    cr_expect(not(date_add_days((struct date){1}, LLONG_MAX, &there)));
    cr_expect(not(date_add_days((struct date){1}, LLONG_MIN, &there)));
}

/* By the definition: the least n whose day is not before the other. */
static long months_by_hand(struct date after, struct date until, enum month_ends ends)
{
    struct date d = after;
    long n = 0;
    while (d.day < until.day && date_add_months(after, ++n, ends, &d))
        ;
    return n;
}

Test(months, counts_a_begun_month_whole)
{
    for (int32_t day = day_of(2022, 12, 1).day; day <= day_of(2024, 12, 31).day; day++)
        for (int32_t until = day - 2; until < day + 130; until++)
            for (int ends = MONTHS_CLIPPED; ends <= MONTHS_CARRIED; ends++) {
                struct date from = {day}, to = {until};
                cr_assert(eq(long, date_months_begun(from, to, (enum month_ends)ends),
                             months_by_hand(from, to, (enum month_ends)ends)),
                          "%d to %d", day, until);
            }
    cr_expect(eq(long, date_months_begun(day_of(1, 1, 1), day_of(9999, 12, 31), MONTHS_CLIPPED),
                 12 * 9999L));
    cr_expect(eq(
        long, date_months_begun(day_of(9999, 12, 30), day_of(9999, 12, 31), MONTHS_CARRIED), 1L));
}
