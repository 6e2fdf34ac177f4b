/* Steps: which are done, what they earn, what lateness takes; as eval/steps.c and eval/done.c do
 * where every step that decides is known. */
#include "plan/inside.h"

/* --- acts ----------------------------------------------------------------------------------- */

struct doing {
    bool known, is, dated;
    bool earlier_open; /* it may have been done before `day` */
    int64_t day;
};

static void join(struct doing *all, struct doing one, bool latest)
{
    all->earlier_open = all->earlier_open || one.earlier_open;
    if (!one.dated)
        return;
    if (!all->dated || (one.day > all->day) == latest)
        all->day = one.day;
    all->dated = true;
}

static struct doing done(struct plan_run *r, const struct act *act);

static struct doing several(struct plan_run *r, const struct act *act)
{
    bool decides = act->op == OP_OR, decided = false;
    struct doing all = {.known = true};
    for (size_t i = 0; i < act->acts.n; i++) {
        struct doing one = done(r, act->acts.at[i]);
        if (!one.known) {
            all.known = false;
            continue;
        }
        if (one.is)
            join(&all, one, act->op == OP_AND);
        decided = decided || one.is == decides;
    }
    if (decides && all.dated && !all.known)
        all.earlier_open = true;
    all.is = decided ? decides : !decides;
    all.known = all.known || decided;
    all.dated = all.dated && all.known && all.is;
    return all;
}

/* Whether there is evidence of all that it reads: no record has any. */
static struct doing proven(struct plan_run *r, const struct act *act, struct doing d)
{
    bool missing = false;
    for (size_t i = 0; i < act->proofs.n; i++) {
        if (r->slots[act->proofs.at[i]].given)
            return (struct doing){.known = true};
        missing = missing || !act->proof_optional.at[i];
    }
    return !missing ? d : (struct doing){.known = false};
}

static struct doing done(struct plan_run *r, const struct act *act)
{
    if (act->several)
        return several(r, act);
    struct held h = term_held(r, act->term);
    struct doing d = {.known = h.is || h.absence == ABSENCE_NONE};
    d.dated = h.is && act->dated;
    d.is = h.is && (act->dated || h.whole);
    d.day = d.dated ? h.whole : 0;
    return d.is && act->proven ? proven(r, act, d) : d;
}

/* --- one step ------------------------------------------------------------------------------- */

struct step_now {
    bool passed, known;
    bool late_open; /* how late is not known */
    struct number share;
    bool none, full; /* of it is done */
    struct number taken;
};

static void set_share(struct step_now *s, struct number share)
{
    s->known = true;
    s->share = share;
    s->none = !number_sign(share);
    s->full = number_equal(NULL, share, number_of(1));
}

static void take_share(struct plan_run *r, struct step_now *s, const struct check_step *step)
{
    struct held h = term_held(r, step->act->term);
    struct number none = number_of(0), share = none;
    if (!h.is && h.absence != ABSENCE_NONE)
        return;
    if (h.is)
        share = number_least(r->scratch, number_most(r->scratch, h.number, none), number_of(1));
    if (step->act->proven && number_sign(share)) {
        struct doing d = proven(r, step->act, (struct doing){.known = true, .is = true});
        if (!d.known)
            return;
        if (!d.is)
            share = none;
    }
    set_share(s, share);
}

static void take_lateness(struct plan_run *r, struct step_now *s, const struct check_step *step,
                          struct doing d)
{
    struct held by = term_held(r, step->by);
    if (!by.is) {
        s->late_open = by.absence != ABSENCE_NONE && step->is_late && s->full;
        return;
    }
    if (!d.dated || !step->is_late)
        return;
    struct held days = days_between(r, step->late_unit, by.whole, step->by_month, d.day, false);
    if (!days.is || !days.whole)
        return;
    s->late_open = d.earlier_open;
    s->taken = number_multiply(r->scratch, step->late_each, number_of(days.whole));
}

static struct step_now look_at(struct plan_run *r, const struct check_step *step)
{
    struct step_now s = {.taken = number_of(0), .share = number_of(0)};
    if (step->when) {
        struct held when = term_operand(r, step->when);
        if (!when.is && when.absence != ABSENCE_NA)
            declined(r);
        s.passed = !when.is || !when.whole;
    }
    if (s.passed)
        return s;
    if (step->by_share) {
        take_share(r, &s, step);
        return s;
    }
    struct doing d = done(r, step->act);
    if (!d.known)
        return s;
    set_share(&s, number_of(d.is));
    if (step->by)
        take_lateness(r, &s, step, d);
    return s;
}

/* --- all of them ---------------------------------------------------------------------------- */

struct tally {
    struct number earned, all, late;
    bool ended;
};

/* False when something that decides is not known. */
static bool count(struct plan_run *r, const struct judged *j, struct tally *t,
                  const struct check_step *step, const struct step_now *s)
{
    if (s->passed)
        return true;
    t->all = number_add(r->scratch, t->all, step->points);
    if (t->ended)
        return true;
    if (!s->known || s->late_open)
        return false;
    if (!s->none) {
        struct number earned =
            s->full ? step->points : number_multiply(r->scratch, step->points, s->share);
        t->earned = number_add(r->scratch, t->earned, earned);
        t->late = number_add(r->scratch, t->late, s->taken);
    }
    t->ended = !j->of->independent && !s->full;
    return true;
}

struct held steps_score(struct plan_run *r, const struct judged *j, struct number *late)
{
    struct tally t = {number_of(0), number_of(0), number_of(0), false};
    bool known = true;
    for (size_t i = 0; i < j->steps.n; i++) {
        struct step_now s = look_at(r, &j->steps.at[i]);
        known = count(r, j, &t, &j->steps.at[i], &s) && known;
    }
    if (!known) /* only a fact can be, where a policy covers it */
        return j->carries ? held_absent(ABSENCE_MISSING) : declined(r);
    if (!number_sign(t.all))
        return declined(r);
    if (!number_equal(r->scratch, t.all, j->of->points_in_all))
        t.earned = number_multiply(r->scratch, j->of->points_in_all,
                                   number_divide(r->scratch, t.earned, t.all));
    *late = t.late;
    return held_number(r, plan_on_scale(j, t.earned));
}
