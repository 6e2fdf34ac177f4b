/* The checked model: looking things up in it, and what needs nothing but it. */
#include "check/model.h"

const struct policy policy_none;

bool column_is_kept(const struct fact *column)
{
    return column->used || column->table->key == (int)column->index;
}

const struct fact *model_fact(const struct model *m, struct text path)
{
    size_t i;
    return map_find(&m->fact_by_path, path, &i) ? m->facts.at[i] : NULL;
}

const struct criterion *model_criterion(const struct model *m, struct text path)
{
    size_t i;
    return map_find(&m->criterion_by_path, path, &i) ? m->criteria.at[i] : NULL;
}

bool criterion_is_within(const struct criterion *k, const struct criterion *outer)
{
    while (k && k != outer)
        k = k->parent;
    return k;
}

bool criterion_same_scale(struct arena *a, const struct criterion *k, const struct criterion *other)
{
    if (number_is_over(k->low) || number_is_over(other->low))
        return number_is_over(k->low) && number_is_over(other->low);
    return number_equal(a, k->low, other->low) && number_equal(a, k->high, other->high);
}

bool criterion_has_weight(const struct criterion *k)
{
    for (; k->parent; k = k->parent)
        if (k->parent->scorer != SCORER_CHILDREN)
            return false;
    return true;
}

/* The points of all children of `k`; over where they are no shares of it. */
static struct number points_in_all(struct arena *a, const struct criterion *k)
{
    struct number sum = number_of(0);
    if (k->scorer != SCORER_CHILDREN)
        return number_over();
    for (size_t i = 0; i < k->children.n; i++) {
        if (k->children.at[i]->by_case)
            return number_over();
        sum = number_add(a, sum, k->children.at[i]->points);
    }
    return number_sign(sum) > 0 ? sum : number_over();
}

/* Parents stand before their children. */
struct number *model_shares(struct arena *a, const struct model *m)
{
    struct number *share = ARENA_ARRAY(a, struct number, m->criteria.n);
    share[0] = number_of(1);
    for (size_t i = 0; i < m->criteria.n; i++) {
        const struct criterion *k = m->criteria.at[i];
        struct number sum = points_in_all(a, k);
        for (size_t j = 0; j < k->children.n; j++) {
            const struct criterion *child = k->children.at[j];
            share[child->index] =
                number_is_over(sum)
                    ? number_over()
                    : number_multiply(a, share[i], number_divide(a, child->points, sum));
        }
    }
    return share;
}

const struct band *band_of(struct arena *a, const struct bands *bands, struct number value)
{
    const struct band *otherwise = NULL;
    for (size_t i = 0; i < bands->n; i++) {
        const struct band *b = &bands->at[i];
        if (b->otherwise) {
            otherwise = b;
            continue;
        }
        int low = b->has_low ? number_order(a, value, b->low) : 1,
            high = b->has_high ? number_order(a, value, b->high) : -1;
        if ((low > 0 || (low == 0 && b->low_closed)) && (high < 0 || (high == 0 && b->high_closed)))
            return b;
    }
    return otherwise;
}

bool criterion_sums_points(const struct criterion *k)
{
    return k->scorer == SCORER_CHILDREN && !k->has_points && k->height != HEIGHT_INDICATOR;
}

struct number weights_points(const struct weights *w, size_t row, const struct criterion *child)
{
    return w->points.at[row * w->of.n + child->column];
}

bool criterion_may_weigh_nothing(const struct criterion *k)
{
    const struct weights *w = k->by_case ? k->parent->weights : NULL;
    for (size_t i = 0; w && i < w->cases->rows.n; i++)
        if (!number_sign(weights_points(w, i, k)))
            return true;
    return false;
}

void adjust_expressions(const struct adjust_line *l, expr_visit *visit, void *user)
{
    const struct expr *own[] = {l->when, l->value};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i])
            visit(user, own[i]);
}

struct text penalty_kind(const struct penalty *p)
{
    return p->is_bonus ? TEXT("bonus") : TEXT("penalty");
}

void penalty_expressions(const struct penalty *p, expr_visit *visit, void *user)
{
    const struct expr *own[] = {p->when, p->after, p->until, p->count, p->amount};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i])
            visit(user, own[i]);
}

void step_conditions(const struct criterion *k, expr_visit *visit, void *user)
{
    for (size_t i = 0; i < k->steps.n; i++)
        if (k->steps.at[i].when)
            visit(user, k->steps.at[i].when);
}

void changing_expressions(const struct criterion *k, expr_visit *visit, void *user)
{
    for (size_t i = 0; i < k->penalties.n; i++)
        penalty_expressions(k->penalties.at[i], visit, user);
    for (size_t i = 0; i < k->adjust.n; i++)
        adjust_expressions(&k->adjust.at[i], visit, user);
    step_conditions(k, visit, user);
}

void score_expressions(const struct criterion *k, expr_visit *visit, void *user)
{
    const struct expr *own[] = {k->applies, k->measure, k->formula};
    for (int i = 0; i < 3; i++)
        if (own[i])
            visit(user, own[i]);
    if (k->by)
        cases_expressions(k->by, visit, user);
    for (size_t i = 0; i < k->steps.n; i++) {
        visit(user, k->steps.at[i].done);
        if (k->steps.at[i].by)
            visit(user, k->steps.at[i].by);
    }
}

void weights_expressions(const struct criterion *k, expr_visit *visit, void *user)
{
    if (k->weights)
        cases_expressions(k->weights->cases, visit, user);
}

void criterion_expressions(const struct criterion *k, expr_visit *visit, void *user)
{
    score_expressions(k, visit, user);
    weights_expressions(k, visit, user);
}

/* Months after a month; from a day on, everything else. */
static bool shift_by(const struct model *m, const struct expr *e, long long n, struct value from,
                     struct value *out, struct date *uncovered)
{
    *uncovered = (struct date){0};
    if (e->day_unit == UNIT_MONTH && from.kind == VALUE_MONTH) {
        *out = value_month(from.month);
        return month_add(from.month, n, &out->month);
    }
    *out = value_date(from.kind == VALUE_DATE ? from.date
                      : e->back               ? month_first(from.month)
                                              : month_last(from.month));
    switch (e->day_unit) {
    case UNIT_MONTH:
        return date_add_months(out->date, n, m->month_ends, &out->date);
    case UNIT_WORKING_DAY:
        return calendar_add_working_days(m->calendar, out->date, n, &out->date, uncovered);
    case UNIT_DAY:
    case UNIT_NONE:
        break;
    }
    return date_add_days(out->date, n, &out->date);
}

enum shift_result model_shift(const struct model *m, struct arena *a, const struct expr *e,
                              struct number count, struct value from, struct value *out)
{
    long long n;
    struct date uncovered;
    if (!number_to_whole(a, count, &n) || n < -DATE_LAST || n > DATE_LAST)
        return SHIFT_NO_DAY;
    if (shift_by(m, e, e->back ? -n : n, from, out, &uncovered))
        return SHIFT_DONE;
    if (uncovered.day < 1 || uncovered.day > DATE_LAST)
        return SHIFT_NO_DAY;
    *out = value_date(uncovered);
    return SHIFT_NOT_COVERED;
}

struct value model_date_part(enum date_part part, struct value v)
{
    struct month m = v.kind == VALUE_DATE ? date_month(v.date) : v.month;
    switch (part) {
    case PART_START:
        return value_date(month_first(m));
    case PART_END:
        return value_date(month_last(m));
    case PART_MONTH:
        break;
    }
    return value_month(m);
}
