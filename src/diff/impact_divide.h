/* Dividing the difference of one total: private to impact_divide.c and impact_games.c. */
#ifndef KEN_DIFF_IMPACT_DIVIDE_H
#define KEN_DIFF_IMPACT_DIVIDE_H

#include "diff/impact.h"
#include "diff/shapley.h"

/* The players of a game: bit i of a subset is at[i]. */
struct players {
    size_t n, at[SHAPLEY_PLAYERS];
};

/* A term over the subsets of those that its score depends on. */
struct term_table {
    const struct term *term;
    struct players by;
    struct number *score;
    unsigned char *class; /* whether it counts, and as what: that moves the weights of others */
    struct number *share; /* over the subsets of dividing.weighing */
};

struct limits {
    struct number floor, cap;
    struct rounding rounding;
};

struct dividing {
    struct impact *m;
    struct facts *f;
    struct arena *a;
    const struct outcome *before, *after;
    size_t *index_before, *index_after; /* of each mixture in the two */
    const struct plan *plan;
    bool *made;
    struct term_table *table; /* by term */
    struct players weighing, taking, limiting;
    struct number *taken;
    struct limits *limits;
    struct number *by; /* what each player adds */
    enum division how;
};

void divide_clear(struct dividing *d);

/* With these made; none is `before`. */
const struct outcome *divide_evaluate(struct dividing *d, const struct players *p, size_t subset);
bool divide_is_known(const struct outcome *o);

/* The subset of `of` that a subset of `in` has. */
size_t divide_within(const struct players *of, const struct players *in, size_t subset);

/* impact_games.c: from the tables, false where they are too few for it; else by evaluating the
 * total over all subsets, or in order. */
bool divide_by_tables(struct dividing *d);
void divide_whole(struct dividing *d);

#endif
