/* Places in order, and those that floor, cap and rounding add. */
#include "diff/curves.h"

static void sink(struct arena *a, struct number *x, size_t i, size_t n)
{
    for (size_t child; (child = 2 * i + 1) < n; i = child) {
        if (child + 1 < n && number_order(a, x[child], x[child + 1]) < 0)
            child++;
        if (number_order(a, x[i], x[child]) >= 0)
            return;
        struct number y = x[i];
        x[i] = x[child];
        x[child] = y;
    }
}

void places_sort(struct arena *a, struct places *p)
{
    size_t n = 0;
    for (size_t i = p->n / 2; i-- > 0;)
        sink(a, p->at, i, p->n);
    for (size_t end = p->n; end-- > 1;) {
        struct number y = p->at[0];
        p->at[0] = p->at[end];
        p->at[end] = y;
        sink(a, p->at, 0, end);
    }
    for (size_t i = 0; i < p->n; i++)
        if (!n || !number_equal(a, p->at[n - 1], p->at[i]))
            p->at[n++] = p->at[i];
    LIST_CUT(p, n);
}

struct number whole_below(struct arena *a, struct number x)
{
    struct number n = number_round(a, x, number_of(1), ROUND_DOWN);
    return number_order(a, n, x) > 0 ? number_subtract(a, n, number_of(1)) : n;
}

struct number whole_above(struct arena *a, struct number x)
{
    return number_negate(a, whole_below(a, number_negate(a, x)));
}

struct stretch places_stretch(const struct places *p, size_t i)
{
    struct stretch s = {.low = number_over(), .high = number_over()};
    if (i)
        s.low = p->at[i - 1];
    if (i < p->n)
        s.high = p->at[i];
    return s;
}

/* Two figures strictly inside. */
static void inside(struct arena *a, const struct stretch *s, struct number x[2])
{
    struct number low = number_is_over(s->low) ? number_of(0) : s->low, third = number_of(1);
    if (number_is_over(s->low) && !number_is_over(s->high))
        low = number_subtract(a, s->high, number_of(3));
    else if (!number_is_over(s->high))
        third = number_multiply(a, number_subtract(a, s->high, s->low), number_ratio(1, 3));
    x[0] = number_add(a, low, third);
    x[1] = number_add(a, x[0], third);
}

struct line line_in(struct arena *a, const struct curve *c, curve_value *value,
                    const struct stretch *s)
{
    struct number x[2];
    inside(a, s, x);
    struct number y = value(a, c, x[0]), rise = number_subtract(a, value(a, c, x[1]), y);
    return (struct line){x[0], y, number_divide(a, rise, number_subtract(a, x[1], x[0]))};
}

struct number line_at(struct arena *a, const struct line *l, struct number x)
{
    return number_add(a, l->y, number_multiply(a, l->slope, number_subtract(a, x, l->x)));
}

/* Where the line reaches `y`, if that lies in the stretch. */
static bool add_crossing(struct arena *a, struct places *p, const struct line *l,
                         const struct stretch *s, struct number y)
{
    if (number_is_over(y) || !number_sign(l->slope))
        return true;
    struct number x = number_add(a, l->x, number_divide(a, number_subtract(a, y, l->y), l->slope));
    bool within = (number_is_over(s->low) || number_order(a, x, s->low) > 0) &&
                  (number_is_over(s->high) || number_order(a, x, s->high) < 0);
    if (within)
        LIST_ADD(a, p, x);
    return p->n < CURVE_PLACES;
}

/* Between which figures before rounding the stretch gives any others than the floor and the cap. */
static void kept(struct arena *a, const struct curve *c, const struct line *l,
                 const struct stretch *s, struct number *low, struct number *high)
{
    struct number ends[] = {s->low, s->high};
    bool falls = number_sign(l->slope) < 0;
    for (int i = 0; i < 2; i++)
        ends[i] = number_is_over(ends[i]) ? number_over() : line_at(a, l, ends[i]);
    *low = ends[falls];
    *high = ends[!falls];
    struct number floor = number_add(a, c->of->floor, c->taken),
                  cap = number_add(a, c->of->cap, c->taken);
    if (number_is_over(*low) || number_order(a, *low, floor) < 0)
        *low = floor;
    if (number_is_over(*high) || number_order(a, *high, cap) > 0)
        *high = cap;
}

/* Every half multiple is taken for a place: which mode it is makes no difference then. */
static bool add_roundings(struct arena *a, struct places *p, const struct curve *c,
                          const struct line *l, const struct stretch *s)
{
    struct number low, high,
        half = number_multiply(a, c->of->round_score->step, number_ratio(1, 2));
    if (!number_sign(l->slope))
        return true;
    kept(a, c, l, s, &low, &high);
    if (number_is_over(low) || number_is_over(high))
        return false;
    struct number x = number_round(a, number_subtract(a, low, c->taken), half, ROUND_HALF_UP);
    for (x = number_subtract(a, x, half); number_order(a, number_add(a, x, c->taken), high) <= 0;
         x = number_add(a, x, half))
        if (!add_crossing(a, p, l, s, number_add(a, x, c->taken)))
            return false;
    return true;
}

bool places_refine(struct arena *a, struct places *p, const struct curve *c)
{
    struct places more = {0};
    const struct criterion *k = c->of;
    struct number y[] = {k->low, k->high, number_add(a, k->floor, c->taken),
                         number_add(a, k->cap, c->taken)};
    for (size_t i = 0; i <= p->n; i++) {
        struct stretch s = places_stretch(p, i);
        struct line l = line_in(a, c, curve_raw, &s);
        for (size_t j = 0; j < sizeof y / sizeof *y; j++)
            if (!add_crossing(a, &more, &l, &s, y[j]))
                return false;
        if (k->round_score->set && !c->bare && !add_roundings(a, &more, c, &l, &s))
            return false;
    }
    for (size_t i = 0; i < p->n; i++)
        LIST_ADD(a, &more, p->at[i]);
    *p = more;
    places_sort(a, p);
    return true;
}
