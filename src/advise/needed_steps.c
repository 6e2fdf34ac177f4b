/* Needed, by steps: which ones are missing, and until when each can still be done.
 *
 * What is done stays as it is, late days too.  A step that is not done yet can only be done after
 * the day that the facts describe. */
#include "advise/needing.h"

struct stepping {
    struct needing *w;
    const struct criterion *k;
    struct changes changes;
};

/* The first day on which something can still be done; false where the facts say of no day that it
 * is past. */
static bool first_day(const struct outcome *o, struct date *d)
{
    d->day = o->facts->as_of.day + 1;
    return o->facts->has_as_of;
}

/* It applies, and can still be done. */
static bool is_open(const struct step *step, const struct step_result *r)
{
    return r->state != STEP_DONE && r->state != STEP_PASSED && !step->by_share;
}

/* It applies, and is not achieved in full. */
static bool is_partial(struct arena *a, const struct step *step, const struct step_result *r)
{
    return step->by_share && r->state != STEP_PASSED && !number_equal(a, r->share, number_of(1));
}

static bool may_be_late(const struct step *step, const struct step_result *r)
{
    return is_open(step, r) && !r->refused && r->has_deadline && step->is_late;
}

/* What a step costs that is done as soon as it still can be. */
static struct number least_cost(const struct stepping *s, const struct step *step,
                                const struct step_result *r)
{
    const struct model *m = s->w->o->model;
    struct date soon;
    if (!may_be_late(step, r) || !first_day(s->w->o, &soon) || soon.day <= r->deadline.day)
        return number_of(0);
    long days = soon.day - r->deadline.day;
    if (step->late_unit == UNIT_MONTH)
        days = date_months_begun(r->deadline, soon, m->month_ends);
    if (step->late_unit == UNIT_WORKING_DAY)
        days = calendar_covers(m->calendar, soon)
                   ? calendar_working_days(m->calendar, r->deadline, soon)
                   : days;
    return number_multiply(s->w->a, step->late_each, number_of(days));
}

/* When `step` must be done, if it may cost `slack`; a day on which it can be done in any case. */
static bool day_for(struct stepping *s, const struct step *step, const struct step_result *r,
                    struct number slack, struct change *c)
{
    const struct outcome *o = s->w->o;
    long long most = 0;
    bool past = first_day(o, &c->date);
    struct date soon = c->date;
    if (!past)
        c->date = o->model->last;
    if (!may_be_late(step, r))
        return true;
    struct number days = number_of(0);
    if (number_sign(step->late_each) > 0)
        days = number_round(s->w->a, number_divide(s->w->a, slack, step->late_each), number_of(1),
                            ROUND_DOWN);
    if (!number_to_whole(s->w->a, days, &most) || most > DATE_LAST)
        return false;
    c->has_date = true;
    c->date = change_last_day(o->model, step->late_unit, r->deadline, (long)most);
    if (!past || c->date.day >= soon.day)
        return true;
    struct obstacle late = {s->k, step, r->deadline};
    LIST_ADD(s->w->a, &s->w->out->obstacles, late);
    return false;
}

/* The last step that is still to be done and may be late: n where there is none.  It may cost what
 * the others leave of `slack`. */
static size_t last_late(const struct stepping *s, const struct result *r, size_t n,
                        struct number *slack)
{
    size_t last = n;
    for (size_t i = 0; i < n; i++)
        if (may_be_late(&s->k->steps.at[i], &r->steps[i]))
            last = i;
    for (size_t i = 0; i < n; i++)
        if (i != last)
            *slack =
                number_subtract(s->w->a, *slack, least_cost(s, &s->k->steps.at[i], &r->steps[i]));
    return last;
}

/* What is earned of the points of all steps that apply, `i` aside: with the first `n` in full, and
 * also behind `i` where `beyond`. */
static struct number earned_beside(const struct stepping *s, size_t i, size_t n, bool beyond,
                                   struct number *all)
{
    const struct result *r = outcome_result(s->w->o, s->k);
    struct arena *a = s->w->a;
    struct number earned = number_of(0);
    bool ended = false;
    *all = number_of(0);
    for (size_t j = 0; j < s->k->steps.n; j++) {
        const struct step *step = &s->k->steps.at[j];
        if (r->steps[j].state == STEP_PASSED)
            continue;
        *all = number_add(a, *all, step->points);
        ended = ended || (j > i && !beyond);
        if (j == i || ended)
            continue;
        struct number share = j < n ? number_of(1) : r->steps[j].share;
        earned = number_add(a, earned, number_multiply(a, step->points, share));
        ended = !s->k->independent && !number_equal(a, share, number_of(1));
    }
    return earned;
}

/* The least share of step `i` with which the level meets `raw`, the first `n` in full.  A whole one
 * lets the steps behind it count too. */
static bool share_for(const struct stepping *s, size_t i, size_t n, struct bound raw,
                      struct bound *share)
{
    struct arena *a = s->w->a;
    struct number all, points = s->k->steps.at[i].points, one = number_of(1);
    struct number beside = earned_beside(s, i, n, s->k->independent, &all);
    struct number wanted =
        number_divide(a, number_multiply(a, raw.value, all), s->k->points_in_all);
    *share = (struct bound){number_divide(a, number_subtract(a, wanted, beside), points),
                            .open = raw.open};
    if (bound_met(a, *share, one))
        return true;
    struct bound earned = {wanted, .open = raw.open};
    share->value = one;
    share->open = false;
    return bound_met(a, earned, number_add(a, earned_beside(s, i, n, true, &all), points));
}

/* The steps up to the n-th one, so that the level, which is `slack` more than `raw`, meets it: the
 * last of them that may be late as late as `slack` allows, and no more of the last one than needed.
 */
static bool add_steps(struct stepping *s, size_t n, struct bound raw, struct number slack)
{
    const struct result *r = outcome_result(s->w->o, s->k);
    size_t late = last_late(s, r, n, &slack);
    s->changes.n = 0;
    for (size_t i = 0; i < n; i++) {
        const struct step *step = &s->k->steps.at[i];
        struct change c = {.kind = CHANGE_DONE, .at = s->k, .step = step};
        struct number own = i == late ? slack : least_cost(s, step, &r->steps[i]);
        struct bound share = {.value = number_of(1)};
        if (is_partial(s->w->a, step, &r->steps[i]) &&
            ((i + 1 == n && !share_for(s, i, i, raw, &share)) ||
             !change_alone(s->w->a, s->w->o, s->k, step->done, share, &s->changes)))
            return false;
        if (!is_open(step, &r->steps[i]))
            continue;
        if (!day_for(s, step, &r->steps[i], own, &c) ||
            !change_acts(s->w->a, s->w->o, step->done, c, &s->changes))
            return false;
    }
    return s->changes.n > 0;
}

/* What the scorer makes of the points that are earned. */
static struct number level_of(const struct stepping *s, struct number earned, struct number all)
{
    struct arena *a = s->w->a;
    return number_divide(a, number_multiply(a, s->k->points_in_all, earned), all);
}

/* A step that counts whatever the others do, done alone. */
static void from_step(struct stepping *s, size_t i, struct bound raw)
{
    struct arena *a = s->w->a;
    const struct step *step = &s->k->steps.at[i];
    const struct step_result *r = &outcome_result(s->w->o, s->k)->steps[i];
    struct change c = {.kind = CHANGE_DONE, .at = s->k, .step = step};
    struct number all, level = number_add(a, earned_beside(s, i, 0, true, &all), step->points);
    level = level_of(s, level, all);
    s->changes.n = 0;
    if (bound_met(a, raw, level) && day_for(s, step, r, number_subtract(a, level, raw.value), &c) &&
        change_acts(a, s->w->o, step->done, c, &s->changes))
        needing_try(s->w, s->changes.at, s->changes.n);
}

/* Each step alone. */
static void from_single_steps(struct stepping *s, struct bound raw)
{
    const struct result *r = outcome_result(s->w->o, s->k);
    for (size_t i = 0; i < s->k->steps.n; i++) {
        const struct step *step = &s->k->steps.at[i];
        struct bound share;
        if (is_partial(s->w->a, step, &r->steps[i]) && share_for(s, i, 0, raw, &share))
            needing_formula(s->w, s->k, step->done, share);
        else if (s->k->independent && is_open(step, &r->steps[i]))
            from_step(s, i, raw);
    }
}

void needing_steps(struct needing *w, const struct criterion *k, struct bound raw)
{
    struct stepping s = {.w = w, .k = k};
    size_t ways = w->out->ways.n;
    from_single_steps(&s, raw);
    for (size_t n = 1; n <= k->steps.n && w->out->ways.n == ways; n++) {
        struct number all, level, earned = earned_beside(&s, k->steps.n, n, true, &all);
        if (!number_sign(all))
            return; /* no step applies */
        level = level_of(&s, earned, all);
        if (bound_met(w->a, raw, level) &&
            add_steps(&s, n, raw, number_subtract(w->a, level, raw.value)))
            needing_try(w, s.changes.at, s.changes.n);
    }
}
