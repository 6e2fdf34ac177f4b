/* Needed: the smallest changes of facts that reach a score.
 *
 * Floor: advise.  A change is calculated backwards from the goal and then tried: with it the
 * evaluation reaches the goal, and with one grain less it does not. */
#ifndef KEN_ADVISE_NEEDED_H
#define KEN_ADVISE_NEEDED_H

#include "advise/change.h"

enum { NEEDED_SETS = 5 /* of several changes, so many sets are told */ };

/* What reaches the goal: all of these changes together. */
struct way {
    struct changes changes;
    struct number score; /* of what was asked about, with them */
    struct number cost;
};

enum needed_state {
    NEEDED_REACHED,      /* as it is */
    NEEDED_WAYS,         /* each of the ways does it */
    NEEDED_OUT_OF_REACH, /* no change that can be calculated does */
    NEEDED_NOTHING,      /* it does not apply: there is no score */
};

/* A step that would cost more than it may: its deadline has passed on the day that the facts
 * describe. */
struct obstacle {
    const struct criterion *at;
    const struct step *step;
    struct date due;
};

struct needed {
    const struct criterion *criterion;
    struct number goal;
    enum needed_state state;
    LIST_OF(struct way) ways; /* cheapest first; of one cost the order of the rules */
    bool several;             /* no change does it alone */
    struct number highest;    /* of NEEDED_OUT_OF_REACH: the most that the changes tried can give */
    LIST_OF(const struct criterion *) blocked; /* what no change could raise */
    LIST_OF(struct obstacle) obstacles;        /* what can no longer be changed */
};

/* What an office is told a change costs: 1, unless it says otherwise. */
struct cost {
    const struct criterion *of;
    struct number cost;
};

/* What `k` needs to score at least `goal`.  `o` is complete; `scratch` is memory for evaluations.
 */
struct needed *needed_for(struct arena *a, struct arena *scratch, struct outcome *o,
                          const struct criterion *k, struct number goal, const struct cost *costs,
                          size_t n);

/* The first way in which the scorer of `k`, made of facts, gives at least `raw`, whatever is taken
 * from that; NULL where none can be calculated. */
const struct way *needed_of_scorer(struct arena *a, struct arena *scratch, struct outcome *o,
                                   const struct criterion *k, struct number raw);

#endif
