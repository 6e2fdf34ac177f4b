/* The score over the measure, as a drawing.
 *
 * Between the places where a scorer bends it is a straight line, so two values inside say where the
 * line ends on both sides; the place itself has a value of its own.  Late steps, penalties, floor,
 * cap and rounding are no part of it. */
#include "check/ranges.h"
#include "diff/curves.h"
#include "report/booklet_inside.h"

struct drawing {
    const struct booklet *b;
    const struct criterion *k;
    struct curve curve;
    struct places places;
    struct chart *chart;
};

static struct arena *arena_of(const struct drawing *d)
{
    return d->b->a;
}

/* --- the frame -------------------------------------------------------------------------------- */

/* Some way beyond the outermost places, unless nothing can lie there. */
static void frame_x(struct drawing *d)
{
    enum { PART = 7 };
    struct arena *a = arena_of(d);
    struct chart *c = d->chart;
    struct number first = d->places.at[0], last = d->places.at[d->places.n - 1];
    struct number span = number_subtract(a, last, first);
    struct interval lies = range_in(a, d->b->m, d->k->measure);
    struct number least = end_number(lies.low), most = end_number(lies.high);
    if (!number_sign(span))
        span = number_sign(first) < 0 ? number_negate(a, first) : first;
    if (!number_sign(span))
        span = number_of(PART);
    struct number margin = number_divide(a, span, number_of(PART));
    c->low_x = number_subtract(a, first, margin);
    c->high_x = number_add(a, last, margin);
    if (!number_is_over(least) && number_order(a, least, c->low_x) > 0 &&
        number_order(a, least, last) < 0)
        c->low_x = number_least(a, least, first);
    if (!number_is_over(most) && number_order(a, most, c->high_x) < 0 &&
        number_order(a, most, first) > 0)
        c->high_x = number_most(a, most, last);
}

/* --- the line --------------------------------------------------------------------------------- */

static void add_dot(struct drawing *d, struct number x, struct number y, bool open)
{
    LIST_ADD(arena_of(d), &d->chart->dots, (struct chart_dot){{x, y}, open});
}

/* From one place to the next; `*left` and `*right` become what it comes to at its ends. */
static bool add_line(struct drawing *d, struct number from, struct number to, struct number *left,
                     struct number *right)
{
    struct arena *a = arena_of(d);
    struct stretch s = {from, to};
    struct line l = line_in(a, &d->curve, curve_at, &s);
    *left = line_at(a, &l, from);
    *right = line_at(a, &l, to);
    if (number_is_over(*left) || number_is_over(*right))
        return false;
    LIST_ADD(a, &d->chart->lines, (struct chart_line){{from, *left}, {to, *right}});
    return true;
}

static void add_function(struct drawing *d)
{
    struct arena *a = arena_of(d);
    struct number from = d->chart->low_x, before = number_over();
    for (size_t i = 0; i <= d->places.n; i++) {
        struct number to = i < d->places.n ? d->places.at[i] : d->chart->high_x;
        struct number left = number_over(), right = number_over();
        if (number_order(a, from, to) < 0)
            add_line(d, from, to, &left, &right);
        if (i) {
            struct number at = curve_at(a, &d->curve, from);
            if (!number_is_over(at))
                add_dot(d, from, at, false);
            if (!number_is_over(before) && !number_equal(a, before, at))
                add_dot(d, from, before, true);
            if (!number_is_over(left) && !number_equal(a, left, at))
                add_dot(d, from, left, true);
        }
        before = right;
        from = to;
    }
}

/* --- the axes --------------------------------------------------------------------------------- */

static void frame_y(struct drawing *d)
{
    struct arena *a = arena_of(d);
    struct chart *c = d->chart;
    c->low_y = d->k->low;
    c->high_y = d->k->high;
    for (size_t i = 0; i < c->lines.n; i++) {
        const struct number y[] = {c->lines.at[i].from.y, c->lines.at[i].to.y};
        for (int j = 0; j < 2; j++) {
            c->low_y = number_is_over(c->low_y) ? y[j] : number_least(a, c->low_y, y[j]);
            c->high_y = number_is_over(c->high_y) ? y[j] : number_most(a, c->high_y, y[j]);
        }
    }
    if (number_equal(a, c->low_y, c->high_y))
        c->high_y = number_add(a, c->low_y, number_of(1));
}

static void add_marks(struct drawing *d)
{
    const struct booklet *b = d->b;
    struct arena *a = arena_of(d);
    struct places heights = {0};
    LIST_ADD(a, &heights, d->chart->low_y);
    LIST_ADD(a, &heights, d->chart->high_y);
    for (size_t i = 0; i < d->chart->dots.n; i++)
        LIST_ADD(a, &heights, d->chart->dots.at[i].at.y);
    places_sort(a, &heights);
    for (size_t i = 0; i < heights.n; i++)
        LIST_ADD(a, &d->chart->y,
                 (struct chart_mark){heights.at[i], booklet_number(b, heights.at[i])});
    for (size_t i = 0; i < d->places.n; i++)
        LIST_ADD(a, &d->chart->x,
                 (struct chart_mark){d->places.at[i], booklet_measure(b, d->k, d->places.at[i])});
}

/* The full dots in words. */
static struct text says(const struct drawing *d)
{
    const struct booklet *b = d->b;
    struct buffer words = buffer_in(b->a);
    for (size_t i = 0; i < d->chart->dots.n; i++) {
        const struct chart_dot *dot = &d->chart->dots.at[i];
        if (dot->open)
            continue;
        buffer_add(&words, words.n ? TEXT("; ") : TEXT(""));
        buffer_add(&words, TELL(b, CHART_POINT, booklet_measure(b, d->k, dot->at.x),
                                booklet_number(b, dot->at.y)));
    }
    return TELL(b, CHART_SAYS, buffer_text(&words));
}

static struct text title(const struct drawing *d, size_t row)
{
    const struct booklet *b = d->b;
    struct text words =
        d->k->by ? TELL(b, CHART_CASE, booklet_case(b, d->k->by, row)) : TOLD(b, CHART);
    for (size_t i = 0; i < d->chart->dots.n; i++)
        if (d->chart->dots.at[i].open)
            return SAY(b->a, "{}. {}", words, TOLD(b, CHART_DOTS));
    return words;
}

void booklet_chart(const struct booklet *b, const struct criterion *k, size_t row)
{
    struct chart *chart = ARENA_NEW(b->a, struct chart);
    struct drawing d = {.b = b, .k = k, .chart = chart};
    d.curve = curve_of(k, k->thresholds.at[row]);
    d.curve.rounded = d.curve.bare = true;
    if (!curve_places(b->a, &d.curve, &d.places) || !d.places.n)
        return;
    places_sort(b->a, &d.places);
    frame_x(&d);
    add_function(&d);
    if (!chart->lines.n)
        return;
    frame_y(&d);
    add_marks(&d);
    chart->across = k->shown_unit.n ? SAY(b->a, "{} ({})", TOLD(b, COLUMN_VALUE),
                                          text_folded(b->a, k->shown_unit))
                                    : TOLD(b, COLUMN_VALUE);
    chart->up = TOLD(b, COLUMN_SCORE);
    chart->title = title(&d, row);
    chart->says = says(&d);
    document_chart(b->d, chart);
}
