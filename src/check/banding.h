/* Bands in the making, over a score or over what a criterion measures: private to bands.c and
 * marks.c. */
#ifndef KEN_CHECK_BANDING_H
#define KEN_CHECK_BANDING_H

#include "check/ranges.h"

struct position {
    int infinite; /* -1, 0, 1 */
    struct number at;
    int behind; /* 0: before the number, 1: behind it */
};

struct stretch {
    struct position from, to;
    bool open_from, open_to; /* the end is not written */
    const struct band *band;
};

struct banding {
    struct checker *c;
    struct criterion *measured; /* NULL: over a score */
    struct stretch *all;        /* has room for every band */
    size_t n;
    const struct node *otherwise;
    struct thresholds *of; /* of a measure: where the bands go */
};

/* Take the ends of `band`, written as `n` with this stretch; `otherwise` has none and goes into the
 * list at once.  False when an end is wrong, which is reported. */
bool banding_take(struct banding *b, struct band *band, const struct node *n,
                  const struct node *stretch, struct bands *into);

/* The bands in order, with every end resolved; what lies in the range has to be covered. */
void banding_settle(struct banding *b, struct interval r);

/* Put the settled bands into the list. */
void banding_put(const struct banding *b, struct bands *into);

#endif
