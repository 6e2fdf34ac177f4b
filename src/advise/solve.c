/* What one unknown must be for an expression to reach a bound. */
#include "advise/solve.h"
#include "advise/slopes.h"

/* (a + b x) / (c + d x) */
struct ratio {
    struct number a, b, c, d;
};

/* Lets may use each other in many ways; each becomes a function once. */
enum let_state { LET_UNSEEN, LET_FUNCTION, LET_NONE };

struct solving {
    struct arena *arena;
    struct outcome *o;
    struct unknown u;
    struct ratio *let; /* by its index */
    enum let_state *let_state;
};

static struct solving solving_of(struct arena *a, struct outcome *o, struct unknown u)
{
    size_t lets = o->model->lets.n;
    return (struct solving){a, o, u, ARENA_ARRAY(a, struct ratio, lets),
                            ARENA_ARRAY(a, enum let_state, lets)};
}

/* --- numbers, shortly --------------------------------------------------------------------- */

static struct number times(const struct solving *s, struct number x, struct number y)
{
    return number_multiply(s->arena, x, y);
}

static struct number plus(const struct solving *s, struct number x, struct number y)
{
    return number_add(s->arena, x, y);
}

static struct number minus(const struct solving *s, struct number x, struct number y)
{
    return number_subtract(s->arena, x, y);
}

static bool is_constant(const struct ratio *f)
{
    return !number_sign(f->b) && !number_sign(f->d);
}

static struct ratio constant(struct number n)
{
    return (struct ratio){n, number_of(0), number_of(1), number_of(0)};
}

/* Of two of which order means nothing. */
static void constant_last(struct ratio *x, struct ratio *y)
{
    if (!is_constant(x))
        return;
    struct ratio swap = *x;
    *x = *y;
    *y = swap;
}

/* --- the expression as a function --------------------------------------------------------- */

static bool function_of(const struct solving *s, const struct expr *e, struct ratio *f);

/* The value that it has in this outcome, whatever the unknown. */
static bool value_of(const struct solving *s, const struct expr *e, struct ratio *f)
{
    struct value v = outcome_value(s->o, e);
    *f = constant(v.kind == VALUE_NUMBER ? v.number : number_of(0));
    return v.kind == VALUE_NUMBER;
}

/* A sum stays such a ratio when one side is constant or both have one denominator. */
static bool sum_of(const struct solving *s, struct ratio x, struct ratio y, struct ratio *f)
{
    constant_last(&x, &y);
    if (is_constant(&y)) {
        struct number n = number_divide(s->arena, y.a, y.c);
        *f = (struct ratio){plus(s, x.a, times(s, n, x.c)), plus(s, x.b, times(s, n, x.d)), x.c,
                            x.d};
        return true;
    }
    if (number_sign(x.d) || number_sign(y.d))
        return false;
    *f = (struct ratio){plus(s, times(s, x.a, y.c), times(s, y.a, x.c)),
                        plus(s, times(s, x.b, y.c), times(s, y.b, x.c)), times(s, x.c, y.c),
                        number_of(0)};
    return true;
}

static struct ratio negative(const struct solving *s, struct ratio x)
{
    return (struct ratio){number_negate(s->arena, x.a), number_negate(s->arena, x.b), x.c, x.d};
}

static bool product_of(const struct solving *s, struct ratio x, struct ratio y, struct ratio *f)
{
    constant_last(&x, &y);
    if (is_constant(&y)) {
        *f = (struct ratio){times(s, x.a, y.a), times(s, x.b, y.a), times(s, x.c, y.c),
                            times(s, x.d, y.c)};
        return true;
    }
    /* (a + b x) / c times e / (g + h x), and so on: one linear part above, one below */
    bool above = !number_sign(x.d) && !number_sign(y.b),
         below = !number_sign(x.b) && !number_sign(y.d);
    if (above)
        *f = (struct ratio){times(s, x.a, y.a), times(s, x.b, y.a), times(s, x.c, y.c),
                            times(s, x.c, y.d)};
    else if (below)
        *f = (struct ratio){times(s, x.a, y.a), times(s, x.a, y.b), times(s, x.c, y.c),
                            times(s, x.d, y.c)};
    return above || below;
}

/* x over y, which often share a denominator that falls away. */
static bool quotient_of(const struct solving *s, struct ratio x, struct ratio y, struct ratio *f)
{
    return product_of(s, x, (struct ratio){y.c, y.d, y.a, y.b}, f);
}

static bool arithmetic(const struct solving *s, const struct expr *e, struct ratio *f)
{
    struct ratio x, y;
    if (!function_of(s, e->left, &x) || !function_of(s, e->right, &y))
        return false;
    switch (e->op) {
    case OP_ADD:
        return sum_of(s, x, y, f);
    case OP_SUBTRACT:
        return sum_of(s, x, negative(s, y), f);
    case OP_MULTIPLY:
        return product_of(s, x, y, f);
    default:
        return quotient_of(s, x, y, f);
    }
}

/* The branch, or the operand, that decides now: what comes of the answer is evaluated, so a branch
 * that changes is found out. */
static bool chosen(const struct solving *s, const struct expr *e, struct ratio *f)
{
    struct value when = outcome_value(s->o, e->left);
    return when.kind == VALUE_TRUTH && function_of(s, when.truth ? e->right : e->third, f);
}

static bool deciding(const struct solving *s, const struct expr *e, struct ratio *f)
{
    struct value whole = outcome_value(s->o, e);
    for (size_t i = 0; i < e->args.n && whole.kind == VALUE_NUMBER; i++) {
        struct value v = outcome_value(s->o, e->args.at[i]);
        if (v.kind == VALUE_NUMBER && number_equal(s->arena, v.number, whole.number))
            return function_of(s, e->args.at[i], f);
    }
    return false;
}

/* The aggregate is the unknown: what would change is its sum or its count. */
static bool aggregate(const struct solving *s, const struct expr *e, struct ratio *f)
{
    if (s->u.aggregate != e)
        return value_of(s, e, f);
    *f = (struct ratio){number_of(0), number_of(1), unknown_divisor(s->arena, s->o, s->u),
                        number_of(0)};
    return number_sign(f->c) > 0;
}

/* value + slope x (x - now) */
static bool parts(const struct solving *s, const struct expr *e, struct ratio *f)
{
    bool known = value_of(s, e, f);
    if (!known || !s->u.part || s->u.part->parent != e->criterion)
        return known;
    struct number slope = slope_of_part(s->arena, s->o, e, s->u.part);
    struct number now = outcome_result(s->o, s->u.part)->score;
    f->a = minus(s, f->a, times(s, slope, now));
    f->b = slope;
    return true;
}

static bool let_function(const struct solving *s, const struct let *let, struct ratio *f)
{
    enum let_state *state = &s->let_state[let->index];
    if (*state == LET_UNSEEN)
        *state = function_of(s, let->value, &s->let[let->index]) ? LET_FUNCTION : LET_NONE;
    *f = s->let[let->index];
    return *state == LET_FUNCTION;
}

static bool unknown_itself(struct ratio *f)
{
    *f = (struct ratio){number_of(0), number_of(1), number_of(1), number_of(0)};
    return true;
}

/* A value that has a name; one that is calculated would be followed again at every use. */
static bool parameter_function(const struct solving *s, const struct expr *value, struct ratio *f)
{
    while (value->kind == EXPR_PARAMETER)
        value = value->argument;
    bool named = value->kind == EXPR_FACT || value->kind == EXPR_LET || value->kind == EXPR_SCORE ||
                 value->kind == EXPR_AGGREGATE;
    return named ? function_of(s, value, f) : value_of(s, value, f);
}

static bool function_of(const struct solving *s, const struct expr *e, struct ratio *f)
{
    switch (e->kind) {
    case EXPR_FACT:
        return (!s->u.aggregate && s->u.fact == e->fact && unknown_itself(f)) || value_of(s, e, f);
    case EXPR_SCORE:
        return (s->u.part == e->criterion && unknown_itself(f)) || value_of(s, e, f);
    case EXPR_PARTS:
        return parts(s, e, f);
    case EXPR_NEGATE:
        if (!function_of(s, e->left, f))
            return false;
        *f = negative(s, *f);
        return true;
    case EXPR_ARITHMETIC:
        return arithmetic(s, e, f);
    case EXPR_LET:
        return let_function(s, e->let, f);
    case EXPR_CALL:
        return function_of(s, e->left, f);
    case EXPR_PARAMETER:
        return parameter_function(s, e->argument, f);
    case EXPR_IF:
        return chosen(s, e, f);
    case EXPR_EXTREME:
        return deciding(s, e, f);
    case EXPR_AGGREGATE:
        return aggregate(s, e, f);
    default:
        return value_of(s, e, f);
    }
}

/* --- from the bound of the measure to that of the unknown --------------------------------- */

/* p + q x >= 0, which is what f(x) >= value says where the denominator is positive. */
static bool linear_bound(const struct solving *s, struct number p, struct number q, bool open,
                         struct bound *x)
{
    int sign = number_sign(q);
    if (!sign)
        return false;
    *x = (struct bound){.value = number_negate(s->arena, number_divide(s->arena, p, q)),
                        .at_most = sign < 0,
                        .open = open};
    return !number_is_over(x->value);
}

bool solve(struct arena *a, struct outcome *o, const struct expr *e, struct unknown u,
           struct bound wanted, struct bound *of_unknown)
{
    struct solving s = solving_of(a, o, u);
    struct ratio f;
    struct number now;
    if (!function_of(&s, e, &f) || is_constant(&f))
        return false;
    if (!unknown_now(a, o, u, &now))
        now = u.fact && u.fact->has_least ? u.fact->least : number_of(1);
    int below = number_sign(plus(&s, f.c, times(&s, f.d, now)));
    struct number p = minus(&s, f.a, times(&s, wanted.value, f.c)),
                  q = minus(&s, f.b, times(&s, wanted.value, f.d));
    if ((below < 0) != wanted.at_most) {
        p = number_negate(a, p);
        q = number_negate(a, q);
    }
    return linear_bound(&s, p, q, wanted.open, of_unknown);
}
