/* What the check of a certificate found, when nothing is wrong: for people, and as data.
 *
 * Floor: report. */
#ifndef KEN_REPORT_VERIFICATION_H
#define KEN_REPORT_VERIFICATION_H

#include "base/buffer.h"
#include "render/document.h"
#include "verify/verify.h"

void report_verification(struct document *d, const struct verification *v, unsigned depth);

/* One JSON object, "schema":"ken.verification/1", as docs/json.md describes it. */
void report_verification_json(struct buffer *out, struct arena *a, const struct verification *v);

#endif
