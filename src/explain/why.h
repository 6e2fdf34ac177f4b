/* Reasons: why a score is what it is.
 *
 * Floor: explain.  A reason is a line with its place in the rules or facts and the reasons below
 * it.  The tree is built on demand from the outcome: what was not needed is not in it. */
#ifndef KEN_EXPLAIN_WHY_H
#define KEN_EXPLAIN_WHY_H

#include "eval/outcome.h"

/* What a reason is about: one closed vocabulary for people and programs. */
enum reason_kind {
#define REASON(name, words) REASON_##name,
#include "explain/reasons.def"
#undef REASON
    REASON_KINDS
};

/* "between-levels", "late-day", ...: as JSON says it. */
struct text reason_words(enum reason_kind kind);

struct reason {
    enum reason_kind kind;
    struct text says; /* one line */
    bool has_number;
    struct number number;   /* the figure it is about, exactly */
    struct span rule, fact; /* where it comes from; may be nowhere */
    struct text evidence;
    bool decisive; /* else shown only on demand */
    LIST_OF(struct reason *) below;
};

/* Why the criterion has its score (or why not), down to the facts. */
struct reason *why_score(struct arena *a, struct outcome *o, const struct criterion *k);

/* For many questions about single figures of one outcome. */
struct whying;
struct whying *whying_of_figures(struct arena *a, struct outcome *o);

/* Why one figure of the criterion is what it is: measure, score, weight, weighted, share,
 * contribution, status, grade, or a let of its own.  Its reasons stand below what is given back,
 * which says nothing itself; rows of tables are counted, not listed. */
struct reason *why_figure(struct whying *w, const struct criterion *k, struct text aspect);

/* Each day or begun month that the step of `k` was late, or that the penalty or bonus counted, and
 * each one that did not count: below what is given back, which says nothing itself. */
struct reason *why_late_days(struct whying *w, const struct criterion *k, size_t step);
struct reason *why_penalty_days(struct whying *w, const struct criterion *k, size_t penalty);

#endif
