/* Whether a criterion comes out the same: in everything that a test can ask of it and of what is
 * made from it, weights and marks aside. */
#include "diff/comparing.h"
#include "mutate/trial.h"

static bool same_value(struct arena *a, struct value x, struct value y)
{
    if (x.kind != y.kind)
        return false;
    return x.kind == VALUE_ABSENT ? x.absence == y.absence && x.may_be_na == y.may_be_na
                                  : value_equal(a, x, y);
}

static bool same_step(struct arena *a, const struct step_result *x, const struct step_result *y)
{
    return x->state == y->state && x->counts == y->counts && x->late_days == y->late_days &&
           x->has_deadline == y->has_deadline && x->refused == y->refused &&
           numbers_same(a, x->share, y->share) && numbers_same(a, x->earned, y->earned) &&
           numbers_same(a, x->taken, y->taken);
}

static bool same_penalty(struct arena *a, const struct penalty_result *x,
                         const struct penalty_result *y)
{
    return x->penalty == y->penalty && x->applies == y->applies && x->known == y->known &&
           x->count == y->count && x->free == y->free && x->capped == y->capped &&
           x->runs_on == y->runs_on && numbers_same(a, x->amount, y->amount);
}

static bool same_changes(struct arena *a, const struct criterion *k, const struct result *x,
                         const struct result *y)
{
    bool same =
        !x->steps == !y->steps && !x->penalties == !y->penalties && !x->adjust == !y->adjust;
    for (size_t i = 0; same && x->steps && i < k->steps.n; i++)
        same = same_step(a, &x->steps[i], &y->steps[i]);
    for (size_t i = 0; same && x->penalties && i < k->penalties.n; i++)
        same = same_penalty(a, &x->penalties[i], &y->penalties[i]);
    for (size_t i = 0; same && x->adjust && i < k->adjust.n; i++)
        same = x->adjust[i].state == y->adjust[i].state &&
               numbers_same(a, x->adjust[i].after, y->adjust[i].after);
    return same;
}

/* Of the same criterion before and while a mutant is made that leaves its lists as long as they
 * are. */
bool result_same(struct arena *a, const struct result *x, const struct result *y)
{
    bool score = x->status == y->status && x->carried == y->carried &&
                 x->maybe_out == y->maybe_out && x->floored == y->floored &&
                 x->rounded == y->rounded && numbers_same(a, x->raw, y->raw) &&
                 numbers_same(a, x->taken, y->taken) && numbers_same(a, x->score, y->score) &&
                 numbers_same(a, x->low, y->low) && numbers_same(a, x->high, y->high);
    bool place = x->has_measure == y->has_measure && x->where == y->where && x->level == y->level &&
                 x->row == y->row && x->band == y->band && x->next_step == y->next_step &&
                 same_value(a, x->applies, y->applies) &&
                 (!x->has_measure || same_value(a, x->measure, y->measure));
    return score && place && same_changes(a, x->criterion, x, y);
}
