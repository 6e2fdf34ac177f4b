/* To which places in the rules tests have come, and what no test tries.
 *
 * Floor: report. */
#ifndef KEN_REPORT_COVERAGE_H
#define KEN_REPORT_COVERAGE_H

#include "render/document.h"
#include "testing/coverage.h"

/* Of the rules that the file `name` says: a table of the criteria, and the lines of those that
 * tests leave something of; with `all` the whole of every file. */
void report_coverage(struct document *d, struct text name, const struct coverage *c, bool all);

/* The same of several rule files as data: docs/json.md says what is in it. */
struct rules_covered {
    struct text name;
    struct coverage *coverage;
};
void report_coverage_json(struct buffer *out, struct arena *a, const struct rules_covered *rules,
                          size_t n);

/* "92.30 %", "100 %": never rounded up, so that only all of it is 100 %. */
struct text coverage_percent_words(struct arena *a, struct cover_count n);

#endif
