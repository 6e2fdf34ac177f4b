/* Steps: what is done of a checklist, and what it earns.
 *
 *   score = points of all steps x points earned / points of the steps that apply
 *
 * In order, the first step that applies and is not done in full ends the run; independent steps
 * count each for itself.  Where something is not known, the least and the most are found by going
 * through the steps twice: a step that may not apply is left out where it would help, or taken in,
 * and what nobody knows of it is nothing, or all. */
#include "eval/possible.h"

/* Without a deadline (an optional fact that is not given) nothing is late; with one that nobody
 * knows, something may be. */
static void judge_lateness(struct run *r, struct step_result *s, const struct step *step,
                           const struct cause *earlier)
{
    struct value by = eval_expr(r, step->by);
    s->has_deadline = deadline_of(by, &s->deadline);
    if (!s->has_deadline && by.absence != ABSENCE_NONE && step->is_late && s->state == STEP_DONE) {
        s->deadline_open = true;
        s->cause = by.cause;
    }
    if (!s->has_deadline || !s->has_date || s->date.day <= s->deadline.day)
        return;
    enum day_unit unit = step->is_late ? step->late_unit : UNIT_DAY;
    if (!count_between(r, unit, by, value_date(s->date), step->at, &s->late_days))
        name_outside(r, step->by, step->done);
    else if (step->is_late)
        s->taken = number_multiply(r->a, step->late_each, number_of(s->late_days));
    if (earlier && step->is_late && s->late_days) {
        s->deadline_open = true;
        s->cause = earlier;
        s->taken = number_of(0);
    }
}

/* What may be done of it; nothing, where there may turn out to be no evidence. */
static struct interval share_lies(struct run *r, const struct step *step)
{
    struct interval x = interval_most(r->a, number_lies(r, step->done), interval_point(0));
    if (step->evidence == EVIDENCE_COUNTS)
        x.low.at = number_of(0);
    return interval_least(r->a, x, interval_point(1));
}

/* What is done of it: a share, or all or nothing. */
static void take_share(struct run *r, struct step_result *s, const struct step *step,
                       struct value v)
{
    struct number none = number_of(0), all = number_of(1);
    s->share_known = true;
    if (v.kind == VALUE_NUMBER)
        s->share = number_least(r->a, number_most(r->a, v.number, none), all);
    else if (v.kind == VALUE_TRUTH)
        s->share = number_of(v.truth);
    else if (step->by_share && v.absence == ABSENCE_NONE)
        s->share = number_of(0);
    else {
        s->share_known = false;
        s->share_lies = step->by_share ? share_lies(r, step) : interval_from(none, all);
        s->na = v.absence == ABSENCE_NA;
        s->may_be_na = s->na || v.may_be_na;
        s->cause = v.cause;
    }
}

/* What is achieved of it; nothing, where that does not count without evidence. */
static struct value eval_share(struct run *r, const struct step *step, bool proven, bool *refused)
{
    struct value v = eval_expr(r, step->done);
    bool some = v.kind == VALUE_NUMBER && number_sign(v.number) > 0;
    struct value proof = proven && some ? proof_of(r, step->done) : value_truth(true);
    if (value_is_absent(proof))
        return proof;
    *refused = !proof.truth;
    return proof.truth ? v : value_number(number_of(0));
}

static enum step_state state_of(struct run *r, const struct step_result *s)
{
    if (!s->share_known || s->when_open)
        return STEP_UNKNOWN;
    if (number_equal(r->a, s->share, number_of(1)))
        return STEP_DONE;
    return number_sign(s->share) ? STEP_PART : STEP_NOT_DONE;
}

/* `s` is all zeros. */
static void judge_step(struct run *r, struct step_result *s, const struct step *step)
{
    s->taken = s->share = s->earned = number_of(0);
    s->state = STEP_PASSED;
    if (step->when)
        s->when = eval_operand(r, step->when);
    else
        value_make_truth(&s->when, true);
    s->when_open = value_is_absent(s->when);
    bool na = s->when_open && s->when.absence == ABSENCE_NA;
    if (na || (!s->when_open && !s->when.truth)) {
        s->when_open = false;
        return;
    }
    struct done d = {.earlier = NULL};
    bool proven = step->evidence == EVIDENCE_COUNTS;
    if (step->by_share)
        take_share(r, s, step, eval_share(r, step, proven, &s->refused));
    else {
        d = eval_done(r, step->done, proven, &s->refused);
        s->has_date = d.has_date;
        s->date = d.date;
        take_share(r, s, step, d.truth);
    }
    s->state = state_of(r, s);
    if (step->by && s->share_known)
        judge_lateness(r, s, step, d.earlier);
    if (s->when_open)
        s->cause = s->when.cause;
}

/* --- one way through the steps -------------------------------------------------------------- */

struct tally {
    struct number earned, all; /* points: of what is done, and of what applies */
    bool ended;
};

/* Whether a step is looked at on this way, and then what is done of it.  Behind the end of a run
 * it can only add to what others earn a part of. */
bool step_counts(struct run *r, const struct step_result *s, bool most, bool ended,
                 struct number *share)
{
    bool done = s->share_known && number_equal(r->a, s->share, number_of(1)),
         nothing = s->share_known && !number_sign(s->share);
    *share = s->share;
    if (s->state == STEP_PASSED)
        return false;
    if (s->when_open && (ended ? most : most ? nothing : done))
        return false;
    if (s->when_open)
        *share = number_of(most);
    else if (!s->share_known)
        *share = most ? s->share_lies.high.at : s->share_lies.low.at;
    return true;
}

static void tally_step(struct run *r, struct tally *t, const struct criterion *k, size_t i,
                       struct number share)
{
    struct number points = k->steps.at[i].points;
    t->all = number_add(r->a, t->all, points);
    if (t->ended)
        return;
    t->earned = number_add(r->a, t->earned, number_multiply(r->a, points, share));
    t->ended = !k->independent && !number_equal(r->a, share, number_of(1));
}

static struct tally go(struct run *r, const struct result *out, bool most)
{
    struct tally t = {number_of(0), number_of(0), false};
    struct number share;
    for (size_t i = 0; i < out->criterion->steps.n; i++)
        if (step_counts(r, &out->steps[i], most, t.ended, &share))
            tally_step(r, &t, out->criterion, i, share);
    return t;
}

/* False when no step applies. */
static bool score_of(struct run *r, const struct criterion *k, struct number earned,
                     struct number all, struct number *score)
{
    if (!number_sign(all))
        return false;
    struct number part = number_divide(r->a, earned, all);
    *score = on_scale(r, k, number_multiply(r->a, k->points_in_all, part));
    return true;
}

/* --- what counts ---------------------------------------------------------------------------- */

struct counting {
    bool open;      /* something that decides is not known */
    bool blocked;   /* whether the run gets here is not known */
    bool ended;     /* the run certainly is over */
    bool late_open; /* nobody knows how much is taken */
    bool na;        /* something that certainly counts is n/a */
};

static void note_unknown(struct result *out, struct counting *c, const struct step_result *s)
{
    c->open = true;
    if (s->na && !s->when_open && !c->blocked) {
        c->na = true;
        out->cause = s->cause;
        return;
    }
    out->maybe_out = out->maybe_out || s->may_be_na;
    if (!c->na && !out->cause && !(s->na && !s->when_open))
        out->cause = s->cause;
}

/* A step that certainly counts: nothing before it is open, unless each counts for itself. */
static void count_step(struct run *r, struct result *out, struct counting *c, size_t i)
{
    struct step_result *s = &out->steps[i];
    s->counts = true;
    s->earned = number_multiply(r->a, out->criterion->steps.at[i].points, s->share);
    out->points_earned = number_add(r->a, out->points_earned, s->earned);
    out->late = number_add(r->a, out->late, s->taken);
    out->steps_done += s->state == STEP_DONE;
    if (s->deadline_open) {
        c->late_open = true;
        out->cause = out->cause ? out->cause : s->cause;
    }
}

static void count(struct run *r, struct result *out, struct counting *c, size_t i)
{
    const struct criterion *k = out->criterion;
    struct step_result *s = &out->steps[i];
    bool full = s->share_known && number_equal(r->a, s->share, number_of(1));
    bool nothing = s->share_known && !number_sign(s->share);
    if (s->state == STEP_PASSED)
        return;
    out->points_offered = number_add(r->a, out->points_offered, k->steps.at[i].points);
    if (!full && out->next_step == k->steps.n)
        out->next_step = i;
    if (s->when_open || (!s->share_known && !c->ended))
        note_unknown(out, c, s);
    bool counts = !c->ended && !nothing, certain = s->state != STEP_UNKNOWN && !c->blocked;
    if (counts && certain)
        count_step(r, out, c, i);
    else if (counts && k->steps.at[i].is_late)
        c->late_open = true;
    if (k->independent)
        return;
    /* A step that was done leaves the run as it is, whether it applies or not. */
    c->blocked = c->blocked || (s->state == STEP_UNKNOWN && !full);
    c->ended = c->ended || (!s->when_open && s->share_known && !full);
}

/* No step applies: there is nothing to divide by. */
static void set_nothing_applies(struct run *r, struct result *out)
{
    const struct criterion *k = out->criterion;
    out->low = k->low;
    out->high = k->high;
    out->cause = value_absent(r->a, (struct cause){.kind = CAUSE_PARTS,
                                                   .absence = ABSENCE_UNDEFINED,
                                                   .what = k->path,
                                                   .at = k->at})
                     .cause;
}

static void set_ends(struct run *r, struct result *out, bool late_open)
{
    const struct criterion *k = out->criterion;
    struct number low = k->low, high = k->high;
    struct tally least = go(r, out, false), most = go(r, out, true);
    out->late_open = late_open;
    out->low = score_of(r, k, least.earned, least.all, &low) && !late_open ? low
               : late_open                                                 ? number_over()
                                                                           : k->low;
    out->high = score_of(r, k, most.earned, most.all, &high) ? high : k->high;
}

bool score_by_steps(struct run *r, struct result *out)
{
    const struct criterion *k = out->criterion;
    struct counting c = {.open = false};
    out->points_earned = out->points_offered = number_of(0);
    out->steps = ARENA_ARRAY(r->a, struct step_result, k->steps.n);
    out->next_step = k->steps.n;
    for (size_t i = 0; i < k->steps.n; i++)
        judge_step(r, &out->steps[i], &k->steps.at[i]);
    for (size_t i = 0; i < k->steps.n; i++)
        count(r, out, &c, i);
    if (c.na)
        return false;
    if (!c.open && !score_of(r, k, out->points_earned, out->points_offered, &out->raw)) {
        set_nothing_applies(r, out);
        return false;
    }
    out->steps_known = !c.open;
    if (c.open || c.late_open)
        set_ends(r, out, c.late_open);
    return !c.open && !c.late_open;
}
