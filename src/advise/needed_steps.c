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

/* It applies, and can still be done; what is achieved in part is not asked for. */
static bool is_open(const struct step *step, const struct step_result *r)
{
    return r->state != STEP_DONE && r->state != STEP_PASSED && !step->by_share;
}

static bool may_be_late(const struct step *step, const struct step_result *r)
{
    return is_open(step, r) && r->has_deadline && step->is_late;
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

/* The steps up to the n-th one, the last of them that may be late as late as `slack` allows. */
static bool add_steps(struct stepping *s, size_t n, struct number slack)
{
    const struct result *r = outcome_result(s->w->o, s->k);
    size_t late = last_late(s, r, n, &slack);
    s->changes.n = 0;
    for (size_t i = 0; i < n; i++) {
        const struct step *step = &s->k->steps.at[i];
        struct change c = {.kind = CHANGE_DONE, .at = s->k, .step = step};
        struct number own = i == late ? slack : least_cost(s, step, &r->steps[i]);
        if (!is_open(step, &r->steps[i]))
            continue;
        if (!day_for(s, step, &r->steps[i], own, &c) ||
            !change_acts(s->w->a, s->w->o, step->done, c, &s->changes))
            return false;
    }
    return s->changes.n > 0;
}

/* The level when the first `n` steps are done as far as they can be, and the others as they are;
 * false where no step applies. */
static bool level_with(const struct stepping *s, size_t n, struct number *level)
{
    const struct result *r = outcome_result(s->w->o, s->k);
    struct arena *a = s->w->a;
    struct number earned = number_of(0), all = number_of(0);
    bool ended = false;
    for (size_t i = 0; i < s->k->steps.n; i++) {
        const struct step *step = &s->k->steps.at[i];
        if (r->steps[i].state == STEP_PASSED)
            continue;
        struct number share = i < n && !step->by_share ? number_of(1) : r->steps[i].share;
        all = number_add(a, all, step->points);
        if (!ended)
            earned = number_add(a, earned, number_multiply(a, step->points, share));
        ended = ended || (!s->k->independent && !number_equal(a, share, number_of(1)));
    }
    if (number_sign(all))
        *level = number_divide(a, number_multiply(a, s->k->points_in_all, earned), all);
    return number_sign(all);
}

void needing_steps(struct needing *w, const struct criterion *k, struct bound raw)
{
    struct stepping s = {.w = w, .k = k};
    size_t ways = w->out->ways.n;
    for (size_t n = 1; n <= k->steps.n && w->out->ways.n == ways; n++) {
        struct number level = number_of(0);
        if (level_with(&s, n, &level) && bound_met(w->a, raw, level) &&
            add_steps(&s, n, number_subtract(w->a, level, raw.value)))
            needing_try(w, s.changes.at, s.changes.n);
    }
}
