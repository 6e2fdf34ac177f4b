/* What became of all mutants.
 *
 * Floor: mutate.  The mutation score is the share of those that a test notices among all that mean
 * something else. */
#ifndef KEN_MUTATE_SCORE_H
#define KEN_MUTATE_SCORE_H

#include "mutate/witness.h"

struct mutant_count {
    size_t of[FATES];
};
struct mutation {
    struct trials *trials;
    const struct mutant_fate *verdicts; /* by mutant */
    struct mutant_count all, by_operator[OPERATORS];
    struct mutant_count *by_criterion; /* by index */
};

struct mutation *mutation_of(struct arena *a, struct trials *t, const struct mutant_fate *verdicts);

/* Those that count, and their share that is killed, from 0 to 1; false when none count. */
size_t mutant_count_counted(const struct mutant_count *c);
bool mutant_count_score(struct arena *a, const struct mutant_count *c, struct number *score);

/* "96.61%": two decimals, rounded down, so that only all is 100.00; empty when none count. */
struct text mutant_count_words(struct arena *a, const struct mutant_count *c);

/* "killed", "survived", "same", "untried". */
struct text fate_words(enum fate fate);

#endif
