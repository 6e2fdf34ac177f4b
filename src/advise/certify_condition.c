/* Conditions, and what is foreseen of them: that they are answered alike whatever is missing. */
#include "advise/certifying.h"

/* --- from ends ------------------------------------------------------------------------------- */

/* A yes because x is less than y for certain, or at most y; step 0 when that is not so. */
static struct derived certainly(struct certifying *c, bool less, struct ends x, struct ends y)
{
    if (x.undefined || y.undefined || !x.high.step || !y.low.step)
        return (struct derived){0};
    struct derived d = less ? derive_less(c, x.high, y.low) : derive_at_most(c, x.high, y.low);
    return d.is.truth ? d : (struct derived){0};
}

/* Whether x is less than y (or at most y), where the ends say so. */
static struct derived ordered(struct certifying *c, bool less, struct ends x, struct ends y)
{
    struct derived yes = certainly(c, less, x, y);
    if (yes.step)
        return yes;
    struct derived no = certainly(c, !less, y, x);
    return no.step ? derive_not(c, no) : no;
}

static struct derived apart(struct certifying *c, struct ends x, struct ends y)
{
    struct derived below = certainly(c, true, x, y);
    return below.step ? below : certainly(c, true, y, x);
}

static struct derived compared(struct certifying *c, enum op op, struct ends x, struct ends y)
{
    struct derived d;
    switch (op) {
    case OP_LT:
        return ordered(c, true, x, y);
    case OP_LE:
        return ordered(c, false, x, y);
    case OP_GT:
        return ordered(c, true, y, x);
    case OP_GE:
        return ordered(c, false, y, x);
    case OP_EQ:
        d = apart(c, x, y);
        return d.step ? derive_not(c, d) : d;
    default:
        return apart(c, x, y);
    }
}

static struct derived between(struct certifying *c, struct ends x, struct ends low,
                              struct ends high)
{
    struct derived above = certainly(c, false, low, x), below = certainly(c, false, x, high);
    if (above.step && below.step)
        return derive_both(c, above, below);
    struct derived beyond = certainly(c, true, x, low);
    if (!beyond.step)
        beyond = certainly(c, true, high, x);
    return beyond.step ? derive_not(c, beyond) : beyond;
}

static struct derived foreseen(struct certifying *c, const struct expr *e)
{
    struct derived d = {0};
    if (c->rows)
        ;
    else if (e->kind == EXPR_COMPARE && e->left->type.kind == TYPE_NUMBER)
        d = compared(c, e->op, certify_lies(c, e->left), certify_lies(c, e->right));
    else if (e->kind == EXPR_IN && e->right->kind == EXPR_RANGE &&
             e->left->type.kind == TYPE_NUMBER)
        d = between(c, certify_lies(c, e->left), certify_lies(c, e->right->left),
                    certify_lies(c, e->right->right));
    struct value is = outcome_value(c->o, e);
    if (d.step && is.kind == VALUE_TRUTH && d.is.truth == is.truth)
        return d;
    return certify_refuse(c, NULL, TEXT("something is known although it waits for a fact"));
}

/* A condition that is answered alike whatever its operand turns out to be. */
static bool is_foreseen(struct certifying *c, const struct expr *e, struct derived x)
{
    return value_is_absent(x.is) && !value_is_absent(outcome_value(c->o, e));
}

/* --- from values ----------------------------------------------------------------------------- */

static struct derived of_unequal(struct certifying *c, struct derived x, struct derived y,
                                 const struct expr *e)
{
    struct value equal = outcome_value(c->o, e);
    if (equal.kind == VALUE_TRUTH)
        equal.truth = !equal.truth;
    return derive_value(c, "not", derive_at(c, "equal", OPERANDS(x.step, y.step), equal, e->at), e);
}

struct derived certify_comparison(struct certifying *c, const struct expr *e)
{
    struct derived x = certify_expr(c, e->left), y = certify_expr(c, e->right);
    if (is_foreseen(c, e, x) || is_foreseen(c, e, y))
        return foreseen(c, e);
    switch (e->op) {
    case OP_EQ:
        return derive_value_of_two(c, "equal", x, y, e);
    case OP_NE:
        return of_unequal(c, x, y, e);
    case OP_LT:
        return derive_value_of_two(c, "less", x, y, e);
    case OP_LE:
        return derive_value_of_two(c, "at most", x, y, e);
    case OP_GT:
        return derive_value_of_two(c, "less", y, x, e);
    default:
        return derive_value_of_two(c, "at most", y, x, e);
    }
}

/* What comes behind the operand that decides was not looked at. */
struct derived certify_logic(struct certifying *c, const struct expr *e)
{
    bool decides = e->op == OP_OR, decided = false;
    struct steps of = {0};
    for (size_t i = 0; i < e->args.n && !decided; i++) {
        struct derived d = certify_expr(c, e->args.at[i]);
        steps_add(c, &of, d);
        decided = d.is.kind == VALUE_TRUTH && d.is.truth == decides;
    }
    return derive_at(c, decides ? "or" : "and", steps_all(&of), outcome_value(c->o, e), e->at);
}

static struct derived of_range(struct certifying *c, const struct expr *e, struct derived x)
{
    struct derived low = certify_expr(c, e->right->left), high = certify_expr(c, e->right->right);
    if (is_foreseen(c, e, low) || is_foreseen(c, e, high))
        return foreseen(c, e);
    return derive_at(c, "between", OPERANDS(x.step, low.step, high.step), outcome_value(c->o, e),
                     e->at);
}

struct derived certify_in(struct certifying *c, const struct expr *e)
{
    struct derived x = certify_expr(c, e->left);
    if (is_foreseen(c, e, x))
        return foreseen(c, e);
    if (value_is_absent(x.is))
        return derive_absence(c, x, e);
    if (e->right->kind == EXPR_RANGE)
        return of_range(c, e, x);
    struct derived y = certify_expr(c, e->right);
    if (x.is.kind != VALUE_DATE)
        return derive_value_of_two(c, "member", x, y, e);
    struct value month = value_month(date_month(x.is.date));
    return derive_value_of_two(c, "equal", derive_at(c, "month", OPERANDS(x.step), month, e->at), y,
                               e);
}

struct derived certify_quantified(struct certifying *c, const struct expr *e)
{
    struct derived x = certify_expr(c, e->left), y = certify_expr(c, e->right);
    return derive_value_of_two(c, e->aggregate == AGGREGATE_ALL ? "all in" : "any in", x, y, e);
}
