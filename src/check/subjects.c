/* Subjects of conditions: where their values have to be tried.
 *
 * Between two neighbouring values with which a number is compared, all values behave alike: one of
 * them stands for all.  What the number cannot be (out of bounds, not whole, finer than declared)
 * is not tried. */
#include "check/ranges.h"
#include "check/situations.h"

#include <string.h>

bool subject_value(struct checker *c, struct subject *s, struct number value)
{
    size_t lo = 0, hi = s->values.n;
    while (lo < hi) {
        size_t middle = lo + (hi - lo) / 2;
        int order = number_order(c->a, s->values.at[middle], value);
        if (order == 0)
            return true;
        if (order < 0)
            lo = middle + 1;
        else
            hi = middle;
    }
    if (s->values.n >= TRIAL_VALUES)
        return false;
    LIST_ADD(c->a, &s->values, value);
    memmove(s->values.at + lo + 1, s->values.at + lo,
            (s->values.n - 1 - lo) * sizeof *s->values.at);
    s->values.at[lo] = value;
    return true;
}

bool subject_word(struct checker *c, struct subject *s, struct text word, size_t *index)
{
    for (*index = 0; *index < s->words.n; ++*index)
        if (text_equal(s->words.at[*index], word))
            return true;
    if (s->words.n >= TRIAL_VALUES)
        return false;
    LIST_ADD(c->a, &s->words, word);
    return true;
}

/* --- numbers -------------------------------------------------------------------------------- */

/* Where the values of a subject can lie: in a range, and at multiples of `step` only, unless that
 * is 0. */
struct lattice {
    struct interval range;
    struct number step;
};

static struct number day_number(int year, int month, int day)
{
    struct date d = {1};
    date_make(year, month, day, &d);
    return number_of(d.day);
}

/* Facts are refused when they are finer than declared, or not whole. */
static struct number step_of(struct checker *c, const struct expr *e)
{
    const struct fact *f = expr_fact(e);
    struct number scale = f && f->unit ? f->unit->scale : number_of(1);
    if (f && f->whole)
        return scale;
    if (f && f->decimals >= 0)
        return number_multiply(c->a, scale, number_places(c->a, (unsigned)f->decimals));
    return number_of(e->type.whole);
}

static struct lattice lattice_of(struct checker *c, const struct expr *e)
{
    if (e->type.kind == TYPE_NUMBER)
        return (struct lattice){range_of(c, e), step_of(c, e)};
    struct lattice l = {interval_anything(), number_of(1)}; /* days and months */
    if (e->type.kind == TYPE_DATE)
        l.range = interval_from(day_number(1, 1, 1), day_number(9999, 12, 31));
    return l;
}

static bool can_be(struct checker *c, const struct lattice *l, struct number n)
{
    struct end b = {.at = n};
    return end_order(c->a, l->range.low, b) <= 0 && end_order(c->a, b, l->range.high) <= 0 &&
           (!number_sign(l->step) ||
            number_equal(c->a, n, number_round(c->a, n, l->step, ROUND_HALF_UP)));
}

/* A value strictly between, where the subject can have one. */
static bool between(struct checker *c, const struct lattice *l, struct number low,
                    struct number high, struct number *n)
{
    *n = number_multiply(c->a, number_add(c->a, low, high), number_ratio(1, 2));
    if (!number_sign(l->step))
        return true;
    *n = number_round(c->a, *n, l->step, ROUND_HALF_UP);
    return number_order(c->a, low, *n) < 0 && number_order(c->a, *n, high) < 0;
}

/* A value beyond, further out than the next step. */
static struct number beyond(struct checker *c, const struct lattice *l, struct number end, int sign)
{
    if (!number_sign(l->step))
        return number_add(c->a, end, number_of(sign));
    struct number step = sign < 0 ? number_negate(c->a, l->step) : l->step;
    return number_round(c->a, number_add(c->a, end, step), l->step, ROUND_HALF_UP);
}

static void number_tries(struct checker *c, struct subject *s)
{
    struct lattice l = lattice_of(c, s->e);
    if (!l.range.low.infinite)
        subject_value(c, s, l.range.low.at);
    if (!l.range.high.infinite)
        subject_value(c, s, l.range.high.at);
    size_t n = s->values.n, found = 0;
    struct number *value = s->values.at, *tries = ARENA_ARRAY(c->a, struct number, 2 * n + 1);
    struct number one = beyond(c, &l, value[0], -1);
    if (can_be(c, &l, one))
        tries[found++] = one;
    for (size_t i = 0; i < n; i++) {
        if (can_be(c, &l, value[i]))
            tries[found++] = value[i];
        if (i + 1 < n && between(c, &l, value[i], value[i + 1], &one) && can_be(c, &l, one))
            tries[found++] = one;
    }
    one = beyond(c, &l, value[n - 1], 1);
    if (can_be(c, &l, one))
        tries[found++] = one;
    s->values.at = tries;
    s->tries = found;
    LIST_CUT(&s->values, found);
}

void subject_tries(struct checker *c, struct subject *s)
{
    switch (s->kind) {
    case SUBJECT_TRUTH:
        s->tries = 2;
        break;
    case SUBJECT_PAIR:
        s->tries = 3;
        break;
    case SUBJECT_TEXT:
        s->tries = s->words.n + s->open;
        break;
    case SUBJECT_NUMBER:
        number_tries(c, s);
        break;
    }
}

/* --- words ---------------------------------------------------------------------------------- */

static struct text number_words_of(struct checker *c, const struct subject *s, struct number n)
{
    const struct unit *u = s->e->unit;
    long long whole = 0;
    if (s->e->type.kind != TYPE_NUMBER)
        number_to_whole(c->a, n, &whole);
    if (s->e->type.kind == TYPE_DATE)
        return date_words(c->a, (struct date){(int32_t)whole}, c->m->era);
    if (s->e->type.kind == TYPE_MONTH)
        return month_words(c->a, (struct month){(int32_t)whole}, c->m->era);
    if (s->percent || (u && !u->dimension))
        return SAY(c->a, "{}%", check_number_words(c, number_multiply(c->a, n, number_of(100))));
    if (!u)
        return check_number_words(c, n);
    return SAY(c->a, "{} {}", check_number_words(c, number_divide(c->a, n, u->scale)), u->words);
}

/* By its name; what is longer stands apart from the words around it. */
static struct text name_of(struct checker *c, const struct expr *e)
{
    bool plain = e->kind == EXPR_FACT || e->kind == EXPR_LET || e->kind == EXPR_COLUMN;
    return plain ? check_source(c, e->at) : SAY(c->a, "`{}`", check_source(c, e->at));
}

struct text subject_words(struct checker *c, const struct subject *s)
{
    static const char *const signs[] = {"<", "=", ">"};
    struct text name = name_of(c, s->e);
    switch (s->kind) {
    case SUBJECT_TRUTH:
        return SAY(c->a, "{} = {}", name, s->now ? TEXT("yes") : TEXT("no"));
    case SUBJECT_PAIR:
        return SAY(c->a, "{} {} {}", name, text_of(signs[s->now]), name_of(c, s->other));
    case SUBJECT_TEXT:
        return s->now < s->words.n ? SAY(c->a, "{} = \"{}\"", name, s->words.at[s->now])
                                   : SAY(c->a, "{} is another text", name);
    case SUBJECT_NUMBER:
        return SAY(c->a, "{} = {}", name, number_words_of(c, s, s->values.at[s->now]));
    }
    return TEXT("");
}

/* --- equal expressions ---------------------------------------------------------------------- */

static bool operands_same(struct arena *a, const struct expr *x, const struct expr *y)
{
    const struct expr *p[] = {x->left, x->right, x->third}, *q[] = {y->left, y->right, y->third};
    for (int i = 0; i < 3; i++)
        if ((!p[i] != !q[i]) || (p[i] && !expr_same(a, p[i], q[i])))
            return false;
    if (x->args.n != y->args.n)
        return false;
    for (size_t i = 0; i < x->args.n; i++)
        if (!expr_same(a, x->args.at[i], y->args.at[i]))
            return false;
    return true;
}

static bool literals_same(struct arena *a, const struct expr *x, const struct expr *y)
{
    return x->literal->kind == y->literal->kind && value_equal(a, *x->literal, *y->literal);
}

bool expr_same(struct arena *a, const struct expr *x, const struct expr *y)
{
    x = expr_meant(x);
    y = expr_meant(y);
    if (x == y)
        return true;
    if (x->kind != y->kind || x->type.kind != y->type.kind || x->op != y->op ||
        x->fact != y->fact || x->column != y->column || x->level != y->level || x->let != y->let ||
        x->criterion != y->criterion || x->aggregate != y->aggregate ||
        x->day_unit != y->day_unit || x->back != y->back || x->date_part != y->date_part ||
        x->best != y->best || x->cases != y->cases)
        return false;
    if (x->kind == EXPR_NUMBER || x->kind == EXPR_LITERAL)
        return literals_same(a, x, y);
    if (x->kind == EXPR_ROUND && (x->rounding->mode != y->rounding->mode ||
                                  !number_equal(a, x->rounding->step, y->rounding->step)))
        return false;
    return operands_same(a, x, y);
}
