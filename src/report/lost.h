/* What was lost between the full mark and the score: for people, and as data.
 *
 * Floor: report. */
#ifndef KEN_REPORT_LOST_H
#define KEN_REPORT_LOST_H

#include "advise/lost.h"
#include "render/document.h"

/* A waterfall with running figures, and what would give the points back; the largest losses only,
 * from `depth` 2 on all of them, with their places. */
void report_lost(struct document *d, const struct outcome *o, const struct lost *lost,
                 unsigned depth);

/* One JSON object, "schema":"ken.lost/1", as docs/json.md describes it. */
void report_lost_json(struct buffer *out, struct arena *a, const struct outcome *o,
                      const struct lost *lost);

/* --- private to lost.c, lost_words.c and lost_json.c ------------------------------------------ */

/* Who lost it: "1.1/use  Use", "2.1 step 3  The drill is held", "Report sent late". */
struct text loss_name(struct arena *a, const struct loss *l);

/* How: "99.54 % reached, 100 % needed", "3 days x 0.1"; may be empty. */
struct text loss_why(struct arena *a, const struct outcome *o, const struct loss *l);

/* What gives it back: "report.sent by 2023-10-16, 1 day earlier". */
struct text loss_change(struct arena *a, const struct outcome *o, const struct loss *l,
                        const struct change *c);

#endif
