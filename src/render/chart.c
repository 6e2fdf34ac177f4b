/* Charts as SVG.
 *
 * Lines take the colour of the text, and what a dot means is told by its shape: full where the
 * point belongs to the function, hollow where it does not.  Labels that would touch the one before
 * are left out; their marks stay. */
#include "render/chart.h"

#include "render/html.h"
#include "render/text.h"

enum {
    WIDTH = 560,
    HEIGHT = 230,
    LEFT = 46,
    RIGHT = 16,
    TOP = 26,
    BOTTOM = 46,
    LETTER = 7, /* about as wide as a column of the labels */
    PLACES = 2  /* of coordinates */
};

struct drawing {
    struct buffer *out;
    struct arena *a;
    const struct chart *c;
    bool thai_digits;
};

/* Where `at` lies between two ends that are drawn at `first` and `last`. */
static struct number drawn(struct arena *a, struct number at, struct number low, struct number high,
                           int first, int last)
{
    struct number part =
        number_divide(a, number_subtract(a, at, low), number_subtract(a, high, low));
    return number_add(a, number_of(first), number_multiply(a, part, number_of(last - first)));
}

static struct number x_of(const struct drawing *d, struct number x)
{
    return drawn(d->a, x, d->c->low_x, d->c->high_x, LEFT, WIDTH - RIGHT);
}

static struct number y_of(const struct drawing *d, struct number y)
{
    return drawn(d->a, y, d->c->low_y, d->c->high_y, HEIGHT - BOTTOM, TOP);
}

static struct text place(const struct drawing *d, struct number n)
{
    return number_short_words(
        d->a, number_round(d->a, n, number_places(d->a, PLACES), ROUND_HALF_UP), PLACES);
}

static struct text whole(const struct drawing *d, int n)
{
    return text_number(d->a, n);
}

static struct text said(const struct drawing *d, struct text t)
{
    return html_escaped(d->a, text_spoken(d->a, t, d->thai_digits));
}

static void put_label(const struct drawing *d, const char *class, struct text x, struct text y,
                      struct text label)
{
    buffer_add(d->out, SAY(d->a, "<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>\n", text_of(class),
                           x, y, said(d, label)));
}

static void put_line(const struct drawing *d, const char *class, struct text x1, struct text y1,
                     struct text x2, struct text y2)
{
    buffer_add(d->out, SAY(d->a, "<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>\n",
                           text_of(class), x1, y1, x2, y2));
}

/* --- axes ------------------------------------------------------------------------------------- */

static void draw_x(const struct drawing *d)
{
    struct text base = whole(d, HEIGHT - BOTTOM), below = whole(d, HEIGHT - BOTTOM + 5);
    struct number free = number_of(-WIDTH); /* where the last label ends */
    for (size_t i = 0; i < d->c->x.n; i++) {
        const struct chart_mark *m = &d->c->x.at[i];
        struct number x = x_of(d, m->at);
        struct number half = number_ratio((long long)width_columns(m->label) * LETTER + LETTER, 2);
        put_line(d, "axis", place(d, x), base, place(d, x), below);
        if (number_order(d->a, number_subtract(d->a, x, half), free) < 0)
            continue;
        put_label(d, "across", place(d, x), whole(d, HEIGHT - BOTTOM + 18), m->label);
        free = number_add(d->a, x, half);
    }
}

static void draw_y(const struct drawing *d)
{
    enum { NEAREST = 12 };
    struct number free = number_of(2 * HEIGHT);
    for (size_t i = 0; i < d->c->y.n; i++) {
        struct number y = y_of(d, d->c->y.at[i].at);
        put_line(d, "rule", whole(d, LEFT), place(d, y), whole(d, WIDTH - RIGHT), place(d, y));
        if (number_order(d->a, y, free) > 0)
            continue;
        put_label(d, "up", whole(d, LEFT - 6), place(d, number_add(d->a, y, number_of(4))),
                  d->c->y.at[i].label);
        free = number_subtract(d->a, y, number_of(NEAREST));
    }
}

static void draw_axes(const struct drawing *d)
{
    struct text left = whole(d, LEFT), base = whole(d, HEIGHT - BOTTOM);
    draw_y(d);
    draw_x(d);
    put_line(d, "axis", left, whole(d, TOP), left, base);
    put_line(d, "axis", left, base, whole(d, WIDTH - RIGHT), base);
    put_label(d, "name", whole(d, LEFT), whole(d, TOP - 10), d->c->up);
    put_label(d, "name end", whole(d, WIDTH - RIGHT), whole(d, HEIGHT - 8), d->c->across);
}

/* --- the function ----------------------------------------------------------------------------- */

static void draw_function(const struct drawing *d)
{
    for (size_t i = 0; i < d->c->lines.n; i++) {
        const struct chart_line *l = &d->c->lines.at[i];
        put_line(d, "curve", place(d, x_of(d, l->from.x)), place(d, y_of(d, l->from.y)),
                 place(d, x_of(d, l->to.x)), place(d, y_of(d, l->to.y)));
    }
    for (size_t i = 0; i < d->c->dots.n; i++) {
        const struct chart_dot *dot = &d->c->dots.at[i];
        buffer_add(d->out, SAY(d->a, "<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"4\"/>\n",
                               dot->open ? TEXT("open") : TEXT("full"),
                               place(d, x_of(d, dot->at.x)), place(d, y_of(d, dot->at.y))));
    }
}

void chart_svg(struct buffer *out, const struct chart *c, size_t number, bool thai_digits)
{
    struct drawing d = {out, out->arena, c, thai_digits};
    struct text id = text_number(d.a, (long long)number);
    buffer_add(out,
               SAY(d.a,
                   "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"chart{} says{}\">"
                   "\n<title id=\"chart{}\">{}</title>\n<desc id=\"says{}\">{}</desc>\n",
                   whole(&d, WIDTH), whole(&d, HEIGHT), id, id, id, said(&d, c->title), id,
                   said(&d, c->says)));
    draw_axes(&d);
    draw_function(&d);
    buffer_add(out, TEXT("</svg>\n"));
}
