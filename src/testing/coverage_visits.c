/* Where the facts of an outcome have come to.
 *
 * What was calculated counts, whether or not it moved the total in the end: a place asks whether
 * its rule did what it says. */
#include "testing/covering.h"

static bool is_no(struct value v)
{
    return v.kind == VALUE_ABSENT ? v.absence == ABSENCE_NA : v.kind == VALUE_TRUTH && !v.truth;
}

static bool is_yes(struct value v)
{
    return v.kind == VALUE_TRUTH && v.truth;
}

/* --- scorers ---------------------------------------------------------------------------------- */

static bool is_at_level(const struct result *r, size_t level)
{
    return r->where == WHERE_AT && r->level == level;
}

static bool visits_level(const struct result *r, const struct cover_place *p)
{
    if (!r->thresholds || r->row != p->row)
        return false;
    switch ((unsigned)p->kind) {
    case COVER_BELOW_FIRST:
        return r->where == WHERE_BELOW_FIRST || (p->at_end && is_at_level(r, 0));
    case COVER_BETWEEN:
        return (r->where == WHERE_BETWEEN && r->level == p->index) ||
               (p->at_end && is_at_level(r, p->index + 1));
    case COVER_REACHED:
        return r->where != WHERE_NOWHERE && r->where != WHERE_BELOW_FIRST && r->level == p->index;
    case COVER_ABOVE_LAST:
        return r->where == WHERE_ABOVE_LAST || (p->at_end && is_at_level(r, p->index));
    default:
        return r->band == &r->thresholds->bands.at[p->index];
    }
}

/* A step is done where it counts, and not done where the run comes to it and ends. */
static bool visits_step(const struct result *r, const struct cover_place *p)
{
    const struct criterion *k = r->criterion;
    if (!r->steps)
        return false;
    const struct step_result *s = &r->steps[p->index];
    bool late = k->steps.at[p->index].is_late && s->late_days > 0;
    bool ends = k->independent || r->next_step == p->index;
    switch ((unsigned)p->kind) {
    case COVER_STEP_DONE:
        return s->state == STEP_DONE && s->counts && !late && !s->deadline_open;
    case COVER_STEP_LATE:
        return s->state == STEP_DONE && s->counts && late && !s->deadline_open;
    case COVER_STEP_PART:
        return s->state == STEP_PART && s->counts;
    case COVER_STEP_NOT_DONE:
        return s->state == STEP_NOT_DONE && ends && !s->refused;
    case COVER_STEP_UNPROVEN:
        return s->refused && ends;
    default:
        return s->state == STEP_PASSED;
    }
}

/* --- what changes a score --------------------------------------------------------------------- */

static bool visits_amount(const struct result *r, const struct cover_place *p)
{
    if (!r->penalties || r->criterion->has_adjust)
        return false;
    const struct penalty_result *one = &r->penalties[p->index];
    int amount = one->known ? number_sign(one->amount) : 0;
    if (p->kind == COVER_AMOUNT_OFF)
        return is_no(one->when);
    if (!one->applies || !one->known)
        return false;
    switch ((unsigned)p->kind) {
    case COVER_AMOUNT_ZERO:
        return !amount && !one->count;
    case COVER_AMOUNT_FREE:
        return one->count > 0 && one->count == one->free;
    case COVER_AMOUNT_COUNTS:
        return amount && !one->capped;
    default:
        return one->capped;
    }
}

static bool visits_bound(struct arena *a, const struct result *r, const struct cover_place *p)
{
    int moved = number_order(a, r->adjusted, r->wanted);
    return r->status == STATUS_SCORED && r->floored &&
           (p->kind == COVER_FLOORED ? moved > 0 : moved < 0);
}

static bool visits_line(struct arena *a, const struct result *r, const struct cover_place *p)
{
    if (!r->adjust)
        return false;
    const struct adjust_result *l = &r->adjust[p->index];
    enum adjust_kind kind = r->criterion->adjust.at[p->index].kind;
    bool bound = kind == ADJUST_AT_LEAST || kind == ADJUST_AT_MOST;
    bool changes = !number_equal(a, l->before, l->after);
    if (p->kind == COVER_LINE_LEFT_OUT)
        return l->state == LINE_LEFT_OUT;
    return l->state == LINE_APPLIED && l->known &&
           (!bound || changes == (p->kind != COVER_LINE_STAYS));
}

static bool visits_policy(const struct result *r, const struct cover_place *p)
{
    const struct criterion *k = r->criterion;
    bool out = r->status == STATUS_DROPPED || r->status == STATUS_NOT_APPLICABLE;
    if (r->no_weight)
        return false;
    if (p->kind == COVER_APPLIES)
        return is_yes(r->applies);
    if (p->kind == COVER_MISSING)
        return r->carried;
    return is_no(r->applies) || (out && !r->carried && k->scorer != SCORER_CHILDREN);
}

/* --- expressions ------------------------------------------------------------------------------ */

/* In rows nobody kept which arm each of them took: one that was calculated has been taken by one of
 * them, where the whole has a value. */
static bool was_taken(const struct visit *v, const struct cover_use *use, const struct expr *arm)
{
    return outcome_was_needed(v->o, arm) && !value_is_absent(outcome_value(v->o, use->around));
}

static bool takes_arm(const struct visit *v, const struct cover_use *use, bool then)
{
    const struct expr *e = use->e;
    if (use->around)
        return was_taken(v, use, then ? e->right : e->third);
    struct value when = outcome_value(v->o, e->left);
    return then ? is_yes(when) : when.kind == VALUE_TRUTH && !when.truth;
}

static bool takes_row(const struct visit *v, const struct cover_use *use, size_t i)
{
    size_t row;
    if (use->around)
        return was_taken(v, use, use->e->args.at[i]);
    return outcome_case(v->o, 0, use->e->cases, &row) && row == i;
}

/* Whether the filter says yes, or no, of some row. */
static bool filters(const struct visit *v, const struct expr *e, bool counted)
{
    struct value table = v->o->facts->entry[e->fact->index].value;
    for (size_t i = 0; table.kind == VALUE_TABLE && i < table.table->rows; i++) {
        struct value where = outcome_row_value(v->o, e, e->right, i);
        if (where.kind == VALUE_TRUTH && where.truth == counted)
            return true;
    }
    return false;
}

static bool visits_branch(const struct visit *v, const struct cover_place *p,
                          const struct cover_use *use)
{
    if (!outcome_was_needed(v->o, use->e))
        return false;
    switch ((unsigned)p->kind) {
    case COVER_THEN:
    case COVER_ELSE:
        return takes_arm(v, use, p->kind == COVER_THEN);
    case COVER_CASE:
        return takes_row(v, use, p->index);
    default:
        return filters(v, use->e, p->kind == COVER_ROW_COUNTED);
    }
}

static bool visits_some_branch(const struct visit *v, const struct cover_place *p)
{
    for (size_t i = 0; i < p->uses.n; i++)
        if (visits_branch(v, p, &p->uses.at[i]))
            return true;
    return false;
}

/* ---------------------------------------------------------------------------------------------- */

static bool visits_weights(const struct result *r, const struct cover_place *p)
{
    return r->weights && r->weights->known && r->weights->row == p->index;
}

static bool has_grade(const struct result *r, size_t i)
{
    return r->mark[MARK_GRADE].band == &r->criterion->marks[MARK_GRADE]->at[i];
}

bool cover_is_visited(const struct visit *v, const struct cover_place *p)
{
    const struct result *r = outcome_result(v->o, p->of);
    struct arena *a = v->scratch;
    switch (p->kind) {
    case COVER_BELOW_FIRST:
    case COVER_BETWEEN:
    case COVER_REACHED:
    case COVER_ABOVE_LAST:
    case COVER_BAND:
        return visits_level(r, p);
    case COVER_SCORED:
        return result_has_raw(v->o, r);
    case COVER_STEP_DONE:
    case COVER_STEP_LATE:
    case COVER_STEP_PART:
    case COVER_STEP_NOT_DONE:
    case COVER_STEP_UNPROVEN:
    case COVER_STEP_PASSED:
        return visits_step(r, p);
    case COVER_AMOUNT_OFF:
    case COVER_AMOUNT_ZERO:
    case COVER_AMOUNT_FREE:
    case COVER_AMOUNT_COUNTS:
    case COVER_AMOUNT_CAPPED:
        return visits_amount(r, p);
    case COVER_FLOORED:
    case COVER_CAPPED:
        return visits_bound(a, r, p);
    case COVER_LINE_APPLIED:
    case COVER_LINE_STAYS:
    case COVER_LINE_LEFT_OUT:
        return visits_line(a, r, p);
    case COVER_APPLIES:
    case COVER_NOT_APPLICABLE:
    case COVER_MISSING:
        return visits_policy(r, p);
    case COVER_WEIGHTS:
        return visits_weights(r, p);
    case COVER_CASE:
    case COVER_THEN:
    case COVER_ELSE:
    case COVER_ROW_COUNTED:
    case COVER_ROW_LEFT_OUT:
        return visits_some_branch(v, p);
    case COVER_LIGHT:
        return v->lit[p->index];
    case COVER_GRADE:
        return has_grade(r, p->index);
    case COVER_KINDS:
        break;
    }
    return false;
}
