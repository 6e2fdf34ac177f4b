/* What each of several players adds to a result that they make together.
 *
 * Of n players, one comes behind k given others in k! (n - 1 - k)! of the n! orders.  So what it
 * adds to the subsets of each size is summed up first, and each sum divided once by n times the
 * number of such subsets. */
#include "diff/shapley.h"

static size_t members(size_t subset)
{
    size_t n = 0;
    for (; subset; subset &= subset - 1)
        n++;
    return n;
}

/* How many subsets of `k` there are of `n`. */
static long long choices(size_t n, size_t k)
{
    long long c = 1;
    for (size_t i = 0; i < k; i++)
        c = c * (long long)(n - i) / (long long)(i + 1);
    return c;
}

static struct number value_of(struct arena *a, size_t n, const struct number *worth, size_t player)
{
    struct number added[SHAPLEY_PLAYERS], value = number_of(0);
    size_t bit = (size_t)1 << player;
    for (size_t k = 0; k < n; k++)
        added[k] = number_of(0);
    for (size_t s = 0; s < (size_t)1 << n; s++) {
        if (s & bit || number_equal(a, worth[s | bit], worth[s]))
            continue;
        size_t k = members(s);
        added[k] = number_add(a, added[k], number_subtract(a, worth[s | bit], worth[s]));
    }
    for (size_t k = 0; k < n; k++)
        if (number_sign(added[k]))
            value = number_add(
                a, value, number_divide(a, added[k], number_of((long long)n * choices(n - 1, k))));
    return value;
}

void shapley_values(struct arena *a, size_t n, const struct number *worth, struct number *value)
{
    for (size_t i = 0; i < n; i++)
        value[i] = value_of(a, n, worth, i);
}

void shapley_in_order(struct arena *a, size_t n, const struct number *worth_of_first,
                      struct number *value)
{
    for (size_t i = 0; i < n; i++)
        value[i] = number_subtract(a, worth_of_first[i + 1], worth_of_first[i]);
}

bool shapley_is_dummy(struct arena *a, size_t n, const struct number *worth, size_t i)
{
    size_t bit = (size_t)1 << i;
    for (size_t s = 0; s < (size_t)1 << n; s++)
        if (!(s & bit) && !number_equal(a, worth[s], worth[s | bit]))
            return false;
    return true;
}

size_t shapley_subset(size_t subset, const size_t *at, size_t n)
{
    size_t there = 0;
    for (size_t i = 0; i < n; i++)
        there |= (subset >> i & 1) << at[i];
    return there;
}
