/* Rows of tables, parts and cases as formulas. */
#include "report/booklet_math.h"

/* --- rows of tables --------------------------------------------------------------------------- */

/* "table: condition" */
static struct formula *rows_of(struct making *m, const struct expr *e)
{
    const struct fact *t = e->fact;
    struct text called = booklet_called(m->b, t->title.n ? t->title : t->path);
    struct formula *table = math_thing(m, called, booklet_fact(m->b, t));
    if (!e->right)
        return table;
    return math_row(m, table, math_name(m, TEXT(":\u00A0")),
                    math_of(m, e->right, STRENGTH_CONDITION));
}

static struct formula *all_rows(struct making *m, const struct expr *e)
{
    struct expr all = *e;
    all.right = NULL;
    return rows_of(m, &all);
}

static struct formula *over_rows(struct making *m, struct formula *operator, const struct expr * e)
{
    struct formula *under = math_pair(m, FORMULA_UNDER, operator, rows_of(m, e));
    if (!e->left)
        return under;
    const struct formula *value = math_of(m, e->left, STRENGTH_PRODUCT);
    return math_row(m, under, math_name(m, TEXT("\u00A0")), value);
}

struct formula *math_aggregate(struct making *m, const struct expr *e)
{
    const struct booklet *b = m->b;
    struct formula *count = math_name(m, TOLD(b, MATH_COUNT));
    struct text order = e->third ? booklet_expr(b, e->third) : TEXT("");
    switch (e->aggregate) {
    case AGGREGATE_COUNT:
        return over_rows(m, count, e);
    case AGGREGATE_SHARE:
        return math_pair(m, FORMULA_FRACTION, math_pair(m, FORMULA_UNDER, count, rows_of(m, e)),
                         math_pair(m, FORMULA_UNDER, count, all_rows(m, e)));
    case AGGREGATE_SUM:
        return over_rows(m, math_sign(m, "∑"), e);
    case AGGREGATE_MEAN:
        return math_pair(m, FORMULA_FRACTION, over_rows(m, math_sign(m, "∑"), e),
                         math_pair(m, FORMULA_UNDER, count, rows_of(m, e)));
    case AGGREGATE_MIN:
        return over_rows(m, math_name(m, TOLD(b, MATH_LEAST)), e);
    case AGGREGATE_MAX:
        return over_rows(m, math_name(m, TOLD(b, MATH_GREATEST)), e);
    case AGGREGATE_DISTINCT:
        return over_rows(m, math_name(m, TOLD(b, MATH_DISTINCT)), e);
    case AGGREGATE_FIRST:
        return over_rows(m, math_name(m, TELL(b, MATH_FIRST, order)), e);
    case AGGREGATE_LAST:
        return over_rows(m, math_name(m, TELL(b, MATH_LAST, order)), e);
    case AGGREGATE_ALL:
        return over_rows(m, math_name(m, TOLD(b, MATH_ALL)), e);
    case AGGREGATE_ANY:
        return over_rows(m, math_name(m, TOLD(b, MATH_ANY)), e);
    case AGGREGATE_PRODUCT:
    case AGGREGATE_WEIGHTED_MEAN:
    case AGGREGATE_BEST:
        break;
    }
    return math_sentence(m, e);
}

/* --- parts ------------------------------------------------------------------------------------ */

static struct formula *over_parts(struct making *m, struct formula *operator, struct text which,
                                  bool weighted)
{
    struct formula *row =
        math_row(m, math_pair(m, FORMULA_UNDER, operator, math_name(m, which)), NULL, NULL);
    if (weighted) {
        formula_add(m->b->a, row, math_name(m, TOLD(m->b, MATH_WEIGHT)));
        formula_add(m->b->a, row, math_sign(m, "×"));
    }
    formula_add(m->b->a, row, math_name(m, TOLD(m->b, MATH_SCORES)));
    return row;
}

static struct formula *mean_of_parts(struct making *m, struct text which)
{
    struct formula *count = math_name(m, TOLD(m->b, MATH_COUNT));
    return math_pair(m, FORMULA_FRACTION, over_parts(m, math_sign(m, "∑"), which, false),
                     math_pair(m, FORMULA_UNDER, count, math_name(m, which)));
}

struct formula *math_parts(struct making *m, const struct expr *e)
{
    const struct booklet *b = m->b;
    struct text all = TOLD(b, MATH_PARTS);
    switch ((unsigned)e->aggregate) { /* no others are of parts */
    case AGGREGATE_MEAN:
        return mean_of_parts(m, all);
    case AGGREGATE_BEST:
        return mean_of_parts(m, TELL(b, MATH_BEST, text_number(b->a, (long long)e->best)));
    case AGGREGATE_WEIGHTED_MEAN:
        return math_pair(m, FORMULA_FRACTION, over_parts(m, math_sign(m, "∑"), all, true),
                         math_row(m,
                                  math_pair(m, FORMULA_UNDER, math_sign(m, "∑"), math_name(m, all)),
                                  math_name(m, TOLD(b, MATH_WEIGHT)), NULL));
    case AGGREGATE_PRODUCT:
        return over_parts(m, math_sign(m, "∏"), all, false);
    case AGGREGATE_MIN:
        return over_parts(m, math_name(m, TOLD(b, MATH_LEAST)), all, false);
    case AGGREGATE_MAX:
        return over_parts(m, math_name(m, TOLD(b, MATH_GREATEST)), all, false);
    default:
        return over_parts(m, math_sign(m, "∑"), all, false);
    }
}

/* --- cases ------------------------------------------------------------------------------------ */

static void add_case(struct making *m, struct formula *cases, const struct formula *value,
                     const struct formula *condition)
{
    formula_add(m->b->a, cases, value);
    formula_add(m->b->a, cases, condition);
}

static struct formula *otherwise(struct making *m)
{
    return math_name(m, TOLD(m->b, OTHERWISE));
}

static struct formula *on_condition(struct making *m, const struct expr *e)
{
    return math_row(m, math_between(m, TOLD(m->b, MATH_IF)), math_of(m, e, STRENGTH_CONDITION),
                    NULL);
}

/* `else if` is one row more. */
struct formula *math_choice(struct making *m, const struct expr *e)
{
    struct formula *cases = formula_of(m->b->a, FORMULA_CASES);
    for (; e->kind == EXPR_IF; e = e->third)
        add_case(m, cases, math_of(m, e->right, STRENGTH_CONDITION), on_condition(m, e->left));
    add_case(m, cases, math_of(m, e, STRENGTH_CONDITION), otherwise(m));
    return cases;
}

struct formula *math_table(struct making *m, const struct expr *e)
{
    struct formula *cases = formula_of(m->b->a, FORMULA_CASES);
    for (size_t i = 0; i < e->args.n; i++) {
        const struct case_row *row = &e->cases->rows.at[i];
        const struct formula *value = math_of(m, e->args.at[i], STRENGTH_CONDITION);
        if (row->when)
            add_case(m, cases, value, on_condition(m, row->when));
        else if (row->otherwise)
            add_case(m, cases, value, otherwise(m));
        else
            add_case(m, cases, value,
                     math_row(m, math_of(m, e->cases->by, STRENGTH_PRIMARY), math_sign(m, "="),
                              math_name(m, booklet_case(m->b, e->cases, i))));
    }
    return cases;
}
