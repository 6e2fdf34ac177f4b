/* Why the steps gave this score: what was done, what was not, and what was late. */
#include "explain/reasons.h"

static struct text step_name(struct whying *w, const struct step *s)
{
    struct text number = figure_short(w->a, s->number, 0, NULL);
    return why_name(w, SAY(w->a, "step {}", number), s->title);
}

static enum day_unit late_unit(const struct step *step)
{
    return step->is_late ? step->late_unit : UNIT_DAY;
}

static void add_late_days(struct whying *w, struct reason *above, const struct step_result *s,
                          const struct step *step)
{
    why_days(w, above,
             &(struct days_told){.unit = late_unit(step),
                                 .after = outcome_value(w->o, step->by),
                                 .until = s->date,
                                 .counted = "late"});
}

struct reason *why_late_days(struct whying *w, const struct criterion *k, size_t step)
{
    struct reason *days = reason_new(w, REASON_LATE, TEXT(""));
    const struct step_result *s = &outcome_result(w->o, k)->steps[step];
    if (s->has_date && s->has_deadline)
        add_late_days(w, days, s, &k->steps.at[step]);
    return days;
}

static void why_lateness(struct whying *w, struct reason *above, const struct step_result *s,
                         const struct step *step)
{
    struct text by = date_words(w->a, s->deadline, w->m->era);
    if (!s->late_days && s->date.day <= s->deadline.day) {
        struct reason *in_time =
            reason_add(w, above, REASON_IN_TIME, SAY(w->a, "in time: the last day was {}", by));
        in_time->rule = step->by->at;
        why_operands(w, in_time, step->by);
        return;
    }
    struct text days = figure_days(w->a, late_unit(step), s->late_days);
    struct text says = step->is_late
                           ? SAY(w->a, "{} late after {}: {} × {} = {} taken", days, by,
                                 text_number(w->a, s->late_days),
                                 figure_short(w->a, step->late_each, FIGURE_PLACES, NULL),
                                 figure_short(w->a, s->taken, FIGURE_PLACES, NULL))
                           : SAY(w->a, "{} late after {}: nothing is taken for it", days, by);
    struct reason *r = reason_add(w, above, REASON_LATE, says);
    r->rule = step->by->at;
    reason_figure(r, s->taken);
    why_operands(w, r, step->by);
    add_late_days(w, r, s, step);
}

static enum reason_kind step_kind(const struct step_result *s)
{
    switch (s->state) {
    case STEP_DONE:
        return REASON_STEP_DONE;
    case STEP_PART:
        return REASON_STEP_PART;
    case STEP_NOT_DONE:
        return REASON_STEP_NOT_DONE;
    case STEP_UNKNOWN:
        return REASON_STEP_UNKNOWN;
    case STEP_PASSED:
        return REASON_STEP_PASSED;
    }
    return REASON_STEP_UNKNOWN;
}

static struct text points_words(struct whying *w, struct number points)
{
    return SAY(w->a, number_equal(w->a, points, number_of(1)) ? "{} point" : "{} points",
               figure_short(w->a, points, 4, NULL));
}

/* "done 2566-01-31", "80 % of 3 points = 2.4", "not done", "does not apply". */
static struct text state_words(struct whying *w, const struct criterion *k,
                               const struct step_result *s, const struct step *step)
{
    switch (s->state) {
    case STEP_UNKNOWN:
        return SAY(w->a, "nobody knows, {}", why_cause_words(w, s->cause));
    case STEP_PASSED:
        return TEXT("does not apply");
    case STEP_NOT_DONE:
        return s->refused ? TEXT("not done without evidence") : TEXT("not done");
    case STEP_PART:
        return SAY(w->a, "{} of {} = {}", figure_percent(w->a, s->share, 4, NULL),
                   points_words(w, step->points),
                   figure_short(w->a, number_multiply(w->a, step->points, s->share), 6, NULL));
    case STEP_DONE:
        break;
    }
    struct text done =
        s->has_date ? SAY(w->a, "done {}", date_words(w->a, s->date, w->m->era)) : TEXT("done");
    return k->step_points ? SAY(w->a, "{}, {}", done, points_words(w, step->points)) : done;
}

/* What it asks for evidence of in vain. */
static void why_unproven(struct whying *w, struct reason *above, const struct step *step,
                         const struct backings *all)
{
    struct buffer facts = buffer_in(w->a);
    for (size_t i = 0; i < all->facts.n; i++) {
        const struct backing *b = &all->facts.at[i];
        for (size_t j = 0; j < b->steps.n; j++) {
            if (b->steps.at[j].step != step)
                continue;
            buffer_add(&facts, facts.n ? TEXT(", ") : TEXT(""));
            buffer_add(&facts, b->fact->path);
        }
    }
    if (!facts.n)
        return;
    bool counts = step->evidence == EVIDENCE_COUNTS;
    reason_add(w, above, REASON_EVIDENCE,
               SAY(w->a,
                   counts ? "counts with evidence: there is none of {}"
                          : "requires evidence: there is none of {}",
                   buffer_text(&facts)))
        ->rule = step->evidence_at;
}

static void why_step(struct whying *w, struct reason *above, const struct criterion *k, size_t i,
                     const struct step_result *s, bool beyond, const struct backings *all)
{
    const struct step *step = &k->steps.at[i];
    beyond = beyond && s->state != STEP_PASSED;
    struct text says = SAY(w->a, "{}: {}", step_name(w, step), state_words(w, k, s, step));
    if (beyond && (s->state == STEP_DONE || s->state == STEP_PART))
        says = SAY(w->a, "{}, but it does not count after a step that is not done", says);
    struct reason *r = reason_add(w, above, beyond ? REASON_STEP_BEYOND : step_kind(s), says);
    r->rule = step->at;
    r->decisive = !beyond;
    why_condition(w, r, REASON_APPLIES, "when", step->when);
    if (step->by_share && outcome_was_needed(w->o, step->done) && s->state != STEP_PASSED)
        why_measure(w, r, REASON_MEASURE, step->done, true, 4);
    else
        why_operands(w, r, step->done);
    why_unproven(w, r, step, all);
    if (s->counts && s->has_deadline)
        why_lateness(w, r, s, step);
    why_remarks(w, r, &step->remarks);
}

/* "3 of 5 steps done without a gap", "7 of 10 points". */
static struct text counted_words(struct whying *w, const struct result *r)
{
    const struct criterion *k = r->criterion;
    bool all_apply = number_equal(w->a, r->points_offered, k->points_in_all);
    struct text some = SAY(w->a, "{} of {}", figure_short(w->a, r->points_earned, 6, NULL),
                           figure_short(w->a, r->points_offered, 6, NULL));
    some = SAY(w->a, k->step_points ? "{} points" : "{} steps", some);
    if (!all_apply)
        some = SAY(w->a, k->step_points ? "{} of the steps that apply" : "{} that apply", some);
    return SAY(w->a,
               k->step_points   ? (k->independent ? "{}" : "{} without a gap")
               : k->independent ? "{} done"
                                : "{} done without a gap",
               some);
}

/* Where steps were passed over, the others stand for all: 5 × 3 / 4 = 3.75. */
static struct text level_words(struct whying *w, const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct text raw = figure_short(w->a, r->raw, 4, NULL);
    if (number_equal(w->a, r->points_offered, k->points_in_all))
        return SAY(w->a, "level {}", raw);
    struct number full = number_divide(
        w->a, number_multiply(w->a, k->points_in_all, r->points_earned), r->points_offered);
    struct text sum =
        SAY(w->a, "{} × {} / {} {} {}", figure_short(w->a, k->points_in_all, 6, NULL),
            figure_short(w->a, r->points_earned, 6, NULL),
            figure_short(w->a, r->points_offered, 6, NULL), figure_sign(w->a, full, FIGURE_PLACES),
            figure_short(w->a, full, 4, NULL));
    return number_equal(w->a, full, r->raw) ? sum : SAY(w->a, "{}, on the scale {}", sum, raw);
}

static struct backings backings_of(struct whying *w, const struct criterion *k)
{
    if (!w->finder)
        w->finder = evidence_finder_new(w->a, w->o);
    return evidence_asked_of(w->finder, k);
}

void why_steps(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    bool ended = false, known = result_has_raw(w->o, r);
    struct backings all = backings_of(w, k);
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step_result *s = &r->steps[i];
        why_step(w, above, k, i, s, ended, &all);
        ended = ended || (!k->independent && (s->state == STEP_NOT_DONE || s->state == STEP_PART));
    }
    struct text says = known ? SAY(w->a, "{}: {}", counted_words(w, r), level_words(w, r))
                       : !number_sign(r->points_offered)
                           ? TEXT("no step applies")
                           : SAY(w->a, "at least {}", counted_words(w, r));
    struct reason *sum = reason_add(w, above, REASON_FORMULA, says);
    sum->rule = k->at;
    if (known)
        reason_figure(sum, r->raw);
}
