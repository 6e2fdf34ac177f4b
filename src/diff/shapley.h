/* What each of several players adds to a result that they make together.
 *
 * Floor: diff.  A game says what every subset of its players is worth: worth[S], S with bit i for
 * player i.  The Shapley value of a player is the mean of what it adds, over every order in which
 * the players can come: the only division of worth[all] - worth[none] that adds up, treats equals
 * alike, gives nothing to who never changes anything, and of a sum of games is the sum of the
 * values.  All of it is exact. */
#ifndef KEN_DIFF_SHAPLEY_H
#define KEN_DIFF_SHAPLEY_H

#include "value/number.h"

enum { SHAPLEY_PLAYERS = 10 }; /* a game with more of them is not written down */

/* The values of `n` players. */
void shapley_values(struct arena *a, size_t n, const struct number *worth, struct number *value);

/* What each adds when they come in their order: worth_of_first[k] is that of the first k. */
void shapley_in_order(struct arena *a, size_t n, const struct number *worth_of_first,
                      struct number *value);

/* Whether player `i` never changes anything. */
bool shapley_is_dummy(struct arena *a, size_t n, const struct number *worth, size_t i);

/* The subset of a game that corresponds to a subset of another one: player i here is player
 * `at[i]` there. */
size_t shapley_subset(size_t subset, const size_t *at, size_t n);

#endif
