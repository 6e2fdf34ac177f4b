/* What became of tests, for people and for programs.
 *
 * Floor: report.  One file of tests at a time: whoever runs several files puts the pieces in order,
 * between a head and a tail. */
#ifndef KEN_REPORT_TESTS_H
#define KEN_REPORT_TESTS_H

#include "render/text.h"
#include "testing/testing.h"

/* So many tests, and how they went. */
struct tests_sum {
    size_t files, wrong; /* of them: those whose rules are wrong */
    size_t tests, failed;
};

/* A test that failed: what it expects and what there is, each failure with its place, both numbers,
 * the calculation with the value of each part, and the reasons of the score. */
void report_test_failed(struct buffer *out, const struct test_result *r, struct text_style look);

/* One line: "ok   two days late  rules.ken:12". */
void report_test_line(struct buffer *out, const struct test_result *r, struct text_style look);
void report_test_listed(struct buffer *out, struct sources *s, const struct test *t);

/* The tail. */
void report_tests_sum(struct buffer *out, const struct tests_sum *sum, struct text_style look);

/* The same as JSON, schema ken.tests/1, and as JUnit XML.  Of a file whose rules are wrong there
 * are the problems and no tests. */
struct tests_file {
    struct text name;
    const struct diags *wrong; /* NULL: the rules are right */
};
struct json;
void report_tests_json_file(struct json *j, const struct tests_file *f);
void report_tests_json_test(struct json *j, struct arena *a, const struct test_result *r);
void report_tests_junit_file(struct buffer *out, const struct tests_file *f,
                             const struct tests_sum *sum, struct text tests);
void report_tests_junit_test(struct buffer *out, const struct test_result *r, struct text file);

#endif
