/* Values and formulas in words, as reasons show them.
 *
 * Floor: explain.  The pencil rule: what is printed must give the printed result when it is
 * calculated again.  A figure that is not exact is marked ≈ and has digits enough for that. */
#ifndef KEN_EXPLAIN_WORDS_H
#define KEN_EXPLAIN_WORDS_H

#include "eval/outcome.h"

/* Any value: dates in the era of the rules, yes and no, texts in quotes, sets by their size,
 * absences by name. */
struct text words_value(struct arena *a, const struct model *m, struct value v,
                        const struct unit *unit);

/* The expression as its author wrote it, white space folded. */
struct text words_formula(struct arena *a, const struct model *m, const struct expr *e);

/* The same with each fact, let, score and aggregate replaced by its value, units left out where all
 * are alike.  Empty when there is nothing to replace.  `*exact` becomes false where a value is
 * rounded. */
struct text words_substituted(struct arena *a, const struct outcome *o, const struct expr *e,
                              bool *exact);

/* What the facts say, as it is written there; a bare number, as JSON and tables have it, with the
 * unit that it is declared in. */
struct text words_stated(struct arena *a, const struct model *m, const struct fact *f,
                         const struct fact_entry *entry);

/* "Circular 12/2022, 2022-11-30, page 4" */
struct text words_cite(struct arena *a, const struct model *m, const struct cite *c);

#endif
