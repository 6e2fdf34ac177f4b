/* Mutants: how many the tests notice, and those that they do not.
 *
 * Floor: report. */
#ifndef KEN_REPORT_MUTANTS_H
#define KEN_REPORT_MUTANTS_H

#include "mutate/score.h"
#include "render/document.h"
#include "render/text.h"

/* How many of what kind were noticed, and where. */
void report_mutants(struct document *d, const struct mutation *m);

/* Each that no test notices: where it is, what it changes, and a test that notices it. */
void report_survivors_text(struct buffer *out, struct arena *a, const struct mutation *m,
                           struct text_style style);
void report_survivors_markdown(struct buffer *out, struct arena *a, const struct mutation *m);

/* Those tests alone, to be kept. */
void report_survivor_tests(struct buffer *out, struct arena *a, const struct mutation *m);

/* All mutants, whether or not they were tried: what they are and where. */
void report_mutant_list(struct document *d, const struct mutation *m);

/* One JSON object, "schema":"ken.mutants/1". */
void report_mutants_json(struct buffer *out, struct arena *a, const struct mutation *m);

#endif
