/* Values and formulas in words, as reasons show them.
 *
 * Floor: explain.  The pencil rule: what is printed must give the printed result when it is
 * calculated again.  A figure that is not exact is marked ≈ and has digits enough for that. */
#ifndef KEN_EXPLAIN_WORDS_H
#define KEN_EXPLAIN_WORDS_H

#include "eval/outcome.h"

enum { WORDS_PLACES = 6 /* decimals after which a figure is shortened */ };

/* A number with thousands marks and a true minus: exact when WORDS_PLACES decimals do, else
 * shortened to `places`. */
struct text words_number(struct arena *a, struct number n, unsigned places, bool *exact);

/* With exactly `places` decimals, half up. */
struct text words_fixed(struct arena *a, struct number n, unsigned places);

/* The same as percent: 0.995381 is "99.5381 %". */
struct text words_percent(struct arena *a, struct number n, unsigned places, bool *exact);

/* Any value: dates in the era of the rules, yes and no, texts in quotes, sets by their size,
 * absences by name. */
struct text words_value(struct arena *a, const struct model *m, struct value v,
                        const struct unit *unit);

/* Why something is absent: "capital.used is missing", "division by zero", ... */
struct text words_cause(struct arena *a, const struct cause *c);

/* The expression as its author wrote it, white space folded. */
struct text words_formula(struct arena *a, const struct model *m, const struct expr *e);

/* The same with each fact, let, score and aggregate replaced by its value, units left out where all
 * are alike.  Empty when there is nothing to replace. */
struct text words_substituted(struct arena *a, const struct outcome *o, const struct expr *e);

#endif
