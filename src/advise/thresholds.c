/* The nearest value at which something else begins.
 *
 * Bands are the general case: below the next end, at it and just behind it may each be another
 * band.  Levels that count only when they are reached jump at their values; levels on a line have
 * no jumps, and there the next value is a mark on the way. */
#include "advise/margins.h"

/* --- bands ----------------------------------------------------------------------------------- */

struct seeking {
    struct arena *a;
    const struct bands *all;
    bool by_score; /* two bands with one score are one */
    int sign;      /* 1: towards larger values */
};

/* The next written end behind `from`, or at it where `with`; false when there is none. */
static bool next_end(const struct seeking *b, struct number from, bool with, struct number *end)
{
    bool found = false;
    for (size_t i = 0; i < 2 * b->all->n; i++) {
        const struct band *band = &b->all->at[i / 2];
        bool low = i % 2 == 0;
        if (band->otherwise || !(low ? band->has_low : band->has_high))
            continue;
        struct number n = low ? band->low : band->high;
        int order = number_order(b->a, n, from) * b->sign;
        if (order < 0 || (order == 0 && !with))
            continue;
        if (!found || number_order(b->a, n, *end) * b->sign < 0)
            *end = n;
        found = true;
    }
    return found;
}

/* A value between `end` and the next one. */
static struct number just_behind(const struct seeking *b, struct number end)
{
    struct number next;
    if (!next_end(b, end, false, &next))
        return number_add(b->a, end, number_of(b->sign));
    return number_divide(b->a, number_add(b->a, end, next), number_of(2));
}

static bool is_other(const struct seeking *b, const struct band *one, const struct band *other)
{
    if (!one || !other || one == other)
        return one != other;
    return !b->by_score || !number_equal(b->a, one->score, other->score);
}

static struct threshold next_band(const struct seeking *b, struct number x)
{
    const struct band *now = band_of(b->a, b->all, x), *there;
    struct threshold e = {.score = number_of(0), .distance = number_of(0), .value = x};
    for (bool with = true; next_end(b, e.value, with, &e.value); with = false) {
        there = band_of(b->a, b->all, e.value);
        e.beyond = !is_other(b, now, there);
        if (e.beyond)
            there = band_of(b->a, b->all, just_behind(b, e.value));
        if (!there || !is_other(b, now, there))
            continue;
        e.there = true;
        e.band = there;
        e.distance = number_multiply(b->a, number_subtract(b->a, e.value, x), number_of(b->sign));
        return e;
    }
    return e;
}

struct threshold threshold_of_bands(struct arena *a, const struct result *r, bool more)
{
    const struct thresholds *t = r->thresholds;
    struct seeking b = {a, &t->bands, true, more ? 1 : -1};
    struct threshold e = next_band(&b, r->measure.number);
    if (!e.there)
        return e;
    e.score = e.band->score;
    int order = number_order(a, e.score, r->raw);
    e.gains = order > 0;
    e.loses = order < 0;
    return e;
}

/* A score cannot leave its scale, if it has one. */
struct threshold threshold_of_marks(struct arena *a, const struct result *r, enum mark mark,
                                    bool more)
{
    const struct criterion *k = r->criterion;
    struct seeking b = {a, k->marks[mark], false, more ? 1 : -1};
    struct threshold e = next_band(&b, r->score);
    bool none = number_is_over(k->low);
    int high = none ? -1 : number_order(a, e.value, k->high),
        low = none ? 1 : number_order(a, e.value, k->low);
    if (high > 0 || low < 0 || (e.beyond && (more ? high == 0 : low == 0)))
        e.there = false;
    return e;
}

/* --- levels ---------------------------------------------------------------------------------- */

static struct threshold at_level(struct arena *a, const struct result *r, const struct level *l)
{
    struct number way = number_subtract(a, l->value, r->measure.number);
    return (struct threshold){.there = true,
                              .value = l->value,
                              .distance = number_sign(way) < 0 ? number_negate(a, way) : way,
                              .level = l,
                              .score = l->score};
}

/* Levels reached: 0 below the first one. */
static size_t reached(const struct result *r)
{
    return r->where == WHERE_BELOW_FIRST ? 0 : r->level + 1;
}

/* The level behind the present place. */
static struct threshold better_level(struct arena *a, const struct result *r)
{
    const struct thresholds *t = r->thresholds;
    size_t n = reached(r);
    if (n == t->levels.n)
        return (struct threshold){.there = false};
    struct threshold e = at_level(a, r, &t->levels.at[n]);
    e.gains = true;
    return e;
}

/* What is lost first.  On a line the level below can be kept; what jumps goes as soon as the last
 * level that was reached is left. */
static struct threshold worse_level(struct arena *a, const struct result *r)
{
    const struct thresholds *t = r->thresholds;
    size_t n = reached(r);
    bool jumps = t->kind == LEVELS_STEPPED || (t->has_below && r->where != WHERE_BETWEEN && n == 1);
    if (!n || (n == 1 && !t->has_below && (t->kind == LEVELS_STEPPED || r->where == WHERE_AT)))
        return (struct threshold){.there = false};
    if (!jumps && r->where == WHERE_AT)
        n--;
    struct threshold e = at_level(a, r, &t->levels.at[n - 1]);
    e.loses = jumps || n > 1 || t->has_below; /* below the worst level nothing more is lost */
    if (!jumps)
        return e;
    e.beyond = true;
    e.level = n > 1 ? &t->levels.at[n - 2] : NULL;
    e.score = n == 1 && t->has_below ? t->below : t->levels.at[n > 1 ? n - 2 : 0].score;
    return e;
}

struct threshold threshold_of_levels(struct arena *a, const struct result *r, bool more)
{
    const struct thresholds *t = r->thresholds;
    bool falling =
        t->levels.n > 1 && number_order(a, t->levels.at[1].value, t->levels.at[0].value) < 0;
    return more != falling ? better_level(a, r) : worse_level(a, r);
}
