/* How sure a score is: how far it is to the next level, band, step, light and grade, on both sides.
 *
 * Floor: advise.  Everything is read from an outcome; nothing is evaluated.  Distances are exact.
 */
#ifndef KEN_ADVISE_MARGINS_H
#define KEN_ADVISE_MARGINS_H

#include "eval/outcome.h"

/* What one earned fact would have to be, all others as they are. */
struct amount {
    const struct fact *fact; /* NULL: no single fact decides the measure alone */
    struct number change;    /* in base units, at the grain of the fact; below 0 for less */
    bool open;               /* the change itself is not enough, or not allowed; anything beyond (or
                                short of) it is: a fact without a grain */
    bool impossible;         /* the fact cannot be so much or so little */
};

/* The nearest value on one side at which something else begins. */
struct threshold {
    bool there;
    struct number value, distance; /* distance: not below 0 */
    bool beyond;                   /* it begins just behind the value, not at it */
    bool gains, loses;             /* what begins there is a better score, or a worse one */
    const struct level *level;     /* of a scorer by levels: the level at that value; NULL for what
                                      `below` says */
    const struct band *band;       /* of a scorer by bands, and of marks */
    struct number score;           /* that begins there; not of marks */
    struct amount amount;          /* to gain it; or that can change without losing the score */
};

/* To the next light or grade. */
struct mark_margin {
    bool there;
    struct threshold less, more; /* of the score */
};

struct margin {
    const struct result *result;
    bool has_measure;             /* levels or bands over a measure that is known */
    struct threshold less, more;  /* of the measure */
    const struct step *next_step; /* of a checklist: the first one that does not count; NULL */
    struct mark_margin mark[MARKS];
};

struct margins {
    struct outcome *outcome;
    const struct criterion *about; /* and what is in it */
    LIST_OF(struct margin)
    all; /* those with something to say, in the order of the rules, the
            total last */
    LIST_OF(const struct result *)
    open; /* indicators and parts without a score of their own: dropped,
             carried or not known yet */
};

/* The margins of `about` and everything in it. */
struct margins *margins_of(struct arena *a, struct outcome *o, const struct criterion *about);

/* --- private to margins.c, thresholds.c and amounts.c ---------------------------------------- */

/* thresholds.c: on the side of smaller (`more` false) or larger values. */
struct threshold threshold_of_levels(struct arena *a, const struct result *r, bool more);
struct threshold threshold_of_bands(struct arena *a, const struct result *r, bool more);
struct threshold threshold_of_marks(struct arena *a, const struct result *r, enum mark mark,
                                    bool more);

/* amounts.c: the one earned fact that the measure of `k` is, or that it has over a line; NULL where
 * there is none such. */
const struct fact *earned_fact(const struct criterion *k);
struct amount amount_for(struct arena *a, struct outcome *o, const struct fact *f,
                         const struct expr *measure, const struct threshold *t);

#endif
