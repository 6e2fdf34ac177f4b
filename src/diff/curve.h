/* Scores over one figure, on two sides, and exactly where they differ.
 *
 * Private to diff/.  A scorer by levels or bands, between floor and cap, rounded, is linear between
 * finitely many places; so is the difference of two of them. */
#ifndef KEN_DIFF_CURVE_H
#define KEN_DIFF_CURVE_H

#include "diff/diff.h"
#include "diff/reach.h"

/* From a figure to the score of one side. */
struct curve {
    const struct criterion *of;  /* its scale, floor, cap and rounding */
    const struct thresholds *by; /* NULL: the figure is the score before anything is taken */
    const struct number *fixed;  /* or this is, whatever the figure; NULL: it is not */
    bool rounded;                /* the figure is: `round measure` is not done again */
    struct number taken;         /* late steps and penalties, less bonuses */
    bool bare;                   /* neither floor nor cap nor rounding of the score */
};

struct curve curve_of(const struct criterion *k, const struct thresholds *by);

struct number curve_at(struct arena *a, const struct curve *c, struct number x);

/* What the figure can be. */
struct domain {
    struct interval lies;
    struct number step; /* multiples of it alone; 0: anything between */
};

struct curve_difference {
    bool lower, higher; /* somewhere the newer score is */
    bool too_fine;      /* more places than are looked at: nothing else is known */
    struct extreme_difference loss, gain; /* `where` left empty; `at` is the figure */
    LIST_OF(struct stretch_of_difference) stretches;
};

struct curve_difference curves_compare(struct arena *a, const struct curve *older,
                                       const struct curve *newer, struct domain where);

/* Of two that need not be about the same thing: the greater one, loss by loss and gain by gain.
 * True when that of `other` was taken. */
bool extreme_join(struct arena *a, struct extreme_difference *all,
                  const struct extreme_difference *other);

#endif
