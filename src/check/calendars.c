/* Calendars: weekends and named holidays, as data. */
#include "check/checker.h"

bool check_countable(struct checker *c, enum day_unit unit, struct span at)
{
    if (unit != UNIT_WORKING_DAY)
        return true;
    bool again = c->calendar_used;
    c->calendar_used = true;
    if (c->m->calendar || again)
        return c->m->calendar;
    for (size_t i = 0; i < c->d->all.n; i++)
        if (c->d->all.at[i]->code == K0802)
            return false; /* it may stand in the file that could not be read */
    diag_help(DIAG_PLAIN(c->d, K0507, at),
              TEXT("add `use \"calendars/....ken\"` to the head, or write a `calendar` here"));
    return false;
}

static void report_weekday(struct checker *c, struct span at, struct text name)
{
    struct diag *g = DIAG_ADD(c->d, K0315, at, name);
    struct nearest near = nearest_to(name);
    struct text shortened = {0};
    for (int day = MONDAY; day <= SUNDAY; day++) {
        struct text known = weekday_words((enum weekday)day);
        nearest_offer(&near, known);
        if (name.n > 2 && text_starts(known, name))
            shortened = known;
    }
    struct text meant = shortened.n ? shortened : near.best;
    if (!meant.n) {
        diag_help(g, TEXT("the days are `monday` to `sunday`, or จันทร์ to อาทิตย์"));
        return;
    }
    diag_help(g, SAY(c->a, "did you mean `{}`?", meant));
    diag_fix(g, at, meant);
}

static void fill_weekend(struct checker *c, struct calendar *cal, const struct node *n)
{
    for (size_t i = 0; i < n->weekend.days.n; i++) {
        const struct node *path = n->weekend.days.at[i];
        struct text name = path->path.names.at[0]->word.text;
        enum weekday day;
        if (weekday_named(name, &day))
            cal->free[day] = true;
        else
            report_weekday(c, path->at, name);
    }
}

static void fill_covers(struct checker *c, struct calendar *cal, const struct node *n)
{
    struct date ignored;
    const struct node *low = n->covers.range->range.low, *high = n->covers.range->range.high;
    bool dates = (low->kind == NODE_date || low->kind == NODE_month) &&
                 (high->kind == NODE_date || high->kind == NODE_month);
    if (!dates) {
        struct span at = n->covers.range->at;
        dates_meant(c, DIAG_ADD(c->d, K0402, at, check_source(c, at), TEXT("a range of dates")),
                    at);
        return;
    }
    if (!check_date(c, low, &cal->first, &ignored) || !check_date(c, high, &ignored, &cal->last))
        return;
    if (cal->last.day < cal->first.day)
        report_backwards(c, n->covers.range);
}

static void fill_holiday(struct checker *c, struct calendar *cal, const struct node *n)
{
    struct date first, last;
    if (!check_date(c, n->holiday.date, &first, &last))
        return;
    if (n->holiday.date->kind == NODE_month) {
        DIAG_ADD(c->d, K0402, n->holiday.date->at, check_source(c, n->holiday.date->at),
                 TEXT("a date"));
        return;
    }
    LIST_ADD(c->a, &cal->holidays,
             (struct holiday){first, check_text(n->holiday.name), n->holiday.date->at});
    if (!calendar_covers(cal, first))
        diag_help(DIAG_ADD(c->d, K0509, n->holiday.date->at, check_source(c, n->holiday.date->at),
                           cal->name),
                  TEXT("widen `covers`, or mend the date"));
}

void report_not_covered(struct checker *c, struct span at, struct date d, const char *needed)
{
    const struct calendar *cal = c->m->calendar;
    struct diag *g =
        DIAG_ADD(c->d, K0529, at, cal->name, date_words(c->a, d, c->m->era), text_of(needed));
    diag_label(c->d, g, cal->at, TEXT("the calendar"));
    diag_help(g, TEXT("widen `covers` and add that year's holidays"));
}

struct calendar *check_calendar(struct checker *c, const struct node *n)
{
    struct calendar *cal = ARENA_NEW(c->a, struct calendar);
    *cal = (struct calendar){.name = n->calendar.name->word.text,
                             .title = check_text(n->calendar.title),
                             .at = n->calendar.name->at,
                             .first = {1},
                             .last = {DATE_LAST}};
    const struct nodes *items = &n->calendar.items;
    const struct node *covers = check_once(c, items, NODE_covers, TEXT("covers"));
    if (covers)
        fill_covers(c, cal, covers);
    else if (!check_has_broken(items))
        diag_help(DIAG_ADD(c->d, K0316, cal->at, cal->name),
                  TEXT("write `covers 2565-10-01 .. 2566-12-31`: outside it nothing is known"));
    for (size_t i = 0; i < items->n; i++) {
        if (items->at[i]->kind == NODE_weekend)
            fill_weekend(c, cal, items->at[i]);
        else if (items->at[i]->kind == NODE_holiday)
            fill_holiday(c, cal, items->at[i]);
    }
    size_t twice;
    if (!calendar_finish(c->a, cal, &twice)) {
        const struct holiday *again = &cal->holidays.at[twice];
        struct diag *g = DIAG_ADD(c->d, K0307, again->at, TEXT("a holiday"));
        diag_label(c->d, g, cal->holidays.at[twice - 1].at, TEXT("first here"));
    }
    return cal;
}

static int year_of(struct date d)
{
    int year, month, day;
    date_parts(d, &year, &month, &day);
    return year;
}

static void report_years(struct checker *c, const struct calendar *cal, int from, int to)
{
    int offset = c->m->era == ERA_BE ? ERA_OFFSET : 0;
    struct text first = text_number(c->a, from + offset), last = text_number(c->a, to + offset);
    diag_help(DIAG_ADD(c->d, K0587, cal->at, cal->name,
                       from == to ? first : SAY(c->a, "{} to {}", first, last)),
              TEXT("write the holidays of that year, or let `covers` end before it"));
}

/* A whole year without holidays, beside years that have some: they were not written down yet. */
void check_holidays(struct checker *c)
{
    const struct calendar *cal = c->m->calendar;
    size_t n = cal ? cal->holidays.n : 0;
    if (!n)
        return;
    struct date begin, end;
    int year = year_of(cal->first), last = year_of(cal->last);
    bool whole = date_make(year, 1, 1, &begin) && begin.day == cal->first.day;
    bool last_whole = date_make(last, 12, 31, &end) && end.day == cal->last.day;
    for (size_t i = 0; i <= n; i++) {
        int from = i ? year_of(cal->holidays.at[i - 1].date) + 1 : whole ? year : year + 1;
        int to = i < n ? year_of(cal->holidays.at[i].date) - 1 : last_whole ? last : last - 1;
        if (from <= to) {
            report_years(c, cal, from, to);
            return;
        }
    }
}
