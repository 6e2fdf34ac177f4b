/* Between bounds.
 *
 * An end of a range that is over is open: nothing says how low, or how high, it may be.  Arithmetic
 * hands that on, so an end that is made from an open one is open too.  A bound that is over binds
 * nothing. */
#include "eval/run.h"

struct number low_within(struct run *r, struct number n, struct number low, struct number high)
{
    return within(r, number_is_over(n) ? low : n, low, high);
}

struct number high_within(struct run *r, struct number n, struct number low, struct number high)
{
    return within(r, number_is_over(n) ? high : n, low, high);
}

bool any_open(const struct number *end, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (number_is_over(end[i]))
            return true;
    return false;
}
