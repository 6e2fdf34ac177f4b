/* The outcome as a scorecard, and as data.
 *
 * Floor: report. */
#ifndef KEN_REPORT_SCORECARD_H
#define KEN_REPORT_SCORECARD_H

#include "eval/outcome.h"
#include "explain/claims.h"
#include "render/document.h"

/* The scorecard for people: a heading with title and office, one row a criterion, the penalties,
 * the total, what is owed (reasons, missing facts), and the claims that disagree. */
void report_scorecard(struct document *d, const struct outcome *o, const struct claims *claims);

/* The contract for programs: one JSON object, "schema":"ken.result/1", as docs/json.md describes
 * it. */
void report_outcome_json(struct buffer *out, struct arena *a, const struct outcome *o,
                         const struct claims *claims);

/* The same figures as CSV, one row a criterion or penalty, the total last: columns as in
 * docs/json.md. */
void report_outcome_csv(struct buffer *out, struct arena *a, const struct outcome *o);

#endif
