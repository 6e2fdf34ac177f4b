/* Late steps, penalties, bonuses and lines of `adjust` on the ends of a score. */
#include "advise/certifying.h"

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
    return x;
}

static struct derived less(struct certifying *c, struct derived x, struct derived y)
{
    return x.step && y.step ? derive_difference(c, x, y) : (struct derived){0};
}

static struct derived more(struct certifying *c, struct derived x, struct derived y)
{
    return x.step && y.step ? derive_sum(c, x, y) : (struct derived){0};
}

/* What is taken takes most from the low end. */
static struct ends take_all(struct certifying *c, const struct result *r, struct ends x)
{
    for (size_t i = 0; i < r->criterion->penalties.n; i++) {
        struct ends amount = amount_ends(c, &r->penalties[i]);
        if (r->penalties[i].penalty->is_bonus)
            x = ends_of(more(c, x.low, amount.low), more(c, x.high, amount.high));
        else
            x = ends_of(less(c, x.low, amount.high), less(c, x.high, amount.low));
    }
    return x;
}

static struct derived either_binds(struct certifying *c, bool most, struct derived x,
                                   struct derived y)
{
    if (!x.step || !y.step)
        return x.step ? x : y;
    return most ? derive_most(c, x, y) : derive_least(c, x, y);
}

static struct derived both_bind(struct certifying *c, bool most, struct derived x, struct derived y)
{
    if (!x.step || !y.step)
        return (struct derived){0};
    return most ? derive_most(c, x, y) : derive_least(c, x, y);
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
        return ends_of(more(c, x.low, v.low), more(c, x.high, v.high));
    case ADJUST_MINUS:
        return ends_of(less(c, x.low, v.high), less(c, x.high, v.low));
    case ADJUST_AT_LEAST:
        return ends_of(either_binds(c, true, x.low, v.low), both_bind(c, true, x.high, v.high));
    case ADJUST_AT_MOST:
        return ends_of(both_bind(c, false, x.low, v.low), either_binds(c, false, x.high, v.high));
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
    return ends_of(certify_end_within(c, x.low, k->low, k->high, false, k->at),
                   certify_end_within(c, x.high, k->low, k->high, true, k->at));
}

static struct derived settle(struct certifying *c, const struct criterion *k, struct derived d,
                             bool high)
{
    d = certify_end_within(c, d, k->floor, k->cap, high, k->at);
    return d.step && k->round_score.set ? derive_rounded(c, d, &k->round_score, TEXT("round to"))
                                        : d;
}

struct ends certify_adjusted_ends(struct certifying *c, struct certified *of,
                                  const struct result *r, struct ends x)
{
    const struct criterion *k = r->criterion;
    if (k->scorer == SCORER_STEPS && !of->late.step && r->steps)
        of->late = certify_late(c, r);
    if (of->late.step)
        x = ends_of(less(c, x.low, of->late), less(c, x.high, of->late));
    if (k->has_adjust)
        return by_lines(c, r, x);
    x = take_all(c, r, x);
    return ends_of(settle(c, k, x.low, false), settle(c, k, x.high, true));
}
