/* What would be, if: for people, and as data.
 *
 * Floor: report. */
#ifndef KEN_REPORT_WHATIF_H
#define KEN_REPORT_WHATIF_H

#include "advise/whatif.h"
#include "render/document.h"

/* A table with one row an outcome; from `depth` 2 on each outcome also as sentences. */
void report_whatif(struct document *d, const struct whatif *w, unsigned depth);

/* One JSON object, "schema":"ken.whatif/1", as docs/json.md describes it. */
void report_whatif_json(struct buffer *out, struct arena *a, const struct whatif *w);

/* One row an outcome: the values, the total, every indicator that changes. */
void report_whatif_csv(struct buffer *out, struct arena *a, const struct whatif *w);

/* "plan.approved 2566-05-03, spent 7 million baht": the values of one outcome. */
struct text whatif_settings(struct arena *a, const struct whatif *w, const struct tried *t);

/* A value of `f`, a number in the unit of the fact, which is left out. */
struct text whatif_value(struct arena *a, const struct whatif *w, const struct fact *f,
                         const struct fact_entry *e);

#endif
