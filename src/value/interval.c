/* Interval arithmetic over exact ends. */
#include "value/interval.h"

struct end end_at(struct number n, int side)
{
    if (number_is_over(n))
        return (struct end){.infinite = side};
    return (struct end){.at = n};
}

struct number end_number(struct end e)
{
    return e.infinite ? number_over() : e.at;
}

struct interval interval_from(struct number low, struct number high)
{
    return (struct interval){end_at(low, -1), end_at(high, 1)};
}

struct interval interval_anything(void)
{
    return (struct interval){{.infinite = -1}, {.infinite = 1}};
}

struct interval interval_at_least(long long n)
{
    return (struct interval){{.at = number_of(n)}, {.infinite = 1}};
}

struct interval interval_point(long long n)
{
    return interval_of(number_of(n));
}

struct interval interval_of(struct number n)
{
    return interval_from(n, n);
}

int end_order(struct arena *a, struct end x, struct end y)
{
    return x.infinite || y.infinite ? x.infinite - y.infinite : number_order(a, x.at, y.at);
}

struct end end_lesser(struct arena *a, struct end x, struct end y)
{
    return end_order(a, x, y) <= 0 ? x : y;
}

struct end end_greater(struct arena *a, struct end x, struct end y)
{
    return end_order(a, x, y) >= 0 ? x : y;
}

struct interval interval_join(struct arena *a, struct interval x, struct interval y)
{
    return (struct interval){end_lesser(a, x.low, y.low), end_greater(a, x.high, y.high)};
}

struct interval interval_meet(struct arena *a, struct interval x, struct interval y)
{
    return (struct interval){end_greater(a, x.low, y.low), end_lesser(a, x.high, y.high)};
}

bool interval_is_point(struct arena *a, struct interval r)
{
    return !r.low.infinite && end_order(a, r.low, r.high) == 0;
}

int end_sign(struct end b)
{
    return b.infinite ? b.infinite : number_sign(b.at);
}

static struct end add_ends(struct arena *a, struct end x, struct end y, int side)
{
    if (x.infinite || y.infinite)
        return (struct end){.infinite = side};
    return end_at(number_add(a, x.at, y.at), side);
}

struct interval interval_add(struct arena *a, struct interval x, struct interval y)
{
    return (struct interval){add_ends(a, x.low, y.low, -1), add_ends(a, x.high, y.high, 1)};
}

static struct end negate_end(struct arena *a, struct end b)
{
    return (struct end){-b.infinite, b.infinite ? b.at : number_negate(a, b.at)};
}

struct interval interval_negate(struct arena *a, struct interval x)
{
    return (struct interval){negate_end(a, x.high), negate_end(a, x.low)};
}

/* Nothing times anything is nothing, also where the other side has no end. */
static struct end multiply_ends(struct arena *a, struct end x, struct end y)
{
    int sign = end_sign(x) * end_sign(y);
    if (!sign)
        return (struct end){.at = number_of(0)};
    if (x.infinite || y.infinite)
        return (struct end){.infinite = sign};
    return end_at(number_multiply(a, x.at, y.at), sign);
}

struct interval interval_multiply(struct arena *a, struct interval x, struct interval y)
{
    if (end_sign(x.low) >= 0 && end_sign(y.low) >= 0) /* most are: counts, amounts, shares */
        return (struct interval){multiply_ends(a, x.low, y.low), multiply_ends(a, x.high, y.high)};
    struct end corner[] = {multiply_ends(a, x.low, y.low), multiply_ends(a, x.low, y.high),
                           multiply_ends(a, x.high, y.low), multiply_ends(a, x.high, y.high)};
    struct interval r = {corner[0], corner[0]};
    for (int i = 1; i < 4; i++)
        r = interval_join(a, r, (struct interval){corner[i], corner[i]});
    return r;
}

/* One over an end that is not 0 on its own side: beyond `side` there is no end. */
static struct end one_over(struct arena *a, struct end b, int side)
{
    if (b.infinite)
        return (struct end){.at = number_of(0)};
    if (!number_sign(b.at))
        return (struct end){.infinite = side};
    return end_at(number_divide(a, number_of(1), b.at), side);
}

struct interval interval_divide(struct arena *a, struct interval x, struct interval y)
{
    int low = end_sign(y.low), high = end_sign(y.high);
    if ((low < 0 && high > 0) || (!low && !high))
        return interval_anything();
    return interval_multiply(a, x,
                             (struct interval){one_over(a, y.high, -1), one_over(a, y.low, 1)});
}

struct interval interval_least(struct arena *a, struct interval x, struct interval y)
{
    return (struct interval){end_lesser(a, x.low, y.low), end_lesser(a, x.high, y.high)};
}

struct interval interval_most(struct arena *a, struct interval x, struct interval y)
{
    return (struct interval){end_greater(a, x.low, y.low), end_greater(a, x.high, y.high)};
}

static struct end round_end(struct arena *a, struct end e, struct number step,
                            enum rounding_mode mode, int side)
{
    return e.infinite ? e : end_at(number_round(a, e.at, step, mode), side);
}

struct interval interval_round(struct arena *a, struct interval x, struct number step,
                               enum rounding_mode mode)
{
    return (struct interval){round_end(a, x.low, step, mode, -1),
                             round_end(a, x.high, step, mode, 1)};
}
