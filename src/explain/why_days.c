/* Every day or begun month that counts, and every day that is skipped, with the reason. */
#include "explain/reasons.h"

enum { DAYS_SHOWN = 366 };

static struct text day_words(struct whying *w, struct date d)
{
    return SAY(w->a, "{} {}", date_words(w->a, d, w->m->era), weekday_words(date_weekday(d)));
}

static void add_counted(struct whying *w, struct reason *above, const struct days_told *days,
                        struct text what, long number)
{
    struct text counted = number <= days->free ? TEXT("free") : text_of(days->counted);
    reason_add(w, above, REASON_LATE_DAY, SAY(w->a, "{}: {}", what, counted));
}

static void add_skipped(struct whying *w, struct reason *above, struct date d)
{
    const struct calendar *c = w->m->calendar;
    const struct holiday *h = calendar_holiday(c, d);
    bool weekend = c->free[date_weekday(d)];
    struct text why =
        h ? SAY(w->a, weekend ? "weekend, {}" : "holiday, {}", h->name) : TEXT("weekend");
    struct reason *r = reason_add(w, above, REASON_SKIPPED_DAY,
                                  SAY(w->a, "{}: not counted, {}", day_words(w, d), why));
    r->rule = h ? h->at : c->at;
}

static void end_list(struct whying *w, struct reason *above, struct date until)
{
    reason_add(w, above, REASON_LATE_DAY, SAY(w->a, "... and on to {}", day_words(w, until)));
}

/* The last day before the month number `n` (from 1) begins. */
static bool month_end(struct whying *w, struct value after, long n, struct date *end)
{
    struct month m;
    if (after.kind == VALUE_DATE)
        return date_add_months(after.date, n - 1, w->m->month_ends, end);
    if (!month_add(after.month, n - 1, &m))
        return false;
    *end = month_last(m);
    return true;
}

static void why_months(struct whying *w, struct reason *above, const struct days_told *days)
{
    struct date end;
    for (long n = 1; month_end(w, days->after, n, &end) && end.day < days->until.day; n++) {
        if (n > DAYS_SHOWN) {
            end_list(w, above, days->until);
            return;
        }
        struct date first = {end.day + 1};
        add_counted(w, above, days,
                    SAY(w->a, "month {}, from {}", text_number(w->a, n),
                        date_words(w->a, first, w->m->era)),
                    n);
    }
}

void why_days(struct whying *w, struct reason *above, const struct days_told *days)
{
    if (days->unit == UNIT_MONTH) {
        why_months(w, above, days);
        return;
    }
    struct date after =
        days->after.kind == VALUE_MONTH ? month_last(days->after.month) : days->after.date;
    long counted = 0;
    for (struct date d = {after.day + 1}; d.day <= days->until.day; d.day++) {
        if (d.day - after.day > DAYS_SHOWN) {
            end_list(w, above, days->until);
            return;
        }
        if (days->unit == UNIT_DAY || calendar_is_working(w->m->calendar, d))
            add_counted(w, above, days, day_words(w, d), ++counted);
        else
            add_skipped(w, above, d);
    }
}
