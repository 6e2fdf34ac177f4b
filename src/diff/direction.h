/* Which of two figures is never above the other: private to classify_direction.c and
 * classify_formula.c. */
#ifndef KEN_DIFF_DIRECTION_H
#define KEN_DIFF_DIRECTION_H

#include "diff/classify.h"

/* Of the newer figure. */
enum direction { SAME_FIGURE, LOWER, HIGHER, NO_DIRECTION };

/* Proven for all facts that give both. */
enum direction figures_direct(const struct versions *v, const struct expr *older,
                              const struct expr *newer);

/* Whether the newer one is always a multiple of the older one, and how much of it, above 0. */
bool figure_is_multiple(const struct versions *v, const struct expr *older,
                        const struct expr *newer, struct number *ratio);

#endif
