/* Dates as text.
 *
 * Reading has two halves: a form says which year, month and day are written, then the calendar says
 * whether there is such a day.  Only the first half can answer "not a date", so a slip such as
 * 30 February is called impossible and not taken for some other text. */
#include "value/date.h"

/* Abbreviations stand here without the dot at their end, which people write or leave out. */
static const struct month_name {
    const char *thai, *english, *thai_short, *english_short, *also;
} months[12] = {
    {"มกราคม", "January", "ม.ค", "Jan", NULL},     {"กุมภาพันธ์", "February", "ก.พ", "Feb", NULL},
    {"มีนาคม", "March", "มี.ค", "Mar", NULL},        {"เมษายน", "April", "เม.ย", "Apr", NULL},
    {"พฤษภาคม", "May", "พ.ค", "May", NULL},        {"มิถุนายน", "June", "มิ.ย", "Jun", NULL},
    {"กรกฎาคม", "July", "ก.ค", "Jul", NULL},       {"สิงหาคม", "August", "ส.ค", "Aug", NULL},
    {"กันยายน", "September", "ก.ย", "Sep", "Sept"}, {"ตุลาคม", "October", "ต.ค", "Oct", NULL},
    {"พฤศจิกายน", "November", "พ.ย", "Nov", NULL},  {"ธันวาคม", "December", "ธ.ค", "Dec", NULL},
};

static const struct weekday_name {
    const char *thai, *english;
} weekdays[7] = {
    {"จันทร์", "monday"}, {"อังคาร", "tuesday"}, {"พุธ", "wednesday"}, {"พฤหัสบดี", "thursday"},
    {"ศุกร์", "friday"},  {"เสาร์", "saturday"}, {"อาทิตย์", "sunday"},
};

/* What a text says, before the calendar is asked. */
struct written {
    int year, month, day; /* 0 as they may stand there */
    bool has_day, is_short_year;
};

static int era_offset(enum era era)
{
    return era == ERA_BE ? ERA_OFFSET : 0;
}

static bool is_called(struct text t, const char *name)
{
    return text_equal_caseless(t, text_of(name));
}

int month_named(struct text name)
{
    struct text dotless = name;
    if (text_ends(name, TEXT(".")))
        dotless.n--;
    for (int i = 0; i < 12; i++) {
        const struct month_name *m = &months[i];
        if (is_called(name, m->thai) || is_called(name, m->english) ||
            is_called(dotless, m->thai_short) || is_called(dotless, m->english_short) ||
            (m->also && is_called(dotless, m->also)))
            return i + 1;
    }
    return 0;
}

struct text weekday_words(enum weekday w)
{
    return text_of(weekdays[w].english);
}

bool weekday_named(struct text name, enum weekday *w)
{
    struct text prefix = TEXT("วัน");
    struct text thai = text_starts(name, prefix) ? text_after(name, prefix.n) : name;
    for (int i = MONDAY; i <= SUNDAY; i++) {
        if (is_called(name, weekdays[i].english) || is_called(thai, weekdays[i].thai)) {
            *w = (enum weekday)i;
            return true;
        }
    }
    return false;
}

/* The take_ functions take something off the start of `rest`, if it is there. */

static bool take_byte(struct text *rest, char c)
{
    if (!rest->n || *rest->at != c)
        return false;
    *rest = text_after(*rest, 1);
    return true;
}

/* A digit, ASCII or Thai (U+0E50 is E0 B9 90 in UTF-8). */
static bool take_digit(struct text *rest, int *digit)
{
    bool is_thai = rest->n >= 3 && text_starts(*rest, TEXT("\xE0\xB9"));
    size_t last = is_thai ? 2 : 0;
    if (!rest->n)
        return false;
    int from_zero = (unsigned char)rest->at[last] - (is_thai ? 0x90 : '0');
    if (from_zero < 0 || from_zero > 9)
        return false;
    *digit = from_zero;
    *rest = text_after(*rest, last + 1);
    return true;
}

/* Up to five digits; says how many.  No form allows five, so the rest of them does not matter. */
static int take_number(struct text *rest, int *number)
{
    int digits = 0, digit;
    for (*number = 0; digits < 5 && take_digit(rest, &digit); digits++)
        *number = *number * 10 + digit;
    return digits;
}

static bool take_spaces(struct text *rest)
{
    size_t before = rest->n;
    while (take_byte(rest, ' ') || take_byte(rest, '\t'))
        ;
    return rest->n < before;
}

static struct text take_word(struct text *rest)
{
    size_t n = 0;
    while (n < rest->n && rest->at[n] != ' ' && rest->at[n] != '\t' && rest->at[n] != '-')
        n++;
    struct text word = {rest->at, n};
    *rest = text_after(*rest, n);
    return word;
}

/* 2566-04-30, 2566-04 */
static bool read_iso(struct text t, struct written *w)
{
    *w = (struct written){0};
    if (take_number(&t, &w->year) != 4 || !take_byte(&t, '-') || take_number(&t, &w->month) != 2)
        return false;
    w->has_day = t.n > 0;
    return !w->has_day || (take_byte(&t, '-') && take_number(&t, &w->day) == 2 && !t.n);
}

/* 30 เมษายน 2566, Apr 2566; with short years also 30 Apr 66 and, as tables have it, Apr-66 */
static bool read_named(struct text t, bool short_years, struct written *w)
{
    *w = (struct written){0};
    int digits = take_number(&t, &w->day);
    w->has_day = digits > 0;
    if (digits > 2 || (w->has_day && !take_spaces(&t)))
        return false;
    w->month = month_named(take_word(&t));
    bool may_join = short_years && !w->has_day;
    if (!w->month || !(take_spaces(&t) || (may_join && take_byte(&t, '-'))))
        return false;
    digits = take_number(&t, &w->year);
    w->is_short_year = digits == 2;
    return (digits == 2 || digits == 4) && !t.n;
}

enum date_reading date_read(struct text t, enum era era, bool short_years, struct date *d,
                            struct month *m, int *year)
{
    struct written w;
    if (!read_iso(t, &w) && !read_named(t, short_years, &w))
        return DATE_NONE;
    if (w.is_short_year && short_years)
        w.year += era == ERA_BE ? 2500 : 2000;
    if (year)
        *year = w.year;
    if (w.is_short_year && !short_years)
        return DATE_IMPOSSIBLE;
    int common_year = w.year - era_offset(era);
    if (w.has_day)
        return date_make(common_year, w.month, w.day, d) ? DATE_DAY : DATE_IMPOSSIBLE;
    return month_make(common_year, w.month, m) ? DATE_MONTH : DATE_IMPOSSIBLE;
}

static void print_padded(struct buffer *b, int n, int width)
{
    for (int bound = 10; width > 1; width--, bound *= 10)
        if (n < bound)
            buffer_add_byte(b, '0');
    buffer_add_number(b, n);
}

void month_print(struct buffer *b, struct month m, enum era era)
{
    int year, month;
    month_parts(m, &year, &month);
    print_padded(b, year + era_offset(era), 4);
    buffer_add_byte(b, '-');
    print_padded(b, month, 2);
}

void date_print(struct buffer *b, struct date d, enum era era)
{
    int year, month, day;
    date_parts(d, &year, &month, &day);
    month_print(b, date_month(d), era);
    buffer_add_byte(b, '-');
    print_padded(b, day, 2);
}

struct text month_words(struct arena *a, struct month m, enum era era)
{
    struct buffer b = buffer_in(a);
    month_print(&b, m, era);
    return buffer_text(&b);
}

struct text date_words(struct arena *a, struct date d, enum era era)
{
    struct buffer b = buffer_in(a);
    date_print(&b, d, era);
    return buffer_text(&b);
}

struct text date_long_words(struct arena *a, struct date d, enum era era, bool thai)
{
    int year, month, day;
    date_parts(d, &year, &month, &day);
    const struct month_name *name = &months[month - 1];
    return SAY(a, "{} {} {}", text_number(a, day), text_of(thai ? name->thai : name->english),
               text_number(a, year + era_offset(era)));
}
