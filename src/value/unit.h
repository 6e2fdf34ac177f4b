/* Units: what a number counts.
 *
 * Floor: value.  A dimension is a product of declared units with whole powers (baht, or baht per
 * person); NULL is a pure number.  Dimensions are made in one arena and compared with
 * dimension_equal.  Values of facts are kept in base units (baht), whatever unit they are written
 * in (million baht). */
#ifndef KEN_VALUE_UNIT_H
#define KEN_VALUE_UNIT_H

#include "base/span.h"
#include "value/number.h"

struct unit_factor {
    struct text name;
    int power; /* not 0 */
};

struct dimension {
    size_t n;                         /* at least 1 */
    const struct unit_factor *factor; /* sorted by name */
};

/* A unit as written: "million baht" is a million times the dimension baht; "percent" is 1/100 of a
 * pure number. */
struct unit {
    struct text words;
    struct number scale;
    const struct dimension *dimension;
};

const struct dimension *dimension_of(struct arena *a, struct text name);
bool dimension_equal(const struct dimension *a, const struct dimension *b);

/* a times b to the power of `sign` (1: product, -1: quotient). */
const struct dimension *dimension_combine(struct arena *a, const struct dimension *x,
                                          const struct dimension *y, int sign);

/* "baht", "baht per person", "baht squared"; "a pure number" for NULL. */
struct text dimension_words(struct arena *a, const struct dimension *d);

#endif
