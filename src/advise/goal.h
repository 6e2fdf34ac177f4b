/* What a measure must be for a score: the scorer, the penalties and the rounding, backwards.
 *
 * Floor: advise.  Everything here is exact: rounding is inverted by its definition, levels are
 * piecewise linear and bands are intervals, so the bound is calculated and nothing is searched. */
#ifndef KEN_ADVISE_GOAL_H
#define KEN_ADVISE_GOAL_H

#include "advise/solve.h"

enum reach {
    REACH_ALWAYS, /* whatever the measure is */
    REACH_BOUND,  /* when it meets the bound */
    REACH_NEVER,
};

/* What the scorer of `r` must give so that its score, after what is taken, floor, cap and rounding,
 * meets `goal`, which is at least something. */
enum reach goal_of_scorer(struct arena *a, const struct result *r, struct bound goal,
                          struct bound *raw);

/* The most that the scorer of `r` can give; over where nothing bounds it. */
struct number best_of_scorer(struct arena *a, const struct result *r);

/* What the measure of `r`, which is scored by levels or bands, must be, before it is rounded, so
 * that its scorer gives `raw`.  Of several bands it is the one nearest to the measure as it is. */
enum reach goal_of_measure(struct arena *a, const struct result *r, struct bound raw,
                           struct bound *measure);

/* Whether `n` meets the bound. */
bool bound_met(struct arena *a, struct bound b, struct number n);

#endif
