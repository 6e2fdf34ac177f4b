/* 128-bit arithmetic: what small numbers are made of.
 *
 * Floor: value, private to value/ and plan/.  A part of a small number is never the least 128-bit
 * integer, so that every part can be negated. */
#ifndef KEN_VALUE_WIDE_H
#define KEN_VALUE_WIDE_H

#include "value/number.h"

__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 uwide;

#define WIDE_MAX ((wide)(~(uwide)0 >> 1))

struct wide_product {
    uwide high, low;
};

static inline uwide wide_magnitude(wide n)
{
    return n < 0 ? -(uwide)n : (uwide)n;
}

static inline bool wide_is_narrow(wide n)
{
    return n == (int64_t)n;
}

/* All 256 bits of x * y. */
static inline struct wide_product wide_full_product(uwide x, uwide y)
{
    uint64_t x0 = (uint64_t)x, x1 = (uint64_t)(x >> 64), y0 = (uint64_t)y, y1 = (uint64_t)(y >> 64);
    uwide low = (uwide)x0 * y0, left = (uwide)x1 * y0, right = (uwide)x0 * y1;
    uwide middle = (low >> 64) + (uint64_t)left + (uint64_t)right;
    return (struct wide_product){
        .high = (uwide)x1 * y1 + (left >> 64) + (right >> 64) + (middle >> 64),
        .low = middle << 64 | (uint64_t)low,
    };
}

/* False, with `*product` unchanged, when x * y does not fit.  Not __builtin_mul_overflow: for 128
 * bits clang makes a call of it that only compiler-rt answers. */
static inline bool wide_multiply(wide x, wide y, wide *product)
{
    if (wide_is_narrow(x) && wide_is_narrow(y)) {
        *product = (wide)(int64_t)x * (int64_t)y;
        return true;
    }
    struct wide_product p = wide_full_product(wide_magnitude(x), wide_magnitude(y));
    if (p.high || p.low > (uwide)WIDE_MAX)
        return false;
    *product = (x < 0) == (y < 0) ? (wide)p.low : -(wide)p.low;
    return true;
}

/* The greatest common divisor; the other one when one is 0. */
uwide wide_divisor(uwide x, uwide y);

/* In lowest terms; for small numbers only. */
struct number number_reduced(struct number x);

/* Whether a quotient with a remainder goes away from zero.  `half` orders the remainder against
 * half of the divisor, `odd` tells of the quotient cut off. */
static inline bool rounds_away(enum rounding_mode mode, int half, bool odd)
{
    switch (mode) {
    case ROUND_HALF_UP:
        return half >= 0;
    case ROUND_HALF_EVEN:
        return half > 0 || (half == 0 && odd);
    case ROUND_UP:
        return true;
    case ROUND_DOWN:
        return false;
    }
    return false;
}

/* dividend / divisor as a whole number; divisor > 0. */
static inline uint64_t narrow_round(uint64_t dividend, uint64_t divisor, enum rounding_mode mode)
{
    uint64_t quotient = dividend / divisor, rest = dividend - quotient * divisor;
    if (rest) {
        uint64_t other = divisor - rest;
        int half = (rest > other) - (rest < other);
        quotient += rounds_away(mode, half, quotient & 1);
    }
    return quotient;
}

/* top / bottom as a whole number; bottom > 0.  Cannot overflow: a quotient that is moved has a
 * divisor of at least 2. */
static inline wide wide_round(wide top, wide bottom, enum rounding_mode mode)
{
    uwide dividend = wide_magnitude(top), divisor = (uwide)bottom, quotient;
    if (!((dividend | divisor) >> 64)) { /* one instruction in place of a library call */
        quotient = narrow_round((uint64_t)dividend, (uint64_t)divisor, mode);
        return top < 0 ? -(wide)quotient : (wide)quotient;
    }
    quotient = dividend / divisor;
    uwide rest = dividend - quotient * divisor;
    if (rest) {
        uwide other = divisor - rest;
        int half = (rest > other) - (rest < other);
        quotient += rounds_away(mode, half, quotient & 1);
    }
    return top < 0 ? -(wide)quotient : (wide)quotient;
}

#endif
