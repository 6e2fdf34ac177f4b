/* What rules mean, for programs that compare texts line by line, such as git.
 *
 * Floor: report. */
#ifndef KEN_REPORT_MEANING_H
#define KEN_REPORT_MEANING_H

#include "base/buffer.h"
#include "diff/diff.h"

/* A line for each property, whatever the layout, order and spelling of the rules; `told` is a
 * diff_tell. */
void report_meaning(struct buffer *out, struct arena *a, const struct diff *told);

#endif
