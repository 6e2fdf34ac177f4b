/* What stands behind the scores: for people, and as data.
 *
 * Floor: report. */
#ifndef KEN_REPORT_EVIDENCE_H
#define KEN_REPORT_EVIDENCE_H

#include "explain/evidence.h"
#include "render/document.h"

/* In one sentence, then what is missing; but for `depth` 1, for each criterion the clause, the
 * facts and what is behind them. */
void report_evidence(struct document *d, const struct evidence_list *l, unsigned depth);

/* One JSON object, "schema":"ken.evidence/1", as docs/json.md describes it. */
void report_evidence_json(struct buffer *out, struct arena *a, const struct evidence_list *l);

#endif
