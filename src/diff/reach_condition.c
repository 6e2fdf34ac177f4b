/* Which conditions can hold, and which can fail. */
#include "diff/reach.h"

enum { CONDITIONS_TRIED = 10 * 1000 };

/* All operands, or one of them. */
static bool of_logic(struct arena *a, const struct model *m, const struct expr *e, bool yes,
                     struct needs *needs)
{
    bool all = (e->op == OP_AND) == yes;
    for (size_t i = 0; i < e->args.n; i++) {
        struct needs tried = {.own = {0}};
        needs_join(a, &tried, needs);
        tried.work = needs->work;
        bool can = reach_condition(a, m, e->args.at[i], yes, &tried);
        needs->work = tried.work;
        if (can)
            *needs = tried;
        if (can != all)
            return can;
    }
    return all;
}

static bool order_fits(enum op op, int order)
{
    switch ((int)op) {
    case OP_EQ:
        return order == 0;
    case OP_NE:
        return order != 0;
    case OP_LT:
        return order < 0;
    case OP_LE:
        return order <= 0;
    case OP_GT:
        return order > 0;
    default:
        return order >= 0;
    }
}

static bool lies_in(struct arena *a, const struct reach *r, struct number n)
{
    struct end at = {.at = n};
    return end_order(a, r->lies.low, at) <= 0 && end_order(a, at, r->lies.high) <= 0 &&
           (!number_sign(r->step) || number_is_whole(a, number_divide(a, n, r->step)));
}

/* Some value beside the literal, or it itself, makes the comparison so. */
static bool of_number(struct arena *a, const struct model *m, const struct expr *e, bool yes,
                      struct needs *needs)
{
    const struct expr *right = reach_meant(e->right);
    struct reach r = reach_number(a, m, e->left);
    if (right->kind != EXPR_NUMBER || !r.proven)
        return false;
    struct number n = right->literal->number, by = number_sign(r.step) ? r.step : number_of(1);
    struct number tried[] = {n, number_add(a, n, by), number_subtract(a, n, by),
                             end_number(r.lies.low), end_number(r.lies.high)};
    const struct fact *large = needs->large.n && r.needs.own.n == 1 ? r.needs.own.at[0] : NULL;
    for (size_t i = 0; large && i < needs->large.n; i++)
        if (needs->large.at[i] == large) /* it can be as large as one likes */
            return order_fits(e->op, 1) == yes;
    for (size_t i = 0; i < sizeof tried / sizeof *tried; i++)
        if (!number_is_over(tried[i]) && lies_in(a, &r, tried[i]) &&
            order_fits(e->op, number_order(a, tried[i], n)) == yes)
            return needs_join(a, needs, &r.needs);
    return false;
}

static bool take_fact(struct arena *a, struct needs *needs, const struct fact *f)
{
    struct needs one = {.own = {0}};
    LIST_ADD(a, &one.own, f);
    return needs_join(a, needs, &one);
}

/* A word that the choice can be, and another one. */
static bool has_word(const struct fact *f, struct text word, bool same)
{
    for (size_t i = 0; i < f->words.n; i++)
        if (text_equal(f->words.at[i], word) == same)
            return true;
    return !f->words.n;
}

static bool of_compare(struct arena *a, const struct model *m, const struct expr *e, bool yes,
                       struct needs *needs)
{
    const struct expr *left = reach_meant(e->left), *right = reach_meant(e->right);
    const struct fact *f = reach_fact(left), *other = reach_fact(right);
    if (left->type.kind == TYPE_NUMBER)
        return of_number(a, m, e, yes, needs);
    if (!f || (right->kind != EXPR_LITERAL && !other) || f == other)
        return false;
    if (left->type.kind == TYPE_TEXT && !other &&
        !has_word(f, right->literal->text, (e->op == OP_EQ) == yes))
        return false;
    if (f->type.kind == TYPE_TEXT && other && (f->is_choice || other->is_choice))
        return false;
    return take_fact(a, needs, f) && (!other || take_fact(a, needs, other));
}

/* A day in a period, a number in a range, a word in a set: of a fact both can be. */
static bool of_in(struct arena *a, const struct expr *e, bool yes, struct needs *needs)
{
    const struct fact *f = reach_fact(e->left), *set = reach_fact(e->right);
    if (set && !f)
        return take_fact(a, needs, set);
    if (!f || (f->type.kind != TYPE_DATE && f->type.kind != TYPE_MONTH))
        return false;
    (void)yes;
    return !set && take_fact(a, needs, f);
}

/* Sets that are facts can be equal, or lack something. */
static bool of_sets(struct arena *a, const struct expr *e, struct needs *needs)
{
    const struct fact *left = reach_fact(e->left), *right = reach_fact(e->right);
    return left && right && left != right && !left->words.n && !right->words.n &&
           take_fact(a, needs, left) && take_fact(a, needs, right);
}

static bool of_fact(struct arena *a, const struct fact *f, bool yes, struct needs *needs)
{
    bool can = f->type.kind == TYPE_YES_NO || (f->type.kind == TYPE_DATE && (yes || f->optional));
    return can && take_fact(a, needs, f);
}

bool reach_condition(struct arena *a, const struct model *m, const struct expr *e, bool yes,
                     struct needs *needs)
{
    e = reach_meant(e);
    if (needs->work++ >= CONDITIONS_TRIED)
        return false;
    switch ((int)e->kind) {
    case EXPR_LITERAL:
        return e->literal->kind == VALUE_TRUTH && e->literal->truth == yes;
    case EXPR_FACT:
        return of_fact(a, e->fact, yes, needs);
    case EXPR_COLUMN:
        return of_fact(a, e->column, yes, needs);
    case EXPR_NOT:
        return reach_condition(a, m, e->left, !yes, needs);
    case EXPR_LOGIC:
        return of_logic(a, m, e, yes, needs);
    case EXPR_COMPARE:
        return of_compare(a, m, e, yes, needs);
    case EXPR_IN:
        return of_in(a, e, yes, needs);
    case EXPR_GIVEN:
        return reach_fact(e->left) && take_fact(a, needs, reach_fact(e->left));
    case EXPR_QUANTIFIED:
        return of_sets(a, e, needs);
    default:
        return false;
    }
}
