/* What changes do to scores: private to classify*.c.
 *
 * A score is made of what the scorer gives, less what is taken, between floor and cap, rounded:
 * everything but the scorer grows with what goes in.  So two versions of a criterion are compared
 * scorer by scorer (`struct raw`) and taking by taking (`struct term`), and the greatest loss and
 * the greatest gain lie where the one side takes the least and the other the most. */
#ifndef KEN_DIFF_CLASSIFY_H
#define KEN_DIFF_CLASSIFY_H

#include "diff/curve.h"

/* What is taken on the two sides by the same event; a bonus takes less than nothing. */
struct taken {
    struct number by[SIDES];
    struct text where; /* "step 3 done on 2566-05-02"; empty: nothing happened */
};
struct takings {
    LIST_FIELDS(struct taken);
};

/* A late step, a penalty or a bonus. */
struct term {
    struct takings all;
    bool exact;     /* there are no others: else the ones between are not all there */
    bool proven;    /* each of them can be */
    bool unchanged; /* both sides take the same, whatever that is: `all` is nothing */
    struct needs needs;
};
struct terms {
    LIST_FIELDS(struct term);
};

/* What the scorers of the two sides make of one figure, or one state of the steps. */
struct raw {
    struct curve of[SIDES];
    struct domain where;
    bool proven; /* everything in the domain can be */
    bool exact;  /* nothing else can */
    struct needs needs;
    bool share;        /* the figure is the share that a step achieves */
    struct text words; /* "size S", "steps 1, 2 done": may be empty */
    struct terms late;
};
struct raws {
    LIST_OF(struct raw) all;
    struct text why; /* not empty: they cannot be compared, for this reason */
};

/* Two versions of a criterion; each may be one that stands in no model, made for a question. */
struct versions {
    struct diff *d;
    const struct criterion *of[SIDES];
    const unsigned char *step_from; /* by step of the newer one: whose model its conditions are of;
                                       NULL: the newer one */
};

struct effect {
    enum diff_class class;
    bool on_total; /* that is what the class is about */
    struct text why;
    bool no_higher, no_lower; /* of CLASS_UNKNOWN: that much is proven */
    struct extreme_difference loss, gain;
    LIST_OF(struct stretch_of_difference) stretches;
};

/* The score of one version against that of the other. */
struct effect classify_versions(const struct versions *v);

/* What one change alone does to the score of its criterion: the older criterion against itself with
 * this change. */
struct effect classify_alone(struct diff *d, const struct rule_change *c);

/* --- classify_weights.c ----------------------------------------------------------------------- */

/* What one change of weights, or of what there is, does to the total. */
struct effect classify_weights(struct diff *d, const struct rule_change *c);

/* --- classify_formula.c, classify_adjust.c, classify_policy.c, classify_facts.c --------------- */
struct effect classify_formula(struct diff *d, const struct rule_change *c);
struct effect classify_adjust(struct diff *d, const struct rule_change *c);
struct effect classify_policy(struct diff *d, const struct rule_change *c);
struct effect classify_calendar(struct diff *d, const struct rule_change *c);
struct effect classify_fact(struct diff *d, const struct rule_change *c);

/* --- classify_trial.c ------------------------------------------------------------------------- */

/* Look for facts that score lower and higher by the newer rules, where that is not proven.  Of the
 * only change of its criterion. */
void classify_by_trial(struct diff *d, const struct pair *p, struct effect *e);

/* --- classify_raw.c, classify_steps.c --------------------------------------------------------- */
void raw_versions(const struct versions *v, struct raws *raws);
void raw_steps(const struct versions *v, struct raws *raws);

/* --- classify_taken.c ------------------------------------------------------------------------- */
void penalty_terms(const struct versions *v, struct terms *terms);
struct term term_unchanged(struct arena *a); /* both sides take the same */

/* --- clock.c ---------------------------------------------------------------------------------- */

/* Of each of them by rising loss (or gain): those that no other one outdoes. False when they are
 * too many. */
bool takings_join(struct arena *a, struct takings *front, const struct takings *more, bool loss);

/* --- classify_condition.c --------------------------------------------------------------------- */

/* How the newer one of two conditions (NULL: always) lies to the older one. */
enum relation {
    RELATION_SAME,
    RELATION_STRONGER, /* whatever fulfils it fulfils the older one */
    RELATION_WEAKER,   /* whatever fulfils the older one fulfils it */
    RELATION_UNKNOWN
};
enum relation conditions_relate(const struct versions *v, const struct expr *older,
                                const struct expr *newer);

/* Two aggregates of the same over the same rows, their filters aside. */
bool aggregates_alike(const struct versions *v, const struct expr *older, const struct expr *newer);

/* The same of two counts of rows, by their filters. */
enum relation counts_relate(const struct versions *v, const struct expr *older,
                            const struct expr *newer);

/* --- between them ----------------------------------------------------------------------------- */

/* Two expressions, each of the model of its side or both of the older one. */
bool versions_same(const struct versions *v, const struct expr *older, const struct expr *newer);
bool versions_same_day(const struct versions *v, const struct expr *older,
                       const struct expr *newer);

/* A fact of the newer rules as the older ones have it; itself where they have not. */
const struct fact *older_fact(const struct diff *d, const struct fact *f);

struct effect effect_unknown(struct text why);
struct effect effect_neutral(void);

#endif
