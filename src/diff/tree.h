/* Trees of criteria, and how much each score counts in the total: private to classify_weights.c. */
#ifndef KEN_DIFF_TREE_H
#define KEN_DIFF_TREE_H

#include "diff/classify.h"

/* A score that counts by its weight alone. */
struct leaf {
    const struct pair *pair;
    struct number weight[SIDES]; /* of the total */
    struct number factor;        /* the newer one less the older one */
    struct interval lies;        /* the score */
};
struct leaves {
    LIST_FIELDS(struct leaf);
};

/* The tree of the newer rules, or that of the older ones as it is or with one change. */
struct view {
    bool whole; /* the newer one: what changed cannot be told apart from the rest */
    const struct criterion *changed; /* has these points */
    struct number points;
    const struct criterion *removed;
    const struct criterion *added, *into; /* one of the newer rules, into one of the older ones */
    const struct criterion *carried;      /* at a score, whatever is in it */
};

/* How the tree is to be looked at for this change; why it cannot be, or empty. */
struct text tree_view(struct diff *d, const struct rule_change *c, struct view *view);

/* The leaves of both, in that row of the weights by case; how many rows there are, and whether
 * something may drop out. */
struct text tree_leaves(struct diff *d, const struct view of[SIDES], size_t row,
                        struct leaves *leaves, size_t *rows, bool *drops);

/* What the one tree in place of the other does to the total.  `carried`: the score of what is
 * carried in one of them.  `needs`: what the facts must be for it to happen; NULL: nothing. */
struct effect classify_views(struct diff *d, const struct view of[SIDES], struct number carried,
                             const struct needs *needs);

#endif
