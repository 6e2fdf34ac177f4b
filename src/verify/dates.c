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

static bool of_month(struct checker *c, struct item *result, const char **why, int32_t *month)
{
    const struct item *x = operand(c, 0);
    *why = "the operand is neither a date nor a month";
    *month = x->kind == ITEM_DATE ? month_of(x->n) : x->n;
    *result = (struct item){.kind = ITEM_DATE};
    return x->kind == ITEM_DATE || x->kind == ITEM_MONTH;
}

bool op_first_day(struct checker *c, struct item *result, const char **why)
{
    int32_t month;
    if (any_absent(c, result))
        return true;
    bool well = of_month(c, result, why, &month);
    result->n = well ? month_start(month) : 0;
    return well;
}

bool op_last_day(struct checker *c, struct item *result, const char **why)
{
    int32_t month;
    if (any_absent(c, result))
        return true;
    bool well = of_month(c, result, why, &month);
    result->n = well ? month_end(month) : 0;
    return well;
}

bool op_month_of_date(struct checker *c, struct item *result, const char **why)
{
    int32_t month;
    if (any_absent(c, result))
        return true;
    bool well = of_month(c, result, why, &month);
    *result = (struct item){.kind = ITEM_MONTH, .n = month};
    return well;
}
