/* Days and months of the Gregorian calendar, and working days counted one by one. */
#include "verify/checking.h"

static bool is_leap(int32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int32_t month_length(int32_t month)
{
    static const int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month % 12] + (month % 12 == 1 && is_leap(month / 12));
}

/* Days before the first of January of that year. */
static int32_t days_before(int32_t year)
{
    int32_t y = year - 1;
    return y * 365 + y / 4 - y / 100 + y / 400;
}

int32_t month_start(int32_t month)
{
    int32_t day = days_before(month / 12) + 1;
    for (int32_t m = month / 12 * 12; m < month; m++)
        day += month_length(m);
    return day;
}

int32_t month_end(int32_t month)
{
    return month_start(month) + month_length(month) - 1;
}

int32_t month_of(int32_t day)
{
    int32_t year = day / 366 + 1;
    while (year < 9999 && days_before(year + 1) < day)
        year++;
    int32_t month = year * 12;
    while (month < year * 12 + 11 && month_start(month + 1) <= day)
        month++;
    return month;
}

int weekday_of(int32_t day)
{
    return (int)((day - 1) % 7); /* 0001-01-01 was a monday */
}

static bool read_digits(struct text t, size_t from, size_t n, int32_t *value)
{
    *value = 0;
    for (size_t i = from; i < from + n; i++) {
        if (i >= t.n || t.at[i] < '0' || t.at[i] > '9')
            return false;
        *value = *value * 10 + (t.at[i] - '0');
    }
    return true;
}

bool month_read(struct text t, int32_t *month)
{
    int32_t year, of_year;
    if (t.n != 7 || t.at[4] != '-' || !read_digits(t, 0, 4, &year) ||
        !read_digits(t, 5, 2, &of_year))
        return false;
    *month = year * 12 + of_year - 1;
    return year >= 1 && of_year >= 1 && of_year <= 12;
}

bool day_read(struct text t, int32_t *day)
{
    int32_t month, of_month;
    if (t.n != 10 || t.at[7] != '-' || !month_read((struct text){t.at, 7}, &month) ||
        !read_digits(t, 8, 2, &of_month) || of_month < 1 || of_month > month_length(month))
        return false;
    *day = month_start(month) + of_month - 1;
    return true;
}

static void print_padded(struct buffer *b, int32_t n, int digits)
{
    char words[8];
    for (int i = digits; i-- > 0; n /= 10)
        words[i] = (char)('0' + n % 10);
    buffer_add(b, (struct text){words, (size_t)digits});
}

void month_print_iso(struct buffer *b, int32_t month)
{
    print_padded(b, month / 12, 4);
    buffer_add_byte(b, '-');
    print_padded(b, month % 12 + 1, 2);
}

void day_print(struct buffer *b, int32_t day)
{
    int32_t month = month_of(day);
    month_print_iso(b, month);
    buffer_add_byte(b, '-');
    print_padded(b, day - month_start(month) + 1, 2);
}

bool months_on(int32_t day, int64_t months, bool carried, int32_t *out)
{
    int32_t from = month_of(day), of_month = day - month_start(from) + 1;
    int64_t to = from + months;
    if (to < 12 || to >= 10000 * 12)
        return false;
    int32_t month = (int32_t)to, length = month_length(month);
    *out = of_month <= length ? month_start(month) + of_month - 1 : month_end(month) + carried;
    return *out <= DAY_LAST;
}

int32_t months_between(int32_t after, int32_t until, bool carried)
{
    int32_t reached, n = 0;
    if (until <= after)
        return 0;
    if (month_of(until) - month_of(after) > 1)
        n = month_of(until) - month_of(after) - 1; /* so many are certainly begun */
    while (months_on(after, n, carried, &reached) && reached < until)
        n++;
    return n;
}

static bool covers(const struct workdays *w, int32_t day)
{
    return w->there && day >= w->first && day <= w->last;
}

bool workdays_between(const struct workdays *w, int32_t after, int32_t until, int32_t *n)
{
    *n = 0;
    if (until <= after)
        return true;
    if (!covers(w, after + 1) || !covers(w, until))
        return false;
    *n = w->before[until - w->first] - (after < w->first ? 0 : w->before[after - w->first]);
    return true;
}

/* The first day with `wanted` working days up to it. */
static bool nth(const struct workdays *w, int64_t wanted, int32_t *out)
{
    int32_t low = w->first, high = w->last;
    if (wanted < 1 || w->before[high - w->first] < wanted)
        return false;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (w->before[middle - w->first] < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    *out = low;
    return true;
}

bool workdays_on(const struct workdays *w, int32_t from, int64_t n, int32_t *out)
{
    *out = from;
    if (n == 0)
        return true;
    if (!covers(w, n > 0 ? from + 1 : from - 1))
        return false;
    int64_t upto = n > 0 ? from < w->first ? 0 : w->before[from - w->first]
                         : w->before[from - 1 - w->first] + 1;
    return nth(w, upto + n, out);
}
