/* Arithmetic: what may be added, and what the result counts. */
#include "check/checker.h"

/* Whether all of `left + right` is the whole of which `part` is a part: reconciled / (reconciled +
 * outstanding). */
bool is_part_of_sum(const struct expr *part, const struct expr *whole)
{
    if (whole->kind == EXPR_ARITHMETIC && whole->op == OP_ADD)
        return is_part_of_sum(part, whole->left) || is_part_of_sum(part, whole->right);
    part = expr_meant(part);
    whole = expr_meant(whole);
    return part->kind == whole->kind &&
           ((part->kind == EXPR_FACT && part->fact == whole->fact) ||
            (part->kind == EXPR_COLUMN && part->column == whole->column &&
             part->level == whole->level));
}

static struct type arithmetic_type(struct checker *c, const struct expr *e)
{
    struct type t = kind_of(TYPE_NUMBER);
    const struct dimension *l = e->left->type.dimension, *r = e->right->type.dimension;
    t.whole = e->op != OP_DIVIDE && e->left->type.whole && e->right->type.whole;
    switch (e->op) {
    case OP_MULTIPLY:
        t.dimension = dimension_combine(c->a, l, r, 1);
        t.ratio = e->left->type.ratio || e->right->type.ratio;
        t.ratio = t.ratio && !t.dimension;
        break;
    case OP_DIVIDE:
        t.dimension = dimension_combine(c->a, l, r, -1);
        t.ratio = (l && r && !t.dimension) || (!l && !r && is_part_of_sum(e->left, e->right));
        break;
    default:
        t.dimension = l ? l : r;
        t.ratio = e->left->type.ratio && e->right->type.ratio;
        break;
    }
    return t;
}

/* Dates and months are no numbers; what was meant has words of its own.  False when there are none
 * in it. */
static bool date_arithmetic(struct checker *c, const struct expr *e)
{
    const struct expr *l = e->left, *r = e->right;
    bool month = l->type.kind == TYPE_MONTH;
    if ((!month && l->type.kind != TYPE_DATE) ||
        (r->type.kind != l->type.kind && r->type.kind != TYPE_NUMBER) ||
        (e->op != OP_ADD && e->op != OP_SUBTRACT))
        return false;
    struct text unit = month ? TEXT("months") : TEXT("days");
    struct text date = check_source(c, l->at), other = check_source(c, r->at);
    struct text count = r->kind == EXPR_NUMBER ? other : SAY(c->a, "({})", other);
    diag_help(type_wanted(c, l, "a number"),
              r->type.kind == l->type.kind
                  ? SAY(c->a, "to count {} write `{} after {} until {}`", unit, unit, other, date)
                  : SAY(c->a, "to reckon a date write `{} {} {} {}`", count, unit,
                        e->op == OP_ADD ? TEXT("after") : TEXT("before"), date));
    return true;
}

struct expr *arithmetic_expr(struct checker *c, struct expr *e)
{
    static const char *const verbs[] = {[OP_ADD] = "add",
                                        [OP_SUBTRACT] = "subtract",
                                        [OP_MULTIPLY] = "multiply",
                                        [OP_DIVIDE] = "divide"};
    struct expr *side[] = {e->left, e->right};
    bool good = !date_arithmetic(c, e);
    for (int i = good ? 0 : 2; i < 2; i++)
        if (side[i]->type.kind == TYPE_ERROR)
            good = false;
        else if (side[i]->type.kind != TYPE_NUMBER) {
            type_wanted(c, side[i], "a number");
            good = false;
        }
    if (good && (e->op == OP_ADD || e->op == OP_SUBTRACT))
        good = units_agree(c, e->left, e->right, e->at, verbs[e->op]);
    e->type = good ? arithmetic_type(c, e) : kind_of(TYPE_ERROR);
    if (e->op == OP_ADD || e->op == OP_SUBTRACT)
        e->unit = e->left->unit ? e->left->unit : e->right->unit;
    return e;
}
