/* Rules as one text, and where each line of it comes from.
 *
 * Floor: report. */
#ifndef KEN_REPORT_CONSOLIDATED_H
#define KEN_REPORT_CONSOLIDATED_H

#include "base/buffer.h"
#include "base/source.h"

/* The text.  With `blame` each line stands behind the document and the line that it comes from, and
 * the document that a change cites. */
void report_consolidated(struct buffer *out, struct sources *s, const struct source *rules,
                         bool blame);

/* The lines, each with all places that it comes from, the one that `blame` names first. */
void report_consolidated_json(struct buffer *out, struct sources *s, const struct source *rules);

#endif
