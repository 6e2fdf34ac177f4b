/* Who is affected: the totals of offices under two rule sets, and what each change does to them.
 *
 * Floor: diff.  The facts are of the older year and the newer rules are aligned (align.h), so both
 * are evaluated on the same facts and days.  The difference of a total is divided among the players
 * (hybrid.h) as their Shapley values, exactly: rationals that add up to the difference. */
#ifndef KEN_DIFF_IMPACT_H
#define KEN_DIFF_IMPACT_H

#include "diff/hybrid.h"
#include "eval/outcome.h"

/* How the difference was divided. */
enum division {
    DIVISION_EXACT,    /* by Shapley values */
    DIVISION_IN_ORDER, /* more changes meet than SHAPLEY_PLAYERS: as if made in the order of the
                          rules */
    DIVISION_NONE      /* not at all: a total is not known, or is not while only some are made */
};

struct attribution {
    const struct player *player; /* NULL: what no change that the diff names accounts for */
    struct number by;
};

/* What a criterion or the total of an office is on one side. */
struct standing {
    bool known;
    struct number score, low, high; /* equal when known */
    const struct band *mark[MARKS]; /* NULL: none, or not certain */
};

enum office_state { OFFICE_KNOWN, OFFICE_RANGE /* a total is not known */, OFFICE_WRONG };

struct office {
    struct text name; /* as the facts say; else of the file */
    struct text file; /* "loei.facts", "offices.ndjson:17" */
    enum office_state state;
    struct text wrong_code, wrong_at; /* of OFFICE_WRONG: of the first error */
    size_t wrong_errors;
    struct standing total[SIDES];
    struct number by; /* newer less older, when both are known */
    enum division division;
    LIST_OF(struct attribution) attributed; /* in the order of the players, zeros left out */
    LIST_OF(const struct fact *) lacking;   /* that the newer rules need and its file lacks */
};

/* One criterion that both sides have, over all offices that score in it on both. */
struct criterion_impact {
    const struct pair *pair;
    size_t gain, lose, stay;
    struct number sum; /* of the differences; see impact_rounded */
};

struct player_impact {
    const struct player *player; /* NULL as above */
    size_t touched;              /* offices */
    struct number sum;           /* over all that were divided */
};

struct lacking_fact {
    const struct fact *fact;
    size_t offices;
};

struct impact {
    struct arena *arena;
    const struct diff *diff;
    struct hybrid *hybrid;
    struct plan *plan;                /* private: how the rules are taken apart */
    LIST_OF(struct office *) offices; /* in the order in which they came */
    LIST_OF(struct criterion_impact) criteria;
    LIST_OF(struct player_impact) players; /* the one without a player last */
    LIST_OF(struct lacking_fact) lacking;
    size_t divided, in_order; /* offices whose difference was; of them in the order of the rules */
};

struct impact *impact_of(struct arena *a, const struct diff *d);

/* The facts of an office, to be read into; in `a`, which is given back when it is done. */
struct facts *impact_facts(const struct impact *m, struct arena *a, struct diags *d);

/* The next office, its facts finished. */
void impact_add(struct impact *m, struct facts *f, struct text file);

/* An office whose facts are wrong. */
void impact_add_wrong(struct impact *m, struct text name, struct text file,
                      const struct diags *why);

/* --- what follows from all of them (impact_order.c) ---------------------------------------------
 */

/* Whose light or grade changes first, then by what they lose; then those who gain, least first;
 * then ranges, then what is wrong. */
const struct office **impact_order(struct arena *a, const struct impact *m);
bool impact_mark_changes(const struct office *o);

/* Differences of known offices: how many gain, lose, stay, and how much.  The mean is exact up to
 * impact_rounded. */
struct distribution {
    size_t n, gain, lose, stay;
    struct number least, median, mean, greatest;
};
struct distribution impact_distribution(struct arena *a, const struct impact *m);

/* Sums over many offices would grow beyond every limit as exact fractions: each figure of a mean is
 * rounded half even to so many places before it is added. */
enum { IMPACT_PLACES = 12 };
struct number impact_rounded(struct arena *a, struct number n);

/* --- between the files of impact ----------------------------------------------------------------
 */

/* A criterion whose score is a term of the total: its share times its score. */
struct term {
    struct mixture *of;
    size_t *player; /* that its score depends on */
    size_t players;
};

/* How the total is made, over all mixtures. */
struct plan {
    bool is_sum; /* the weighted mean of the terms, less what is taken; else one whole */
    LIST_OF(struct term) terms;
    bool *weighs;  /* by player: shares may depend on it */
    bool *takes;   /* what is taken from the total */
    bool *limits;  /* floor, cap and rounding of the total */
    bool *touches; /* the total at all */
};
struct plan *impact_plan(struct hybrid *h);

/* impact_divide.c: what each player adds.  `before` and `after`: no change made, and all of them.
 */
struct divided {
    enum division how;
    struct number *by; /* by player */
};
struct divided impact_divide(struct impact *m, struct facts *f, struct arena *a,
                             const struct outcome *before, const struct outcome *after);

#endif
