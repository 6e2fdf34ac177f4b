/* Choices between expressions: `if`, and tables of cases. */
#include "check/checker.h"

/* What can be chosen instead of `first` is of its type and unit; false when it is not, which is
 * reported.  `e` becomes what both are. */
static bool join(struct checker *c, struct expr *e, const struct expr *first,
                 const struct expr *next)
{
    if (first->type.kind == TYPE_ERROR || next->type.kind == TYPE_ERROR)
        return false;
    if (first->type.kind == TYPE_RANGE) {
        type_wanted(c, first, "a single value");
        return false;
    }
    if (first->type.kind != next->type.kind) {
        struct diag *g = DIAG_ADD(c->d, K0404, e->kind == EXPR_IF ? e->at : next->at,
                                  check_source(c, first->at), type_words(c->a, first->type),
                                  check_source(c, next->at), type_words(c->a, next->type));
        diag_label(c->d, g, first->at, type_words(c->a, first->type));
        diag_label(c->d, g, next->at, type_words(c->a, next->type));
        diag_help(g, e->kind == EXPR_IF
                         ? TEXT("behind `then` and `else` stands the same kind of value")
                         : TEXT("every row gives the same kind of value"));
        return false;
    }
    if (!units_agree(c, first, next, e->kind == EXPR_IF ? e->at : next->at, "choose between"))
        return false;
    e->type.ratio = e->type.ratio && next->type.ratio;
    e->type.whole = e->type.whole && next->type.whole;
    e->unit = e->unit ? e->unit : next->unit;
    if (!e->type.dimension)
        e->type.dimension = next->type.dimension;
    return true;
}

struct expr *check_choice(struct checker *c, const struct node *n, struct criterion *owner,
                          const struct row_scope *rows)
{
    struct expr *e = expr_new(c, EXPR_IF, n->at, kind_of(TYPE_ERROR));
    e->left = check_condition(c, n->choice.when, owner, rows);
    e->right = check_expr(c, n->choice.yes, owner, rows);
    e->third = check_expr(c, n->choice.no, owner, rows);
    e->type = e->right->type;
    e->unit = e->right->unit;
    if (!join(c, e, e->right, e->third))
        e->type.kind = TYPE_ERROR;
    return e;
}

/* The results of a table, all of one type and unit. */
static void fill_results(struct checker *c, struct expr *e, const struct nodes *rows,
                         struct criterion *owner, const struct row_scope *scope)
{
    for (size_t i = 0; i < rows->n; i++)
        if (rows->at[i]->kind == NODE_case_row)
            LIST_ADD(c->a, &e->args, check_expr(c, rows->at[i]->case_row.value, owner, scope));
    if (!e->args.n)
        return;
    const struct expr *first = e->args.at[0];
    e->type = first->type;
    e->unit = first->unit;
    bool good = first->type.kind != TYPE_ERROR;
    for (size_t i = 1; good && i < e->args.n; i++) {
        good = join(c, e, first, e->args.at[i]);
        /* A bare 0 fits every unit and so says nothing about the others. */
        if (!first->type.dimension)
            first = e->args.at[i];
    }
    if (!good)
        e->type.kind = TYPE_ERROR;
}

struct expr *check_table_of_cases(struct checker *c, const struct node *n, struct criterion *owner,
                                  const struct row_scope *rows)
{
    struct expr *e = expr_new(c, EXPR_TABLE, n->at, kind_of(TYPE_ERROR));
    size_t before = c->d->errors;
    e->cases = fill_cases(c, n->table.by, &n->table.rows, owner, rows);
    fill_results(c, e, &n->table.rows, owner, rows);
    if (c->d->errors == before && !check_has_broken(&n->table.rows))
        check_cases(c, e->cases, (struct span){n->at.lo, n->at.lo + 5}); /* `table` */
    return e;
}
