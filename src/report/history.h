/* One criterion through the years: for people, and as data.
 *
 * Floor: report. */
#ifndef KEN_REPORT_HISTORY_H
#define KEN_REPORT_HISTORY_H

#include "diff/history.h"
#include "render/document.h"

/* Year by year: how it counts, how it is scored, and what changed since the year before, with what
 * says so. */
void report_history(struct document *d, const struct history *h);

/* One JSON object, "schema":"ken.history/1", as docs/json.md describes it. */
void report_history_json(struct buffer *out, struct arena *a, const struct history *h);

#endif
