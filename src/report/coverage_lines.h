/* Rules as lines with what tests have come to on each: private to report/coverage*.c. */
#ifndef KEN_REPORT_COVERAGE_LINES_H
#define KEN_REPORT_COVERAGE_LINES_H

#include "report/coverage.h"

/* A line on which something is to be covered, or a criterion begins. */
struct covered_line {
    const struct source *file;
    size_t line;
    const struct criterion *begins; /* the last that does; NULL: none */
    const size_t *place;            /* indices into the places */
    size_t n;
    struct cover_count count;
    size_t tests; /* that come to some place on it */
};

struct covered_lines {
    LIST_OF(struct covered_line) all; /* by file, in the order read, and by line */
};

struct covered_lines *covered_lines_of(struct arena *a, const struct coverage *c);

#endif
