/* What an expression is made of. */
#include "check/expr.h"

const struct rounding rounding_none;

void cases_expressions(const struct cases *cases, expr_visit *visit, void *user)
{
    if (cases->by)
        visit(user, cases->by);
    for (size_t i = 0; i < cases->rows.n; i++)
        if (cases->rows.at[i].when)
            visit(user, cases->rows.at[i].when);
}

void expr_operands(const struct expr *e, expr_visit *visit, void *user)
{
    const struct expr *operand[] = {e->left, e->right, e->third};
    for (int i = 0; i < 3; i++)
        if (operand[i])
            visit(user, operand[i]);
    if (e->cases)
        cases_expressions(e->cases, visit, user);
    for (size_t i = 0; i < e->args.n; i++)
        visit(user, e->args.at[i]);
}

enum strength expr_strength(const struct expr *e)
{
    switch ((unsigned)e->kind) {
    case EXPR_AGGREGATE:
    case EXPR_IF:
    case EXPR_TABLE:
    case EXPR_PARTS:
    case EXPR_DAYS:
    case EXPR_RANGE:
        return STRENGTH_CLAUSE;
    case EXPR_LOGIC:
        return STRENGTH_CONDITION;
    case EXPR_NOT:
        return STRENGTH_NEGATION;
    case EXPR_COMPARE:
    case EXPR_IN:
    case EXPR_GIVEN:
    case EXPR_QUANTIFIED:
        return STRENGTH_COMPARISON;
    case EXPR_ARITHMETIC:
        return e->op == OP_ADD || e->op == OP_SUBTRACT ? STRENGTH_SUM : STRENGTH_PRODUCT;
    case EXPR_NEGATE:
    case EXPR_SHIFT:
    case EXPR_DATE_PART:
        return STRENGTH_SIGN;
    default:
        return STRENGTH_PRIMARY;
    }
}
