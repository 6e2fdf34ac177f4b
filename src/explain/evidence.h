/* Evidence: the facts that a score was made from, and which of them nothing is behind although the
 * rules ask for it.
 *
 * Floor: explain. */
#ifndef KEN_EXPLAIN_EVIDENCE_H
#define KEN_EXPLAIN_EVIDENCE_H

#include "eval/outcome.h"

/* A step that asks for evidence of what made it done. */
struct asking_step {
    const struct step *step;
    bool refuses; /* it does not count without */
};

/* A fact that a criterion needed. */
struct backing {
    const struct fact *fact;
    LIST_OF(struct asking_step) steps;
    bool missing; /* the fact or a step asks for evidence, and there is none */
};

struct backings {
    const struct criterion *criterion;
    LIST_OF(struct backing) facts; /* each once, in the order in which the rules name them */
};

/* For many questions about one outcome. */
struct evidence_finder;
struct evidence_finder *evidence_finder_new(struct arena *a, const struct outcome *o);

/* What `k` itself was made from; what the scores in it were made from is theirs. */
struct backings evidence_of(struct evidence_finder *finder, const struct criterion *k);

/* The same where the rules ask for evidence of anything; else nothing, at no cost. */
struct backings evidence_asked_of(struct evidence_finder *finder, const struct criterion *k);

/* --- all of it ------------------------------------------------------------------------------- */

/* A file that evidence names, as it was found. */
struct evidence_file {
    bool read;
    struct text why_not; /* of one that was not read, as a phrase */
    size_t bytes;
    struct text sha256;
};

struct evidence_list {
    const struct outcome *outcome;
    const struct criterion *about;
    LIST_OF(struct backings)
    all; /* criteria with facts or clauses, as written, the outermost last */
    const struct evidence_file **file; /* by fact; NULL: its evidence names none */
    /* Facts with a value, each once: all, those with evidence, and those without although it is
     * asked for. */
    size_t facts, proven, missing;
    size_t unreadable; /* facts whose file could not be read */
};

/* The facts behind `about` and what is in it; no file is looked at yet. */
struct evidence_list *evidence_behind(struct arena *a, const struct outcome *o,
                                      const struct criterion *about);

/* "2.1 step 3 does not count", "2.1 step 3", "1.1": what asks. */
struct text backing_words(struct arena *a, const struct criterion *k, const struct backing *b);

#endif
