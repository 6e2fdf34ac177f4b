/* Dates as numbers.
 *
 * The arithmetic counts years from March, so that the leap day is the last day of its year and the
 * months before it follow one rule: 153 days for every five months.  Years repeat every 400, which
 * are 146097 days.  Day 0 of that count is 0000-03-01; ours is 305 days later. */
#include "value/date.h"

#include <assert.h>

enum { FIRST_YEAR = 1, LAST_YEAR = 9999, CYCLE_YEARS = 400, CYCLE_DAYS = 146097 };
enum { DAYS_BEFORE = 305 /* from 0000-03-01 to the day before 0001-01-01 */ };

static bool is_leap_year(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in_month(int year, int month)
{
    static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

static struct date date_of_parts(int year, int month, int day)
{
    int from_march = (month + 9) % 12;
    if (month < 3)
        year--;
    int year_of_cycle = year % CYCLE_YEARS;
    int day_of_year = (153 * from_march + 2) / 5 + day - 1;
    int day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
    return (struct date){year / CYCLE_YEARS * CYCLE_DAYS + day_of_cycle - DAYS_BEFORE};
}

bool month_make(int year, int month, struct month *m)
{
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12)
        return false;
    *m = (struct month){12 * year + month - 1};
    return true;
}

bool date_make(int year, int month, int day, struct date *d)
{
    struct month m;
    if (!month_make(year, month, &m) || day < 1 || day > days_in_month(year, month))
        return false;
    *d = date_of_parts(year, month, day);
    return true;
}

void date_parts(struct date d, int *year, int *month, int *day)
{
    assert(d.day >= 1 && d.day <= DATE_LAST);
    int days = d.day + DAYS_BEFORE;
    int day_of_cycle = days % CYCLE_DAYS;
    /* Take out the leap days passed, so that every year of the cycle has 365 days. */
    int year_of_cycle = (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 -
                         day_of_cycle / (CYCLE_DAYS - 1)) /
                        365;
    int day_of_year =
        day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    int from_march = (5 * day_of_year + 2) / 153;
    *day = day_of_year - (153 * from_march + 2) / 5 + 1;
    *month = from_march < 10 ? from_march + 3 : from_march - 9;
    *year = days / CYCLE_DAYS * CYCLE_YEARS + year_of_cycle + (*month < 3);
}

void month_parts(struct month m, int *year, int *month)
{
    assert(m.month >= 12 * FIRST_YEAR && m.month < 12 * (LAST_YEAR + 1));
    *year = m.month / 12;
    *month = m.month % 12 + 1;
}

enum weekday date_weekday(struct date d)
{
    assert(d.day >= 1 && d.day <= DATE_LAST);
    return (enum weekday)((d.day - 1) % 7); /* 0001-01-01 is a Monday */
}

struct month date_month(struct date d)
{
    int year, month, day;
    date_parts(d, &year, &month, &day);
    return (struct month){12 * year + month - 1};
}

struct date month_first(struct month m)
{
    int year, month;
    month_parts(m, &year, &month);
    return date_of_parts(year, month, 1);
}

struct date month_last(struct month m)
{
    int year, month;
    month_parts(m, &year, &month);
    return date_of_parts(year, month, days_in_month(year, month));
}

bool date_add_days(struct date d, long long days, struct date *out)
{
    if (days < -DATE_LAST || days > DATE_LAST || d.day + days < 1 || d.day + days > DATE_LAST)
        return false;
    *out = (struct date){(int32_t)(d.day + days)};
    return true;
}

bool month_add(struct month m, long long months, struct month *out)
{
    enum { FIRST = 12 * FIRST_YEAR, LAST = 12 * LAST_YEAR + 11 };
    if (months < -LAST || months > LAST || m.month + months < FIRST || m.month + months > LAST)
        return false;
    *out = (struct month){(int32_t)(m.month + months)};
    return true;
}

/* The day `day` of a month, or what stands for it where the month is shorter.  December has every
 * day, so nothing is carried out of the last year. */
static struct date day_of_month(struct month m, int day, enum month_ends ends)
{
    struct date first = month_first(m), last = month_last(m);
    if (first.day + day - 1 <= last.day)
        return (struct date){first.day + day - 1};
    return (struct date){ends == MONTHS_CARRIED ? last.day + 1 : last.day};
}

bool date_add_months(struct date d, long long months, enum month_ends ends, struct date *out)
{
    int year, month, day;
    struct month m;
    date_parts(d, &year, &month, &day);
    if (!month_add(date_month(d), months, &m))
        return false;
    *out = day_of_month(m, day, ends);
    return true;
}

long date_months_begun(struct date after, struct date until, enum month_ends ends)
{
    if (until.day <= after.day)
        return 0;
    /* The month of `until` is n months after; that day of it can lie before `until`, and a day that
     * was carried out of the month before can reach the first. */
    long n = (long)date_month(until).month - date_month(after).month;
    struct date reached = after;
    if (n && date_add_months(after, n - 1, ends, &reached) && reached.day >= until.day)
        return n - 1;
    return date_add_months(after, n, ends, &reached) && reached.day >= until.day ? n : n + 1;
}
