/* What is needed for a score: for people, and as data.
 *
 * Floor: report. */
#ifndef KEN_REPORT_NEEDED_H
#define KEN_REPORT_NEEDED_H

#include "advise/needed.h"
#include "render/document.h"

/* Sentences that can be read aloud; from `depth` 2 on with the places of rules and facts, and the
 * score that each way gives. */
void report_needed(struct document *d, const struct outcome *o, const struct needed *n,
                   unsigned depth);

/* One JSON object, "schema":"ken.needed/1", as docs/json.md describes it. */
void report_needed_json(struct buffer *out, struct arena *a, const struct outcome *o,
                        const struct needed *n);

#endif
