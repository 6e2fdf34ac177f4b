/* Exact numbers: arithmetic, comparison, rounding.
 *
 * Narrow operands never come here (number_quick.h).  The rest is tried in this order: 128 bits
 * with checks, 128 bits after reduction, GMP.  Not reducing each result makes a score about five
 * times as fast (docs: bench/numbers); the price is that parts grow until an operation overflows
 * and reduces them.  Comparison of small numbers never needs GMP, because it looks at all 256 bits
 * of the products. */
#include "value/number.h"

#include <assert.h>

#include "value/number_big.h"

static unsigned trailing_zeros(uwide n)
{
    uint64_t low = (uint64_t)n;
    return (unsigned)(low ? __builtin_ctzll(low) : 64 + __builtin_ctzll((uint64_t)(n >> 64)));
}

static uint64_t narrow_divisor(uint64_t odd, uint64_t other)
{
    while (other) {
        other >>= __builtin_ctzll(other);
        uint64_t least = odd < other ? odd : other;
        other = odd < other ? other - odd : odd - other;
        odd = least;
    }
    return odd;
}

uwide wide_divisor(uwide x, uwide y)
{
    if (!x || !y)
        return x | y;
    unsigned twos = trailing_zeros(x | y);
    x >>= trailing_zeros(x);
    while ((x | y) >> 64) {
        y >>= trailing_zeros(y);
        uwide least = x < y ? x : y;
        y = x < y ? y - x : x - y;
        x = least;
        if (!y)
            return x << twos;
    }
    return (uwide)narrow_divisor((uint64_t)x, (uint64_t)y) << twos;
}

struct number number_reduced(struct number x)
{
    wide divisor = (wide)wide_divisor(wide_magnitude(x.top), (uwide)x.bottom);
    if (divisor == 1)
        return x;
    if (number_is_narrow(x)) /* two instructions in place of two calls */
        return number_small((int64_t)x.top / (int64_t)divisor,
                            (int64_t)x.bottom / (int64_t)divisor);
    return number_small(x.top / divisor, x.bottom / divisor);
}

static inline bool add_fits(wide x, wide y, wide *sum)
{
    return !__builtin_add_overflow(x, y, sum) && *sum >= -WIDE_MAX;
}

static inline bool either_is_over(struct number x, struct number y)
{
    return number_is_over(x) || number_is_over(y);
}

struct number number_ratio(long long top, long long bottom)
{
    assert(bottom != 0);
    if (bottom == 0)
        return number_over(); /* a caller's mistake must not become a wild pointer */
    return bottom < 0 ? number_small(-(wide)top, -(wide)bottom) : number_small(top, bottom);
}

/* x + y over the product of the denominators, both divided by `common` first. */
static bool try_add(struct number x, struct number y, wide common, struct number *sum)
{
    wide left, right, top, bottom, x_share = x.bottom, y_share = y.bottom;
    if (common != 1) {
        x_share /= common;
        y_share /= common;
    }
    if (!wide_multiply(x.top, y_share, &left) || !wide_multiply(y.top, x_share, &right) ||
        !wide_multiply(x.bottom, y_share, &bottom) || !add_fits(left, right, &top))
        return false;
    *sum = number_small(top, bottom);
    return true;
}

struct number number_add_beyond(struct arena *a, struct number x, struct number y)
{
    struct number sum;
    if (either_is_over(x, y))
        return number_over();
    if (x.bottom && y.bottom) {
        if (x.bottom == y.bottom && add_fits(x.top, y.top, &sum.top)) {
            sum.bottom = x.bottom;
            return sum;
        }
        if (try_add(x, y, 1, &sum))
            return sum;
        x = number_reduced(x);
        y = number_reduced(y);
        if (try_add(x, y, (wide)wide_divisor((uwide)x.bottom, (uwide)y.bottom), &sum))
            return sum;
    }
    return number_big_add(a, x, y);
}

struct number number_negate(struct arena *a, struct number x)
{
    if (x.bottom)
        return number_small(-x.top, x.bottom);
    return x.big ? number_big_negate(a, x) : x;
}

struct number number_copy(struct arena *a, struct number x)
{
    return x.bottom || !x.big ? x : number_big_copy(a, x);
}

struct number number_subtract_beyond(struct arena *a, struct number x, struct number y)
{
    return number_add(a, x, number_negate(a, y));
}

static bool try_multiply(struct number x, struct number y, struct number *product)
{
    wide top, bottom;
    if (!wide_multiply(x.top, y.top, &top) || !wide_multiply(x.bottom, y.bottom, &bottom))
        return false;
    *product = number_small(top, bottom);
    return true;
}

/* Take the divisors that `*top` and `*bottom` have in common out of both. */
static void cancel(wide *top, wide *bottom)
{
    wide divisor = (wide)wide_divisor(wide_magnitude(*top), (uwide)*bottom);
    *top /= divisor;
    *bottom /= divisor;
}

struct number number_multiply_beyond(struct arena *a, struct number x, struct number y)
{
    struct number product;
    if (either_is_over(x, y))
        return number_over();
    if (x.bottom && y.bottom) {
        if (try_multiply(x, y, &product))
            return product;
        cancel(&x.top, &x.bottom);
        cancel(&y.top, &y.bottom);
        cancel(&x.top, &y.bottom);
        cancel(&y.top, &x.bottom);
        if (try_multiply(x, y, &product))
            return product;
    }
    return number_big_multiply(a, x, y);
}

struct number number_divide_beyond(struct arena *a, struct number x, struct number y)
{
    assert(!y.bottom || y.top != 0);
    if (either_is_over(x, y) || (y.bottom && !y.top)) /* as in number_ratio */
        return number_over();
    if (!y.bottom)
        return number_big_divide(a, x, y);
    return number_multiply(
        a, x, y.top < 0 ? number_small(-y.bottom, -y.top) : number_small(y.bottom, y.top));
}

bool number_is_whole(struct arena *a, struct number x)
{
    (void)a;
    if (x.bottom)
        return x.bottom == 1 || x.top % x.bottom == 0;
    return x.big && number_big_is_whole(x);
}

int number_sign_beyond(struct number x)
{
    return x.big ? number_big_sign(x) : 0;
}

int number_order_beyond(struct number x, struct number y)
{
    int sign = number_sign(x), other = number_sign(y);
    if (either_is_over(x, y))
        return 0;
    if (sign != other)
        return sign < other ? -1 : 1;
    if (!x.bottom || !y.bottom)
        return number_big_order(x, y);
    struct wide_product left = wide_full_product(wide_magnitude(x.top), (uwide)y.bottom);
    struct wide_product right = wide_full_product(wide_magnitude(y.top), (uwide)x.bottom);
    if (left.high != right.high)
        return left.high < right.high ? -sign : sign;
    return left.low < right.low ? -sign : left.low > right.low ? sign : 0;
}

static inline bool try_round(struct number x, struct number step, enum rounding_mode mode,
                             struct number *rounded)
{
    wide top, bottom;
    if (!wide_multiply(x.top, step.bottom, &top) || !wide_multiply(x.bottom, step.top, &bottom) ||
        !wide_multiply(wide_round(top, bottom, mode), step.top, &top))
        return false;
    *rounded = number_small(top, step.bottom);
    return true;
}

NUMBER_SELDOM static struct number round_beyond(struct arena *a, struct number x,
                                                struct number step, enum rounding_mode mode)
{
    struct number rounded;
    if (either_is_over(x, step))
        return number_over();
    assert(number_sign(step) > 0);
    if (number_sign(step) <= 0)
        return number_over(); /* as in number_ratio */
    if (x.bottom && step.bottom && try_round(number_reduced(x), step, mode, &rounded))
        return rounded;
    return number_big_round(a, x, step, mode);
}

struct number number_round(struct arena *a, struct number x, struct number step,
                           enum rounding_mode mode)
{
    struct number rounded;
    if (x.bottom && step.bottom && step.top > 0) {
        if (x.bottom == step.bottom && step.top == 1)
            return x;
        if (try_round(x, step, mode, &rounded))
            return rounded;
    }
    return round_beyond(a, x, step, mode);
}

struct number number_places(struct arena *a, unsigned places)
{
    return places < NUMBER_TENS ? number_small(1, number_tens[places])
                                : number_big_places(a, places);
}

bool number_to_whole(struct arena *a, struct number x, long long *whole)
{
    (void)a;
    if (!x.bottom || x.top % x.bottom) /* a big number that is whole does not fit */
        return false;
    wide value = x.top / x.bottom;
    if (!wide_is_narrow(value))
        return false;
    *whole = (long long)value;
    return true;
}
