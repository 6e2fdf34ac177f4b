/* What can be at all: proven, not supposed.
 *
 * Private to diff/.  Facts are taken to be free: an office can have every value that the
 * declaration of a fact allows, whatever its other facts are.  A figure is reached when facts of
 * its own make it so; what reads the same facts twice, or calculates in a way that is not known
 * here, is not proven, and then nothing is said but that no value lies outside `lies`. */
#ifndef KEN_DIFF_REACH_H
#define KEN_DIFF_REACH_H

#include "check/model.h"
#include "value/interval.h"

/* Facts that something needs for itself; and those that it needs only large enough, as what is
 * divided by. */
struct needs {
    LIST_OF(const struct fact *) own, large;
    size_t work; /* conditions looked at: beyond a limit nothing more is proven */
};

struct reach {
    bool proven;          /* every value in `lies` that is a multiple of `step` can be */
    bool ends;            /* of a score: its least and its greatest value can be */
    struct interval lies; /* nothing else can be */
    struct number step;   /* 0: every value is one */
    struct needs needs;
};

/* Of a number. */
struct reach reach_number(struct arena *a, const struct model *m, const struct expr *e);

/* Of what a criterion measures, after its rounding. */
struct reach reach_measure(struct arena *a, const struct model *m, const struct criterion *k);

/* Of what the scorer of a criterion gives, before it is brought onto the scale; and of its score.
 */
struct reach reach_raw(struct arena *a, const struct model *m, const struct criterion *k);
struct reach reach_score(struct arena *a, const struct model *m, const struct criterion *k);

/* Some facts make it take nothing. */
bool penalty_can_be_nothing(struct arena *a, const struct model *m, const struct penalty *p);

/* Whether `e` can be yes (or no), by facts that nothing in `needs` needs; they are added to it. */
bool reach_condition(struct arena *a, const struct model *m, const struct expr *e, bool yes,
                     struct needs *needs);

/* Add what `more` needs.  False when something is needed twice. */
bool needs_join(struct arena *a, struct needs *needs, const struct needs *more);

/* --- between the files of it ------------------------------------------------------------------ */

/* Need a fact for itself, or only large; false when it is needed otherwise already. */
bool needs_take(struct arena *a, struct needs *n, const struct fact *f);
bool needs_take_large(struct arena *a, struct needs *n, const struct fact *f);

struct reach reach_anything(struct arena *a, const struct model *m, const struct expr *e);

/* reach_ratio.c: of sums of facts over one divisor. */
struct reach reach_ratio(struct arena *a, const struct model *m, const struct expr *e);

/* The fact or column that it is; NULL for none. */
const struct fact *reach_fact(const struct expr *e);

/* The number that stands in the rules. */
bool reach_literal(const struct expr *e, struct number *n);

/* What an expression stands for: through lets, formulas and their parameters. */
const struct expr *reach_meant(const struct expr *e);

#endif
