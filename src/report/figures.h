/* How figures look, in one place: the scorecard, the data and the explanation say a figure alike.
 *
 * Floor: report.  Nothing here changes a value; what is shown is rounded as `show` says, half up
 * where it says nothing.  Rounding keeps order, so a score inside a range is also shown inside it.
 * Minus is U+2212. */
#ifndef KEN_REPORT_FIGURES_H
#define KEN_REPORT_FIGURES_H

#include "eval/outcome.h"

/* A score of `k`, or an amount taken from one, with the decimals of its `show score`: "4.9538",
 * "−0.0100". */
struct text figure_score(struct arena *a, const struct criterion *k, struct number score);

/* "1.0000 .. 5.0000"; one figure when both ends are equal. */
struct text figure_range(struct arena *a, const struct criterion *k, struct number low,
                         struct number high);

/* A weight of `k` as percent: "1.54 %". */
struct text figure_weight(struct arena *a, const struct criterion *k, struct number weight);

/* A part of the whole as an exact ratio: "1/56", "1". */
struct text figure_share(struct arena *a, struct number share);

/* What `k` measures, with its unit: "92.78 %", "47 เรื่อง", "1,234.50 baht".  A whole number (or
 * whole percent) has no decimals, others have those of `show measure`. */
struct text figure_measure(struct arena *a, const struct criterion *k, struct number measure);

/* Any other number of type `t` in base units (of a let, of an operand), shown like a measure of
 * `k`: a ratio as percent, a dimension by name, else a bare number. */
struct text figure_number(struct arena *a, const struct criterion *k, struct type t,
                          struct number n);

/* "1 working day", "12 days". */
struct text figure_days(struct arena *a, enum day_unit unit, long days);

/* "4/5 steps"; "≥ 2/5 steps" when nobody knows of the next one. */
struct text figure_steps(struct arena *a, const struct result *r);

/* The measure of a result as a cell shows it; empty when it has none. */
struct text figure_result(struct arena *a, const struct result *r);

/* What is absent, by name: "report.sent", "publicity.published in row 3", "division by zero at
 * rules.ken:12". */
struct text cause_subject(struct arena *a, const struct outcome *o, const struct cause *c);

/* The same as a sentence: "report.sent is missing", "x is n/a: not allotted".  Empty for NULL. */
struct text cause_words(struct arena *a, const struct outcome *o, const struct cause *c);

/* The table whose cell or column is absent; NULL when the cause is another or tells no table. */
const struct fact *cause_table(const struct outcome *o, const struct cause *c);

/* Which figures a result has.  The score: it is scored, carried or not applicable at a score. */
bool result_has_score(const struct result *r);

/* A declared weight: `k` is in a weighted mean all the way up.  Parts and what stands under a
 * formula have none. */
bool criterion_has_weight(const struct criterion *k);

/* Nothing above it is set aside as a whole, so the result matters. */
bool result_counts(const struct outcome *o, const struct result *r);

/* A share of the total: it counts and has a weight, and nobody's weight waits for a fact. */
bool result_has_share(const struct outcome *o, const struct result *r);

/* `raw`, the score before late steps and penalties: its scorer gave one, whether or not the rest is
 * known. */
bool result_has_raw(const struct outcome *o, const struct result *r);

#endif
