/* Boundary cases, for a committee to confirm, and as tests.
 *
 * Floor: report. */
#ifndef KEN_REPORT_CASES_H
#define KEN_REPORT_CASES_H

#include "cases/boundaries.h"
#include "render/document.h"

struct cases_report {
    const struct model *model;
    const struct facts *base;
    bool plain; /* nobody stated the base: it was made from the declarations */
    const struct boundaries *boundaries;
    struct text rules, facts; /* as a file of tests names them; no facts: they stand in the tests */
};

/* A table for each criterion, with a column for what the committee says. */
void report_cases(struct document *d, const struct cases_report *c);

/* One JSON object, "schema":"ken.cases/1", and a row a case (cases_data.c); docs/json.md. */
void report_cases_json(struct buffer *out, struct arena *a, const struct cases_report *c);
void report_cases_csv(struct buffer *out, struct arena *a, const struct cases_report *c);

/* A file of tests, one a case (cases_tests.c).  Evaluations take their memory from `scratch`, one
 * after the other, and give it back. */
void report_cases_tests(struct buffer *out, struct arena *scratch, const struct cases_report *c);

/* "plan.approved = 2566-05-02; publicity = 28 rows": what is moved, in words; of a table with as
 * many rows as in the base the cells that are. */
struct text case_facts_words(struct arena *a, const struct cases_report *c,
                             const struct boundary *b);

/* The score as it is shown, its ends while it is not known, else "does not apply"; "impossible". */
struct text case_score_words(struct arena *a, const struct boundary *b);

#endif
