/* Dates and months of the proleptic Gregorian calendar, C.E. 0001-01-01 to 9999-12-31.
 *
 * Floor: value.  A date is a day number (1 is 0001-01-01), a month a month number (12 x year +
 * month - 1), both of the common era.  Buddhist-era years are C.E. + 543, also for leap years; the
 * era matters only where text is read or written.  Functions that take a date or month want one
 * inside these bounds: who adds days to a date checks against 1 and DATE_LAST first. */
#ifndef KEN_VALUE_DATE_H
#define KEN_VALUE_DATE_H

#include "base/buffer.h"

enum era { ERA_CE, ERA_BE };
enum { ERA_OFFSET = 543, DATE_LAST = 3652059 /* 9999-12-31 */ };
enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

struct date {
    int32_t day;
};
struct month {
    int32_t month;
};

/* Year, month (1..12) and day (1..31) of the common era; false when there is no such day. */
bool date_make(int year, int month, int day, struct date *d);
bool month_make(int year, int month, struct month *m);
void date_parts(struct date d, int *year, int *month, int *day);
void month_parts(struct month m, int *year, int *month);

enum weekday date_weekday(struct date d);
struct month date_month(struct date d);
struct date month_first(struct month m);
struct date month_last(struct month m);

/* What becomes of a day that its month does not have: one month after 31 January. */
enum month_ends {
    MONTHS_UNSAID,  /* nobody has said: only for days that every month has, 1 to 28 */
    MONTHS_CLIPPED, /* the last day of that month: 28 or 29 February */
    MONTHS_CARRIED, /* the first day of the month after it: 1 March */
};

/* The day `days` or `months` after `d`, before it when they are negative.  False when that is
 * outside 0001-01-01 .. 9999-12-31. */
bool date_add_days(struct date d, long long days, struct date *out);
bool date_add_months(struct date d, long long months, enum month_ends ends, struct date *out);
bool month_add(struct month m, long long months, struct month *out);

/* Months begun between two days, each counted whole: the least n >= 0 for which the day n months
 * after `after` is not before `until`. */
long date_months_begun(struct date after, struct date until, enum month_ends ends);

/* What kind of calendar words a text is. */
enum date_reading {
    DATE_NONE,       /* not in the form of a date or month at all */
    DATE_DAY,        /* a date: 2566-04-30, 30 เมษายน 2566, 30 Apr 2023 */
    DATE_MONTH,      /* a month: 2566-04, เมษายน 2566 */
    DATE_IMPOSSIBLE, /* the form of one, but there is no such day, month or year */
};

/* Read a date or month; the whole text must be one, without spaces around it.  Forms: YYYY-MM-DD
 * and YYYY-MM with four, two, two digits; DAY MONTHNAME YEAR and MONTHNAME YEAR with a name or
 * usual abbreviation, Thai or English (any case), separated by spaces or tabs.  Arabic and Thai
 * digits alike.  The year is of `era` and has four digits.
 *
 * With `short_years` a year behind a month name may have two (25yy for B.E., 20yy for C.E.), and a
 * month may be joined to its year as in tables: Oct-65.  Without it, two digits are impossible.
 *
 * `*d` is set for DATE_DAY only and `*m` for DATE_MONTH only.  `*year` (may be NULL) becomes the
 * year of `era` as written, 66 being 2566 when it is read so; it stays when DATE_NONE. */
enum date_reading date_read(struct text t, enum era era, bool short_years, struct date *d,
                            struct month *m, int *year);

/* Bytes of a date at the start of `t` that is written as nobody reads it here: 14/02/2566, 14.2.66,
 * 14-02-2566; 0 when there is none. */
size_t date_slashed(struct text t);

/* `t` with all such dates as 2566-02-14, in years of the era (NULL: as written); empty when it has
 * none.  `*certain`: each of them can be meant in one way only. */
struct text dates_as_iso(struct arena *a, struct text t, const enum era *era, bool *certain);

/* The month that a name or abbreviation says, 1..12; 0 when it says none. */
int month_named(struct text name);

/* ISO form in the era: 2566-04-30.  B.E. years from 10000 on take five digits, which date_read
 * does not read. */
void date_print(struct buffer *b, struct date d, enum era era);
void month_print(struct buffer *b, struct month m, enum era era);
struct text date_words(struct arena *a, struct date d, enum era era);
struct text month_words(struct arena *a, struct month m, enum era era);

/* "30 เมษายน 2566" / "30 April 2023", for people. */
struct text date_long_words(struct arena *a, struct date d, enum era era, bool thai);

/* English, lower case: "monday"; weekday_named is the inverse (any case, also Thai, with or without
 * วัน), false when it names none. */
struct text weekday_words(enum weekday w);
bool weekday_named(struct text name, enum weekday *w);

#endif
