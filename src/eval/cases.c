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
    struct value v = when ? eval_operand(r, when) : value_truth(true);
    bool na = value_is_absent(v) && v.absence == ABSENCE_NA;
    return na && cases->na_is_no ? value_truth(false) : v;
}

/* The first row whose condition is not no: it holds, or nobody knows whether it does. */
static size_t first_row(struct run *r, const struct cases *cases, struct value *when)
{
    size_t i = 0;
    *when = value_truth(false);
    for (; i < cases->rows.n; i++) {
        *when = row_value(r, cases, i);
        if (value_is_absent(*when) || when->truth)
            break;
    }
    return i;
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

bool case_may_hold(struct run *r, const struct cases *cases, bool *may)
{
    struct value by = cases->by ? eval_operand(r, cases->by) : value_truth(false);
    bool na = value_is_absent(by) && by.absence == ABSENCE_NA;
    for (size_t i = 0; i < cases->rows.n; i++)
        may[i] = cases->by && !na;
    for (size_t i = 0; !cases->by && i < cases->rows.n; i++) {
        struct value v = row_value(r, cases, i);
        na = value_is_absent(v) && v.absence == ABSENCE_NA;
        may[i] = !na && (value_is_absent(v) || v.truth);
        if (na || (!value_is_absent(v) && v.truth))
            break; /* whatever is not known above, nothing below comes into play */
    }
    return !na;
}

struct value eval_table(struct run *r, const struct expr *e)
{
    size_t row;
    struct value absent;
    if (case_holds(r, e->cases, &row, &absent))
        return eval_expr(r, e->args.at[row]);
    for (size_t i = 0; i < e->args.n; i++)
        absent = eval_open(absent, e->args.at[i]);
    return absent;
}
