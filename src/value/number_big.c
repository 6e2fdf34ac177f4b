/* Numbers beyond 128 bits.
 *
 * The limbs of a big number lie in the arena and are read in place.  GMP computes in temporaries of
 * its own, and what an arena does when memory ends may unwind past us; so no temporary lives while
 * the arena is asked: a result is drafted on the stack, the temporaries are cleared, and only then
 * is the draft kept.  Price: one kilobyte of stack, and GMP's own answer (abort) when the system
 * has no kilobyte left.
 *
 * A big number is in lowest terms and does not fit the small form.  Operands have at most
 * NUMBER_BITS bits in each part, so no temporary has more than three times that. */
#include "value/number_big.h"

#include <gmp.h>
#include <string.h>

_Static_assert(GMP_NUMB_BITS == 64, "two limbs make a small part");

enum { LIMBS = NUMBER_BITS / GMP_NUMB_BITS };

struct number_big {
    const mp_limb_t *top, *bottom;
    mp_size_t n_top; /* negative for a negative number */
    mp_size_t n_bottom;
};

/* A number as GMP reads it. */
struct view {
    mpz_t top, bottom;
    mp_limb_t limbs[4]; /* of a small one */
};

struct draft {
    bool over, negative;
    size_t n_top, n_bottom;
    mp_limb_t limbs[2 * LIMBS]; /* the numerator, from LIMBS on the denominator */
};

static void view_part(mpz_t part, mp_limb_t limbs[2], wide value)
{
    uwide size = wide_magnitude(value);
    limbs[0] = (mp_limb_t)size;
    limbs[1] = (mp_limb_t)(size >> 64);
    mp_size_t n = limbs[1] ? 2 : limbs[0] ? 1 : 0;
    mpz_roinit_n(part, limbs, value < 0 ? -n : n);
}

static void view_number(struct view *v, const struct number *x)
{
    if (x->bottom) {
        view_part(v->top, v->limbs, x->top);
        view_part(v->bottom, v->limbs + 2, x->bottom);
    } else {
        mpz_roinit_n(v->top, x->big->top, x->big->n_top);
        mpz_roinit_n(v->bottom, x->big->bottom, x->big->n_bottom);
    }
}

static void reduce(mpz_t top, mpz_t bottom)
{
    mpz_t divisor;
    mpz_init(divisor);
    mpz_gcd(divisor, top, bottom);
    mpz_divexact(top, top, divisor);
    mpz_divexact(bottom, bottom, divisor);
    if (mpz_sgn(bottom) < 0) {
        mpz_neg(top, top);
        mpz_neg(bottom, bottom);
    }
    mpz_clear(divisor);
}

static void draft_number(struct draft *d, const mpz_t top, const mpz_t bottom)
{
    d->over = mpz_sizeinbase(top, 2) > NUMBER_BITS || mpz_sizeinbase(bottom, 2) > NUMBER_BITS;
    if (d->over)
        return;
    d->negative = mpz_sgn(top) < 0;
    d->n_top = mpz_size(top);
    d->n_bottom = mpz_size(bottom);
    memcpy(d->limbs, mpz_limbs_read(top), d->n_top * sizeof *d->limbs);
    memcpy(d->limbs + LIMBS, mpz_limbs_read(bottom), d->n_bottom * sizeof *d->limbs);
}

/* False when the `n` limbs do not fit a small part. */
static bool small_part(const mp_limb_t *limbs, size_t n, wide *part)
{
    if (n > 2 || (n == 2 && limbs[1] >> 63))
        return false;
    *part = 0;
    while (n--)
        *part = (wide)((uwide)*part << 64 | limbs[n]);
    return true;
}

static struct number keep_draft(struct arena *a, const struct draft *d)
{
    wide top, bottom;
    if (d->over)
        return number_over();
    if (small_part(d->limbs, d->n_top, &top) && small_part(d->limbs + LIMBS, d->n_bottom, &bottom))
        return number_small(d->negative ? -top : top, bottom);
    mp_limb_t *limbs = ARENA_ARRAY(a, mp_limb_t, d->n_top + d->n_bottom);
    memcpy(limbs, d->limbs, d->n_top * sizeof *limbs);
    memcpy(limbs + d->n_top, d->limbs + LIMBS, d->n_bottom * sizeof *limbs);
    struct number_big *big = ARENA_NEW(a, struct number_big);
    big->top = limbs;
    big->bottom = limbs + d->n_top;
    big->n_top = d->negative ? -(mp_size_t)d->n_top : (mp_size_t)d->n_top;
    big->n_bottom = (mp_size_t)d->n_bottom;
    struct number n = number_over();
    n.big = big;
    return n;
}

/* The number top/bottom.  Clears both. */
static struct number settle(struct arena *a, mpz_t top, mpz_t bottom)
{
    struct draft d;
    reduce(top, bottom);
    draft_number(&d, top, bottom);
    mpz_clears(top, bottom, (mpz_ptr)NULL);
    return keep_draft(a, &d);
}

struct number number_big_add(struct arena *a, struct number x, struct number y)
{
    struct view v, w;
    mpz_t top, bottom;
    view_number(&v, &x);
    view_number(&w, &y);
    mpz_inits(top, bottom, (mpz_ptr)NULL);
    mpz_mul(top, v.top, w.bottom);
    mpz_addmul(top, w.top, v.bottom);
    mpz_mul(bottom, v.bottom, w.bottom);
    return settle(a, top, bottom);
}

struct number number_big_multiply(struct arena *a, struct number x, struct number y)
{
    struct view v, w;
    mpz_t top, bottom;
    view_number(&v, &x);
    view_number(&w, &y);
    mpz_inits(top, bottom, (mpz_ptr)NULL);
    mpz_mul(top, v.top, w.top);
    mpz_mul(bottom, v.bottom, w.bottom);
    return settle(a, top, bottom);
}

struct number number_big_divide(struct arena *a, struct number x, struct number y)
{
    struct view v, w;
    mpz_t top, bottom;
    view_number(&v, &x);
    view_number(&w, &y);
    mpz_inits(top, bottom, (mpz_ptr)NULL);
    mpz_mul(top, v.top, w.bottom);
    mpz_mul(bottom, v.bottom, w.top);
    return settle(a, top, bottom);
}

/* quotient = top / bottom as a whole number; bottom > 0.  `top` is used up. */
static void divide_rounded(mpz_t quotient, mpz_t top, const mpz_t bottom, enum rounding_mode mode)
{
    int sign = mpz_sgn(top);
    mpz_tdiv_qr(quotient, top, top, bottom);
    if (!mpz_sgn(top))
        return;
    mpz_mul_2exp(top, top, 1);
    if (!rounds_away(mode, mpz_cmpabs(top, bottom), mpz_odd_p(quotient)))
        return;
    if (sign < 0)
        mpz_sub_ui(quotient, quotient, 1);
    else
        mpz_add_ui(quotient, quotient, 1);
}

struct number number_big_round(struct arena *a, struct number x, struct number step,
                               enum rounding_mode mode)
{
    struct view v, w;
    mpz_t top, bottom, steps;
    view_number(&v, &x);
    view_number(&w, &step);
    mpz_inits(top, bottom, steps, (mpz_ptr)NULL);
    mpz_mul(top, v.top, w.bottom);
    mpz_mul(bottom, v.bottom, w.top);
    divide_rounded(steps, top, bottom, mode);
    mpz_mul(top, steps, w.top);
    mpz_set(bottom, w.bottom);
    mpz_clear(steps);
    return settle(a, top, bottom);
}

int number_big_order(struct number x, struct number y)
{
    struct view v, w;
    mpz_t left, right;
    view_number(&v, &x);
    view_number(&w, &y);
    mpz_inits(left, right, (mpz_ptr)NULL);
    mpz_mul(left, v.top, w.bottom);
    mpz_mul(right, w.top, v.bottom);
    int order = mpz_cmp(left, right);
    mpz_clears(left, right, (mpz_ptr)NULL);
    return (order > 0) - (order < 0);
}

struct number number_big_negate(struct arena *a, struct number x)
{
    struct number_big *big = ARENA_NEW(a, struct number_big);
    *big = *x.big; /* the limbs are shared: they never change */
    big->n_top = -big->n_top;
    x.big = big;
    return x;
}

struct number number_big_copy(struct arena *a, struct number x)
{
    size_t n_top = (size_t)(x.big->n_top < 0 ? -x.big->n_top : x.big->n_top);
    size_t n_bottom = (size_t)x.big->n_bottom;
    mp_limb_t *limbs = ARENA_ARRAY(a, mp_limb_t, n_top + n_bottom);
    memcpy(limbs, x.big->top, n_top * sizeof *limbs);
    memcpy(limbs + n_top, x.big->bottom, n_bottom * sizeof *limbs);
    struct number_big *big = ARENA_NEW(a, struct number_big);
    *big = *x.big;
    big->top = limbs;
    big->bottom = limbs + n_top;
    x.big = big;
    return x;
}

int number_big_sign(struct number x)
{
    return x.big->n_top < 0 ? -1 : 1; /* 0 is small */
}

bool number_big_is_whole(struct number x)
{
    return x.big->n_bottom == 1 && x.big->bottom[0] == 1;
}

bool number_big_decimals(struct number x, unsigned *decimals)
{
    struct view v;
    mpz_t five, rest;
    view_number(&v, &x);
    mpz_init_set_ui(five, 5);
    mpz_init(rest);
    mp_bitcnt_t twos = mpz_scan1(v.bottom, 0), fives = mpz_remove(rest, v.bottom, five);
    bool terminates = mpz_sizeinbase(rest, 2) == twos + 1;
    mpz_clears(five, rest, (mpz_ptr)NULL);
    *decimals = (unsigned)(twos > fives ? twos : fives);
    return terminates;
}

struct number number_big_places(struct arena *a, unsigned places)
{
    mpz_t top, bottom;
    if (places > NUMBER_BITS / 3) /* ten has more than three bits */
        return number_over();
    mpz_init_set_ui(top, 1);
    mpz_init(bottom);
    mpz_ui_pow_ui(bottom, 10, places);
    return settle(a, top, bottom);
}

struct number number_big_parse(struct arena *a, const unsigned char *digits, size_t n,
                               unsigned decimals)
{
    mp_limb_t limbs[LIMBS + 1]; /* NUMBER_DIGITS digits have fewer than NUMBER_BITS bits */
    mpz_t top, bottom, value;
    mp_size_t used = mpn_set_str(limbs, digits, n, 10);
    mpz_init_set(top, mpz_roinit_n(value, limbs, used));
    mpz_init(bottom);
    mpz_ui_pow_ui(bottom, 10, decimals);
    return settle(a, top, bottom);
}

size_t number_big_digits(char out[NUMBER_ROOM], struct number x, unsigned places,
                         enum rounding_mode mode)
{
    struct view v;
    mpz_t top, scaled;
    view_number(&v, &x);
    mpz_inits(top, scaled, (mpz_ptr)NULL);
    mpz_ui_pow_ui(scaled, 10, places);
    mpz_mul(top, v.top, scaled);
    divide_rounded(scaled, top, v.bottom, mode);
    mpz_abs(scaled, scaled);
    mpz_get_str(out, 10, scaled);
    mpz_clears(top, scaled, (mpz_ptr)NULL);
    return strlen(out);
}

size_t number_big_top(char out[NUMBER_ROOM], struct number x)
{
    mpz_t part;
    mp_size_t n = x.big->n_top;
    mpz_get_str(out, 10, mpz_roinit_n(part, x.big->top, n < 0 ? -n : n));
    return strlen(out);
}

size_t number_big_bottom(char out[NUMBER_ROOM], struct number x)
{
    mpz_t part;
    mpz_get_str(out, 10, mpz_roinit_n(part, x.big->bottom, x.big->n_bottom));
    return strlen(out);
}
