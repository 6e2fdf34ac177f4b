/* Interval arithmetic over exact ends.
 *
 * Operands are taken to be independent of each other, which can only widen a range.  An end that
 * grows too large for a number is no end. */
#include "check/ranges.h"

struct bound bound_at(struct number n, int side)
{
    if (number_is_over(n))
        return (struct bound){.infinite = side};
    return (struct bound){.at = n};
}

struct range range_from(struct number low, struct number high)
{
    return (struct range){bound_at(low, -1), bound_at(high, 1)};
}

struct range range_anything(void)
{
    return (struct range){{.infinite = -1}, {.infinite = 1}};
}

struct range range_at_least(long long n)
{
    return (struct range){{.at = number_of(n)}, {.infinite = 1}};
}

struct range range_point(long long n)
{
    return range_from(number_of(n), number_of(n));
}

int bound_order(struct checker *c, struct bound x, struct bound y)
{
    return x.infinite || y.infinite ? x.infinite - y.infinite : number_order(c->a, x.at, y.at);
}

struct bound bound_lesser(struct checker *c, struct bound x, struct bound y)
{
    return bound_order(c, x, y) <= 0 ? x : y;
}

struct bound bound_greater(struct checker *c, struct bound x, struct bound y)
{
    return bound_order(c, x, y) >= 0 ? x : y;
}

struct range range_join(struct checker *c, struct range x, struct range y)
{
    return (struct range){bound_lesser(c, x.low, y.low), bound_greater(c, x.high, y.high)};
}

struct range range_meet(struct checker *c, struct range x, struct range y)
{
    return (struct range){bound_greater(c, x.low, y.low), bound_lesser(c, x.high, y.high)};
}

bool range_is_point(struct checker *c, struct range r)
{
    return !r.low.infinite && bound_order(c, r.low, r.high) == 0;
}

int bound_sign(struct bound b)
{
    return b.infinite ? b.infinite : number_sign(b.at);
}

static struct bound add_ends(struct checker *c, struct bound x, struct bound y, int side)
{
    if (x.infinite || y.infinite)
        return (struct bound){.infinite = side};
    return bound_at(number_add(c->a, x.at, y.at), side);
}

struct range range_add(struct checker *c, struct range x, struct range y)
{
    return (struct range){add_ends(c, x.low, y.low, -1), add_ends(c, x.high, y.high, 1)};
}

static struct bound negate_end(struct checker *c, struct bound b)
{
    return (struct bound){-b.infinite, b.infinite ? b.at : number_negate(c->a, b.at)};
}

struct range range_negate(struct checker *c, struct range x)
{
    return (struct range){negate_end(c, x.high), negate_end(c, x.low)};
}

/* Nothing times anything is nothing, also where the other side has no end. */
static struct bound multiply_ends(struct checker *c, struct bound x, struct bound y)
{
    int sign = bound_sign(x) * bound_sign(y);
    if (!sign)
        return (struct bound){.at = number_of(0)};
    if (x.infinite || y.infinite)
        return (struct bound){.infinite = sign};
    return bound_at(number_multiply(c->a, x.at, y.at), sign);
}

struct range range_multiply(struct checker *c, struct range x, struct range y)
{
    struct bound corner[] = {multiply_ends(c, x.low, y.low), multiply_ends(c, x.low, y.high),
                             multiply_ends(c, x.high, y.low), multiply_ends(c, x.high, y.high)};
    struct range r = {corner[0], corner[0]};
    for (int i = 1; i < 4; i++)
        r = range_join(c, r, (struct range){corner[i], corner[i]});
    return r;
}

/* One over an end that is not 0 on its own side: beyond `side` there is no end. */
static struct bound one_over(struct checker *c, struct bound b, int side)
{
    if (b.infinite)
        return (struct bound){.at = number_of(0)};
    if (!number_sign(b.at))
        return (struct bound){.infinite = side};
    return bound_at(number_divide(c->a, number_of(1), b.at), side);
}

struct range range_divide(struct checker *c, struct range x, struct range y)
{
    int low = bound_sign(y.low), high = bound_sign(y.high);
    if ((low < 0 && high > 0) || (!low && !high))
        return range_anything();
    return range_multiply(c, x, (struct range){one_over(c, y.high, -1), one_over(c, y.low, 1)});
}

static struct text bound_words(struct checker *c, struct bound b, const struct expr *e,
                               bool percent)
{
    const struct unit *u = e && e->unit && e->unit->dimension ? e->unit : NULL;
    struct number scale = percent ? number_ratio(1, 100) : u ? u->scale : number_of(1);
    struct text words = check_number_words(c, number_divide(c->a, b.at, scale));
    return percent ? SAY(c->a, "{}%", words) : u ? SAY(c->a, "{} {}", words, u->words) : words;
}

struct text range_words(struct checker *c, struct range r, const struct expr *e, bool percent)
{
    struct text low = r.low.infinite ? TEXT("") : bound_words(c, r.low, e, percent);
    struct text high = r.high.infinite ? TEXT("") : bound_words(c, r.high, e, percent);
    if (range_is_point(c, r))
        return SAY(c->a, "always {}", low);
    if (low.n && high.n)
        return SAY(c->a, "from {} to {}", low, high);
    return low.n    ? SAY(c->a, "at least {}", low)
           : high.n ? SAY(c->a, "at most {}", high)
                    : TEXT("anything");
}

/* An end that is missing equals another one that is missing, and is never reached. */
enum verdict range_compare(struct checker *c, enum op op, struct range x, struct range y)
{
    bool below = bound_order(c, x.high, y.low)<0, above = bound_order(c, x.low, y.high)> 0;
    bool not_above = bound_order(c, x.high, y.low) <= 0 && !x.high.infinite;
    bool not_below = bound_order(c, x.low, y.high) >= 0 && !x.low.infinite;
    bool same = range_is_point(c, x) && range_is_point(c, y) && !below && !above;
    switch (op) {
    case OP_LT:
        return below ? VERDICT_YES : not_below ? VERDICT_NO : VERDICT_OPEN;
    case OP_LE:
        return not_above ? VERDICT_YES : above ? VERDICT_NO : VERDICT_OPEN;
    case OP_GT:
        return above ? VERDICT_YES : not_above ? VERDICT_NO : VERDICT_OPEN;
    case OP_GE:
        return not_below ? VERDICT_YES : below ? VERDICT_NO : VERDICT_OPEN;
    case OP_EQ:
        return same ? VERDICT_YES : below || above ? VERDICT_NO : VERDICT_OPEN;
    case OP_NE:
        return same ? VERDICT_NO : below || above ? VERDICT_YES : VERDICT_OPEN;
    default:
        return VERDICT_OPEN;
    }
}
