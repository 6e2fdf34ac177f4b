/* Lost: what gives a loss back.
 *
 * Of a measure, a formula or steps that is what `needed` finds for the whole score of the scorer.
 * Days late and penalties are turned back to the last day, or the last row, that costs nothing;
 * such a change is evaluated before it is told. */
#include "advise/lost.h"

#include "advise/goal.h"
#include "advise/needed.h"

struct giving {
    struct arena *a, *scratch;
    struct outcome *o;
};

/* --- the scorer --------------------------------------------------------------------------- */

static void add_way(struct giving *g, struct loss *l)
{
    struct number best = best_of_scorer(g->a, outcome_result(g->o, l->at));
    if (l->at->children.n)
        return;
    const struct way *way =
        needed_of_scorer(g->a, g->scratch, g->o, l->at, number_is_over(best) ? l->mark : best);
    for (size_t i = 0; way && i < way->changes.n; i++)
        LIST_ADD(g->a, &l->changes, way->changes.at[i]);
}

/* --- steps -------------------------------------------------------------------------------- */

/* What makes it done, and in time where late days cost and it can still be in time. */
static bool do_step(struct giving *g, struct loss *l)
{
    const struct step *step = &l->at->steps.at[l->which];
    const struct step_result *s = &outcome_result(g->o, l->at)->steps[l->which];
    struct date soon = {g->o->facts->as_of.day + 1};
    bool past = g->o->facts->has_as_of && s->has_deadline && s->deadline.day < soon.day;
    struct change c = {.kind = CHANGE_DONE,
                       .at = l->at,
                       .step = step,
                       .has_date = s->has_deadline && step->is_late && !past,
                       .date = s->has_deadline && !past ? s->deadline : soon};
    struct value share = outcome_value(g->o, step->done);
    struct bound all = {.value = number_of(1)};
    if (step->by_share) {
        change_proofs(g->a, g->o, step->done, c, &l->changes);
        bool full = share.kind == VALUE_NUMBER && bound_met(g->a, all, share.number);
        return full || change_alone(g->a, g->o, l->at, step->done, all, &l->changes);
    }
    return change_acts(g->a, g->o, step->done, c, &l->changes);
}

/* --- days --------------------------------------------------------------------------------- */

/* The day on which `e` is done: of all the last, of alternatives the first. */
static bool day_of_act(const struct outcome *o, const struct expr *e, struct date *day)
{
    struct value v = outcome_value(o, e);
    bool any = false;
    if (e->kind != EXPR_LOGIC) {
        *day = v.date;
        return v.kind == VALUE_DATE;
    }
    for (size_t i = 0; i < e->args.n; i++) {
        struct date one;
        if (!day_of_act(o, e->args.at[i], &one))
            continue;
        if (!any || (one.day > day->day) == (e->op == OP_AND))
            *day = one;
        any = true;
    }
    return any;
}

/* Whatever was done too late is to be done on the day of `c`; of alternatives the first that was
 * done. */
static bool add_earlier(struct giving *g, struct loss *l, const struct expr *e, struct change c)
{
    struct date day, one;
    if (!day_of_act(g->o, e, &day) || day.day <= c.date.day)
        return true;
    for (size_t i = 0; e->kind == EXPR_LOGIC && i < e->args.n; i++) {
        bool first = day_of_act(g->o, e->args.at[i], &one) && one.day == day.day;
        if (e->op == OP_OR && first)
            return add_earlier(g, l, e->args.at[i], c);
        if (e->op == OP_AND && !add_earlier(g, l, e->args.at[i], c))
            return false;
    }
    if (e->kind == EXPR_LOGIC)
        return true;
    if (e->kind != EXPR_FACT)
        return false;
    c.what.fact = e->fact;
    LIST_ADD(g->a, &l->changes, c);
    return true;
}

static bool stop_late(struct giving *g, struct loss *l)
{
    const struct step *step = &l->at->steps.at[l->which];
    struct change c = {.kind = CHANGE_DONE,
                       .at = l->at,
                       .step = step,
                       .has_date = true,
                       .date = outcome_result(g->o, l->at)->steps[l->which].deadline};
    return add_earlier(g, l, step->done, c);
}

/* A month stands for its last day. */
static struct date day_of(struct value v)
{
    return v.kind == VALUE_MONTH ? month_last(v.month) : v.date;
}

static bool stop_clock(struct giving *g, struct loss *l, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    if (rule->until->kind != EXPR_FACT)
        return false;
    struct change c = {
        .kind = CHANGE_DONE,
        .at = l->at,
        .what.fact = rule->until->fact,
        .has_date = true,
        .date = change_last_day(g->o->model, rule->unit, day_of(p->after), (long)rule->free)};
    LIST_ADD(g->a, &l->changes, c);
    return true;
}

/* --- rows and amounts ----------------------------------------------------------------------- */

static bool leave_free_rows(struct giving *g, struct loss *l, const struct penalty_result *p)
{
    const struct expr *count = p->penalty->count;
    struct change c = {.kind = CHANGE_ROWS,
                       .at = l->at,
                       .what = {.fact = count->fact, .aggregate = count},
                       .has_from = true,
                       .from = number_of(p->count),
                       .to = number_of(p->free)};
    LIST_ADD(g->a, &l->changes, c);
    return true;
}

static bool lift_penalty(struct giving *g, struct loss *l)
{
    const struct penalty_result *p = &outcome_result(g->o, l->at)->penalties[l->which];
    switch (p->penalty->kind) {
    case AMOUNT_TIME:
        return stop_clock(g, l, p);
    case AMOUNT_ROWS:
        return leave_free_rows(g, l, p);
    case AMOUNT_FORMULA:
        return change_alone(g->a, g->o, l->at, p->penalty->amount,
                            (struct bound){.value = number_of(0), .at_most = true}, &l->changes);
    case AMOUNT_FLAT:
        break;
    }
    return false;
}

/* Whether nothing is taken any more with the changes found. */
static bool is_lifted(const struct loss *l, const struct result *r)
{
    const struct step_result *s = r->steps ? &r->steps[l->which] : NULL;
    const struct penalty_result *p = r->penalties ? &r->penalties[l->which] : NULL;
    if (l->kind == LOSS_STEP)
        return s && s->state == STEP_DONE;
    if (l->kind == LOSS_LATE)
        return s && s->counts && !number_sign(s->taken);
    return p && p->known && !number_sign(p->amount);
}

static bool gives_back(struct giving *g, const struct loss *l)
{
    struct arena_mark mark = arena_mark(g->scratch);
    const struct outcome *o = outcome_with(g->scratch, g->o, l->at, l->changes.at, l->changes.n);
    const struct result *r = outcome_result(o, l->at);
    bool lifted = !o->troubles.n && is_lifted(l, r);
    arena_return(g->scratch, mark);
    return lifted;
}

static void find_change(struct giving *g, struct loss *l)
{
    bool told = true;
    switch (l->kind) {
    case LOSS_LEVELS:
    case LOSS_BANDS:
    case LOSS_FORMULA:
    case LOSS_MISSING:
        add_way(g, l);
        return;
    case LOSS_STEP:
        told = do_step(g, l);
        break;
    case LOSS_LATE:
        told = stop_late(g, l);
        break;
    case LOSS_PENALTY:
        told = lift_penalty(g, l);
        break;
    case LOSS_BEYOND:
    case LOSS_BONUS:
    case LOSS_LINE:
    case LOSS_NOT_APPLICABLE:
    case LOSS_FLOOR:
    case LOSS_CAP:
    case LOSS_SCALE:
    case LOSS_ROUNDED:
    case LOSS_OPEN:
    case LOSS_KINDS:
        return;
    }
    if (!told || !gives_back(g, l))
        l->changes.n = 0;
}

static const struct reason *days_of(struct whying *w, const struct loss *l)
{
    const struct reason *days = NULL;
    if (l->kind == LOSS_LATE)
        days = why_late_days(w, l->at, l->which);
    else if (l->kind == LOSS_PENALTY || l->kind == LOSS_BONUS)
        days = why_penalty_days(w, l->at, l->which);
    return days && days->below.n ? days : NULL;
}

void lost_find_changes(struct arena *a, struct arena *scratch, struct outcome *o, struct lost *lost)
{
    struct giving g = {a, scratch, o};
    struct whying *w = whying_of_figures(a, o);
    for (size_t i = 0; i < lost->losses.n && i < LOST_ASKED; i++) {
        struct loss *l = &lost->losses.at[i];
        l->days = days_of(w, l);
        if (number_sign(l->amount) > 0)
            find_change(&g, l);
    }
}
