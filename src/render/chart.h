/* A chart of a function that is linear in pieces, before it looks like anything.
 *
 * Floor: render.  Places are exact numbers; the writer alone turns them into a drawing, whose
 * coordinates are decimals.  What a chart shows is also said, for those who cannot see it. */
#ifndef KEN_RENDER_CHART_H
#define KEN_RENDER_CHART_H

#include "base/list.h"
#include "value/number.h"

struct chart_point {
    struct number x, y;
};

struct chart_line {
    struct chart_point from, to;
};

struct chart_dot {
    struct chart_point at;
    bool open; /* the point itself is not part of the function */
};

struct chart_mark { /* on an axis */
    struct number at;
    struct text label;
};

struct chart {
    struct text title, says;
    struct text across, up;          /* what the axes are about */
    struct number low_x, high_x;     /* low < high */
    struct number low_y, high_y;     /* likewise */
    LIST_OF(struct chart_mark) x, y; /* by rising place */
    LIST_OF(struct chart_line) lines;
    LIST_OF(struct chart_dot) dots;
};

/* An SVG that can stand in a page of HTML; `number` makes its ids differ from those of others. */
void chart_svg(struct buffer *out, const struct chart *c, size_t number, bool thai_digits);

#endif
