/* The checked model: looking things up in it. */
#include "check/model.h"

bool column_is_kept(const struct fact *column)
{
    return column->used || column->table->key == (int)column->index;
}

const struct fact *model_fact(const struct model *m, struct text path)
{
    size_t i;
    return map_find(&m->fact_by_path, path, &i) ? m->facts.at[i] : NULL;
}

const struct criterion *model_criterion(const struct model *m, struct text path)
{
    size_t i;
    return map_find(&m->criterion_by_path, path, &i) ? m->criteria.at[i] : NULL;
}

void expr_operands(const struct expr *e, expr_visit *visit, void *user)
{
    const struct expr *operand[] = {e->left, e->right, e->third};
    for (int i = 0; i < 3; i++)
        if (operand[i])
            visit(user, operand[i]);
    for (size_t i = 0; i < e->args.n; i++)
        visit(user, e->args.at[i]);
}

void criterion_expressions(const struct criterion *k, expr_visit *visit, void *user)
{
    const struct expr *own[] = {k->applies, k->measure, k->formula};
    for (int i = 0; i < 3; i++)
        if (own[i])
            visit(user, own[i]);
    for (size_t i = 0; i < k->steps.n; i++) {
        visit(user, k->steps.at[i].done);
        if (k->steps.at[i].by)
            visit(user, k->steps.at[i].by);
    }
}
