/* Calculating with dates: days counted between two, days reached from one. */
#include "eval/run.h"

/* A month from which months are counted stands for its last day, whatever that is in each. */
static long months_between(struct run *r, struct value after, struct date until)
{
    if (after.kind == VALUE_DATE)
        return date_months_begun(after.date, until, r->m->month_ends);
    long n = (long)date_month(until).month - after.month.month;
    return n > 0 ? n : 0;
}

bool count_between(struct run *r, enum day_unit unit, struct value after, struct value until,
                   struct span at, long *n)
{
    struct date from, to;
    deadline_of(after, &from);
    deadline_of(until, &to);
    if (unit != UNIT_MONTH)
        return count_days(r, unit, from, to, at, n);
    *n = months_between(r, after, to);
    return true;
}

struct value eval_days(struct run *r, const struct expr *e)
{
    struct value after = eval_operand(r, e->left), until = eval_operand(r, e->right);
    long n;
    if (value_is_absent(after) || value_is_absent(until))
        return value_absence_of(after, until);
    if (!count_between(r, e->day_unit, after, until, e->at, &n)) {
        name_outside(r, e->left, e->right);
        return absent_result(r, CAUSE_NO_DAY, e);
    }
    return value_number(number_of(n));
}

/* What cannot be reached, in words: "40 months after 9998-01-31". */
static struct text unreached_words(struct run *r, const struct expr *e, struct value count,
                                   struct value from)
{
    static const char *const units[] = {
        [UNIT_DAY] = "days", [UNIT_WORKING_DAY] = "working days", [UNIT_MONTH] = "months"};
    struct text base = from.kind == VALUE_DATE ? date_words(r->a, from.date, r->m->era)
                                               : month_words(r->a, from.month, r->m->era);
    return SAY(r->a, "{} {} {} {}", number_short_words(r->a, count.number, 0),
               text_of(units[e->day_unit]), e->back ? TEXT("before") : TEXT("after"), base);
}

struct value eval_shift(struct run *r, const struct expr *e)
{
    struct value count = eval_operand(r, e->left), from = eval_operand(r, e->right), out;
    if (value_is_absent(count) || value_is_absent(from))
        return value_absence_of(count, from);
    switch (model_shift(r->m, r->a, e, count.number, from, &out)) {
    case SHIFT_DONE:
        return out;
    case SHIFT_NOT_COVERED:
        LIST_ADD(r->a, &r->out->troubles,
                 (struct trouble){
                     .kind = TROUBLE_CALENDAR, .at = e->at, .date = out.date, .end = from.date});
        name_outside(r, e->right, e->left);
        break;
    case SHIFT_NO_DAY:
        LIST_ADD(r->a, &r->out->troubles,
                 (struct trouble){.kind = TROUBLE_NO_DAY,
                                  .at = e->at,
                                  .what = unreached_words(r, e, count, from)});
        break;
    }
    return absent_result(r, CAUSE_NO_DAY, e);
}

struct value eval_date_part(struct run *r, const struct expr *e)
{
    struct value v = eval_operand(r, e->left);
    return value_is_absent(v) ? v : model_date_part(e->date_part, v);
}
