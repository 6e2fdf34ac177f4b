/* The places at which curves bend: for the files that compare them, and for a chart of one. */
#ifndef KEN_DIFF_CURVES_H
#define KEN_DIFF_CURVES_H

#include "diff/curve.h"

enum { CURVE_PLACES = 100 * 1000 }; /* that are looked at in one comparison */

/* --- curve.c ---------------------------------------------------------------------------------- */

struct places {
    LIST_FIELDS(struct number);
};

typedef struct number curve_value(struct arena *a, const struct curve *c, struct number x);
curve_value curve_raw; /* before it is brought onto the scale */

/* Add the places between which that is linear.  False when there are too many. */
bool curve_places(struct arena *a, const struct curve *c, struct places *p);

/* --- curve_places.c --------------------------------------------------------------------------- */

/* Sort, each once. */
void places_sort(struct arena *a, struct places *p);

/* The greatest whole number that is not above `x`, and the least that is not below it. */
struct number whole_below(struct arena *a, struct number x);
struct number whole_above(struct arena *a, struct number x);

/* Between two places, both excluded; over: there is no end. */
struct stretch {
    struct number low, high;
};

/* Before place `i`, or behind the last one. */
struct stretch places_stretch(const struct places *p, size_t i);

/* Add where the score of the curve changes its line: at the ends of the scale, at floor and cap,
 * where it is rounded to another multiple.  False when there are too many. */
bool places_refine(struct arena *a, struct places *p, const struct curve *c);

/* What a value is inside of a stretch in which it is linear. */
struct line {
    struct number x, y, slope;
};
struct line line_in(struct arena *a, const struct curve *c, curve_value *value,
                    const struct stretch *s);
struct number line_at(struct arena *a, const struct line *l, struct number x);

#endif
