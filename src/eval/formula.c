/* Scores by a formula, and what they can be while a part of it is not known. */
#include "eval/run.h"

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

/* The ends of parts that are put together, among others that may be chosen. */
static void widen_by_parts(struct run *r, const struct expr *e, struct ends *all)
{
    struct result parts = *all->of;
    parts.low = parts.criterion->low;
    parts.high = parts.criterion->high;
    parts_ends(r, e, &parts);
    all->of->maybe_dropped = all->of->maybe_dropped || parts.maybe_dropped;
    all->of->maybe_out = all->of->maybe_out || parts.maybe_out;
    widen(r, all, parts.low, parts.high);
}

static void formula_ends(struct run *r, const struct expr *e, struct ends *all);

static void table_ends(struct run *r, const struct expr *e, struct ends *all)
{
    bool *may = ARENA_ARRAY(r->a, bool, e->args.n);
    if (!case_may_hold(r, e->cases, may))
        all->of->maybe_dropped = all->of->maybe_out = true;
    for (size_t i = 0; i < e->args.n; i++)
        if (may[i])
            formula_ends(r, e->args.at[i], all);
}

/* Of a choice that is not made yet, the ends of everything that may be chosen; else the scale.  (A
 * weighted mean alone is no formula but a scorer, which knows its ends.) */
static void formula_ends(struct run *r, const struct expr *e, struct ends *all)
{
    const struct criterion *k = all->of->criterion;
    struct value v = eval_expr(r, e);
    if (!value_is_absent(v))
        widen(r, all, v.number, v.number);
    else if (v.absence == ABSENCE_NA)
        all->of->maybe_dropped = all->of->maybe_out = true;
    else if (e->kind == EXPR_IF && value_is_absent(eval_operand(r, e->left))) {
        all->of->maybe_out = all->of->maybe_out || eval_operand(r, e->left).may_be_na;
        formula_ends(r, e->right, all);
        formula_ends(r, e->third, all);
    } else if (e->kind == EXPR_PARTS && e->aggregate != AGGREGATE_WEIGHTED_MEAN)
        widen_by_parts(r, e, all);
    else {
        all->of->maybe_out = all->of->maybe_out || v.may_be_na;
        if (e->kind == EXPR_TABLE)
            table_ends(r, e, all);
        else
            widen(r, all, k->low, k->high);
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
