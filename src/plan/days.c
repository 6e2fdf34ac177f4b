/* Days counted and reached, as eval/dates.c does; a day that the calendar does not cover, or that
 * there is not, is none for a plan. */
#include "plan/inside.h"

enum { DAYS_COUNTED = 50 * 366 }; /* of a calendar that covers more, each stretch is counted anew */

const int32_t *days_counted(struct arena *a, const struct calendar *c)
{
    if (!c || c->last.day - c->first.day >= DAYS_COUNTED)
        return NULL;
    size_t n = (size_t)(c->last.day - c->first.day) + 1;
    int32_t *until = ARENA_ARRAY(a, int32_t, n + 1);
    for (size_t i = 0; i < n; i++)
        until[i + 1] = until[i] + calendar_is_working(c, (struct date){c->first.day + (int32_t)i});
    return until;
}

static struct held working_days(struct plan_run *r, int64_t after, int64_t until)
{
    const struct calendar *c = r->plan->model->calendar;
    if (after + 1 < c->first.day || until > c->last.day)
        return declined(r);
    if (r->plan->working)
        return held_whole(r->plan->working[until - c->first.day + 1] -
                          r->plan->working[after - c->first.day + 1]);
    return held_whole(
        calendar_working_days(c, (struct date){(int32_t)after}, (struct date){(int32_t)until}));
}

static int64_t last_day(int64_t whole, bool month)
{
    return month ? month_last((struct month){(int32_t)whole}).day : whole;
}

static int64_t months_between(struct plan_run *r, int64_t after, bool after_month, int64_t until)
{
    struct date to = {(int32_t)until};
    if (!after_month)
        return date_months_begun((struct date){(int32_t)after}, to, r->plan->model->month_ends);
    int64_t n = date_month(to).month - after;
    return n > 0 ? n : 0;
}

struct held days_between(struct plan_run *r, enum day_unit unit, int64_t after, bool after_month,
                         int64_t until, bool until_month)
{
    until = last_day(until, until_month);
    if (unit == UNIT_MONTH)
        return held_whole(months_between(r, after, after_month, until));
    int64_t from = last_day(after, after_month);
    if (until <= from)
        return held_whole(0);
    return unit == UNIT_DAY ? held_whole(until - from) : working_days(r, from, until);
}

struct held days_shifted(struct plan_run *r, const struct term *t)
{
    struct held count = term_operand(r, t->left), from = term_operand(r, t->right);
    if (!count.is || !from.is)
        return !count.is && (from.is || count.absence >= from.absence) ? count : from;
    bool month = t->of->right->type.kind == TYPE_MONTH;
    struct value base = month ? value_month((struct month){(int32_t)from.whole})
                              : value_date((struct date){(int32_t)from.whole}),
                 out;
    if (model_shift(r->plan->model, r->scratch, t->of, count.number, base, &out) != SHIFT_DONE)
        return declined(r);
    return held_whole(out.kind == VALUE_MONTH ? out.month.month : out.date.day);
}

struct held date_part_of(const struct term *t, int64_t whole)
{
    struct value v = t->of->left->type.kind == TYPE_MONTH
                         ? value_month((struct month){(int32_t)whole})
                         : value_date((struct date){(int32_t)whole});
    struct value part = model_date_part(t->of->date_part, v);
    return held_whole(part.kind == VALUE_MONTH ? part.month.month : part.date.day);
}
