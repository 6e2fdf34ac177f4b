/* What stands below the scorecard's table.
 *
 * Floor: report. */
#ifndef KEN_REPORT_NOTES_H
#define KEN_REPORT_NOTES_H

#include "eval/outcome.h"
#include "explain/claims.h"
#include "render/document.h"

/* In this order, each only when there is something to say: which of the `n` results are no plain
 * scores, what is not known yet, which reasons are owed, and the claims. */
void report_notes(struct document *d, const struct outcome *o, const struct result *const *results,
                  size_t n, const struct claims *claims);

/* Why a result is no plain score: "does not apply: carried at 3"; empty where it is one. */
struct text note_exception(struct arena *a, const struct result *r);

#endif
