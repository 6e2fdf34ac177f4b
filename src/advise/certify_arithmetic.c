/* Steps between the values of a trace: arithmetic, comparisons and conditions. */
#include "advise/certifying.h"

static struct derived two(struct certifying *c, const char *operation, struct derived x,
                          struct derived y, struct value is)
{
    return derive_at(c, operation, OPERANDS(x.step, y.step), is, (struct span){0, 0});
}

struct derived derive_rule(struct certifying *c, struct number n, struct text name, struct span at)
{
    return derive(c, "rule", (struct operands){NULL, 0}, value_number(n),
                  (struct beside){.name = name, .at = at});
}

static struct derived constant(struct certifying *c, struct derived *kept, int n)
{
    if (!kept->step)
        *kept = derive_at(c, "constant", (struct operands){NULL, 0}, value_number(number_of(n)),
                          (struct span){0, 0});
    return *kept;
}

struct derived derive_nought(struct certifying *c)
{
    return constant(c, &c->nought, 0);
}

struct derived derive_one(struct certifying *c)
{
    return constant(c, &c->one, 1);
}

struct derived derive_sum(struct certifying *c, struct derived x, struct derived y)
{
    return two(c, "add", x, y, value_number(number_add(c->a, x.is.number, y.is.number)));
}

struct derived derive_difference(struct certifying *c, struct derived x, struct derived y)
{
    return two(c, "subtract", x, y, value_number(number_subtract(c->a, x.is.number, y.is.number)));
}

struct derived derive_product(struct certifying *c, struct derived x, struct derived y)
{
    return two(c, "multiply", x, y, value_number(number_multiply(c->a, x.is.number, y.is.number)));
}

struct derived derive_quotient(struct certifying *c, struct derived x, struct derived y)
{
    return two(c, "divide", x, y, value_number(number_divide(c->a, x.is.number, y.is.number)));
}

struct derived derive_least(struct certifying *c, struct derived x, struct derived y)
{
    return two(c, "min", x, y, value_number(number_least(c->a, x.is.number, y.is.number)));
}

struct derived derive_most(struct certifying *c, struct derived x, struct derived y)
{
    return two(c, "max", x, y, value_number(number_most(c->a, x.is.number, y.is.number)));
}

struct derived derive_total(struct certifying *c, const struct steps *s, struct number is)
{
    return derive_at(c, "sum", steps_all(s), value_number(is), (struct span){0, 0});
}

/* As in the rules: what `round` says behind `to`. */
const char *certify_mode(enum rounding_mode mode)
{
    static const char *const words[] = {[ROUND_HALF_UP] = "half up",
                                        [ROUND_HALF_EVEN] = "half even",
                                        [ROUND_UP] = "up",
                                        [ROUND_DOWN] = "down"};
    return words[mode];
}

struct derived derive_rounded(struct certifying *c, struct derived x, const struct rounding *how,
                              struct text name)
{
    struct derived step = derive_rule(c, how->step, name, how->at);
    return derive(c, "round", OPERANDS(x.step, step.step),
                  value_number(number_round(c->a, x.is.number, how->step, how->mode)),
                  (struct beside){.how = certify_mode(how->mode)});
}

struct derived derive_equal(struct certifying *c, struct derived x, struct derived y)
{
    return two(c, "equal", x, y, value_truth(value_equal(c->a, x.is, y.is)));
}

struct derived derive_less(struct certifying *c, struct derived x, struct derived y)
{
    return two(c, "less", x, y, value_truth(number_order(c->a, x.is.number, y.is.number) < 0));
}

struct derived derive_at_most(struct certifying *c, struct derived x, struct derived y)
{
    return two(c, "at most", x, y, value_truth(number_order(c->a, x.is.number, y.is.number) <= 0));
}

struct derived derive_not(struct certifying *c, struct derived x)
{
    return derive_at(c, "not", OPERANDS(x.step), value_truth(!x.is.truth), (struct span){0, 0});
}

struct derived derive_both(struct certifying *c, struct derived x, struct derived y)
{
    return two(c, "and", x, y, value_truth(x.is.truth && y.is.truth));
}

struct derived derive_is_absent(struct certifying *c, struct derived x, enum absence kind)
{
    bool is = x.is.kind == VALUE_ABSENT && x.is.absence == kind;
    return derive(c, "is absent", OPERANDS(x.step), value_truth(is),
                  (struct beside){.how = certify_absence(kind)});
}

struct derived derive_refusal(struct certifying *c, struct derived x)
{
    return value_is_absent(x.is) ? derive_is_absent(c, x, ABSENCE_NA) : derive_not(c, x);
}

struct derived derive_no_score(struct certifying *c, const struct criterion *k,
                               struct operands because, struct value is, struct span at)
{
    for (size_t i = 0; i < because.n; i++)
        if (!because.at[i])
            return certify_refuse(c, k, TEXT("its score is not known"));
    return derive_at(c, "no score", because, is, at);
}

struct derived derive_choice(struct certifying *c, struct derived condition, struct derived x)
{
    if (condition.is.kind != VALUE_TRUTH || !condition.is.truth)
        return certify_refuse(c, NULL, TEXT("it follows from a condition that does not hold"));
    return two(c, "choose", condition, x, x.is);
}

struct derived derive_last_day(struct certifying *c, struct derived d)
{
    if (d.is.kind != VALUE_MONTH)
        return d;
    return derive_at(c, "last day", OPERANDS(d.step), value_date(month_last(d.is.month)),
                     (struct span){0, 0});
}

/* A month stands for its last day, but months after a month are counted as months. */
struct derived derive_between(struct certifying *c, enum day_unit unit, struct derived after,
                              struct derived until, struct value is, struct span at)
{
    static const char *const operations[] = {
        [UNIT_DAY] = "days", [UNIT_WORKING_DAY] = "working days", [UNIT_MONTH] = "months"};
    if (unit != UNIT_MONTH)
        after = derive_last_day(c, after);
    until = derive_last_day(c, until);
    return derive_at(c, operations[unit], OPERANDS(after.step, until.step), is, at);
}

struct derived derive_within(struct certifying *c, struct derived x, struct number low,
                             struct number high, struct span at)
{
    if (!number_is_over(low))
        x = derive_most(c, x, derive_rule(c, low, TEXT("lower end"), at));
    if (!number_is_over(high))
        x = derive_least(c, x, derive_rule(c, high, TEXT("upper end"), at));
    return x;
}
