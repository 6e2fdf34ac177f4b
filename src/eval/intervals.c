/* What a formula can still give: from the ends of the scores and the declared bounds of the facts
 * that it waits for.
 *
 * Operands count as independent of each other, so the ends hold, but may be wider than they need to
 * be.  A choice that is not made yet is left open here: its branches may never come into play. */
#include "eval/run.h"

static struct interval nothing_known(void)
{
    return (struct interval){number_over(), number_over()};
}

static bool is_open(struct interval x)
{
    return number_is_over(x.low) || number_is_over(x.high);
}

static bool is_point(struct run *r, struct interval x)
{
    return number_equal(r->a, x.low, x.high);
}

static struct interval negated(struct run *r, struct interval x)
{
    return (struct interval){number_negate(r->a, x.high), number_negate(r->a, x.low)};
}

static struct interval scaled(struct run *r, struct interval x, struct number by)
{
    int sign = number_sign(by);
    struct interval y = sign < 0 ? (struct interval){x.high, x.low} : x;
    if (!sign)
        return (struct interval){number_of(0), number_of(0)};
    return (struct interval){number_multiply(r->a, y.low, by), number_multiply(r->a, y.high, by)};
}

static struct interval product(struct run *r, struct interval x, struct interval y)
{
    if (is_point(r, x) || is_point(r, y))
        return is_point(r, x) ? scaled(r, y, x.low) : scaled(r, x, y.low);
    if (is_open(x) || is_open(y))
        return nothing_known();
    struct interval one = scaled(r, x, y.low), two = scaled(r, x, y.high);
    return (struct interval){number_least(r->a, one.low, two.low),
                             number_most(r->a, one.high, two.high)};
}

/* By what is never 0. */
static struct interval quotient(struct run *r, struct interval x, struct interval y)
{
    if (is_open(y) || number_sign(y.low) * number_sign(y.high) <= 0)
        return nothing_known();
    struct number one = number_of(1);
    return product(
        r, x, (struct interval){number_divide(r->a, one, y.high), number_divide(r->a, one, y.low)});
}

static struct interval arithmetic(struct run *r, const struct expr *e)
{
    struct interval x = interval_of(r, e->left), y = interval_of(r, e->right);
    switch (e->op) {
    case OP_SUBTRACT:
        y = negated(r, y);
        return (struct interval){number_add(r->a, x.low, y.low), number_add(r->a, x.high, y.high)};
    case OP_ADD:
        return (struct interval){number_add(r->a, x.low, y.low), number_add(r->a, x.high, y.high)};
    case OP_MULTIPLY:
        return product(r, x, y);
    default:
        return quotient(r, x, y);
    }
}

/* The one that binds where either will do, such as the high ends of a minimum. */
static struct number binding(struct run *r, bool least, struct number x, struct number y)
{
    if (number_is_over(x) || number_is_over(y))
        return number_is_over(x) ? y : x;
    return (least ? number_least : number_most)(r->a, x, y);
}

static struct interval extreme(struct run *r, const struct expr *e)
{
    struct interval all = interval_of(r, e->args.at[0]);
    bool least = e->aggregate == AGGREGATE_MIN;
    for (size_t i = 1; i < e->args.n; i++) {
        struct interval x = interval_of(r, e->args.at[i]);
        all = least ? (struct interval){number_least(r->a, all.low, x.low),
                                        binding(r, true, all.high, x.high)}
                    : (struct interval){binding(r, false, all.low, x.low),
                                        number_most(r->a, all.high, x.high)};
    }
    return all;
}

static struct number rounded(struct run *r, const struct rounding *how, struct number n)
{
    return number_is_over(n) ? n : number_round(r->a, n, how->step, how->mode);
}

static struct interval of_fact(const struct fact *f, struct value v)
{
    struct interval x = nothing_known();
    if (v.absence != ABSENCE_MISSING)
        return x;
    if (f->has_least)
        x.low = f->least;
    if (f->has_most)
        x.high = f->most;
    return x;
}

static struct interval of_score(struct run *r, const struct criterion *k)
{
    const struct result *score = eval_criterion(r, k);
    return score->status == STATUS_INCOMPLETE ? (struct interval){score->low, score->high}
                                              : nothing_known();
}

/* Of what is chosen, where that is known. */
static struct interval of_choice(struct run *r, const struct expr *e)
{
    struct value when = eval_operand(r, e->left);
    if (value_is_absent(when))
        return nothing_known();
    return interval_of(r, when.truth ? e->right : e->third);
}

static struct interval of_table(struct run *r, const struct expr *e)
{
    size_t row;
    struct value absent;
    return case_holds(r, e->cases, &row, &absent) ? interval_of(r, e->args.at[row])
                                                  : nothing_known();
}

static struct interval of_kind(struct run *r, const struct expr *e, struct value v)
{
    struct interval x;
    switch (e->kind) {
    case EXPR_FACT:
        return of_fact(e->fact, v);
    case EXPR_SCORE:
        return of_score(r, e->criterion);
    case EXPR_PARTS:
        return parts_ends(r, e);
    case EXPR_LET:
        return interval_of(r, e->let->value);
    case EXPR_CALL:
        return interval_of(r, e->left);
    case EXPR_PARAMETER:
        return interval_of(r, e->argument);
    case EXPR_IF:
        return of_choice(r, e);
    case EXPR_TABLE:
        return of_table(r, e);
    case EXPR_NEGATE:
        return negated(r, interval_of(r, e->left));
    case EXPR_ARITHMETIC:
        return arithmetic(r, e);
    case EXPR_EXTREME:
        return extreme(r, e);
    case EXPR_ROUND:
        x = interval_of(r, e->left);
        return (struct interval){rounded(r, &e->rounding, x.low), rounded(r, &e->rounding, x.high)};
    default:
        return nothing_known();
    }
}

struct interval interval_of(struct run *r, const struct expr *e)
{
    struct value v = eval_expr(r, e);
    if (v.kind == VALUE_NUMBER)
        return (struct interval){v.number, v.number};
    if (!r->interval)
        r->interval = ARENA_ARRAY(r->a, struct interval *, r->m->cells);
    struct interval **known = &r->interval[e->cell];
    if (!*known) { /* lets and calls may be used many times */
        struct interval x = of_kind(r, e, v);
        *known = ARENA_NEW(r->a, struct interval);
        **known = x;
    }
    return **known;
}
