/* Calculating with what can be: pairs of a least and a most, of which either may be open. */
#include "advise/certifying.h"

typedef struct derived joining(struct certifying *c, struct derived x, struct derived y);

/* Nothing, unless there are both. */
static struct derived both(struct certifying *c, joining *join, struct derived x, struct derived y)
{
    return x.step && y.step ? join(c, x, y) : (struct derived){0};
}

/* Where either will do, the one that there is. */
static struct derived binding(struct certifying *c, joining *join, struct derived x,
                              struct derived y)
{
    return x.step && y.step ? join(c, x, y) : x.step ? x : y;
}

struct ends certify_add(struct certifying *c, struct ends x, struct ends y)
{
    struct derived low = both(c, derive_sum, x.low, y.low);
    return ends_doubted(low, both(c, derive_sum, x.high, y.high), x.undefined || y.undefined);
}

struct ends certify_subtract(struct certifying *c, struct ends x, struct ends y)
{
    struct derived low = both(c, derive_difference, x.low, y.high);
    return ends_doubted(low, both(c, derive_difference, x.high, y.low), x.undefined || y.undefined);
}

struct ends certify_least(struct certifying *c, struct ends x, struct ends y)
{
    struct derived low = both(c, derive_least, x.low, y.low);
    return ends_doubted(low, binding(c, derive_least, x.high, y.high), x.undefined || y.undefined);
}

struct ends certify_most(struct certifying *c, struct ends x, struct ends y)
{
    struct derived low = binding(c, derive_most, x.low, y.low);
    return ends_doubted(low, both(c, derive_most, x.high, y.high), x.undefined || y.undefined);
}

struct ends certify_either(struct certifying *c, struct ends x, struct ends y)
{
    struct derived low = both(c, derive_least, x.low, y.low);
    return ends_doubted(low, both(c, derive_most, x.high, y.high), x.undefined || y.undefined);
}

void certify_widen(struct certifying *c, struct ends *all, struct ends x)
{
    bool found = all->found;
    *all = found ? certify_either(c, *all, x) : x;
    all->found = true;
}

static struct ends same(struct derived d)
{
    return ends_of(d, d);
}

/* The least and the most of what the ends give with each other. */
static struct ends corners(struct certifying *c, joining *join, struct ends x, struct ends y)
{
    if (!x.low.step || !x.high.step || !y.low.step || !y.high.step)
        return (struct ends){0};
    if (x.low.step == x.high.step && y.low.step == y.high.step)
        return same(join(c, x.low, y.low));
    struct derived at[4];
    for (int i = 0; i < 4; i++)
        at[i] = join(c, i / 2 ? x.high : x.low, i % 2 ? y.high : y.low);
    struct ends r = same(at[0]);
    for (int i = 1; i < 4; i++) {
        struct derived low = derive_least(c, r.low, at[i]);
        r = ends_of(low, derive_most(c, r.high, at[i]));
    }
    return r;
}

struct ends certify_multiply(struct certifying *c, struct ends x, struct ends y)
{
    struct ends r = corners(c, derive_product, x, y);
    r.undefined = x.undefined || y.undefined;
    return r;
}

/* By what may be 0 there may be no result. */
struct ends certify_divide(struct certifying *c, struct ends x, struct ends y)
{
    int low = y.low.step ? number_sign(y.low.is.number) : -1,
        high = y.high.step ? number_sign(y.high.is.number) : 1;
    if (low <= 0 && high >= 0)
        return (struct ends){.undefined = true};
    struct ends r = corners(c, derive_quotient, x, y);
    r.undefined = x.undefined || y.undefined;
    return r;
}

static struct derived end_within(struct certifying *c, struct derived d, struct number low,
                                 struct number high, bool is_high, struct span at)
{
    struct number bound = is_high ? high : low;
    if (!d.step && number_is_over(bound))
        return d;
    if (!d.step)
        return derive_rule(c, bound, is_high ? TEXT("upper end") : TEXT("lower end"), at);
    return derive_within(c, d, low, high, at);
}

struct ends certify_ends_within(struct certifying *c, struct ends x, struct number low,
                                struct number high, struct span at)
{
    struct derived least = end_within(c, x.low, low, high, false, at);
    return ends_of(least, end_within(c, x.high, low, high, true, at));
}
