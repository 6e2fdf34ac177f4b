/* Between lost.c, lost_marks.c, lost_formula.c, lost_open.c, lost_taken.c and lost_back.c: private
 * to them. */
#ifndef KEN_ADVISE_LOSING_H
#define KEN_ADVISE_LOSING_H

#include "advise/lost.h"

/* By how much one of its members moves the score of a criterion: from its own score to its full
 * mark by `by` times the way. */
struct share {
    const struct criterion *member;
    struct number by;
};

/* A figure that is made from scores. */
struct spread {
    LIST_OF(struct share) shares;
    struct number now, base; /* the shares lead from one to the other, but for what was rounded */
    struct number rounded;   /* taken by rounding inside */
    struct number best;      /* with every score in it at its full mark */
    bool opaque;             /* reads a score that is not followed */
};

struct losing {
    struct arena *a;
    struct outcome *o;
    struct lost *out;
    struct number *mark; /* full marks, by criterion */
    bool *marked;
    struct number *by; /* by criterion: how much it moves the one above, while that is looked at */
    bool *moves;
    size_t work; /* of LOST_WORK, what is left */
};

/* lost_marks.c: the best score; over where there is none. */
struct number full_mark(struct losing *w, const struct criterion *k);

/* Take `n` from the work that is left; false, once and for all, when there is not so much. */
bool losing_work(struct losing *w, size_t n);

/* A figure that stays as it is. */
struct spread spread_fixed(struct number n, bool opaque);

/* A score; it stays as it is where it has no full mark. */
struct spread spread_of_score(struct losing *w, const struct result *r);

/* Its shares, `by` times. */
void spread_add(struct losing *w, struct spread *to, const struct spread *from, struct number by);

/* The sum of scores, each `by` times; the least or greatest; the product, `now`. */
struct spread spread_sum(struct losing *w, const struct result **part, size_t n,
                         const struct number *by);
struct spread spread_extreme(struct losing *w, const struct spread *one, size_t n,
                             struct number now, bool least);
struct spread spread_product(struct losing *w, const struct spread *x, const struct spread *y,
                             struct number now);

/* What the scorer of `k`, with members and a known score, makes of them. */
struct spread spread_of_members(struct losing *w, const struct criterion *k);

/* lost_formula.c */
struct spread spread_of_formula(struct losing *w, const struct criterion *k);

/* lost.c: something of `at` that took `own` of its score, which counts `factor` times. */
struct loss *lose(struct losing *w, enum loss_kind kind, const struct criterion *at,
                  struct number own, struct number factor);

/* What was lost of `k`, or by its scorer alone. */
void lose_in(struct losing *w, const struct criterion *k, struct number factor);
void lose_by_scorer(struct losing *w, const struct result *r, struct number factor);

/* What is dropped loses nothing, and is named once. */
void note_dropped(struct losing *w, const struct criterion *k);

/* The most that a score is: what is above that is lost whatever comes. */
struct number most_of(const struct result *r);

/* lost_open.c: what is certain of a score that is not known. */
void lose_for_certain(struct losing *w, const struct result *r, struct number factor);

/* lost_taken.c: between the scorer and the score. */
void lose_taken(struct losing *w, const struct result *r, struct number factor);

/* The certain part of it, where the score is not known; the sum. */
struct number lose_least_taken(struct losing *w, const struct result *r, struct number factor);

/* Steps that do not count. */
void lose_steps(struct losing *w, const struct result *r, struct number factor);

#endif
