/* Diagnostics for people and for programs.
 *
 * Floor: report. */
#ifndef KEN_REPORT_DIAGNOSTICS_H
#define KEN_REPORT_DIAGNOSTICS_H

#include "base/buffer.h"
#include "base/diag.h"
#include "render/text.h"

/* All kept diagnostics in the style of rustc: code and message, place, excerpt with every label,
 * notes, help with the fix shown in place; then a line that counts what was found.  Nothing when
 * there is none. */
void report_diagnostics_text(struct buffer *out, const struct diags *d, struct text_style style);

/* One JSON object: {"schema":"ken.diagnostics/1","errors":N,"warnings":N,"diagnostics":[...]},
 * indented. */
void report_diagnostics_json(struct buffer *out, const struct diags *d);

#endif
