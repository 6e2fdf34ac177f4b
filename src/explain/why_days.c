/* Every day that counts as late, and every day that is skipped, with the reason. */
#include "explain/reasons.h"

enum { DAYS_SHOWN = 366 };

static struct text day_words(struct whying *w, struct date d)
{
    return SAY(w->a, "{} {}", date_words(w->a, d, w->m->era), weekday_words(date_weekday(d)));
}

void why_days(struct whying *w, struct reason *above, enum day_unit unit, struct date after,
              struct date until)
{
    for (struct date d = {after.day + 1}; d.day <= until.day; d.day++) {
        if (d.day - after.day > DAYS_SHOWN) {
            reason_add(w, above, REASON_LATE_DAY,
                       SAY(w->a, "... and on to {}", day_words(w, until)));
            return;
        }
        const struct calendar *c = w->m->calendar;
        if (unit == UNIT_DAY || calendar_is_working(c, d)) {
            reason_add(w, above, REASON_LATE_DAY, SAY(w->a, "{}: late", day_words(w, d)));
            continue;
        }
        const struct holiday *h = calendar_holiday(c, d);
        bool weekend = c->free[date_weekday(d)];
        struct text why =
            h ? SAY(w->a, weekend ? "weekend, {}" : "holiday, {}", h->name) : TEXT("weekend");
        struct reason *r = reason_add(w, above, REASON_SKIPPED_DAY,
                                      SAY(w->a, "{}: not counted, {}", day_words(w, d), why));
        r->rule = h ? h->at : c->at;
    }
}
