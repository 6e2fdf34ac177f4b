/* Dates as people write them elsewhere: 14/02/2566, 14.2.66, 14-02-2566.
 *
 * They are never read, because 3/4 is a day in April to some and in March to others.  But what was
 * probably meant can be said, and where only one reading makes a day it can be offered as a fix. */
#include "value/date.h"

/* The pieces of a date at the start of a text; `n` bytes of it, 0 when there is none. */
struct slashed {
    int first, second, year;
    bool short_year;
    size_t n;
};

static bool is_digit(struct text t, size_t i)
{
    return i < t.n && t.at[i] >= '0' && t.at[i] <= '9';
}

/* Up to four digits at byte `*i`, which goes on behind them; how many. */
static size_t take_digits(struct text t, size_t *i, int *number)
{
    size_t from = *i;
    for (*number = 0; is_digit(t, *i) && *i - from < 4; ++*i)
        *number = *number * 10 + (t.at[*i] - '0');
    return *i - from;
}

static struct slashed slashed_at(struct text t)
{
    struct slashed none = {0}, s = {0};
    size_t i = 0, digits = take_digits(t, &i, &s.first);
    char sign = i < t.n ? t.at[i] : 0;
    if (digits < 1 || digits > 2 || (sign != '/' && sign != '.' && sign != '-'))
        return none;
    i++;
    digits = take_digits(t, &i, &s.second);
    if (digits < 1 || digits > 2 || i >= t.n || t.at[i] != sign)
        return none;
    i++;
    digits = take_digits(t, &i, &s.year);
    if ((digits != 2 && digits != 4) || is_digit(t, i) || (i < t.n && t.at[i] == sign))
        return none;
    s.short_year = digits == 2;
    s.n = i;
    return s;
}

size_t date_slashed(struct text t)
{
    return slashed_at(t).n;
}

/* The year in the era; 0 when nobody can say. */
static int year_meant(struct slashed s, const enum era *era)
{
    enum { BETWEEN_ERAS = 2400, LAST_SHORT = 40 /* 66 is 2566 B.E. everywhere */ };
    if (!era)
        return s.short_year ? 0 : s.year;
    if (s.short_year)
        s.year += *era == ERA_BE || s.year > LAST_SHORT ? 2500 : 2000;
    bool be = s.year >= BETWEEN_ERAS;
    return s.year + (*era == ERA_BE ? ERA_OFFSET : 0) - (be ? ERA_OFFSET : 0);
}

/* Which orders of day and month make a day; in both the text says the same where they are equal. */
struct readings {
    bool day_first, month_first;
};

/* The day that is meant: day first, as is usual, or month first where only that is a day. */
static struct readings day_meant(struct slashed s, const enum era *era, struct date *d)
{
    int year = year_meant(s, era), offset = era && *era == ERA_BE ? ERA_OFFSET : 0;
    struct date other;
    struct readings r = {year && date_make(year - offset, s.second, s.first, d),
                         year && date_make(year - offset, s.first, s.second, &other)};
    if (!r.day_first && r.month_first)
        *d = other;
    if (s.first == s.second)
        r.month_first = false;
    return r;
}

static bool begins(struct text t, size_t i)
{
    return i == 0 ||
           !(is_digit(t, i - 1) || t.at[i - 1] == '/' || t.at[i - 1] == '.' || t.at[i - 1] == '-');
}

/* All of a text is written in one order: one date that has it only decides for the others. */
struct text dates_as_iso(struct arena *a, struct text t, const enum era *era, bool *certain)
{
    struct buffer b = buffer_in(a);
    bool day_first = false, month_first = false, either = false, short_ce = false;
    for (size_t i = 0; i < t.n;) {
        struct slashed s = begins(t, i) ? slashed_at(text_after(t, i)) : (struct slashed){0};
        struct date d = {0};
        struct readings r = s.n ? day_meant(s, era, &d) : (struct readings){false, false};
        if (!r.day_first && !r.month_first) {
            buffer_add_byte(&b, t.at[i++]);
            continue;
        }
        date_print(&b, d, era ? *era : ERA_CE);
        short_ce = short_ce || (s.short_year && *era == ERA_CE);
        *(r.day_first && r.month_first ? &either : r.day_first ? &day_first : &month_first) = true;
        i += s.n;
    }
    *certain = !short_ce && (day_first ? !month_first : month_first && !either);
    return day_first || month_first || either ? buffer_text(&b) : (struct text){0};
}
