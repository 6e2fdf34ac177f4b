/* What is done, and when.
 *
 * A date fact is done on its date, a yes/no on no date.  Several acts joined by `and` are done on
 * the latest of their dates, by `or` on the earliest of those that are done. */
#include "eval/run.h"

bool deadline_of(struct value v, struct date *d)
{
    if (v.kind == VALUE_DATE)
        *d = v.date;
    else if (v.kind == VALUE_MONTH)
        *d = month_last(v.month);
    else
        return false;
    return true;
}

static void join(struct done *all, struct done one, bool latest)
{
    if (one.earlier)
        all->earlier = one.earlier;
    if (!one.has_date)
        return;
    bool later = one.date.day > all->date.day;
    if (!all->has_date || later == latest)
        all->date = one.date;
    all->has_date = true;
}

static struct done eval_several(struct run *r, const struct expr *e, bool proven, bool *refused)
{
    bool decides = e->op == OP_OR;
    struct done all = {.truth = value_truth(!decides)};
    struct value unknown = value_truth(!decides);
    bool decided = false;
    for (size_t i = 0; i < e->args.n; i++) {
        struct done one = eval_done(r, e->args.at[i], proven, refused);
        if (value_is_absent(one.truth)) {
            unknown = value_doubt_of(unknown, one.truth);
            continue;
        }
        if (one.truth.truth)
            join(&all, one, e->op == OP_AND);
        decided = decided || one.truth.truth == decides;
    }
    all.truth = decided ? value_truth(decides) : unknown;
    if (e->op == OP_OR && all.has_date && value_is_absent(unknown))
        all.earlier = unknown.cause;
    if (value_is_absent(all.truth) || !all.truth.truth)
        all.has_date = false;
    return all;
}

static void eval_act(struct run *r, const struct expr *e, struct done *d)
{
    const struct value *v = eval_cell(r, e);
    if (v->kind == VALUE_DATE) {
        d->has_date = true;
        d->date = v->date;
        value_make_truth(&d->truth, true);
    } else if (v->kind == VALUE_ABSENT && v->absence == ABSENCE_NONE)
        value_make_truth(&d->truth, false);
    else
        d->truth = *v;
}

struct done eval_done(struct run *r, const struct expr *e, bool proven, bool *refused)
{
    struct done d = {.earlier = NULL};
    if (e->kind == EXPR_LOGIC) {
        d = eval_several(r, e, proven, refused);
        r->cell[e->cell] = d.truth;
        r->needed[e->cell] = true;
        return d;
    }
    eval_act(r, e, &d);
    if (!proven || d.truth.kind != VALUE_TRUTH || !d.truth.truth)
        return d;
    struct value proof = proof_of(r, e);
    if (proof.kind != VALUE_TRUTH || !proof.truth) {
        *refused = *refused || proof.kind == VALUE_TRUTH;
        d = (struct done){.truth = proof};
    }
    return d;
}
