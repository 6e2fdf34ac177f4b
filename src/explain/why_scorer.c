/* Why a scorer gave this score: levels, steps, parts. */
#include "explain/reasons.h"

/* Decimals with which x, shortened, still gives the printed score by pencil. */
static unsigned pencil_places(struct whying *w, const struct result *r, const struct level *from,
                              const struct level *to, struct number factor)
{
    struct number x = number_multiply(w->a, r->measure.number, factor);
    struct number v = number_multiply(w->a, from->value, factor),
                  u = number_multiply(w->a, to->value, factor);
    struct number shown = number_places(w->a, r->criterion->show_score.places);
    struct number wanted = number_round(w->a, r->raw, shown, ROUND_HALF_UP);
    for (unsigned places = 4; places < 20; places++) {
        struct number cut = number_round(w->a, x, number_places(w->a, places), ROUND_HALF_UP);
        struct number part =
            number_divide(w->a, number_subtract(w->a, cut, v), number_subtract(w->a, u, v));
        struct number score =
            number_add(w->a, from->score,
                       number_multiply(w->a, part, number_subtract(w->a, to->score, from->score)));
        if (number_equal(w->a, number_round(w->a, score, shown, ROUND_HALF_UP), wanted))
            return places;
    }
    return 20;
}

static struct text level_words(struct whying *w, const struct level *l)
{
    return SAY(w->a, "{} (level {})", l->shown, words_number(w->a, l->score, 4, NULL));
}

static void why_between(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    const struct level *from = &k->levels.at[r->level], *to = from + 1;
    const struct unit *unit = k->measure->unit;
    struct number factor = number_of(1);
    if (k->percent)
        factor = number_of(100);
    else if (unit && unit->dimension)
        factor = number_divide(w->a, number_of(1), unit->scale);
    unsigned places = pencil_places(w, r, from, to, factor);
    struct text x =
        words_number(w->a, number_multiply(w->a, r->measure.number, factor), places, NULL);
    struct text v = words_number(w->a, number_multiply(w->a, from->value, factor), 6, NULL);
    struct text u = words_number(w->a, number_multiply(w->a, to->value, factor), 6, NULL);
    struct number rise = number_subtract(w->a, to->score, from->score);
    struct text times = number_equal(w->a, rise, number_of(1))
                            ? TEXT("")
                            : SAY(w->a, " × {}", words_number(w->a, rise, 4, NULL));
    unsigned decimals;
    bool exact = number_decimals(w->a, r->raw, k->show_score.places, &decimals);
    struct text says =
        SAY(w->a, "between {} and {}:  {} + ({} − {}) / ({} − {}){} {} {}", level_words(w, from),
            level_words(w, to), words_number(w->a, from->score, 4, NULL), x, v, u, v, times,
            exact ? TEXT("=") : TEXT("≈"), words_fixed(w->a, r->raw, k->show_score.places));
    struct reason *b = reason_add(w, above, REASON_BETWEEN_LEVELS, says);
    b->rule = span_join(from->at, to->at);
    reason_figure(b, r->raw);
}

void why_levels(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    const struct level *l = &k->levels.at[r->level];
    struct text says;
    enum reason_kind kind;
    bool falling =
        k->levels.n > 1 && number_order(w->a, k->levels.at[1].value, k->levels.at[0].value) < 0;
    switch (r->where) {
    case WHERE_BETWEEN:
        why_between(w, above, r);
        return;
    case WHERE_AT:
        kind = REASON_AT_LEVEL;
        says = SAY(w->a, "exactly at {}", level_words(w, l));
        break;
    case WHERE_ABOVE_LAST:
        kind = REASON_ABOVE_LAST;
        says = SAY(w->a, falling ? "below {}, the best level" : "above {}, the best level",
                   level_words(w, l));
        break;
    case WHERE_BELOW_FIRST:
        kind = REASON_BELOW_FIRST;
        l = &k->levels.at[0];
        says = SAY(w->a, falling ? "above {}, the worst level" : "below {}, the worst level",
                   level_words(w, l));
        break;
    default:
        return;
    }
    struct reason *at = reason_add(w, above, kind, says);
    at->rule = l->at;
    reason_figure(at, r->raw);
}

static struct text step_name(struct whying *w, const struct step *s)
{
    struct text number = words_number(w->a, s->number, 0, NULL);
    return s->title.n ? SAY(w->a, "step {} {}", number, s->title) : SAY(w->a, "step {}", number);
}

static void why_lateness(struct whying *w, struct reason *above, const struct step_result *s,
                         const struct step *step)
{
    struct text by = date_words(w->a, s->deadline, w->m->era);
    if (!s->late_days && s->date.day <= s->deadline.day) {
        reason_add(w, above, REASON_IN_TIME, SAY(w->a, "in time: the last day was {}", by))->rule =
            step->by->at;
        return;
    }
    enum day_unit unit = step->is_late ? step->late_unit : UNIT_DAY;
    struct text days = why_days_words(w, s->late_days, unit);
    struct text says =
        step->is_late
            ? SAY(w->a, "{} late after {}: {} × {} = {} taken", days, by,
                  text_number(w->a, s->late_days), words_number(w->a, step->late_each, 6, NULL),
                  words_number(w->a, s->taken, 6, NULL))
            : SAY(w->a, "{} late after {}: nothing is taken for it", days, by);
    struct reason *r = reason_add(w, above, REASON_LATE, says);
    r->rule = step->by->at;
    reason_figure(r, s->taken);
    why_days(w, r, unit, s->deadline, s->date);
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
                           ? SAY(w->a, "{}: nobody knows, {}", name, words_cause(w->a, s->cause))
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
            words_number(w->a, r->raw, 4, NULL));
    if (r->status == STATUS_INCOMPLETE)
        says = SAY(w->a, "at least {} of {} steps done without a gap",
                   text_number(w->a, (long long)r->steps_done),
                   text_number(w->a, (long long)k->steps.n));
    struct reason *sum = reason_add(w, above, REASON_FORMULA, says);
    sum->rule = k->at;
    if (r->status != STATUS_INCOMPLETE)
        reason_figure(sum, r->raw);
}

/* (5.0000 + 4.9076) / 2 = 4.9538, with as many decimals as the pencil needs. */
static struct text mean_words(struct whying *w, const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct number shown = number_places(w->a, k->show_score.places);
    struct number wanted = number_round(w->a, r->raw, shown, ROUND_HALF_UP);
    for (unsigned places = k->show_score.places; places < 20; places++) {
        struct buffer b = buffer_in(w->a);
        struct number sum = number_of(0);
        long long n = 0;
        for (size_t i = 0; i < k->children.n; i++) {
            const struct result *part = outcome_result(w->o, k->children.at[i]);
            if (part->status == STATUS_DROPPED)
                continue;
            struct number cut =
                number_round(w->a, part->score, number_places(w->a, places), ROUND_HALF_UP);
            sum = number_add(w->a, sum, cut);
            buffer_add(&b, SAY(w->a, n++ ? " + {}" : "{}", words_fixed(w->a, cut, places)));
        }
        struct number mean = n ? number_divide(w->a, sum, number_of(n)) : sum;
        if (number_equal(w->a, number_round(w->a, mean, shown, ROUND_HALF_UP), wanted) ||
            places == 19)
            return SAY(w->a, "({}) / {}", buffer_text(&b), text_number(w->a, n));
    }
    return TEXT("");
}

void why_parts(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct text formula = words_formula(w->a, w->m, k->formula);
    if (r->status == STATUS_INCOMPLETE) {
        struct reason *f = reason_add(w, above, REASON_FORMULA,
                                      SAY(w->a, "{}: {}", formula, words_cause(w->a, r->cause)));
        f->rule = k->formula->at;
    } else if (k->formula->kind == EXPR_PARTS && k->formula->aggregate == AGGREGATE_MEAN) {
        unsigned decimals;
        bool exact = number_decimals(w->a, r->raw, k->show_score.places, &decimals);
        struct reason *f = reason_add(w, above, REASON_FORMULA,
                                      SAY(w->a, "{} = {} {} {}", formula, mean_words(w, r),
                                          exact ? TEXT("=") : TEXT("≈"),
                                          words_fixed(w->a, r->raw, k->show_score.places)));
        f->rule = k->formula->at;
        reason_figure(f, r->raw);
    } else {
        why_measure(w, above, REASON_FORMULA, k->formula, false, k->show_score.places);
        if (k->formula->kind != EXPR_PARTS)
            return;
    }
    for (size_t i = 0; i < k->children.n; i++)
        LIST_ADD(w->a, &above->below, why_criterion(w, k->children.at[i]));
}
