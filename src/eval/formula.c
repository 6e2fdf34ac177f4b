/* Scores by a formula, and what they can be while a part of it is not known. */
#include "eval/possible.h"

/* What a formula can be at least and at most. */
struct ends {
    struct result *of;
    bool any;
};

static void widen(struct run *r, struct ends *all, struct number low, struct number high)
{
    struct result *out = all->of;
    const struct criterion *k = out->criterion;
    low = low_within(r, low, k->low, k->high);
    high = high_within(r, high, k->low, k->high);
    out->low = all->any ? number_least(r->a, out->low, low) : low;
    out->high = all->any ? number_most(r->a, out->high, high) : high;
    all->any = true;
}

static void formula_ends(struct run *r, const struct expr *e, struct ends *all);

static void table_ends(struct run *r, const struct expr *e, struct ends *all)
{
    bool *may = ARENA_ARRAY(r->a, bool, e->args.n);
    size_t row;
    struct value absent;
    if (case_holds(r, e->cases, &row, &absent)) {
        formula_ends(r, e->args.at[row], all);
        return;
    }
    if (!case_may_hold(r, e->cases, may))
        all->of->maybe_dropped = all->of->maybe_out = true;
    for (size_t i = 0; i < e->args.n; i++)
        if (may[i])
            formula_ends(r, e->args.at[i], all);
}

static void choice_ends(struct run *r, const struct expr *e, struct ends *all)
{
    struct value when = eval_operand(r, e->left);
    bool open = value_is_absent(when);
    all->of->maybe_out = all->of->maybe_out || (open && when.may_be_na);
    if (open || when.truth)
        formula_ends(r, e->right, all);
    if (open || !when.truth)
        formula_ends(r, e->third, all);
}

/* Of a choice that is not made yet, the ends of everything that may be chosen. */
static void formula_ends(struct run *r, const struct expr *e, struct ends *all)
{
    struct value v = eval_expr(r, e);
    if (!value_is_absent(v))
        widen(r, all, v.number, v.number);
    else if (v.absence == ABSENCE_NA)
        all->of->maybe_dropped = all->of->maybe_out = true;
    else if (e->kind == EXPR_IF)
        choice_ends(r, e, all);
    else if (e->kind == EXPR_TABLE) {
        all->of->maybe_out = all->of->maybe_out || v.may_be_na;
        table_ends(r, e, all);
    } else {
        bool drops = e->kind == EXPR_PARTS && parts_maybe_dropped(r, e);
        all->of->maybe_dropped = all->of->maybe_dropped || drops;
        all->of->maybe_out = all->of->maybe_out || v.may_be_na;
        struct interval x = number_lies(r, e);
        widen(r, all, end_number(x.low), end_number(x.high));
    }
}

bool score_by_formula(struct run *r, struct result *out)
{
    const struct criterion *k = out->criterion;
    struct value v = eval_expr(r, k->formula);
    if (!value_is_absent(v)) {
        out->raw = on_scale(r, k, v.number);
        return true;
    }
    struct ends all = {.of = out};
    out->cause = v.cause;
    if (v.absence != ABSENCE_NA)
        formula_ends(r, k->formula, &all);
    if (!all.any)
        widen(r, &all, k->low, k->high);
    return false;
}
