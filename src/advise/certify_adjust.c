/* From the scorer's figure to the score: late steps, penalties and bonuses as one sum, or the lines
 * of `adjust`; then floor, cap and rounding. */
#include "advise/certifying.h"

static bool is_na(struct derived d)
{
    return value_is_absent(d.is) && d.is.absence == ABSENCE_NA;
}

static struct derived nothing(struct certifying *c, struct derived because)
{
    return derive_choice(c, because, derive_nought(c));
}

struct derived certify_each_time(struct certifying *c, const struct penalty_result *p,
                                 struct derived count)
{
    const struct penalty *rule = p->penalty;
    if (rule->free) {
        struct derived free = derive_rule(c, number_of(rule->free), TEXT("free"), rule->at);
        count = derive_most(c, derive_difference(c, count, free), derive_nought(c));
    }
    return derive_product(c, derive_rule(c, rule->each, TEXT("amount"), rule->each_at), count);
}

static struct derived as_of(struct certifying *c)
{
    if (!c->as_of.step)
        c->as_of = derive(c, "fact", (struct operands){NULL, 0}, value_date(c->o->facts->as_of),
                          (struct beside){.name = TEXT("as of"), .at = c->o->facts->as_of_at});
    return c->as_of;
}

/* What has run up to the day of the facts, where nobody knows when the clock stops. */
struct derived certify_amount_so_far(struct certifying *c, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    struct value days = value_number(number_of(p->count));
    struct derived amount = certify_each_time(
        c, p,
        derive_between(c, rule->unit, certify_expr(c, rule->after), as_of(c), days, rule->at));
    return rule->has_cap
               ? derive_least(c, amount, derive_rule(c, rule->cap, TEXT("cap"), rule->cap_at))
               : amount;
}

/* A clock that has not been stopped runs on to the day of the facts. */
static struct derived stop_of(struct certifying *c, const struct penalty_result *p)
{
    struct derived until = certify_expr(c, p->penalty->until);
    if (!p->runs_on)
        return until;
    return derive_choice(c, derive_is_absent(c, until, ABSENCE_NONE), as_of(c));
}

static struct derived of_time(struct certifying *c, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    struct derived after = certify_expr(c, rule->after);
    if (is_na(after))
        return nothing(c, derive_refusal(c, after));
    if (value_is_absent(after.is))
        return nothing(c, derive_is_absent(c, after, ABSENCE_NONE));
    struct derived until = stop_of(c, p);
    if (is_na(until))
        return nothing(c, derive_refusal(c, until));
    return certify_each_time(
        c, p,
        derive_between(c, rule->unit, after, until, value_number(number_of(p->count)), rule->at));
}

struct derived certify_amount(struct certifying *c, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    struct derived d;
    switch (rule->kind) {
    case AMOUNT_FLAT:
        return derive_rule(c, rule->each, TEXT("amount"), rule->each_at);
    case AMOUNT_TIME:
        return of_time(c, p);
    case AMOUNT_ROWS:
        d = certify_expr(c, rule->count);
        return is_na(d) ? nothing(c, derive_refusal(c, d)) : certify_each_time(c, p, d);
    case AMOUNT_FORMULA:
        break;
    }
    d = certify_expr(c, rule->amount);
    return is_na(d) ? nothing(c, derive_refusal(c, d)) : d;
}

struct derived certify_penalty(struct certifying *c, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    struct derived when = {0};
    if (rule->when) {
        when = certify_expr(c, rule->when);
        if (is_na(when) || (!value_is_absent(when.is) && !when.is.truth))
            return nothing(c, derive_refusal(c, when));
    }
    struct derived amount = certify_amount(c, p);
    if (rule->has_cap)
        amount = derive_least(c, amount, derive_rule(c, rule->cap, TEXT("cap"), rule->cap_at));
    bool holds = when.step && !value_is_absent(when.is); /* else it is 0 either way */
    return holds ? derive_choice(c, when, amount) : amount;
}

/* What is taken in all; step 0 where nothing can be. */
static struct derived taken(struct certifying *c, const struct certified *of,
                            const struct result *r)
{
    struct derived sum = of->late;
    for (size_t i = 0; i < r->criterion->penalties.n; i++) {
        struct derived amount = certify_penalty(c, &r->penalties[i]);
        if (!sum.step)
            sum = derive_nought(c);
        sum = r->penalties[i].penalty->is_bonus ? derive_difference(c, sum, amount)
                                                : derive_sum(c, sum, amount);
    }
    return sum;
}

static struct derived line_applied(struct certifying *c, const struct adjust_line *l,
                                   struct derived x)
{
    struct derived value = l->value ? certify_expr(c, l->value) : x;
    switch (l->kind) {
    case ADJUST_PLUS:
        return derive_sum(c, x, value);
    case ADJUST_MINUS:
        return derive_difference(c, x, value);
    case ADJUST_AT_LEAST:
        return derive_most(c, x, value);
    case ADJUST_AT_MOST:
        return derive_least(c, x, value);
    case ADJUST_ROUND:
        break;
    }
    return derive_rounded(c, x, &l->rounding, TEXT("round to"));
}

static struct derived line(struct certifying *c, const struct adjust_line *l,
                           const struct adjust_result *r, struct derived x)
{
    struct derived when = {0};
    if (l->when)
        when = certify_expr(c, l->when);
    if (r->state == LINE_LEFT_OUT) {
        bool refused = l->when && (value_is_absent(when.is) || !when.is.truth);
        return derive_choice(c, derive_refusal(c, refused ? when : certify_expr(c, l->value)), x);
    }
    x = line_applied(c, l, x);
    return when.step ? derive_choice(c, when, x) : x;
}

static struct derived by_lines(struct certifying *c, const struct certified *of,
                               const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct derived x = of->late.step ? derive_difference(c, of->raw, of->late) : of->raw;
    for (size_t i = 0; i < k->adjust.n; i++)
        x = line(c, &k->adjust.at[i], &r->adjust[i], x);
    return derive_within(c, x, k->low, k->high, k->at);
}

void certify_adjust(struct certifying *c, struct certified *of, const struct result *r)
{
    const struct criterion *k = r->criterion;
    if (k->has_adjust) {
        of->score = by_lines(c, of, r);
        return;
    }
    struct derived sum = taken(c, of, r);
    struct derived x = sum.step ? derive_difference(c, of->raw, sum) : of->raw;
    x = derive_within(c, x, k->floor, k->cap, k->at);
    of->score = k->round_score->set ? derive_rounded(c, x, k->round_score, TEXT("round to")) : x;
}
