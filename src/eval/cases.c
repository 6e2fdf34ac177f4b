/* Cases: which row holds, and which may hold while that is not known. */
#include <assert.h>

#include "eval/run.h"

static bool is_named(struct run *r, const struct case_row *row, struct value v)
{
    for (size_t i = 0; i < row->keys.n; i++)
        if (value_equal(r->a, row->keys.at[i].value, v))
            return true;
    return false;
}

static size_t named_row(struct run *r, const struct cases *cases, struct value v)
{
    size_t otherwise = cases->rows.n;
    for (size_t i = 0; i < cases->rows.n; i++) {
        if (is_named(r, &cases->rows.at[i], v))
            return i;
        if (cases->rows.at[i].otherwise)
            otherwise = i;
    }
    return otherwise;
}

static struct value row_value(struct run *r, const struct cases *cases, size_t i)
{
    const struct expr *when = cases->rows.at[i].when;
    return when ? eval_operand(r, when) : value_truth(true);
}

static bool is_yes(struct value v)
{
    return v.kind == VALUE_TRUTH && v.truth;
}

/* The first row whose condition is not no: it holds, or nobody knows whether it does.  Where n/a
 * counts as no and nothing is left, what is n/a. */
static size_t first_row(struct run *r, const struct cases *cases, struct value *when)
{
    struct value na = value_truth(false);
    for (size_t i = 0; i < cases->rows.n; i++) {
        *when = row_value(r, cases, i);
        if (cases->na_is_no && value_is_na(*when))
            na = *when;
        else if (value_is_absent(*when) || when->truth)
            return i;
    }
    *when = na;
    return cases->rows.n;
}

bool case_holds(struct run *r, const struct cases *cases, size_t *row, struct value *absent)
{
    *row = cases->rows.n;
    if (cases->by) {
        *absent = eval_operand(r, cases->by);
        if (!value_is_absent(*absent))
            *row = named_row(r, cases, *absent);
    } else
        *row = first_row(r, cases, absent);
    if (value_is_absent(*absent))
        return false;
    assert(*row < cases->rows.n); /* the checker has proven it */
    return true;
}

static bool named_may_hold(struct run *r, const struct cases *cases, bool *may)
{
    struct value by = eval_operand(r, cases->by);
    for (size_t i = 0; i < cases->rows.n; i++)
        may[i] = !value_is_na(by);
    return !value_is_na(by);
}

/* Whatever is not known above, nothing below a row that holds comes into play. */
bool case_may_hold(struct run *r, const struct cases *cases, bool *may)
{
    bool skipped = false;
    if (cases->by)
        return named_may_hold(r, cases, may);
    for (size_t i = 0; i < cases->rows.n; i++) {
        struct value v = row_value(r, cases, i);
        if (value_is_na(v) && !cases->na_is_no)
            return false;
        skipped = skipped || (cases->na_is_no && (value_is_na(v) || v.may_be_na));
        may[i] = !value_is_na(v) && (value_is_absent(v) || v.truth);
        if (is_yes(v))
            return true;
    }
    for (size_t i = 0; skipped && i < cases->rows.n; i++)
        may[i] = true; /* it may be that none is left */
    return true;
}

/* Whatever row holds, its result is n/a. */
static bool all_na(struct run *r, const struct expr *e, struct value *na)
{
    bool *may = ARENA_ARRAY(r->a, bool, e->args.n);
    bool all = case_may_hold(r, e->cases, may);
    for (size_t i = 0; all && i < e->args.n; i++) {
        if (may[i])
            *na = eval_expr(r, e->args.at[i]);
        all = !may[i] || value_is_na(*na);
    }
    return all;
}

struct value eval_table(struct run *r, const struct expr *e)
{
    size_t row;
    struct value absent, na;
    if (case_holds(r, e->cases, &row, &absent))
        return eval_expr(r, e->args.at[row]);
    if (!r->rows && all_na(r, e, &na))
        return na;
    for (size_t i = 0; i < e->args.n; i++)
        absent = eval_open(absent, e->args.at[i]);
    return absent;
}
