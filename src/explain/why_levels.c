/* Why the levels gave this score. */
#include "explain/reasons.h"

/* Decimals with which x, shortened, still gives the printed score by pencil. */
static unsigned pencil_places(struct whying *w, const struct result *r, const struct level *from,
                              const struct level *to, struct number exact, struct number factor)
{
    struct number x = number_multiply(w->a, r->measure.number, factor);
    struct number v = number_multiply(w->a, from->value, factor),
                  u = number_multiply(w->a, to->value, factor);
    struct number wanted = pencil_round(w, r->criterion, exact);
    for (unsigned places = 4; places < PENCIL_PLACES; places++) {
        struct number cut = number_round(w->a, x, number_places(w->a, places), ROUND_HALF_UP);
        struct number part =
            number_divide(w->a, number_subtract(w->a, cut, v), number_subtract(w->a, u, v));
        struct number score =
            number_add(w->a, from->score,
                       number_multiply(w->a, part, number_subtract(w->a, to->score, from->score)));
        if (number_equal(w->a, pencil_round(w, r->criterion, score), wanted))
            return places;
    }
    return PENCIL_PLACES;
}

static struct text level_words(struct whying *w, const struct level *l)
{
    return SAY(w->a, "{} (level {})", l->shown, figure_short(w->a, l->score, 4, NULL));
}

/* `before` says which two levels these are: "between 60% (level 1) and 70% (level 2)". */
static void why_line(struct whying *w, struct reason *above, const struct result *r,
                     const struct level *from, struct number exact, struct text before)
{
    const struct criterion *k = r->criterion;
    const struct level *to = from + 1;
    const struct unit *unit = k->measure->unit;
    struct number factor = number_of(1);
    if (k->percent)
        factor = number_of(100);
    else if (unit && unit->dimension)
        factor = number_divide(w->a, number_of(1), unit->scale);
    unsigned places = pencil_places(w, r, from, to, exact, factor);
    struct text x =
        figure_short(w->a, number_multiply(w->a, r->measure.number, factor), places, NULL);
    struct text v =
        figure_short(w->a, number_multiply(w->a, from->value, factor), FIGURE_PLACES, NULL);
    struct text u =
        figure_short(w->a, number_multiply(w->a, to->value, factor), FIGURE_PLACES, NULL);
    struct number rise = number_subtract(w->a, to->score, from->score);
    struct text times = number_equal(w->a, rise, number_of(1))
                            ? TEXT("")
                            : SAY(w->a, " × {}", figure_short(w->a, rise, 4, NULL));
    struct text says =
        SAY(w->a, "{}:  {} + ({} − {}) / ({} − {}){} {} {}", before,
            figure_short(w->a, from->score, 4, NULL), x, v, u, v, times,
            figure_sign(w->a, exact, k->show_score.places), figure_score(w->a, k, exact));
    struct reason *b = reason_add(w, above, REASON_BETWEEN_LEVELS, says);
    b->rule = span_join(from->at, to->at);
    reason_figure(b, exact);
}

/* Level + (x - value) / (next value - value) x (next level - level), beyond the two levels too. */
static struct number on_line(struct whying *w, const struct level *from, struct number x)
{
    const struct level *to = from + 1;
    struct number part = number_divide(w->a, number_subtract(w->a, x, from->value),
                                       number_subtract(w->a, to->value, from->value));
    return number_add(w->a, from->score,
                      number_multiply(w->a, part, number_subtract(w->a, to->score, from->score)));
}

static void why_between(struct whying *w, struct reason *above, const struct result *r)
{
    const struct level *from = &r->thresholds->levels.at[r->level];
    why_line(w, above, r, from, r->raw,
             SAY(w->a, "between {} and {}", level_words(w, from), level_words(w, from + 1)));
}

/* Beyond the first or the last level, where the line goes on up to the end of the scale. */
static void why_beyond(struct whying *w, struct reason *above, const struct result *r)
{
    const struct thresholds *t = r->thresholds;
    const struct criterion *k = r->criterion;
    bool last = r->where == WHERE_ABOVE_LAST;
    const struct level *from = last ? &t->levels.at[t->levels.n - 2] : t->levels.at;
    struct number exact = on_line(w, from, r->measure.number);
    why_line(w, above, r, from, exact,
             SAY(w->a, "beyond {}, on the line of {} and {}",
                 level_words(w, last ? from + 1 : from), from->shown, (from + 1)->shown));
    if (number_equal(w->a, exact, r->raw))
        return;
    struct reason *end = reason_add(
        w, above, REASON_LIMIT,
        SAY(w->a,
            last ? "not above {}, the end of the scale" : "not below {}, the end of the scale",
            figure_score(w->a, k, r->raw)));
    end->rule = k->at;
    reason_figure(end, r->raw);
}

void why_levels(struct whying *w, struct reason *above, const struct result *r)
{
    const struct thresholds *t = r->thresholds;
    const struct level *l = &t->levels.at[r->level];
    struct text says;
    enum reason_kind kind;
    bool falling =
        t->levels.n > 1 && number_order(w->a, t->levels.at[1].value, t->levels.at[0].value) < 0;
    if (t->kind == LEVELS_EXTRAPOLATED &&
        (r->where == WHERE_ABOVE_LAST || r->where == WHERE_BELOW_FIRST)) {
        why_beyond(w, above, r);
        return;
    }
    switch (r->where) {
    case WHERE_BETWEEN:
        if (t->kind != LEVELS_STEPPED) {
            why_between(w, above, r);
            return;
        }
        kind = REASON_STEPPED;
        says = SAY(w->a, "{} is reached, {} is not; nothing counts between", level_words(w, l),
                   level_words(w, l + 1));
        break;
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
        l = &t->levels.at[0];
        says = SAY(w->a, falling ? "above {}, the worst level" : "below {}, the worst level",
                   level_words(w, l));
        if (t->has_below)
            says = SAY(w->a,
                       falling ? "above {}, for which the rule gives {}"
                               : "below {}, for which the rule gives {}",
                       level_words(w, l), figure_short(w->a, t->below, 4, NULL));
        break;
    default:
        return;
    }
    struct reason *at = reason_add(w, above, kind, says);
    at->rule = l->at;
    reason_figure(at, r->raw);
}

static void why_end(struct whying *w, struct reason *above, const struct result *r, struct end end)
{
    const struct criterion *k = r->criterion;
    size_t row = 0;
    if (end.infinite || (k->by && !outcome_case(w->o, 0, k->by, &row)))
        return;
    struct result placed = outcome_placed(w->o, r, row, end.at);
    struct reason *line = reason_new(w, REASON_INCOMPLETE, TEXT(""));
    why_levels(w, line, &placed);
    struct text at = figure_measure(w->a, k, end.at);
    for (size_t i = 0; i < line->below.n; i++) {
        struct reason *one = line->below.at[i];
        one->says = i ? one->says : SAY(w->a, "at {}: {}", at, one->says);
        LIST_ADD(w->a, &above->below, one);
    }
}

void why_level_ends(struct whying *w, struct reason *above, const struct result *r)
{
    struct interval x = r->measure_lies;
    why_end(w, above, r, x.low);
    if (end_order(w->a, x.low, x.high) != 0)
        why_end(w, above, r, x.high);
}
