/* Operations on numbers. */
#include <string.h>

#include "verify/checking.h"

enum { NUMBER_BYTES = 4096 /* of a number as written: two parts of at most 1300 digits */ };

static const char no_number[] = "an operand is no number";

static bool take(mpq_t to, const struct item *i)
{
    char words[NUMBER_BYTES];
    if (i->kind != ITEM_NUMBER)
        return false;
    memcpy(words, i->words.at, i->words.n);
    words[i->words.n] = 0;
    mpq_set_str(to, words, 10);
    return true;
}

static struct item item_number(struct checker *c, const mpq_t n)
{
    size_t room = mpz_sizeinbase(mpq_numref(n), 10) + mpz_sizeinbase(mpq_denref(n), 10) + 3;
    char *words = ARENA_ARRAY(c->scratch, char, room);
    mpq_get_str(words, 10, n);
    return (struct item){.kind = ITEM_NUMBER, .words = text_of(words)};
}

/* The strongest absence among the operands from `from` on; what is left out is none. */
static bool absent_from(const struct checker *c, size_t from, struct item *result)
{
    int32_t kind = ABSENT_LEFT_OUT;
    for (size_t i = from; i < c->line.operands; i++) {
        const struct item *x = operand(c, i);
        if (x->kind == ITEM_ABSENT && x->n > kind)
            kind = x->n == ABSENT_NONE ? ABSENT_UNDEFINED : x->n;
    }
    *result = item_absent((enum absent_kind)kind);
    return kind != ABSENT_LEFT_OUT;
}

bool any_absent(const struct checker *c, struct item *result)
{
    return absent_from(c, 0, result);
}

static bool take_two(struct checker *c, const char **why)
{
    *why = no_number;
    return take(c->x, operand(c, 0)) && take(c->y, operand(c, 1));
}

#define ARITHMETIC(name, call)                                                                     \
    bool name(struct checker *c, struct item *result, const char **why)                            \
    {                                                                                              \
        if (any_absent(c, result))                                                                 \
            return true;                                                                           \
        if (!take_two(c, why))                                                                     \
            return false;                                                                          \
        call(c->z, c->x, c->y);                                                                    \
        *result = item_number(c, c->z);                                                            \
        return true;                                                                               \
    }
ARITHMETIC(op_add, mpq_add)
ARITHMETIC(op_subtract, mpq_sub)
ARITHMETIC(op_multiply, mpq_mul)
#undef ARITHMETIC

bool op_divide(struct checker *c, struct item *result, const char **why)
{
    if (any_absent(c, result))
        return true;
    if (!take_two(c, why))
        return false;
    if (mpq_sgn(c->y) == 0) {
        *result = item_absent(ABSENT_UNDEFINED);
        return true;
    }
    mpq_div(c->z, c->x, c->y);
    *result = item_number(c, c->z);
    return true;
}

bool op_negate(struct checker *c, struct item *result, const char **why)
{
    *why = no_number;
    if (any_absent(c, result))
        return true;
    if (!take(c->x, operand(c, 0)))
        return false;
    mpq_neg(c->x, c->x);
    *result = item_number(c, c->x);
    return true;
}

static bool is_left_out(const struct item *i)
{
    return i->kind == ITEM_ABSENT && i->n == ABSENT_LEFT_OUT;
}

/* z becomes what `join` makes of it and every number that is not left out. */
static bool join_all(struct checker *c, struct item *result, const char **why,
                     void (*join)(mpq_ptr, mpq_srcptr, mpq_srcptr))
{
    *why = no_number;
    if (any_absent(c, result))
        return true;
    for (size_t i = 0; i < c->line.operands; i++) {
        if (is_left_out(operand(c, i)))
            continue;
        if (!take(c->x, operand(c, i)))
            return false;
        join(c->z, c->z, c->x);
    }
    *result = item_number(c, c->z);
    return true;
}

bool op_sum(struct checker *c, struct item *result, const char **why)
{
    mpq_set_ui(c->z, 0, 1);
    return join_all(c, result, why, mpq_add);
}

bool op_product(struct checker *c, struct item *result, const char **why)
{
    mpq_set_ui(c->z, 1, 1);
    return join_all(c, result, why, mpq_mul);
}

bool items_order(struct checker *c, const struct item *x, const struct item *y, int *order)
{
    if (x->kind != y->kind)
        return false;
    if (x->kind == ITEM_DATE || x->kind == ITEM_MONTH) {
        *order = (x->n > y->n) - (x->n < y->n);
        return true;
    }
    if (!take(c->x, x) || !take(c->y, y))
        return false;
    int found = mpq_cmp(c->x, c->y);
    *order = (found > 0) - (found < 0);
    return true;
}

/* `sign` 1: the least. */
static bool extreme(struct checker *c, struct item *result, const char **why, int sign)
{
    const struct item *best = NULL;
    *why = "the operands have no order";
    if (any_absent(c, result))
        return true;
    for (size_t i = 0; i < c->line.operands; i++) {
        const struct item *x = operand(c, i);
        int order = 0;
        if (is_left_out(x))
            continue;
        if (!items_order(c, x, best ? best : x, &order))
            return false;
        if (!best || order * sign < 0)
            best = x;
    }
    *result = best ? *best : item_absent(ABSENT_UNDEFINED);
    return true;
}

bool op_least(struct checker *c, struct item *result, const char **why)
{
    return extreme(c, result, why, 1);
}

bool op_most(struct checker *c, struct item *result, const char **why)
{
    return extreme(c, result, why, -1);
}

struct item item_count(struct checker *c, size_t n)
{
    mpq_set_ui(c->z, n, 1);
    return item_number(c, c->z);
}

bool op_how_many(struct checker *c, struct item *result, const char **why)
{
    size_t n = 0;
    (void)why;
    if (any_absent(c, result))
        return true;
    for (size_t i = 0; i < c->line.operands; i++)
        n += !is_left_out(operand(c, i));
    *result = item_count(c, n);
    return true;
}

bool item_whole(struct checker *c, const struct item *i, int64_t *n)
{
    if (!take(c->x, i) || mpz_cmp_ui(mpq_denref(c->x), 1) != 0 ||
        !mpz_fits_slong_p(mpq_numref(c->x)))
        return false;
    *n = mpz_get_si(mpq_numref(c->x));
    return true;
}

/* Behind how many are wanted the numbers in falling order, so that the greatest come first. */
bool op_sum_of_greatest(struct checker *c, struct item *result, const char **why)
{
    int64_t wanted, n = 0;
    const struct item *before = NULL;
    *why = "the operands are not a count and numbers in falling order";
    if (any_absent(c, result))
        return true;
    if (!item_whole(c, operand(c, 0), &wanted))
        return false;
    mpq_set_ui(c->z, 0, 1);
    for (size_t i = 1; i < c->line.operands; i++) {
        const struct item *x = operand(c, i);
        int order = 0;
        if (is_left_out(x))
            continue;
        if (!take(c->x, x) || (before && (!items_order(c, before, x, &order) || order < 0)))
            return false;
        take(c->x, x);
        if (n++ < wanted)
            mpq_add(c->z, c->z, c->x);
        before = x;
    }
    *result = item_number(c, c->z);
    return true;
}

/* --- rounding -------------------------------------------------------------------------------- */

/* Whether the quotient cut off goes one further away from zero; x is what was cut, from 0 to 1. */
static bool goes_away(struct checker *c, struct text mode, bool *known)
{
    int half;
    *known = true;
    mpq_set_ui(c->y, 1, 2);
    half = mpq_cmp(c->x, c->y);
    if (text_equal(mode, TEXT("up")))
        return mpq_sgn(c->x) > 0;
    if (text_equal(mode, TEXT("half up")))
        return half >= 0;
    if (text_equal(mode, TEXT("half even")))
        return half > 0 || (half == 0 && mpz_odd_p(c->whole));
    *known = text_equal(mode, TEXT("down"));
    return false;
}

/* The first number to a multiple of the second. */
bool op_round_to(struct checker *c, struct item *result, const char **why)
{
    bool known;
    if (any_absent(c, result))
        return true;
    if (!take_two(c, why))
        return false;
    *why = "it is not rounded to a positive step, or in an unknown way";
    if (mpq_sgn(c->y) <= 0)
        return false;
    mpq_t step;
    mpq_init(step);
    mpq_set(step, c->y);
    int sign = mpq_sgn(c->x) < 0 ? -1 : 1;
    mpq_div(c->x, c->x, step);
    mpq_abs(c->x, c->x);
    mpz_fdiv_q(c->whole, mpq_numref(c->x), mpq_denref(c->x));
    mpq_set_z(c->z, c->whole);
    mpq_sub(c->x, c->x, c->z);
    if (goes_away(c, c->line.how, &known))
        mpz_add_ui(c->whole, c->whole, 1);
    mpq_set_z(c->z, c->whole);
    mpq_mul(c->z, c->z, step);
    if (sign < 0)
        mpq_neg(c->z, c->z);
    mpq_clear(step);
    *result = item_number(c, c->z);
    return known;
}
