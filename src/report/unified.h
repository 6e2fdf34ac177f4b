/* Two texts, line by line, as `diff -u` shows them and `patch` takes them.
 *
 * Floor: report. */
#ifndef KEN_REPORT_UNIFIED_H
#define KEN_REPORT_UNIFIED_H

#include "base/buffer.h"

/* Nothing when they are equal.  `name` is that of the file, now and then. */
void report_unified(struct buffer *out, struct text name, struct text was, struct text is,
                    bool colour);

#endif
