/* Finding places to cover: private to testing/coverage*.c. */
#ifndef KEN_TESTING_COVERING_H
#define KEN_TESTING_COVERING_H

#include "testing/coverage.h"

struct covering {
    struct arena *a;
    const struct model *m;
    struct coverage *out;
    struct fact_reader reader;
    struct map branches; /* what decides and where, to index in places */
};

/* A new place, at the end; valid until the next one. */
struct cover_place *cover_add(struct covering *c, enum cover_kind kind, const struct criterion *of,
                              struct span at, struct text says);

/* What stands at a place, as it is written, on one line and cut to the length of a message. */
struct text cover_words(struct covering *c, struct span at);

/* coverage_scorers.c: levels, bands and steps */
void cover_scorer(struct covering *c, const struct criterion *k);

/* coverage_changes.c: policies; penalties, bonuses, lines of `adjust`, floor and cap */
void cover_policies(struct covering *c, const struct criterion *k);
void cover_changes(struct covering *c, const struct criterion *k);

/* coverage_branches.c: what expressions decide, of a criterion and its lets; of the total, those of
 * the head */
void cover_branches(struct covering *c, const struct criterion *k);

/* coverage_visits.c: whether the facts of an outcome came to a place */
struct visit {
    struct arena *scratch;
    struct outcome *o;
    const bool *lit; /* by number of the light: something has it */
};
bool cover_is_visited(const struct visit *v, const struct cover_place *p);

#endif
