/* What the files behind number.h share: numbers beyond 128 bits.
 *
 * Floor: value, private to number.c, number_text.c and number_big.c. */
#ifndef KEN_VALUE_NUMBER_BIG_H
#define KEN_VALUE_NUMBER_BIG_H

#include "value/wide.h"

enum {
    NUMBER_TENS = 39,                                     /* 10^38 is the last below 2^127 */
    NUMBER_ROOM = NUMBER_BITS / 3 + 1 + NUMBER_DIGITS + 3 /* bytes for any row of digits */
};

/* The powers of ten from 10^0 to 10^38. */
extern const wide number_tens[NUMBER_TENS];

/* The operations on any two numbers that are not over, at GMP's price.  What fits the small form
 * comes back in it. */
struct number number_big_add(struct arena *a, struct number x, struct number y);
struct number number_big_multiply(struct arena *a, struct number x, struct number y);
struct number number_big_divide(struct arena *a, struct number x, struct number y);
struct number number_big_round(struct arena *a, struct number x, struct number step,
                               enum rounding_mode mode);
int number_big_order(struct number x, struct number y);

/* The same for one number that is `big` and not over. */
struct number number_big_negate(struct arena *a, struct number x);
struct number number_big_copy(struct arena *a, struct number x);
int number_big_sign(struct number x);
bool number_big_is_whole(struct number x);
bool number_big_decimals(struct number x, unsigned *decimals);

/* 10 to the power -places. */
struct number number_big_places(struct arena *a, unsigned places);

/* The decimal of `n` digit values (0 to 9, the highest first, at most NUMBER_DIGITS), the last
 * `decimals` of them behind the point. */
struct number number_big_parse(struct arena *a, const unsigned char *digits, size_t n,
                               unsigned decimals);

/* |x| times 10^places, rounded to a whole number, in ASCII digits; how many.  places <=
 * NUMBER_DIGITS. */
size_t number_big_digits(char out[NUMBER_ROOM], struct number x, unsigned places,
                         enum rounding_mode mode);

/* The magnitude of the numerator, or the denominator, of a `big` number in ASCII digits; how many.
 */
size_t number_big_top(char out[NUMBER_ROOM], struct number x);
size_t number_big_bottom(char out[NUMBER_ROOM], struct number x);

#endif
