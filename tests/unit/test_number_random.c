/* Exact numbers: random pairs against GMP's rationals.
 *
 * Assertions are made of failures only: Criterion reports each one to its parent, and there are
 * millions. */
#include "test_number.h"

#include <gmp.h>
#include <stdlib.h>
#include <string.h>

TestSuite(number_random, .init = open_arena, .fini = close_arena);

static uint64_t state = 2566;

static uint64_t next_random(void) /* splitmix64 */
{
    uint64_t z = (state += 0x9e3779b97f4a7c15u);
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static unsigned below(unsigned limit)
{
    return (unsigned)(next_random() % limit);
}

static void random_bits(mpz_t z, unsigned bits)
{
    mpz_set_ui(z, 0);
    for (unsigned have = 0; have < bits; have += 64) {
        mpz_mul_2exp(z, z, 64);
        mpz_add_ui(z, z, next_random());
    }
    mpz_fdiv_r_2exp(z, z, bits);
}

/* A whole number >= 0: small, near a power of two where the forms change, or anywhere. */
static void random_part(mpz_t z)
{
    static const unsigned edges[] = {31, 32, 61, 62, 63, 64, 65, 95, 96, 125, 126, 127, 128, 129};
    switch (below(8)) {
    case 0:
    case 1:
        random_bits(z, 1 + below(20));
        return;
    case 2:
    case 3:
        mpz_set_ui(z, 1);
        mpz_mul_2exp(z, z, edges[below(sizeof edges / sizeof *edges)]);
        mpz_add_ui(z, z, below(5));
        mpz_sub_ui(z, z, 2);
        return;
    case 4:
        mpz_ui_pow_ui(z, 10, below(39));
        return;
    case 5:
        random_bits(z, 1 + below(64));
        return;
    case 6:
        random_bits(z, 1 + below(128));
        return;
    default:
        random_bits(z, 1 + below(below(4) ? 300 : 3000));
    }
}

static struct number part_number(const mpz_t z)
{
    char digits[1000];
    mpz_get_str(digits, 10, z);
    return decimal(digits);
}

/* The same number twice; unreduced as far as the project keeps it so. */
static struct number random_number(mpq_t q)
{
    random_part(mpq_numref(q));
    random_part(mpq_denref(q));
    if (!mpz_sgn(mpq_denref(q)))
        mpz_set_ui(mpq_denref(q), 1);
    if (next_random() & 1)
        mpz_neg(mpq_numref(q), mpq_numref(q));
    struct number n = number_divide(a, part_number(mpq_numref(q)), part_number(mpq_denref(q)));
    mpq_canonicalize(q);
    return n;
}

static void check(struct number got, const mpq_t want, const char *what)
{
    bool fits = mpz_sizeinbase(mpq_numref(want), 2) <= NUMBER_BITS &&
                mpz_sizeinbase(mpq_denref(want), 2) <= NUMBER_BITS;
    if (number_is_over(got) == fits)
        cr_assert_fail("%s: over is %d", what, fits);
    if (!fits)
        return;
    char *words_wanted = mpq_get_str(NULL, 10, want);
    const char *words_got = exact(got);
    if (strcmp(words_got, words_wanted) != 0)
        cr_assert_fail("%s: got %s, want %s", what, words_got, words_wanted);
    free(words_wanted);
}

static void check_that(bool holds, const char *what, struct number x, struct number y)
{
    if (!holds)
        cr_assert_fail("%s: %s and %s", what, exact(x), exact(y));
}

static void check_operations(struct number x, const mpq_t p, struct number y, const mpq_t q)
{
    mpq_t want;
    mpq_init(want);
    mpq_add(want, p, q);
    check(number_add(a, x, y), want, "add");
    mpq_sub(want, p, q);
    check(number_subtract(a, x, y), want, "subtract");
    mpq_mul(want, p, q);
    check(number_multiply(a, x, y), want, "multiply");
    if (mpq_sgn(q)) {
        mpq_div(want, p, q);
        check(number_divide(a, x, y), want, "divide");
    }
    mpq_neg(want, p);
    check(number_negate(a, x), want, "negate");
    int order = mpq_cmp(p, q);
    check(number_least(a, x, y), order < 0 ? p : q, "least");
    check(number_most(a, x, y), order < 0 ? q : p, "most");
    order = (order > 0) - (order < 0);
    check_that(number_order(a, x, y) == order, "order", x, y);
    check_that(number_equal(a, x, y) == !order, "equal", x, y);
    check_that(number_sign(x) == mpq_sgn(p), "sign", x, y);
    check_that(number_is_whole(a, x) == !mpz_cmp_ui(mpq_denref(p), 1), "whole", x, y);
    mpq_clear(want);
}

/* z = q as a whole number, found from below: not the way the project does it. */
static void round_slowly(mpz_t z, const mpq_t q, enum rounding_mode mode)
{
    mpq_t size, half;
    int sign = mpq_sgn(q); /* z may be a part of q */
    mpq_inits(size, half, NULL);
    mpq_abs(size, q);
    mpq_set_ui(half, 1, 2);
    if (mode == ROUND_HALF_UP || mode == ROUND_HALF_EVEN)
        mpq_add(size, size, half);
    if (mode == ROUND_UP)
        mpz_cdiv_q(z, mpq_numref(size), mpq_denref(size));
    else
        mpz_fdiv_q(z, mpq_numref(size), mpq_denref(size));
    if (mode == ROUND_HALF_EVEN && !mpz_cmp_ui(mpq_denref(size), 1) && mpz_odd_p(z))
        mpz_sub_ui(z, z, 1);
    if (sign < 0)
        mpz_neg(z, z);
    mpq_clears(size, half, NULL);
}

static void check_rounding(struct number x, const mpq_t p, struct number step, const mpq_t q)
{
    mpq_t want, steps;
    if (!mpq_sgn(q))
        return;
    if (mpq_sgn(q) < 0)
        step = number_negate(a, step);
    for (int mode = ROUND_HALF_UP; mode <= ROUND_DOWN; mode++) {
        mpq_inits(want, steps, NULL);
        mpq_abs(steps, q);
        mpq_div(want, p, steps);
        round_slowly(mpq_numref(want), want, (enum rounding_mode)mode);
        mpz_set_ui(mpq_denref(want), 1);
        mpq_mul(want, want, steps);
        check(number_round(a, x, step, (enum rounding_mode)mode), want, "round");
        mpq_clears(want, steps, NULL);
    }
}

/* `digits` over 10^places is what the value is, rounded. */
static void check_digits(struct number x, unsigned places, enum rounding_mode mode,
                         const mpq_t rounded)
{
    long long digits;
    mpq_t got;
    if (!number_scaled(x, places, mode, &digits))
        return;
    mpq_init(got);
    mpz_set_si(mpq_numref(got), digits);
    mpz_ui_pow_ui(mpq_denref(got), 10, places);
    mpq_canonicalize(got);
    check_that(mpq_equal(got, rounded), "digits", x, number_of(places));
    mpq_clear(got);
}

static void check_printing(struct number x, const mpq_t p)
{
    unsigned places = below(4) ? below(8) : below(60);
    enum rounding_mode mode = (enum rounding_mode)below(4);
    struct buffer b = buffer_in(a);
    mpq_t scaled;
    mpq_init(scaled);
    mpz_ui_pow_ui(mpq_numref(scaled), 10, places);
    mpq_mul(scaled, scaled, p);
    round_slowly(mpq_numref(scaled), scaled, mode);
    mpz_ui_pow_ui(mpq_denref(scaled), 10, places);
    mpq_canonicalize(scaled);
    number_print(&b, x, places, mode, (struct number_style){0});
    const char *printed = text_c(a, buffer_text(&b)), *point = strchr(printed, '.');
    size_t behind = point ? strlen(point + 1) : 0;
    check(decimal(printed), scaled, "print");
    check_that(behind == places, "places", x, number_of(places));
    check_digits(x, places, mode, scaled);
    check_that((printed[0] == '-') == (mpq_sgn(scaled) < 0), "minus", x, x);
    mpq_clear(scaled);
}

Test(number_random, agrees_with_gmp_on_random_pairs)
{
    mpq_t p, q;
    mpq_inits(p, q, NULL);
    for (int i = 0; i < 20000; i++) {
        if (i % 100 == 0) {
            close_arena();
            open_arena();
        }
        struct number x = random_number(p), y = random_number(q);
        if (below(16) == 0) { /* equal, in other parts */
            mpq_set(q, p);
            y = number_divide(a, number_multiply(a, x, number_of(6)), number_of(6));
        }
        check(x, p, "number");
        check_operations(x, p, y, q);
        check_rounding(x, p, y, q);
        struct number places = number_places(a, below(8));
        check_rounding(x, p, places, (mpq_set_str(q, exact(places), 10), q));
        check_printing(x, p);
    }
    mpq_clears(p, q, NULL);
}
