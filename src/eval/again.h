/* One criterion evaluated again with something below it changed: what would come out, if.
 *
 * Floor: eval.  It is the evaluator itself that does it, on copies: the outcome stays as it is.
 * Between again_begin and again_end things are changed and criteria evaluated; the end takes every
 * change back and gives back the memory, so no number made in between outlives it. */
#ifndef KEN_EVAL_AGAIN_H
#define KEN_EVAL_AGAIN_H

#include "eval/outcome.h"

struct again;

struct again *again_of(struct arena *a, const struct outcome *o);

void again_begin(struct again *g);
void again_end(struct again *g);

/* From now on the criterion has this score, counts with these points among its siblings, or does
 * not count at all (its weight is shared out). */
void again_score(struct again *g, const struct criterion *k, struct number score);
void again_points(struct again *g, const struct criterion *k, struct number points);
void again_drop(struct again *g, const struct criterion *k);

/* From now on the expression, which stands in no aggregate, has this value. */
void again_value(struct again *g, const struct expr *e, struct number n);

/* From now on the facts say this of a fact; `e` is finished. */
void again_fact(struct again *g, const struct fact *f, const struct fact_entry *e);

/* The same for good: again_end does not take it back. */
void again_keep(struct again *g, const struct fact *f, const struct fact_entry *e);

/* Evaluate on what was changed.  False when there is no such number; otherwise it goes to `*n`, and
 * what stands above `k` will see its new score. */
bool again_criterion(struct again *g, const struct criterion *k, struct number *n);
bool again_measure(struct again *g, const struct criterion *k, struct number *n);
bool again_expr(struct again *g, const struct expr *e, struct number *n);

/* The same of a value of any kind, in no aggregate. */
struct value again_evaluated(struct again *g, const struct expr *e);

/* What becomes of `k` when all these are evaluated again, in whatever order they depend on each
 * other; `k` is one of them.  Until again_end. */
const struct result *again_result(struct again *g, const struct criterion *const *changing,
                                  size_t n, const struct criterion *k);

/* What was changed, as an outcome: of what was evaluated again it knows what was found.  Until
 * again_end. */
struct outcome *again_outcome(struct again *g);

#endif
