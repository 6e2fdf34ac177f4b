/* Asking an outcome.
 *
 * Nothing here changes a result.  Single rows were not recorded; who asks for one has it evaluated
 * again by the evaluator itself. */
#include "eval/possible.h"

struct value outcome_value(const struct outcome *o, const struct expr *e)
{
    return o->run->cell[e->cell];
}

bool outcome_was_needed(const struct outcome *o, const struct expr *e)
{
    return o->run->needed[e->cell];
}

void outcome_enter_row(struct outcome *o, unsigned depth, const struct expr *over, size_t row)
{
    const struct table *t = o->facts->entry[over->fact->index].value.table;
    o->run->rows = depth + 1;
    enter_row(o->run, t->at + row * t->columns, row);
    o->run->rows = 0;
}

struct value outcome_value_in_rows(struct outcome *o, unsigned depth, const struct expr *e)
{
    o->run->rows = depth;
    struct value v = eval_expr(o->run, e);
    o->run->rows = 0;
    return v;
}

bool outcome_case(struct outcome *o, unsigned depth, const struct cases *cases, size_t *row)
{
    struct value absent;
    o->run->rows = depth;
    bool holds = case_holds(o->run, cases, row, &absent);
    o->run->rows = 0;
    return holds;
}

struct value outcome_row_value(struct outcome *o, const struct expr *over, const struct expr *e,
                               size_t row)
{
    outcome_enter_row(o, 0, over, row);
    return outcome_value_in_rows(o, 1, e);
}

bool outcome_lies(const struct outcome *o, const struct expr *e, struct interval *lies)
{
    const struct run *r = o->run;
    const struct possibly *known = r->asked ? r->asked[e->cell] : NULL;
    if (!known || known->turn != r->turn[0] || known->is.undefined || known->is.nothing)
        return false;
    *lies = known->is.lies;
    return !lies->low.infinite || !lies->high.infinite;
}

const size_t *outcome_rows(struct outcome *o, struct arena *a, const struct expr *aggregate,
                           size_t *n)
{
    LIST_OF(size_t) rows = {0};
    struct value table = o->facts->entry[aggregate->fact->index].value;
    *n = 0;
    if (table.kind != VALUE_TABLE)
        return NULL;
    for (size_t i = 0; i < table.table->rows; i++) {
        struct value v = aggregate->right ? outcome_row_value(o, aggregate, aggregate->right, i)
                                          : value_truth(true);
        if (v.kind == VALUE_TRUTH && v.truth)
            LIST_ADD(a, &rows, i);
    }
    *n = rows.n;
    return rows.at;
}

const struct result **outcome_parts(struct outcome *o, const struct expr *e, size_t *n)
{
    struct value absent;
    return parts_counted(o->run, e, n, &absent);
}

void outcome_sort(struct outcome *o, size_t *order, size_t n, const struct number *score, int sign)
{
    sort_by_score(o->run, order, n, score, sign);
}

struct result outcome_placed(struct outcome *o, const struct result *r, size_t row,
                             struct number measure)
{
    struct result one = *r;
    one.measure = value_number(measure);
    place_measure(o->run, &one, row);
    return one;
}

bool outcome_band_is_possible(struct arena *a, const struct bands *bands, const struct band *b,
                              struct number low, struct number high)
{
    return b->otherwise ? !bands_cover_all(a, bands, low, high) : band_is_between(a, b, low, high);
}

bool outcome_step_counts(struct outcome *o, const struct step_result *s, bool most, bool ended)
{
    struct number ignored;
    return step_counts(o->run, s, most, ended, &ignored);
}

const struct cause *adjust_cause(const struct adjust_result *l)
{
    if (l->state != LINE_OPEN)
        return NULL;
    return value_is_absent(l->when) ? l->when.cause : l->value.cause;
}

const struct result *outcome_result(const struct outcome *o, const struct criterion *k)
{
    return &o->result[k->index];
}

bool result_owes_reason(const struct result *r)
{
    for (enum mark which = 0; which < MARKS; which++)
        if (r->mark[which].owes_reason)
            return true;
    return false;
}

bool result_has_score(const struct result *r)
{
    return r->status == STATUS_SCORED || r->status == STATUS_NOT_APPLICABLE;
}

bool result_counts(const struct outcome *o, const struct result *r)
{
    for (const struct criterion *k = r->criterion->parent; k; k = k->parent) {
        const struct result *above = outcome_result(o, k);
        if (above->no_weight)
            return false;
        bool applies = above->applies.kind != VALUE_TRUTH || above->applies.truth;
        bool na = value_is_absent(above->applies) && above->applies.absence == ABSENCE_NA;
        if (!applies || na)
            return false;
    }
    return true;
}

bool result_points_maybe(const struct result *r, struct number *maybe)
{
    struct number n = r->maybe_out ? r->points : r->points_maybe;
    if (maybe)
        *maybe = n;
    return r->status != STATUS_DROPPED && number_sign(n) != 0;
}

bool result_is_between(const struct result *r)
{
    bool gives = r->maybe_out && r->criterion->not_applicable->kind == POLICY_GIVE;
    return !gives && (!r->points_open || r->points_between);
}

bool result_has_weight(const struct result *r)
{
    return criterion_has_weight(r->criterion) && !r->weight_open;
}

bool result_has_share(const struct outcome *o, const struct result *r)
{
    return criterion_has_weight(r->criterion) && !r->share_open && result_counts(o, r);
}

static bool children_are_known(const struct outcome *o, const struct criterion *k)
{
    const struct weights_now *weights = outcome_result(o, k)->weights;
    bool any = false;
    if (weights && !weights->known)
        return false;
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *child = outcome_result(o, k->children.at[i]);
        if (child->status == STATUS_INCOMPLETE)
            return false;
        any = any || child->status != STATUS_DROPPED;
    }
    return any;
}

bool result_has_raw(const struct outcome *o, const struct result *r)
{
    const struct criterion *k = r->criterion;
    bool judged = r->status == STATUS_SCORED || r->status == STATUS_INCOMPLETE;
    if (!judged || r->carried || r->applies.kind != VALUE_TRUTH)
        return false;
    switch (k->scorer) {
    case SCORER_LEVELS:
    case SCORER_BANDS:
        return r->measure.kind == VALUE_NUMBER && r->thresholds;
    case SCORER_STEPS:
        return r->steps_known;
    case SCORER_FORMULA:
        return outcome_value(o, k->formula).kind == VALUE_NUMBER;
    case SCORER_CHILDREN:
        return children_are_known(o, k);
    case SCORER_NONE:
        break;
    }
    return false;
}
