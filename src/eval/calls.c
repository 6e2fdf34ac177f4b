/* Formulas: their bodies, and the values of their parameters.
 *
 * A value is calculated where a body first asks for it, and once for each call, however often the
 * body uses it: otherwise formulas inside formulas would double the work at every step.  Its cell
 * keeps it meanwhile. */
#include "eval/run.h"

struct value eval_call(struct run *r, const struct expr *e)
{
    for (size_t i = 0; r->rows && i < e->args.n; i++)
        r->needed[e->args.at[i]->cell] = false; /* of another row */
    return eval_expr(r, e->left);
}

struct value eval_parameter(struct run *r, const struct expr *e)
{
    if (r->needed[e->argument->cell])
        return r->cell[e->argument->cell];
    unsigned rows = r->rows;
    r->rows = e->level; /* the body may be deeper in rows than the call */
    struct value v = eval_expr(r, e->argument);
    r->rows = rows;
    return v;
}
