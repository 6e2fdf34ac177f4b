/* What small numbers do without a call: private to number.h.
 *
 * Numbers of a score sheet have parts of far less than 64 bits, whose products fit 128.  An
 * evaluation is little else than operations on such numbers, and a number is too large to be handed
 * to a function and back for one multiplication: so what is narrow is calculated where it is asked
 * for, and everything else in number.c. */
#ifndef KEN_VALUE_NUMBER_QUICK_H
#define KEN_VALUE_NUMBER_QUICK_H

__extension__ typedef __int128 number_part;

/* Kept out of the function that calls it, whose first lines are to save no registers for it. */
#define NUMBER_SELDOM __attribute__((noinline, cold))

NUMBER_SELDOM struct number number_add_beyond(struct arena *a, struct number x, struct number y);
NUMBER_SELDOM struct number number_subtract_beyond(struct arena *a, struct number x,
                                                   struct number y);
NUMBER_SELDOM struct number number_multiply_beyond(struct arena *a, struct number x,
                                                   struct number y);
NUMBER_SELDOM struct number number_divide_beyond(struct arena *a, struct number x, struct number y);
NUMBER_SELDOM int number_order_beyond(struct number x, struct number y);
NUMBER_SELDOM int number_sign_beyond(struct number x);

static inline struct number number_small(number_part top, number_part bottom)
{
    return (struct number){.bottom = bottom, .top = top};
}

/* Whether both parts fit 64 bits: then no product of two such parts, and no sum of two products,
 * overflows.  A big number has bottom 0, which becomes the largest of all here. */
static inline bool number_is_narrow(struct number x)
{
    uint64_t high = (uint64_t)(x.bottom >> 64), low = (uint64_t)x.bottom;
    return high == 0 && low - 1 < INT64_MAX && x.top == (int64_t)x.top;
}

static inline bool number_both_narrow(struct number x, struct number y)
{
    return number_is_narrow(x) && number_is_narrow(y);
}

/* The product of two narrow parts: one instruction. */
static inline number_part number_product(number_part x, number_part y)
{
    return (number_part)(int64_t)x * (int64_t)y;
}

static inline struct number number_of(long long whole)
{
    return number_small(whole, 1);
}

static inline bool number_is_over(struct number x)
{
    return x.bottom == 0 && !x.big;
}

static inline int number_sign(struct number x)
{
    return x.bottom ? (x.top > 0) - (x.top < 0) : number_sign_beyond(x);
}

static inline struct number number_add(struct arena *a, struct number x, struct number y)
{
    if (!number_both_narrow(x, y))
        return number_add_beyond(a, x, y);
    if (x.bottom == y.bottom)
        return number_small(x.top + y.top, x.bottom);
    return number_small(number_product(x.top, y.bottom) + number_product(y.top, x.bottom),
                        number_product(x.bottom, y.bottom));
}

static inline struct number number_subtract(struct arena *a, struct number x, struct number y)
{
    if (!number_both_narrow(x, y))
        return number_subtract_beyond(a, x, y);
    if (x.bottom == y.bottom)
        return number_small(x.top - y.top, x.bottom);
    return number_small(number_product(x.top, y.bottom) - number_product(y.top, x.bottom),
                        number_product(x.bottom, y.bottom));
}

static inline struct number number_multiply(struct arena *a, struct number x, struct number y)
{
    if (!number_both_narrow(x, y))
        return number_multiply_beyond(a, x, y);
    return number_small(number_product(x.top, y.top), number_product(x.bottom, y.bottom));
}

static inline struct number number_divide(struct arena *a, struct number x, struct number y)
{
    if (!number_both_narrow(x, y) || !y.top)
        return number_divide_beyond(a, x, y);
    number_part top = number_product(x.top, y.bottom), bottom = number_product(x.bottom, y.top);
    return bottom < 0 ? number_small(-top, -bottom) : number_small(top, bottom);
}

static inline int number_order(struct arena *a, struct number x, struct number y)
{
    (void)a;
    if (x.bottom == y.bottom && x.bottom)
        return (x.top > y.top) - (x.top < y.top);
    if (!number_both_narrow(x, y))
        return number_order_beyond(x, y);
    number_part left = number_product(x.top, y.bottom), right = number_product(y.top, x.bottom);
    return (left > right) - (left < right);
}

static inline bool number_equal(struct arena *a, struct number x, struct number y)
{
    if (x.bottom == y.bottom && x.bottom)
        return x.top == y.top;
    return number_order(a, x, y) == 0 && !number_is_over(x) && !number_is_over(y);
}

static inline struct number number_least(struct arena *a, struct number x, struct number y)
{
    if (number_is_over(x) || number_is_over(y))
        return number_over();
    return number_order(a, x, y) <= 0 ? x : y;
}

static inline struct number number_most(struct arena *a, struct number x, struct number y)
{
    if (number_is_over(x) || number_is_over(y))
        return number_over();
    return number_order(a, x, y) >= 0 ? x : y;
}

#endif
