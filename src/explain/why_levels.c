/* Why the levels gave this score. */
#include "explain/reasons.h"

/* Decimals with which x, shortened, still gives the printed score by pencil. */
static unsigned pencil_places(struct whying *w, const struct result *r, const struct level *from,
                              const struct level *to, struct number factor)
{
    struct number x = number_multiply(w->a, r->measure.number, factor);
    struct number v = number_multiply(w->a, from->value, factor),
                  u = number_multiply(w->a, to->value, factor);
    struct number wanted = pencil_round(w, r->criterion, r->raw);
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
        SAY(w->a, "between {} and {}:  {} + ({} − {}) / ({} − {}){} {} {}", level_words(w, from),
            level_words(w, to), figure_short(w->a, from->score, 4, NULL), x, v, u, v, times,
            figure_sign(w->a, r->raw, k->show_score.places), figure_score(w->a, k, r->raw));
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
        if (!k->stepped) {
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
        l = &k->levels.at[0];
        says = SAY(w->a, falling ? "above {}, the worst level" : "below {}, the worst level",
                   level_words(w, l));
        if (k->has_below)
            says = SAY(w->a,
                       falling ? "above {}, for which the rule gives {}"
                               : "below {}, for which the rule gives {}",
                       level_words(w, l), figure_short(w->a, k->below, 4, NULL));
        break;
    default:
        return;
    }
    struct reason *at = reason_add(w, above, kind, says);
    at->rule = l->at;
    reason_figure(at, r->raw);
}
