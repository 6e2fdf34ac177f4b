/* Aggregates over the rows of a table and over sets. */
#include "check/checker.h"

static struct expr *spoilt(struct expr *e)
{
    e->type.kind = TYPE_ERROR;
    return e;
}

static bool too_many_tables(struct checker *c, const struct node *n, const struct row_scope *rows)
{
    if (rows_around(c, rows) < NESTED_TABLES)
        return false;
    DIAG_ADD(c->d, K0407, n->at, text_number(c->a, NESTED_TABLES));
    return true;
}

/* `mean of score` where the rows are meant to be counted, and the other way round: the form that
 * fits is shown. */
static void body(struct checker *c, struct expr *e, const struct node *n, struct criterion *owner,
                 const struct row_scope *inside)
{
    e->left = check_expr(c, n->aggregate.of, owner, inside);
    if (e->left->type.kind == TYPE_ERROR) {
        spoilt(e);
        return;
    }
    bool dated = (e->left->type.kind == TYPE_DATE || e->left->type.kind == TYPE_MONTH) &&
                 (e->aggregate == AGGREGATE_MIN || e->aggregate == AGGREGATE_MAX);
    if (e->left->type.kind != TYPE_NUMBER && !dated) {
        struct diag *g = type_wanted(c, e->left, "a number");
        if (e->left->type.kind == TYPE_YES_NO)
            diag_help(g, SAY(c->a, "to count rows write `count of {} where ...`", e->fact->path));
        spoilt(e);
        return;
    }
    e->type = e->left->type;
    e->unit = e->left->unit;
    e->type.whole = e->left->type.whole && e->aggregate != AGGREGATE_MEAN;
}

/* The value of one row, the first or last by a column that has an order. */
static void chosen(struct checker *c, struct expr *e, const struct node *n, struct criterion *owner,
                   const struct row_scope *inside)
{
    e->left = check_expr(c, n->aggregate.of, owner, inside);
    e->third = check_expr(c, n->aggregate.by, owner, inside);
    e->type = e->left->type;
    e->unit = e->left->unit;
    if (e->type.kind == TYPE_RANGE) {
        type_wanted(c, e->left, "a single value");
        spoilt(e);
    }
    enum type_kind by = e->third->type.kind;
    if (by != TYPE_DATE && by != TYPE_MONTH && by != TYPE_NUMBER) {
        if (by != TYPE_ERROR)
            type_wanted(c, e->third, "a date, a month or a number");
        spoilt(e);
    }
}

struct expr *check_aggregate(struct checker *c, const struct node *n, struct criterion *owner,
                             const struct row_scope *rows)
{
    struct expr *e = expr_new(c, EXPR_AGGREGATE, n->at, (struct type){.kind = TYPE_NUMBER});
    e->aggregate = (enum aggregate_kind)n->aggregate.kind;
    e->fact = check_table(c, n->aggregate.over);
    if (!e->fact || too_many_tables(c, n, rows))
        return spoilt(e);
    struct row_scope inside = {rows, e->fact};
    if (e->aggregate == AGGREGATE_DISTINCT)
        e->left = check_expr(c, n->aggregate.of, owner, &inside);
    else if (n->aggregate.by)
        chosen(c, e, n, owner, &inside);
    else if (n->aggregate.of)
        body(c, e, n, owner, &inside);
    bool count = e->aggregate == AGGREGATE_COUNT || e->aggregate == AGGREGATE_DISTINCT;
    e->type.ratio = e->type.ratio || e->aggregate == AGGREGATE_SHARE;
    e->type.whole = e->type.whole || count;
    if (e->aggregate == AGGREGATE_ALL || e->aggregate == AGGREGATE_ANY)
        e->type.kind = TYPE_YES_NO;
    if (!n->aggregate.where)
        return e;
    e->right = check_expr(c, n->aggregate.where, owner, &inside);
    if (e->right->type.kind == TYPE_ERROR)
        return spoilt(e);
    if (e->right->type.kind != TYPE_YES_NO) {
        condition_wanted(c, e->right);
        return spoilt(e);
    }
    return e;
}

struct expr *check_all_in(struct checker *c, const struct node *n, struct criterion *owner,
                          const struct row_scope *rows)
{
    struct expr *e = expr_new(c, EXPR_QUANTIFIED, n->at, (struct type){.kind = TYPE_YES_NO});
    e->aggregate = (enum aggregate_kind)n->all_in.kind;
    e->left = check_path(c, n->all_in.of, owner, rows);
    e->right = check_expr(c, n->all_in.in, owner, rows);
    struct expr *side[] = {e->left, e->right};
    for (int i = 0; i < 2; i++)
        if (!type_is(side[i], TYPE_SET)) {
            type_wanted(c, side[i], "a set");
            e->type.kind = TYPE_ERROR;
        }
    return e;
}
