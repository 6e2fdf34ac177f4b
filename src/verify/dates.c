/* Operations on dates and months. */
#include "verify/checking.h"

static const char no_dates[] = "the operands are no dates";
static const char no_day[] = "the calendar does not reach so far";

static bool are_dates(const struct checker *c)
{
    return operand(c, 0)->kind == ITEM_DATE && operand(c, 1)->kind == ITEM_DATE;
}

bool op_days(struct checker *c, struct item *result, const char **why)
{
    *why = no_dates;
    if (any_absent(c, result))
        return true;
    int32_t n = operand(c, 1)->n - operand(c, 0)->n;
    *result = item_count(c, n > 0 ? (size_t)n : 0);
    return are_dates(c);
}

bool op_working_days(struct checker *c, struct item *result, const char **why)
{
    int32_t n;
    *why = no_dates;
    if (any_absent(c, result))
        return true;
    if (!are_dates(c))
        return false;
    *why = no_day;
    if (!workdays_between(&c->workdays, operand(c, 0)->n, operand(c, 1)->n, &n))
        return false;
    *result = item_count(c, (size_t)n);
    return true;
}

/* After a month it is months that are counted. */
bool op_months(struct checker *c, struct item *result, const char **why)
{
    *why = no_dates;
    if (any_absent(c, result))
        return true;
    const struct item *after = operand(c, 0), *until = operand(c, 1);
    if (until->kind != ITEM_DATE || (after->kind != ITEM_DATE && after->kind != ITEM_MONTH))
        return false;
    int32_t n = after->kind == ITEM_DATE ? months_between(after->n, until->n, c->carried)
                                         : month_of(until->n) - after->n;
    *result = item_count(c, n > 0 ? (size_t)n : 0);
    return true;
}

/* The operands are a whole number and a day to go on from. */
static bool going_on(struct checker *c, int64_t *n, const struct item **from, const char **why)
{
    enum { FAR = 2 * DAY_LAST };
    *why = "the operands are no whole number and date";
    *from = operand(c, 1);
    return item_whole(c, operand(c, 0), n) && *n > -FAR && *n < FAR &&
           ((*from)->kind == ITEM_DATE || (*from)->kind == ITEM_MONTH);
}

bool op_days_on(struct checker *c, struct item *result, const char **why)
{
    int64_t n;
    const struct item *from;
    if (any_absent(c, result))
        return true;
    if (!going_on(c, &n, &from, why) || from->kind != ITEM_DATE)
        return false;
    *why = no_day;
    n += from->n;
    *result = (struct item){.kind = ITEM_DATE, .n = (int32_t)n};
    return n >= 1 && n <= DAY_LAST;
}

bool op_working_days_on(struct checker *c, struct item *result, const char **why)
{
    int64_t n;
    const struct item *from;
    if (any_absent(c, result))
        return true;
    if (!going_on(c, &n, &from, why) || from->kind != ITEM_DATE)
        return false;
    *why = no_day;
    *result = (struct item){.kind = ITEM_DATE};
    return workdays_on(&c->workdays, from->n, n, &result->n);
}

bool op_months_on_date(struct checker *c, struct item *result, const char **why)
{
    int64_t n;
    const struct item *from;
    if (any_absent(c, result))
        return true;
    if (!going_on(c, &n, &from, why))
        return false;
    *why = no_day;
    *result = (struct item){.kind = from->kind};
    if (from->kind == ITEM_DATE)
        return months_on(from->n, n, c->carried, &result->n);
    n += from->n;
    result->n = (int32_t)n;
    return n >= 12 && n < 10000 * 12;
}

/* What `part` makes of the month, or of the month in which the day lies. */
static bool of_month(struct checker *c, struct item *result, const char **why, enum item_kind kind,
                     int32_t (*part)(int32_t month))
{
    const struct item *x = operand(c, 0);
    *why = "the operand is neither a date nor a month";
    if (any_absent(c, result))
        return true;
    if (x->kind != ITEM_DATE && x->kind != ITEM_MONTH)
        return false;
    *result = (struct item){.kind = kind, .n = part(x->kind == ITEM_DATE ? month_of(x->n) : x->n)};
    return true;
}

bool op_first_day(struct checker *c, struct item *result, const char **why)
{
    return of_month(c, result, why, ITEM_DATE, month_start);
}

bool op_last_day(struct checker *c, struct item *result, const char **why)
{
    return of_month(c, result, why, ITEM_DATE, month_end);
}

static int32_t itself(int32_t month)
{
    return month;
}

bool op_month_of_date(struct checker *c, struct item *result, const char **why)
{
    return of_month(c, result, why, ITEM_MONTH, itself);
}
