/* What is reckoned with dates, from the first and last days that they can be.
 *
 * Every such reckoning rises or falls all along, so that its ends come from theirs.  Where a
 * calendar does not cover them all, nothing is said: that is nobody's mistake yet. */
#include "eval/possible.h"

static struct value value_at(struct run *r, const struct expr *e, struct end end)
{
    long long n = 0;
    number_to_whole(r->a, end.at, &n);
    if (e->type.kind == TYPE_MONTH)
        return value_month((struct month){(int32_t)n});
    return value_date((struct date){(int32_t)n});
}

static bool has_both(struct interval x)
{
    return !x.low.infinite && !x.high.infinite;
}

/* Working days are only counted where the calendar covers them. */
static bool covers(struct run *r, enum day_unit unit, struct value after, struct value until)
{
    struct date from, to;
    deadline_of(after, &from);
    deadline_of(until, &to);
    return unit != UNIT_WORKING_DAY || to.day <= from.day ||
           (calendar_covers(r->m->calendar, (struct date){from.day + 1}) &&
            calendar_covers(r->m->calendar, to));
}

/* Between one end of each; no end on that side where there is none, or no calendar. */
static struct end count_end(struct run *r, enum day_unit unit, const struct expr *after,
                            struct end from, const struct expr *until, struct end to, int side)
{
    long n;
    if (from.infinite || to.infinite)
        return (struct end){.infinite = side};
    struct value first = value_at(r, after, from), last = value_at(r, until, to);
    if (!covers(r, unit, first, last) || !count_between(r, unit, first, last, after->at, &n))
        return (struct end){.infinite = side};
    return (struct end){.at = number_of(n)};
}

struct possible possible_between(struct run *r, enum day_unit unit, const struct expr *after,
                                 const struct expr *until)
{
    struct possible x = possible_of(r, after), y = possible_of(r, until);
    struct possible p = {.lies = {count_end(r, unit, after, x.lies.high, until, y.lies.low, -1),
                                  count_end(r, unit, after, x.lies.low, until, y.lies.high, 1)},
                         .undefined = x.undefined || y.undefined,
                         .na = x.na || y.na};
    if (unit == UNIT_WORKING_DAY)
        p.undefined = p.undefined || !has_both(p.lies);
    p.lies.low = end_greater(r->a, p.lies.low, interval_point(0).low);
    return p;
}

struct possible possible_days(struct run *r, const struct expr *e)
{
    return possible_between(r, e->day_unit, e->left, e->right);
}

static struct end number_of_day(struct value v)
{
    return (struct end){.at = number_of(v.kind == VALUE_MONTH ? v.month.month : v.date.day)};
}

/* Days, working days or months after (or before) any of several: later than one, later than what
 * is reckoned from it. */
struct possible possible_shift(struct run *r, const struct expr *e)
{
    struct possible count = possible_of(r, e->left), from = possible_of(r, e->right);
    struct possible p = {.lies = interval_anything(), .undefined = true, .na = count.na || from.na};
    struct value first, last;
    if (!has_both(from.lies) || !has_both(count.lies))
        return p;
    struct end least = e->back ? count.lies.high : count.lies.low,
               most = e->back ? count.lies.low : count.lies.high;
    if (model_shift(r->m, r->a, e, least.at, value_at(r, e->right, from.lies.low), &first) !=
            SHIFT_DONE ||
        model_shift(r->m, r->a, e, most.at, value_at(r, e->right, from.lies.high), &last) !=
            SHIFT_DONE)
        return p;
    p.lies = (struct interval){number_of_day(first), number_of_day(last)};
    p.undefined = count.undefined || from.undefined;
    return p;
}

struct possible possible_date_part(struct run *r, const struct expr *e)
{
    struct possible p = possible_of(r, e->left);
    if (!has_both(p.lies))
        p.lies = interval_anything();
    else
        p.lies = (struct interval){
            number_of_day(model_date_part(e->date_part, value_at(r, e->left, p.lies.low))),
            number_of_day(model_date_part(e->date_part, value_at(r, e->left, p.lies.high)))};
    return p;
}
