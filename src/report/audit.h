/* The audit for people, and as data.
 *
 * Floor: report.  The short form is made to be read aloud: one sentence for all, one line for each
 * printed figure that does not plainly agree.  The long form has every one, with its arithmetic. */
#ifndef KEN_REPORT_AUDIT_H
#define KEN_REPORT_AUDIT_H

#include "advise/audit.h"
#include "render/document.h"

/* `levels`: of the reasons for the recomputed figures; 0 is the short form. */
void report_audit(struct document *d, const struct audit *audit, unsigned levels);

/* One JSON object, "schema":"ken.audit/1", as docs/json.md describes it. */
void report_audit_json(struct buffer *out, struct arena *a, const struct audit *audit,
                       unsigned levels);

#endif
