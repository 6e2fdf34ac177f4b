/* Why the steps gave this score: what was done, what was not, and what was late. */
#include "explain/reasons.h"

static struct text step_name(struct whying *w, const struct step *s)
{
    struct text number = figure_short(w->a, s->number, 0, NULL);
    return why_name(w, SAY(w->a, "step {}", number), s->title);
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
    enum day_unit unit = step->is_late ? step->late_unit : UNIT_DAY;
    struct text days = figure_days(w->a, unit, s->late_days);
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
    why_days(w, r,
             &(struct days_told){.unit = unit,
                                 .after = outcome_value(w->o, step->by),
                                 .until = s->date,
                                 .counted = "late"});
}

static void why_step(struct whying *w, struct reason *above, const struct step_result *s,
                     const struct step *step, bool beyond)
{
    struct text name = step_name(w, step);
    struct text when = s->has_date ? date_words(w->a, s->date, w->m->era) : TEXT("");
    enum reason_kind kind = beyond                     ? REASON_STEP_BEYOND
                            : s->state == STEP_DONE    ? REASON_STEP_DONE
                            : s->state == STEP_UNKNOWN ? REASON_STEP_UNKNOWN
                                                       : REASON_STEP_NOT_DONE;
    struct text says = s->state == STEP_UNKNOWN
                           ? SAY(w->a, "{}: nobody knows, {}", name, why_cause_words(w, s->cause))
                       : s->state == STEP_NOT_DONE ? SAY(w->a, "{}: not done", name)
                       : s->has_date               ? SAY(w->a, "{}: done {}", name, when)
                                                   : SAY(w->a, "{}: done", name);
    if (beyond && s->state == STEP_DONE)
        says = SAY(w->a, "{}, but it does not count after a step that is not done", says);
    struct reason *r = reason_add(w, above, kind, says);
    r->rule = step->at;
    r->decisive = !beyond;
    why_operands(w, r, step->done);
    if (s->counts && s->has_deadline)
        why_lateness(w, r, s, step);
    why_remarks(w, r, &step->remarks);
}

void why_steps(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    bool ended = false;
    for (size_t i = 0; i < k->steps.n; i++) {
        why_step(w, above, &r->steps[i], &k->steps.at[i], ended);
        ended = ended || r->steps[i].state == STEP_NOT_DONE;
    }
    struct text says =
        SAY(w->a, "{} of {} steps done without a gap: level {}",
            text_number(w->a, (long long)r->steps_done), text_number(w->a, (long long)k->steps.n),
            figure_short(w->a, r->raw, 4, NULL));
    bool known = result_has_raw(w->o, r);
    if (!known)
        says = SAY(w->a, "at least {} of {} steps done without a gap",
                   text_number(w->a, (long long)r->steps_done),
                   text_number(w->a, (long long)k->steps.n));
    struct reason *sum = reason_add(w, above, REASON_FORMULA, says);
    sum->rule = k->at;
    if (known)
        reason_figure(sum, r->raw);
}
