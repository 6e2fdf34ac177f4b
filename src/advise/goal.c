/* What a measure must be for a score. */
#include "advise/goal.h"

bool bound_met(struct arena *a, struct bound b, struct number n)
{
    int order = number_order(a, n, b.value) * (b.at_most ? -1 : 1);
    return order > 0 || (order == 0 && !b.open);
}

/* --- rounding, backwards ------------------------------------------------------------------ */

static bool is_even(struct arena *a, struct number multiple, struct number step)
{
    struct number half = number_divide(a, multiple, number_multiply(a, step, number_of(2)));
    return number_is_whole(a, half);
}

/* The least number that is rounded to `goal` or more. */
static struct bound before_rounding(struct arena *a, const struct rounding *r, struct number goal)
{
    if (!r->set)
        return (struct bound){.value = goal};
    bool positive = number_sign(goal) > 0;
    struct number step = r->step, half = number_divide(a, step, number_of(2));
    struct number up = number_round(a, goal, step, positive ? ROUND_UP : ROUND_DOWN);
    positive = number_sign(up) > 0;
    switch (r->mode) {
    case ROUND_HALF_UP:
        return (struct bound){.value = number_subtract(a, up, half), .open = !positive};
    case ROUND_HALF_EVEN:
        return (struct bound){.value = number_subtract(a, up, half), .open = !is_even(a, up, step)};
    case ROUND_UP:
        return (struct bound){.value = positive ? number_subtract(a, up, step) : up,
                              .open = positive};
    case ROUND_DOWN:
        return (struct bound){.value = positive ? up : number_subtract(a, up, step),
                              .open = !positive};
    }
    return (struct bound){.value = goal};
}

/* Every mode treats negative numbers like positive ones, so the greatest is the least, mirrored. */
static struct bound bound_before_rounding(struct arena *a, const struct rounding *r, struct bound b)
{
    if (!r->set)
        return b;
    struct number value = b.at_most ? number_negate(a, b.value) : b.value;
    if (b.open) { /* more than it is the next multiple at least */
        struct number next = number_round(a, value, r->step, ROUND_DOWN);
        while (number_order(a, next, value) <= 0)
            next = number_add(a, next, r->step);
        value = next;
    }
    struct bound least = before_rounding(a, r, value);
    least.at_most = b.at_most;
    least.value = b.at_most ? number_negate(a, least.value) : least.value;
    return least;
}

/* --- from the score to the scorer --------------------------------------------------------- */

/* Lines of `adjust`, from the last one up.  A line whose condition or value is not known stops it.
 */
static enum reach before_lines(struct arena *a, const struct result *r, struct bound *b)
{
    const struct criterion *k = r->criterion;
    for (size_t i = k->adjust.n; i-- > 0;) {
        const struct adjust_result *l = &r->adjust[i];
        struct number by = l->value.number;
        if (l->state == LINE_LEFT_OUT)
            continue;
        if (l->state != LINE_APPLIED)
            return REACH_NEVER;
        switch (k->adjust.at[i].kind) {
        case ADJUST_PLUS:
            b->value = number_subtract(a, b->value, by);
            break;
        case ADJUST_MINUS:
            b->value = number_add(a, b->value, by);
            break;
        case ADJUST_AT_LEAST:
            if (bound_met(a, *b, by))
                return REACH_ALWAYS;
            break;
        case ADJUST_AT_MOST:
            if (!bound_met(a, *b, by))
                return REACH_NEVER;
            break;
        case ADJUST_ROUND:
            *b = bound_before_rounding(a, &k->adjust.at[i].rounding, *b);
            break;
        }
    }
    b->value = number_add(a, b->value, r->late);
    return REACH_BOUND;
}

/* Whether a floor, or the low end of a scale, is enough; and whether a cap, or its high end, leaves
 * room.  Where there is none it never is, and always does. */
static bool met_at_low_end(struct arena *a, struct bound b, struct number end)
{
    return !number_is_over(end) && bound_met(a, b, end);
}

static bool met_at_high_end(struct arena *a, struct bound b, struct number end)
{
    return number_is_over(end) || bound_met(a, b, end);
}

static enum reach before_penalties(struct arena *a, const struct result *r, struct bound *b)
{
    const struct criterion *k = r->criterion;
    *b = bound_before_rounding(a, k->round_score, *b);
    if (met_at_low_end(a, *b, k->floor))
        return REACH_ALWAYS;
    if (!met_at_high_end(a, *b, k->cap))
        return REACH_NEVER;
    b->value = number_add(a, b->value, r->taken);
    return REACH_BOUND;
}

enum reach goal_of_scorer(struct arena *a, const struct result *r, struct bound goal,
                          struct bound *raw)
{
    const struct criterion *k = r->criterion;
    *raw = goal;
    enum reach reach = (k->has_adjust ? before_lines : before_penalties)(a, r, raw);
    if (reach != REACH_BOUND)
        return reach;
    if (met_at_low_end(a, *raw, k->low))
        return REACH_ALWAYS;
    return met_at_high_end(a, *raw, k->high) ? REACH_BOUND : REACH_NEVER;
}

/* --- from the scorer to the measure ------------------------------------------------------- */

/* The place between two levels where the line passes the score. */
static struct number crossing(struct arena *a, const struct level *from, const struct level *to,
                              struct number score)
{
    struct number part = number_divide(a, number_subtract(a, score, from->score),
                                       number_subtract(a, to->score, from->score));
    return number_add(a, from->value,
                      number_multiply(a, part, number_subtract(a, to->value, from->value)));
}

static enum reach measure_by_levels(struct arena *a, const struct thresholds *t, struct bound raw,
                                    struct bound *measure)
{
    const struct level *level = t->levels.at;
    size_t n = t->levels.n, i = 0;
    bool falling = n > 1 && number_order(a, level[1].value, level[0].value) < 0;
    bool goes_on = t->kind == LEVELS_EXTRAPOLATED;
    *measure = (struct bound){.at_most = falling};
    if (!goes_on && bound_met(a, raw, level[0].score) &&
        !(t->has_below && !bound_met(a, raw, t->below)))
        return REACH_ALWAYS;
    while (i < n && !bound_met(a, raw, level[i].score))
        i++;
    if (i == n && !goes_on)
        return REACH_NEVER;
    if (t->kind == LEVELS_STEPPED || (i == 0 && !goes_on))
        measure->value = level[i].value;
    else {
        size_t from = i == 0 ? 0 : i == n ? n - 2 : i - 1;
        measure->value = crossing(a, &level[from], &level[from + 1], raw.value);
        measure->open = raw.open;
    }
    return REACH_BOUND;
}

/* How far `x` is from a band, on the side where the band lies. */
static struct number distance(struct arena *a, const struct band *b, struct number x,
                              struct bound *edge)
{
    bool above = b->has_low && number_order(a, x, b->low) <= 0;
    *edge = above ? (struct bound){.value = b->low, .open = !b->low_closed}
                  : (struct bound){.value = b->high, .at_most = true, .open = !b->high_closed};
    struct number d = number_subtract(a, edge->value, x);
    return number_sign(d) < 0 ? number_negate(a, d) : d;
}

static enum reach measure_by_bands(struct arena *a, const struct result *r,
                                   const struct thresholds *t, struct bound raw,
                                   struct bound *measure)
{
    enum reach reach = REACH_NEVER;
    struct number nearest = number_of(0);
    for (size_t i = 0; i < t->bands.n; i++) {
        const struct band *b = &t->bands.at[i];
        struct bound edge;
        if (b->otherwise || !bound_met(a, raw, b->score))
            continue;
        if (r->band == b)
            return REACH_ALWAYS;
        struct number far = distance(a, b, r->measure.number, &edge);
        if (reach == REACH_BOUND && number_order(a, far, nearest) >= 0)
            continue;
        reach = REACH_BOUND;
        nearest = far;
        *measure = edge;
    }
    return reach;
}

/* Without a measure no case was looked for, but there may be only one. */
static const struct thresholds *only_thresholds(const struct criterion *k)
{
    return k->by ? NULL : k->thresholds.at[0];
}

/* Over for `extrapolated` levels, which have no best one. */
static struct number best_of_thresholds(struct arena *a, const struct thresholds *t)
{
    struct number best = number_over();
    if (t->levels.n && t->kind != LEVELS_EXTRAPOLATED)
        best = t->levels.at[t->levels.n - 1].score;
    for (size_t i = 0; i < t->bands.n; i++)
        best = i ? number_most(a, best, t->bands.at[i].score) : t->bands.at[i].score;
    return best;
}

struct number best_of_scorer(struct arena *a, const struct result *r)
{
    const struct criterion *k = r->criterion;
    if (k->scorer == SCORER_STEPS)
        return number_is_over(k->high) ? k->points_in_all : k->high;
    if (k->scorer != SCORER_LEVELS && k->scorer != SCORER_BANDS)
        return k->high;
    const struct thresholds *t = r->thresholds ? r->thresholds : only_thresholds(k);
    struct number best = t ? best_of_thresholds(a, t) : number_over();
    return number_is_over(best) ? k->high : best;
}

enum reach goal_of_measure(struct arena *a, const struct result *r, struct bound raw,
                           struct bound *measure)
{
    const struct criterion *k = r->criterion;
    const struct thresholds *t = r->thresholds ? r->thresholds : only_thresholds(k);
    if (!t)
        return REACH_NEVER; /* nobody knows by which thresholds it is judged */
    enum reach reach = k->scorer == SCORER_LEVELS ? measure_by_levels(a, t, raw, measure)
                                                  : measure_by_bands(a, r, t, raw, measure);
    if (reach == REACH_BOUND)
        *measure = bound_before_rounding(a, k->round_measure, *measure);
    return reach;
}
