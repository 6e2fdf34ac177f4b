/* Two curves over the same figure: at every place, and on every stretch between two of them. */
#include "diff/curves.h"

struct comparing {
    struct arena *a;
    const struct curve *of[SIDES];
    struct domain where;
    struct curve_difference *out;
};

bool extreme_join(struct arena *a, struct extreme_difference *all,
                  const struct extreme_difference *other)
{
    bool known = all->known && other->known;
    int order = number_order(a, other->by, all->by);
    bool better =
        order > 0 || (!order && number_sign(all->by) && all->approached && !other->approached);
    if (better)
        *all = *other;
    all->known = known;
    return better;
}

/* --- what is found ---------------------------------------------------------------------------- */

static void consider(struct comparing *c, struct number x, struct number from, struct number to,
                     bool approached)
{
    struct number by = number_subtract(c->a, to, from);
    if (!number_sign(by))
        return;
    bool lower = number_sign(by) < 0;
    struct extreme_difference one = {.known = true,
                                     .approached = approached,
                                     .by = lower ? number_negate(c->a, by) : by,
                                     .at = x,
                                     .from = from,
                                     .to = to};
    if (lower)
        c->out->lower = true;
    else
        c->out->higher = true;
    extreme_join(c->a, lower ? &c->out->loss : &c->out->gain, &one);
}

/* The greatest is not bounded. */
static void note_endless(struct comparing *c, int sign)
{
    if (sign < 0) {
        c->out->lower = true;
        c->out->loss.known = false;
    } else {
        c->out->higher = true;
        c->out->gain.known = false;
    }
}

static bool joins(struct comparing *c, const struct stretch_of_difference *last,
                  const struct stretch_of_difference *next)
{
    if (last->sign != next->sign)
        return false;
    if (number_sign(c->where.step))
        return number_equal(c->a, number_add(c->a, last->high, c->where.step), next->low);
    return (last->high_closed || next->low_closed) && number_equal(c->a, last->high, next->low);
}

static void emit(struct comparing *c, struct stretch_of_difference s)
{
    if (!s.sign)
        return;
    struct stretch_of_difference *last =
        c->out->stretches.n ? &c->out->stretches.at[c->out->stretches.n - 1] : NULL;
    if (!last || !joins(c, last, &s)) {
        LIST_ADD(c->a, &c->out->stretches, s);
        return;
    }
    last->high = s.high;
    last->high_closed = s.high_closed;
}

/* --- at a place ------------------------------------------------------------------------------- */

static bool holds(struct comparing *c, struct number x)
{
    struct end at = {.at = x};
    return end_order(c->a, c->where.lies.low, at) <= 0 &&
           end_order(c->a, at, c->where.lies.high) <= 0 &&
           (!number_sign(c->where.step) ||
            number_is_whole(c->a, number_divide(c->a, x, c->where.step)));
}

static void look_at(struct comparing *c, struct number x)
{
    if (!holds(c, x))
        return;
    struct number from = curve_at(c->a, c->of[OLDER], x), to = curve_at(c->a, c->of[NEWER], x);
    consider(c, x, from, to, false);
    emit(c, (struct stretch_of_difference){x, x, true, true, number_order(c->a, to, from)});
}

/* --- between two places ----------------------------------------------------------------------- */

struct lines {
    struct line from, to, difference;
};

static void consider_line(struct comparing *c, const struct lines *l, struct number x,
                          bool approached)
{
    consider(c, x, line_at(c->a, &l->from, x), line_at(c->a, &l->to, x), approached);
}

/* Where the difference is nothing; over where it is nowhere. */
static struct number zero_of(struct comparing *c, const struct line *l)
{
    if (!number_sign(l->slope))
        return number_over();
    return number_subtract(c->a, l->x, number_divide(c->a, l->y, l->slope));
}

/* The sign just behind `x`, or everywhere when that is over; then just before it. */
static int sign_behind(struct comparing *c, const struct line *l, struct number x)
{
    if (number_is_over(x))
        return number_sign(l->slope) ? -number_sign(l->slope) : number_sign(l->y);
    int sign = number_sign(line_at(c->a, l, x));
    return sign ? sign : number_sign(l->slope);
}

static int sign_before(struct comparing *c, const struct line *l, struct number x)
{
    if (number_is_over(x))
        return number_sign(l->slope) ? number_sign(l->slope) : number_sign(l->y);
    int sign = number_sign(line_at(c->a, l, x));
    return sign ? sign : -number_sign(l->slope);
}

static void emit_line(struct comparing *c, const struct lines *l, const struct stretch *s,
                      bool closed)
{
    int first = sign_behind(c, &l->difference, s->low),
        last = sign_before(c, &l->difference, s->high);
    struct number low = s->low, high = s->high;
    bool low_closed = closed && !number_is_over(low), high_closed = closed && !number_is_over(high);
    if (first * last >= 0) {
        emit(c, (struct stretch_of_difference){low, high, low_closed, high_closed, first});
        return;
    }
    struct number zero = zero_of(c, &l->difference), before = zero, behind = zero,
                  step = c->where.step;
    if (closed) {
        struct number at = number_divide(c->a, zero, step);
        before =
            number_multiply(c->a, step, number_subtract(c->a, whole_above(c->a, at), number_of(1)));
        behind = number_multiply(c->a, step, number_add(c->a, whole_below(c->a, at), number_of(1)));
    }
    emit(c, (struct stretch_of_difference){low, before, low_closed, closed, first});
    emit(c, (struct stretch_of_difference){behind, high, closed, high_closed, last});
}

/* Of the multiples of the step those that lie inside; false when none does. */
static bool narrow(struct comparing *c, struct stretch *s)
{
    struct number step = c->where.step, one = number_of(1);
    if (!number_is_over(s->low))
        s->low = number_multiply(
            c->a, step,
            number_add(c->a, whole_below(c->a, number_divide(c->a, s->low, step)), one));
    if (!number_is_over(s->high))
        s->high = number_multiply(
            c->a, step,
            number_subtract(c->a, whole_above(c->a, number_divide(c->a, s->high, step)), one));
    return number_is_over(s->low) || number_is_over(s->high) ||
           number_order(c->a, s->low, s->high) <= 0;
}

/* An end at which the difference is nothing belongs to no stretch. */
static bool trim(struct comparing *c, const struct line *l, struct stretch *s)
{
    if (!number_sign(l->slope))
        return number_sign(l->y) != 0;
    if (!number_is_over(s->low) && !number_sign(line_at(c->a, l, s->low)))
        s->low = number_add(c->a, s->low, c->where.step);
    if (!number_is_over(s->high) && !number_sign(line_at(c->a, l, s->high)))
        s->high = number_subtract(c->a, s->high, c->where.step);
    return number_is_over(s->low) || number_is_over(s->high) ||
           number_order(c->a, s->low, s->high) <= 0;
}

static void consider_ends(struct comparing *c, const struct lines *l, const struct stretch *s,
                          bool closed)
{
    struct number end[] = {s->low, s->high};
    bool level = !number_sign(l->difference.slope);
    if (level && !closed) { /* the same anywhere inside */
        consider_line(c, l, l->difference.x, false);
        return;
    }
    for (int i = 0; i < 2; i++) {
        if (!number_is_over(end[i]))
            consider_line(c, l, end[i], !closed);
        else if (!level)
            note_endless(c,
                         i ? number_sign(l->difference.slope) : -number_sign(l->difference.slope));
        else if (number_is_over(end[!i]))
            consider_line(c, l, number_of(0), false);
    }
}

static void look_between(struct comparing *c, struct stretch s)
{
    struct lines l = {line_in(c->a, c->of[OLDER], curve_at, &s),
                      line_in(c->a, c->of[NEWER], curve_at, &s),
                      {.y = number_of(0)}};
    l.difference = (struct line){l.from.x, number_subtract(c->a, l.to.y, l.from.y),
                                 number_subtract(c->a, l.to.slope, l.from.slope)};
    bool stepped = number_sign(c->where.step);
    if (!number_sign(l.difference.slope) && !number_sign(l.difference.y))
        return;
    if (stepped && !narrow(c, &s))
        return;
    consider_ends(c, &l, &s, stepped);
    if (!stepped || trim(c, &l.difference, &s))
        emit_line(c, &l, &s, stepped);
}

/* --- all of it -------------------------------------------------------------------------------- */

/* Only what can be, with its ends. */
static void keep_domain(struct arena *a, struct places *p, struct interval lies)
{
    size_t n = 0;
    for (size_t i = 0; i < p->n; i++) {
        struct end at = {.at = p->at[i]};
        if (end_order(a, lies.low, at) < 0 && end_order(a, at, lies.high) < 0)
            p->at[n++] = p->at[i];
    }
    LIST_CUT(p, n);
    if (!lies.low.infinite)
        LIST_ADD(a, p, lies.low.at);
    if (!lies.high.infinite)
        LIST_ADD(a, p, lies.high.at);
    places_sort(a, p);
}

struct curve_difference curves_compare(struct arena *a, const struct curve *older,
                                       const struct curve *newer, struct domain where)
{
    struct curve_difference out = {.loss = {.known = true, .by = number_of(0)},
                                   .gain = {.known = true, .by = number_of(0)}};
    struct comparing c = {a, {older, newer}, where, &out};
    struct places p = {0};
    if (interval_is_point(a, where.lies)) {
        look_at(&c, where.lies.low.at);
        return out;
    }
    out.too_fine = !curve_places(a, older, &p) || !curve_places(a, newer, &p);
    keep_domain(a, &p, where.lies);
    out.too_fine = out.too_fine || !places_refine(a, &p, older) || !places_refine(a, &p, newer);
    if (out.too_fine)
        return out;
    keep_domain(a, &p, where.lies);
    for (size_t i = 0; i <= p.n; i++) {
        bool outside = (!i && !where.lies.low.infinite) || (i == p.n && !where.lies.high.infinite);
        if (!outside)
            look_between(&c, places_stretch(&p, i));
        if (i < p.n)
            look_at(&c, p.at[i]);
    }
    return out;
}
