/* Exact numbers.
 *
 * Floor: value.  A number is an exact rational.  It is kept as a numerator over a positive
 * denominator of 128 bits each, unreduced (a decimal is a scaled integer: 3,884.37 is 388437/100),
 * reduced only when an operation would overflow, and held in the arena as GMP integers beyond that.
 * No operation rounds unless it is asked to.
 *
 * Limit: numerator and denominator of a reduced number have at most NUMBER_BITS bits.  What would
 * need more is `over`: a number that stands for "too large", which every further operation hands
 * on.  Callers report it; number_is_over is the only question about it that has an answer.  A
 * broken precondition (division by 0, a step that is not positive) stops a debug build and is over
 * in a release build. */
#ifndef KEN_VALUE_NUMBER_H
#define KEN_VALUE_NUMBER_H

#include "base/buffer.h"
#include "base/limits.h"

/* Private: use the functions.  bottom > 0: top/bottom; neither part is ever the least 128-bit
 * integer, so `-top` is safe.  bottom == 0: `big`, or over when `big` is NULL. */
struct number {
    __extension__ __int128 bottom;
    union {
        __extension__ __int128 top;
        const struct number_big *big;
    };
};

/* Ties and signs as in language.md, "Rounding". */
enum rounding_mode {
    ROUND_HALF_UP,   /* to the nearest; halves away from zero */
    ROUND_HALF_EVEN, /* to the nearest; halves to the even neighbour */
    ROUND_UP,        /* away from zero */
    ROUND_DOWN,      /* towards zero; `truncate` is the same */
};

/* Over: also an end of a range that nothing bounds. */
static inline struct number number_over(void)
{
    struct number n = {.bottom = 0};
    n.big = NULL;
    return n;
}

static inline struct number number_of(long long whole);
struct number number_ratio(long long top, long long bottom); /* bottom is not 0 */

/* The decimal that `t` writes: an optional `-`, digits, perhaps a point and digits.  Arabic and
 * Thai digits may be mixed; nothing else is read.  `decimals` (may be NULL) becomes the number of
 * digits behind the point.  False when `t` is no such decimal or has more than NUMBER_DIGITS
 * digits, zeros included; `*n` and `*decimals` are then unchanged. */
bool number_parse(struct arena *a, struct text t, struct number *n, unsigned *decimals);

static inline struct number number_add(struct arena *a, struct number x, struct number y);
static inline struct number number_subtract(struct arena *a, struct number x, struct number y);
static inline struct number number_multiply(struct arena *a, struct number x, struct number y);
static inline struct number number_divide(struct arena *a, struct number x,
                                          struct number y); /* y is not 0 */
struct number number_negate(struct arena *a, struct number x);

/* The same value in `a`: it outlives the arena in which `x` was made. */
struct number number_copy(struct arena *a, struct number x);

static inline bool number_is_over(struct number x);
bool number_is_whole(struct arena *a, struct number x);
static inline int number_sign(struct number x); /* -1, 0, 1; 0 for over */

/* -1, 0, 1, and true when they are equal; 0 and false when either is over. */
static inline int number_order(struct arena *a, struct number x, struct number y);
static inline bool number_equal(struct arena *a, struct number x, struct number y);

/* The smaller and the larger one. */
static inline struct number number_least(struct arena *a, struct number x, struct number y);
static inline struct number number_most(struct arena *a, struct number x, struct number y);

/* To a multiple of `step` (> 0): with number_ratio(1, 10000) for `step`, to four places. */
struct number number_round(struct arena *a, struct number x, struct number step,
                           enum rounding_mode mode);

/* 10 to the power -places, for number_round; over beyond 1233 places. */
struct number number_places(struct arena *a, unsigned places);

/* The value as a long long.  False, with `*whole` unchanged, when it is not whole or too large. */
bool number_to_whole(struct arena *a, struct number x, long long *whole);

/* The digits that number_print prints, as one whole number: the value times 10^places, rounded by
 * `mode`.  False, with `*scaled` unchanged, when that is too large; true is never owed. */
bool number_scaled(struct number x, unsigned places, enum rounding_mode mode, long long *scaled);

/* The same of top / bottom; bottom > 0. */
bool ratio_scaled(int64_t top, int64_t bottom, unsigned places, enum rounding_mode mode,
                  long long *scaled);

/* How many decimals write `x` exactly.  False, with `*decimals` unchanged, when it does not
 * terminate or needs more than `most`. */
bool number_decimals(struct arena *a, struct number x, unsigned most, unsigned *decimals);

struct number_style {
    bool group;      /* 3,884.37 */
    bool thai;       /* ๓๘๘๔.๓๗ */
    bool true_minus; /* U+2212 in place of - */
};

/* Decimal with exactly `places` digits behind the point, rounded by `mode`.  Never prints -0.  Over
 * prints "(too large)".  Here and below, more than NUMBER_DIGITS places count as that many. */
void number_print(struct buffer *b, struct number x, unsigned places, enum rounding_mode mode,
                  struct number_style s);

/* The shortest exact decimal when there is one of at most `most` places; else rounded half up to
 * `most` places, all of them printed.  True when what was printed is exact. */
bool number_print_short(struct buffer *b, struct number x, unsigned most, struct number_style s);

/* "p/q" in lowest terms, or "p" when q is 1; ASCII digits and `-`. */
void number_print_exact(struct buffer *b, struct number x);

/* The shortest exact decimal when there is one of at most `most` places, else "p/q" in lowest
 * terms: nothing is rounded. */
void number_print_plain(struct buffer *b, struct number x, unsigned most);

/* The first three as texts, in the plain style; number_words rounds half up. */
struct text number_words(struct arena *a, struct number x, unsigned places);
struct text number_short_words(struct arena *a, struct number x, unsigned most);
struct text number_exact_words(struct arena *a, struct number x);

#include "value/number_quick.h"

#endif
