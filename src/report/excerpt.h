/* Excerpts of sources with what is marked in them: private to the diagnostics as text. */
#ifndef KEN_REPORT_EXCERPT_H
#define KEN_REPORT_EXCERPT_H

#include "report/lines.h"

struct mark {
    const struct source *source;
    size_t line, lo, hi; /* bytes within the line */
    size_t start;        /* of the line, within the source */
    size_t from, to;     /* columns as shown; known once the line has a view */
    struct text says;
    bool main;
    bool below; /* its words stand on a line of their own */
};

struct marks {
    struct mark *at;
    size_t n;
};

/* The labels of a diagnostic, in the order in which they are printed; none for nowhere. */
struct marks marks_of(struct arena *a, struct sources *s, const struct diag *g);

/* Each line once, with its file and all its marks below it. */
void printer_excerpts(struct printer *p, const struct diag *g, struct marks marks);

#endif
