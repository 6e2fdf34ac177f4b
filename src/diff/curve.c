/* One curve: its places, and its value. */
#include "diff/curves.h"

#include "eval/outcome.h"

struct curve curve_of(const struct criterion *k, const struct thresholds *by)
{
    return (struct curve){.of = k, .by = by, .taken = number_of(0)};
}

/* --- value ------------------------------------------------------------------------------------ */

static struct number on_line(struct arena *a, const struct level *from, const struct level *to,
                             struct number x)
{
    struct number part = number_divide(a, number_subtract(a, x, from->value),
                                       number_subtract(a, to->value, from->value));
    return number_add(a, from->score,
                      number_multiply(a, part, number_subtract(a, to->score, from->score)));
}

static struct number by_levels(struct arena *a, const struct thresholds *t, struct number x)
{
    const struct level *level = t->levels.at;
    size_t n = t->levels.n, reached = 0;
    int rising = number_order(a, level[n - 1].value, level[0].value) < 0 ? -1 : 1;
    while (reached < n && number_order(a, x, level[reached].value) * rising >= 0)
        reached++;
    if (t->kind == LEVELS_EXTRAPOLATED) {
        size_t from = reached == 0 ? 0 : reached == n ? n - 2 : reached - 1;
        return on_line(a, &level[from], &level[from + 1], x);
    }
    if (!reached)
        return t->has_below ? t->below : level[0].score;
    if (t->kind == LEVELS_LINEAR && reached < n)
        return on_line(a, &level[reached - 1], &level[reached], x);
    return level[reached - 1].score;
}

struct number curve_raw(struct arena *a, const struct curve *c, struct number x)
{
    const struct rounding *round = c->of->round_measure;
    if (!c->by)
        return c->fixed ? *c->fixed : x;
    if (round->set && !c->rounded)
        x = number_round(a, x, round->step, round->mode);
    if (c->by->levels.n)
        return by_levels(a, c->by, x);
    const struct band *b = band_of(a, &c->by->bands, x);
    return b ? b->score : number_over();
}

static struct number between(struct arena *a, struct number x, struct number low,
                             struct number high)
{
    if (!number_is_over(low))
        x = number_most(a, x, low);
    return number_is_over(high) ? x : number_least(a, x, high);
}

struct number curve_at(struct arena *a, const struct curve *c, struct number x)
{
    const struct criterion *k = c->of;
    x = between(a, curve_raw(a, c, x), k->low, k->high);
    x = number_subtract(a, x, c->taken);
    if (c->bare)
        return x;
    x = between(a, x, k->floor, k->cap);
    return k->round_score->set ? number_round(a, x, k->round_score->step, k->round_score->mode) : x;
}

/* --- places ----------------------------------------------------------------------------------- */

static void add(struct arena *a, struct places *p, struct number x)
{
    if (!number_is_over(x))
        LIST_ADD(a, p, x);
}

/* Where the measure is rounded to another multiple: from one beyond the first threshold to one
 * beyond the last. */
static bool add_roundings(struct arena *a, struct places *p, size_t from, const struct rounding *r)
{
    if (p->n == from)
        return true;
    struct number half = number_multiply(a, r->step, number_ratio(1, 2)), low = p->at[from],
                  high = low;
    for (size_t i = from; i < p->n; i++) {
        low = number_least(a, low, p->at[i]);
        high = number_most(a, high, p->at[i]);
    }
    low = number_round(a, number_subtract(a, low, r->step), r->step, ROUND_HALF_UP);
    high = number_add(a, high, r->step);
    for (struct number x = number_subtract(a, low, r->step); number_order(a, x, high) <= 0;
         x = number_add(a, x, half)) {
        if (p->n >= CURVE_PLACES)
            return false;
        add(a, p, x);
    }
    return true;
}

/* Where the lines of the outermost levels meet the ends of the scale. */
static void add_ends(struct arena *a, struct places *p, const struct curve *c)
{
    const struct level *level = c->by->levels.at;
    size_t n = c->by->levels.n;
    struct number end[] = {c->of->low, c->of->high};
    for (size_t i = 0; i < 2 * 2 && c->by->kind == LEVELS_EXTRAPOLATED; i++) {
        const struct level *from = &level[i < 2 ? 0 : n - 2];
        if (number_is_over(end[i % 2]) || number_equal(a, from[0].score, from[1].score))
            continue;
        struct number part = number_divide(a, number_subtract(a, end[i % 2], from[0].score),
                                           number_subtract(a, from[1].score, from[0].score));
        struct number span = number_subtract(a, from[1].value, from[0].value);
        add(a, p, number_add(a, from[0].value, number_multiply(a, part, span)));
    }
}

bool curve_places(struct arena *a, const struct curve *c, struct places *p)
{
    size_t from = p->n;
    if (!c->by)
        return true;
    for (size_t i = 0; i < c->by->levels.n; i++)
        add(a, p, c->by->levels.at[i].value);
    for (size_t i = 0; i < c->by->bands.n; i++) {
        const struct band *b = &c->by->bands.at[i];
        if (b->has_low)
            add(a, p, b->low);
        if (b->has_high)
            add(a, p, b->high);
    }
    add_ends(a, p, c);
    if (!c->of->round_measure->set || c->rounded)
        return true;
    bool endless = c->by->kind == LEVELS_EXTRAPOLATED && number_is_over(c->of->low);
    return !endless && add_roundings(a, p, from, c->of->round_measure);
}
