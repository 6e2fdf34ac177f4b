/* Reasons as an outline for people, and as data.
 *
 * Floor: report. */
#ifndef KEN_REPORT_EXPLANATION_H
#define KEN_REPORT_EXPLANATION_H

#include "explain/claims.h"
#include "explain/why.h"
#include "render/document.h"
#include "render/json.h"

struct explaining {
    const struct criterion *about; /* NULL: the total and every criterion */
    unsigned depth;                /* levels shown; 0: all */
    bool all;                      /* also what did not decide */
};

/* A reason and what is below it, `depth` levels in, down to how.depth levels in all. */
void report_reason(struct document *d, struct block *outline, struct sources *s,
                   const struct reason *r, unsigned depth, struct explaining how);
void report_reason_json(struct json *j, struct arena *a, struct sources *s, const struct reason *r,
                        unsigned depth, struct explaining how);

void report_explanation(struct document *d, struct outcome *o, const struct claims *claims,
                        struct explaining how);

/* One JSON object, "schema":"ken.explanation/1". */
void report_explanation_json(struct buffer *out, struct arena *a, struct outcome *o,
                             const struct claims *claims, struct explaining how);

#endif
