/* One place in a file, with what is said of it.
 *
 * Floor: report. */
#ifndef KEN_REPORT_POINTED_H
#define KEN_REPORT_POINTED_H

#include "base/source.h"
#include "render/text.h"

struct pointed {
    struct span at;
    struct text head;   /* above */
    struct text remark; /* below */
};

/* The head, the line of the file with the place marked, the remark, and an empty line. */
void report_pointed(struct buffer *out, struct arena *a, struct sources *s,
                    const struct pointed *what, struct text_style style);

#endif
