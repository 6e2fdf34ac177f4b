/* What the forms for programs say alike: private to the reports as JSON and as CSV.
 *
 * Floor: report. */
#ifndef KEN_REPORT_FIELDS_H
#define KEN_REPORT_FIELDS_H

#include "eval/outcome.h"
#include "render/json.h"

/* "total", "group", "indicator", "part" */
struct text field_kind(const struct criterion *k);

/* "scored", "incomplete", "dropped", "not-applicable" */
struct text field_status(enum status status);

/* A figure at its shown decimals, plain: "-0.0100"; empty when it is not known, and of an end that
 * nothing bounds. */
struct text field_figure(struct arena *a, bool known, struct number n, struct show show);

/* The same exactly: "-1/100". */
struct text field_exact(struct arena *a, bool known, struct number n);

/* The row of its parent's weights that holds, as written: "capital.given > 0", "otherwise"; empty
 * without one, and when it is not known. */
struct text field_weight_case(struct arena *a, const struct outcome *o, const struct result *r);

/* The row of its own `levels by` or `bands by` that holds, likewise. */
struct text field_scorer_case(struct arena *a, const struct outcome *o, const struct result *r);

/* What `r` measured, in base units, and how it is shown: a percentage as a fraction, of a checklist
 * the steps done.  False when nothing is measured. */
bool field_measure(struct arena *a, const struct result *r, struct number *n, struct show *show);

/* The name of a light or grade; empty for NULL. */
struct text field_mark(const struct band *band);

/* The members of a citation: document, day, page, and from when it counts. */
void field_cite(struct json *j, struct arena *a, const struct cite *c);

#endif
