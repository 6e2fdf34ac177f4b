/* What of a criterion can be calculated in whole numbers. */
#include "plan/inside.h"

/* --- parts ---------------------------------------------------------------------------------- */

/* Lowest terms of so few digits that products with a figure stay narrow. */
static bool small_parts(struct number n, int64_t *top, int64_t *bottom)
{
    if (!n.bottom)
        return false;
    n = number_reduced(n);
    *top = (int64_t)n.top;
    *bottom = (int64_t)n.bottom;
    return wide_magnitude(n.top) <= SETTLE_PART && n.bottom <= SETTLE_PART;
}

/* A bound that is over binds nothing. */
static bool small_bound(struct number n, bool *has, int64_t *top, int64_t *bottom)
{
    *has = n.bottom != 0;
    return !*has || small_parts(n, top, bottom);
}

/* --- over one denominator ------------------------------------------------------------------- */

static bool add_denominator(int64_t *under, struct number n)
{
    if (!n.bottom)
        return false;
    n = number_reduced(n);
    wide all = n.bottom / (wide)wide_divisor((uwide)n.bottom, (uwide)*under) * *under;
    if (all > SETTLE_PART)
        return false;
    *under = (int64_t)all;
    return true;
}

static bool over(struct making *m, int64_t under, struct number n, int64_t *out)
{
    long long whole;
    if (!number_to_whole(m->a, number_multiply(m->a, n, number_of(under)), &whole))
        return false;
    *out = whole;
    return -SETTLE_PART <= whole && whole <= SETTLE_PART;
}

/* --- settling ------------------------------------------------------------------------------- */

/* What counts or happens once; a formula gives any number. */
static bool make_tolls(struct making *m, const struct judged *j, struct settling *s)
{
    s->tolls_under = 1;
    for (size_t i = 0; i < j->tolls.n; i++) {
        const struct penalty *p = j->tolls.at[i].of;
        if (p->kind == AMOUNT_FORMULA || !add_denominator(&s->tolls_under, p->each) ||
            (p->has_cap && !add_denominator(&s->tolls_under, p->cap)))
            return false;
    }
    for (size_t i = 0; i < j->tolls.n; i++) {
        struct whole_toll t = {.of = &j->tolls.at[i]};
        if (!over(m, s->tolls_under, t.of->of->each, &t.each) ||
            (t.of->of->has_cap && !over(m, s->tolls_under, t.of->of->cap, &t.cap)))
            return false;
        LIST_ADD(m->a, &s->tolls, t);
    }
    return j->tolls.n <= SETTLE_TOLLS;
}

/* Of a formula the scale comes first, and what floor and cap make of its ends is all that binds. */
static const struct settling *make_settling(struct making *m, const struct judged *j, bool on_scale)
{
    const struct criterion *k = j->of;
    struct settling *s = ARENA_NEW(m->a, struct settling);
    struct number low = k->floor, high = k->cap;
    if (on_scale && k->low.bottom)
        low = plan_within(k->low, k->floor, k->cap);
    if (on_scale && k->high.bottom)
        high = plan_within(k->high, k->floor, k->cap);
    *s = (struct settling){.rounds = k->round_score->set,
                           .mode = k->round_score->mode,
                           .step_top = 1,
                           .step_bottom = 1};
    bool fits = !k->has_adjust && !(on_scale && k->penalties.n) && make_tolls(m, j, s) &&
                small_bound(low, &s->has_low, &s->low_top, &s->low_bottom) &&
                small_bound(high, &s->has_high, &s->high_top, &s->high_bottom) &&
                (!s->rounds || small_parts(k->round_score->step, &s->step_top, &s->step_bottom));
    return fits ? s : NULL;
}

/* --- checklists ----------------------------------------------------------------------------- */

static bool make_deadline(struct making *m, const struct check_step *s, struct item *item)
{
    const struct calendar *c = m->plan->model->calendar;
    if (s->by->kind != TERM_WHOLE || s->late_unit == UNIT_MONTH)
        return !s->is_late && s->by->kind == TERM_WHOLE;
    item->deadline = (int32_t)s->by->whole;
    if (s->by_month)
        item->deadline = month_last((struct month){item->deadline}).day;
    item->working = s->is_late && s->late_unit == UNIT_WORKING_DAY;
    return !item->working || (m->plan->working && item->deadline + 1 >= c->first.day &&
                              item->deadline <= c->last.day);
}

static bool make_item(struct making *m, const struct checklist *c, const struct check_step *s,
                      struct item *item)
{
    const struct term *t = s->act->term;
    if (s->when || s->by_share || s->act->several || s->act->proven || t->kind != TERM_FACT_WHOLE)
        return false;
    *item = (struct item){.fact = t->index, .dated = s->act->dated, .optional = t->optional};
    if (s->by && !make_deadline(m, s, item))
        return false;
    if (s->is_late &&
        (!s->by || !s->act->dated || !over(m, c->under, s->late_each, &item->late) || !item->late))
        return false;
    return over(m, c->under, s->points, &item->points);
}

enum { CHECKLIST_ITEMS = 1000 };

static const struct checklist *make_checklist(struct making *m, const struct judged *j)
{
    const struct criterion *k = j->of;
    struct checklist *c = ARENA_NEW(m->a, struct checklist);
    *c = (struct checklist){.independent = k->independent, .under = 1};
    bool fits = j->steps.n <= CHECKLIST_ITEMS;
    for (size_t i = 0; fits && i < j->steps.n; i++)
        fits = add_denominator(&c->under, j->steps.at[i].points) &&
               (!j->steps.at[i].is_late || add_denominator(&c->under, j->steps.at[i].late_each));
    c->has_low = k->low.bottom != 0;
    c->has_high = k->high.bottom != 0;
    fits = fits && (!c->has_low || add_denominator(&c->under, k->low)) &&
           (!c->has_high || add_denominator(&c->under, k->high)) &&
           (!c->has_low || over(m, c->under, k->low, &c->low)) &&
           (!c->has_high || over(m, c->under, k->high, &c->high));
    for (size_t i = 0; fits && i < j->steps.n; i++) {
        struct item item;
        fits = make_item(m, c, &j->steps.at[i], &item);
        LIST_ADD(m->a, &c->items, item);
    }
    return fits ? c : NULL;
}

/* --- means ---------------------------------------------------------------------------------- */

/* The points of a child: 0 where they are those of what is in it. */
static bool make_points(struct making *m, const struct criterion *child, bool sums, int64_t *under,
                        int64_t *points)
{
    bool summed = criterion_sums_points(child);
    *points = 0;
    if (child->by_case || child->not_applicable->kind == POLICY_GIVE)
        return false;
    if (summed)
        return *under == 1 && child->not_applicable->kind != POLICY_SCORE;
    if ((sums && number_reduced(child->points).bottom != 1) || !number_sign(child->points))
        return false;
    return over(m, *under, child->points, points);
}

/* Of its own parts, all alike, or of its children by their points. */
static bool is_mean(const struct criterion *k, bool *alike)
{
    const struct expr *e = k->formula;
    *alike = k->scorer == SCORER_FORMULA;
    return *alike ? e->kind == EXPR_PARTS && e->aggregate == AGGREGATE_MEAN && e->criterion == k
                  : k->scorer == SCORER_CHILDREN;
}

static const struct mean *make_mean(struct making *m, const struct criterion *k, bool alike)
{
    struct mean *mean = ARENA_NEW(m->a, struct mean);
    int32_t *points = ARENA_ARRAY(m->a, int32_t, k->children.n);
    int64_t under = 1, whole;
    mean->points = points;
    mean->sums = k->parent && criterion_sums_points(k);
    for (size_t i = 0; i < k->children.n && !alike && !mean->sums; i++) {
        const struct criterion *one = k->children.at[i];
        if (!criterion_sums_points(one) && !add_denominator(&under, one->points))
            return NULL;
    }
    for (size_t i = 0; i < k->children.n; i++) {
        whole = 1;
        if (!alike && !make_points(m, k->children.at[i], mean->sums, &under, &whole))
            return NULL;
        points[i] = (int32_t)whole; /* SETTLE_PART at most */
    }
    return mean;
}

void plan_whole(struct making *m, struct judged *j)
{
    const struct criterion *k = j->of;
    bool alike;
    if (k->scorer == SCORER_LEVELS)
        plan_line(m, k, &j->measured);
    else if (k->scorer == SCORER_STEPS) {
        j->settling = make_settling(m, j, false);
        j->checklist = j->settling ? make_checklist(m, j) : NULL;
    } else if (is_mean(k, &alike)) {
        j->settling = make_settling(m, j, alike);
        j->mean = !alike || j->settling ? make_mean(m, k, alike) : NULL;
    }
}
