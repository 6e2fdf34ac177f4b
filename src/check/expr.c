/* What an expression is made of. */
#include "check/expr.h"

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
