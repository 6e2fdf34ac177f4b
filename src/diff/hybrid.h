/* Rules between two years: some of the changes made, the others not yet.
 *
 * Floor: diff.  A hybrid is one model that can be any of these mixtures.  Everything that decides a
 * score stands in a slot, and each slot holds what the older or what the newer rules say.  Changes
 * that meet in a slot, and changes of which one makes no sense without the other (a measure in
 * another unit and its levels; an indicator that goes and the formula that named it; weights that
 * add up to 100 %), are one player: they are made together or not at all.
 *
 * With no change made it scores as the older rules do; with all of them as the newer ones. */
#ifndef KEN_DIFF_HYBRID_H
#define KEN_DIFF_HYBRID_H

#include "diff/diff.h"
#include "facts/facts.h"

#define NOBODY ((size_t)-1)

/* What can be chosen for a criterion, one side or the other. */
enum hybrid_slot {
    SLOT_PLACE,  /* that it is there, and in what it stands */
    SLOT_WEIGHT, /* its own points or weight */
    SLOT_CASES,  /* the weights by case of what is in it */
    SLOT_SCALE,
    SLOT_APPLIES,
    SLOT_NA,
    SLOT_MISSING,
    SLOT_MEASURE,
    SLOT_SCORER,
    SLOT_ADJUST,
    SLOT_LIMIT,
    SLOT_ROUND,
    SLOTS
};

/* The same of a step, where both sides have as many. */
enum step_slot { STEP_SLOT_ACT, STEP_SLOT_BY, STEP_SLOT_LATE, STEP_SLOTS };

/* Changes that are made together. */
struct player {
    LIST_OF(const struct rule_change *) changes; /* in the order of the diff */
    size_t index;
};

/* Owners are players; NOBODY: both sides say the same. */
struct mixed_penalty {
    const struct penalty *of[SIDES];
    size_t owner;
};
struct mixture {
    const struct pair *pair;
    const struct criterion
        *of[SIDES];   /* over the facts of both; NULL on the side where it is not */
    size_t in[SIDES]; /* the mixture that it stands in; NOBODY for the total */
    size_t owner[SLOTS];
    size_t (*step_owner)[STEP_SLOTS]; /* NULL: steps are part of the scorer */
    LIST_OF(struct mixed_penalty) penalties;
    struct criterion now; /* as the changes that are made have it */
    struct step *steps;
    bool dirty;
};

/* What a declared fact is read as. */
struct mixed_fact {
    struct fact *as;          /* among those of both sides */
    const struct fact *from;  /* declared otherwise: what the file says there becomes its value */
    const struct fact *newer; /* as the newer rules declare it; NULL for one of the older ones */
};

struct hybrid {
    struct arena *arena;
    const struct diff *diff;
    struct model reading;    /* the older rules with the facts of both: facts are read for it */
    struct model model;      /* as the changes that are made have it */
    struct mixture *mixture; /* by pair */
    size_t mixtures;
    LIST_OF(struct player *) players;
    bool *made; /* by player */
    bool rest;  /* and what is nobody's is as in the newer rules */
    size_t calendar_owner, month_ends_owner;
    LIST_OF(struct mixed_fact) facts;   /* that the newer rules declare anew, or otherwise */
    LIST_OF(struct mixed_fact) columns; /* likewise, of tables that both have */
    bool whole_order; /* places have changed: who stands in what has to be found anew */
    struct bringing *bringing;
    size_t *leader; /* private to hybrid_players.c */
};

struct hybrid *hybrid_of(struct arena *a, const struct diff *d);

/* Make these changes and no others; `made` by player. */
const struct model *hybrid_make(struct hybrid *h, const bool *made);

/* Make all of them. */
const struct model *hybrid_make_changes(struct hybrid *h);

/* As the rules of one side have everything, also what no player stands for. */
const struct model *hybrid_make_side(struct hybrid *h, int side);

/* The criterion of a pair in it. */
const struct criterion *hybrid_criterion(const struct hybrid *h, const struct pair *p);

/* The mixture that a criterion of it is of. */
static inline struct mixture *hybrid_mixture_of(const struct criterion *k)
{
    return (struct mixture *)(uintptr_t)((const char *)k - offsetof(struct mixture, now));
}

/* A fact that the newer rules read and that `f` lacks. */
typedef void lacking(void *user, const struct fact *newer);

/* After facts_finish: give what the newer rules declare anew or otherwise its value.  What the file
 * does not say is open: no policy for missing facts covers it, for nobody was asked. */
void hybrid_settle_facts(const struct hybrid *h, struct facts *f, lacking *note, void *user);

/* --- between the files of hybrids --------------------------------------------------------------
 */

/* What the declarations and expressions of each side became. */
struct bringing {
    struct fact **fact[SIDES];    /* by index */
    struct fact ***column[SIDES]; /* by index of the table and of the column */
    struct expr **expr[SIDES];    /* by cell */
    struct let **let[SIDES];      /* by index */
    LIST_OF(struct let *) lets;   /* of both */
};

void hybrid_bring_facts(struct hybrid *h);
struct fact *hybrid_fact(const struct hybrid *h, int side, const struct fact *f);
struct fact *hybrid_column(const struct hybrid *h, int side, const struct fact *column);

/* Copies of criteria and of their expressions, over the facts of both sides. */
void hybrid_bring_criteria(struct hybrid *h);

/* Who owns what. */
void hybrid_find_players(struct hybrid *h);

/* hybrid_walk.c: what the expressions of a slot read. */
struct slot_walk {
    struct arena *a;
    void (*look)(void *user, const struct expr *e);
    void *user;
    size_t *let_seen, turn;
};
struct slot_walk walk_in(struct arena *a, size_t lets,
                         void (*look)(void *user, const struct expr *e), void *user);
void walk_slot(struct slot_walk *r, const struct criterion *k, enum hybrid_slot slot);
void walk_step(struct slot_walk *r, const struct step *s, enum step_slot slot);
void walk_penalty(struct slot_walk *r, const struct penalty *p);
void walk_all(struct slot_walk *r, const struct criterion *k); /* every expression of it */

#endif
