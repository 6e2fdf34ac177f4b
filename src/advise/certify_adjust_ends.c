/* Late steps, penalties, bonuses and lines of `adjust` on the ends of a score. */
#include "advise/certifying.h"

/* By how many rows count for certain, and how many may; only where the evaluation says the same. */
static void count_rows(struct certifying *c, const struct penalty_result *p, struct ends *x)
{
    const struct penalty *rule = p->penalty;
    struct ends n = certify_lies(c, rule->count);
    for (int high = 0; high < 2 && !n.undefined; high++) {
        struct derived count = high ? n.high : n.low, amount;
        if (!count.step || (high && !p->has_most))
            continue;
        amount = certify_each_time(c, p, count);
        if (rule->has_cap)
            amount = derive_least(c, amount, derive_rule(c, rule->cap, TEXT("cap"), rule->cap_at));
        if (number_equal(c->a, amount.is.number, high ? p->most : p->amount))
            *(high ? &x->high : &x->low) = amount;
    }
}

/* How little and how much a penalty or bonus can be; no high end: nobody knows. */
static struct ends amount_ends(struct certifying *c, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    struct ends x = {0};
    if (p->known) {
        x.low = x.high = certify_penalty(c, p);
        return x;
    }
    bool runs = rule->kind == AMOUNT_TIME && number_sign(p->amount) && c->o->facts->has_as_of &&
                p->after.kind != VALUE_ABSENT && penalty_stops_by(rule->until);
    x.low = runs ? certify_amount_so_far(c, p) : derive_nought(c);
    if (!number_equal(c->a, x.low.is.number, p->amount))
        x.low = derive_nought(c);
    bool is_cap = rule->has_cap && p->has_most && number_equal(c->a, p->most, rule->cap);
    if (is_cap)
        x.high = derive_rule(c, rule->cap, TEXT("cap"), rule->cap_at);
    else if (p->has_most && rule->kind == AMOUNT_FLAT)
        x.high = certify_amount(c, p);
    if (rule->kind == AMOUNT_ROWS)
        count_rows(c, p, &x);
    return x;
}

/* What is taken takes most from the low end. */
static struct ends take_all(struct certifying *c, const struct result *r, struct ends x)
{
    for (size_t i = 0; i < r->criterion->penalties.n; i++) {
        struct ends amount = amount_ends(c, &r->penalties[i]);
        x = (r->penalties[i].penalty->is_bonus ? certify_add : certify_subtract)(c, x, amount);
    }
    return x;
}

static struct ends apply(struct certifying *c, const struct adjust_line *l, struct ends x)
{
    struct ends v = {0};
    if (l->value)
        v = certify_lies(c, l->value);
    if (v.undefined)
        v = (struct ends){0};
    switch (l->kind) {
    case ADJUST_PLUS:
        return certify_add(c, x, v);
    case ADJUST_MINUS:
        return certify_subtract(c, x, v);
    case ADJUST_AT_LEAST:
        return certify_most(c, x, v);
    case ADJUST_AT_MOST:
        return certify_least(c, x, v);
    case ADJUST_ROUND:
        break;
    }
    if (x.low.step)
        x.low = derive_rounded(c, x.low, &l->rounding, TEXT("round to"));
    if (x.high.step)
        x.high = derive_rounded(c, x.high, &l->rounding, TEXT("round to"));
    return x;
}

static struct ends by_lines(struct certifying *c, const struct result *r, struct ends x)
{
    const struct criterion *k = r->criterion;
    for (size_t i = 0; i < k->adjust.n; i++) {
        const struct adjust_result *line = &r->adjust[i];
        if (line->state == LINE_LEFT_OUT)
            continue;
        struct ends y = apply(c, &k->adjust.at[i], x);
        x = line->state == LINE_OPEN && value_is_absent(line->when) ? certify_either(c, x, y) : y;
    }
    return certify_ends_within(c, x, k->low, k->high, k->at);
}

static struct ends settle(struct certifying *c, const struct criterion *k, struct ends x)
{
    x = certify_ends_within(c, x, k->floor, k->cap, k->at);
    if (k->round_score->set && x.low.step)
        x.low = derive_rounded(c, x.low, k->round_score, TEXT("round to"));
    if (k->round_score->set && x.high.step)
        x.high = derive_rounded(c, x.high, k->round_score, TEXT("round to"));
    return x;
}

struct ends certify_adjusted_ends(struct certifying *c, struct certified *of,
                                  const struct result *r, struct ends x)
{
    const struct criterion *k = r->criterion;
    if (k->scorer == SCORER_STEPS && !of->late.step && r->steps)
        of->late = certify_late(c, r);
    if (of->late.step)
        x = certify_subtract(c, x, ends_of(of->late, of->late));
    if (k->has_adjust)
        return by_lines(c, r, x);
    return settle(c, k, take_all(c, r, x));
}
