/* What a total waits for that is not known yet.
 *
 * Floor: report.  Both say nothing of a total that is known. */
#ifndef KEN_REPORT_MISSING_H
#define KEN_REPORT_MISSING_H

#include "eval/outcome.h"
#include "render/document.h"
#include "render/json.h"

/* Below the scorecard: the ends of the total, and what is missing. */
void report_missing(struct document *d, const struct outcome *o);

/* The member `missing` of docs/json.md. */
void report_missing_json(struct json *j, struct arena *a, const struct outcome *o);

#endif
