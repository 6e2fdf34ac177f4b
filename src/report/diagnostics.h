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

/* One line each: `file:line:column: warning[K0580]: message`; without a place the first part is
 * left out. */
void report_diagnostics_short(struct buffer *out, const struct diags *d);

/* One workflow command each, `::warning file=...::message`. */
void report_diagnostics_github(struct buffer *out, const struct diags *d);

/* A SARIF 2.1.0 log with one run of this version of the program. */
void report_diagnostics_sarif(struct buffer *out, const struct diags *d, struct text version);

#endif
