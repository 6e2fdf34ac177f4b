/* How figures look, in one place: the scorecard, the data and the explanation say a figure alike.
 *
 * Floor: explain.  Nothing here changes a value; what is shown is rounded as `show` says, half up
 * where it says nothing.  Rounding keeps order, so a score inside a range is also shown inside it.
 * Minus is U+2212. */
#ifndef KEN_EXPLAIN_FIGURES_H
#define KEN_EXPLAIN_FIGURES_H

#include "eval/outcome.h"

enum { FIGURE_PLACES = 6 /* decimals after which a figure is shortened */ };

/* With exactly `places` decimals, half up. */
struct text figure_fixed(struct arena *a, struct number n, unsigned places);

/* Exact when FIGURE_PLACES decimals do, else shortened to `places`, half up.  `exact` (may be NULL)
 * becomes whether it is. */
struct text figure_short(struct arena *a, struct number n, unsigned places, bool *exact);

/* The same as percent: 0.995381 is "99.5381 %". */
struct text figure_percent(struct arena *a, struct number n, unsigned places, bool *exact);

/* What stands before a figure that is printed with `places` decimals: "=" when they are all, else
 * "≈". */
struct text figure_sign(struct arena *a, struct number n, unsigned places);

/* A score of `k`, or an amount taken from one, with the decimals of its `show score`: "4.9538",
 * "−0.0100". */
struct text figure_score(struct arena *a, const struct criterion *k, struct number score);

/* "at least 1.0000, at most 5.0000"; "at least 1.0000" where nothing bounds the other end, "not
 * known" where nothing bounds either. */
struct text figure_ends(struct arena *a, const struct criterion *k, struct number low,
                        struct number high);

/* "1.0000 .. 5.0000"; one figure when both ends are equal; else words as of figure_ends. */
struct text figure_range(struct arena *a, const struct criterion *k, struct number low,
                         struct number high);

/* By how much the score of `k` rises from one to another: the difference of the printed scores, as
 * a pencil gives it. */
struct number figure_rise(struct arena *a, const struct criterion *k, struct number from,
                          struct number to);

/* The same with its sign: "−0.0282", "+0.2000"; "+0.0000" where it is too small to be printed. */
struct text figure_difference(struct arena *a, const struct criterion *k, struct number from,
                              struct number to);

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

/* "1 working day", "12 days", "2 months". */
struct text figure_days(struct arena *a, enum day_unit unit, long days);

/* What a penalty or bonus counts: "12 days", "3 complaints" (rows of a table). */
struct text figure_counted(struct arena *a, const struct penalty *p, long count);

/* "4/5 steps", "7/10 points", of those that apply; "≥ 2/5 steps" when nobody knows of others. */
struct text figure_steps(struct arena *a, const struct result *r);

/* The measure of a result as a cell shows it; empty when it has none. */
struct text figure_result(struct arena *a, const struct result *r);

/* A cause in words: by itself, or in a reason, whose place stands in the margin. */
enum cause_in { CAUSE_BY_ITSELF, CAUSE_IN_REASON };

/* What is absent, by name: "report.sent", "publicity.published in row 3", "division by zero at
 * rules.ken:12"; in a reason "`report.sent`", "`publicity.published` in row 3", "division by zero".
 */
struct text cause_subject(struct arena *a, const struct outcome *o, const struct cause *c,
                          enum cause_in in);

/* The same as a sentence: "report.sent is missing", "x is n/a: not allotted".  Empty for NULL. */
struct text cause_words(struct arena *a, const struct outcome *o, const struct cause *c,
                        enum cause_in in);

/* The table whose cell or column is absent; NULL when the cause is another or tells no table. */
const struct fact *cause_table(const struct outcome *o, const struct cause *c);

#endif
