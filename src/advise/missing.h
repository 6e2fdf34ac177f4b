/* What is missing, and how much each of it could move the total.
 *
 * Floor: advise.  While a total is not known, the facts that it waits for are ranked: the criteria
 * that wait for one are put to the worst and to the best that each of them can be, and what that
 * makes of the total, all else at its worst or at its best, is how much it could move. */
#ifndef KEN_ADVISE_MISSING_H
#define KEN_ADVISE_MISSING_H

#include "eval/outcome.h"

/* A criterion that waits for something itself, not only through the score of another one. */
struct mover {
    const struct criterion *criterion;
    bool whole;               /* anything of its score may hang on it: else these penalties */
    struct number amounts;    /* the most that penalties and bonuses hang on it; over: no most */
    const void *last_penalty; /* that was added to them */
};

enum move_kind {
    MOVE_KNOWN,
    MOVE_OPEN,     /* nothing bounds how far the total could move */
    MOVE_UNWEIGHED /* there was too much to look at: see RANKING_WORK */
};

struct missing {
    const struct fact *fact; /* NULL: `what` is a cell, or a calculation without a result */
    struct text what, title;
    LIST_OF(const struct criterion *) holds_up;
    LIST_OF(struct mover) movers;
    enum move_kind kind;
    struct number move; /* of MOVE_KNOWN */
};

struct missing_list {
    LIST_OF(struct missing *) all; /* what could move the total most comes first */
};

/* Everything that the total waits for; nothing when it is known. */
struct missing_list *missing_of(struct arena *a, const struct outcome *o);

/* The same, not ranked, which costs no evaluation. */
struct missing_list *missing_in(struct arena *a, const struct outcome *o);

/* ranking.c: private to missing.c. */
void rank_missing(struct arena *a, const struct outcome *o, struct missing_list *list);

#endif
