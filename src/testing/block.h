/* Tests as text: ready blocks to paste into a rule file.
 *
 * Floor: testing. */
#ifndef KEN_TESTING_BLOCK_H
#define KEN_TESTING_BLOCK_H

#include "base/buffer.h"
#include "eval/outcome.h"

/* What is to be written down of a criterion. */
struct ready_expectation {
    const struct criterion *of;
    bool exactly;        /* the figure in full, else as it is shown */
    struct text because; /* of the vocabulary of because.def; may be empty */
    bool is_mark;        /* its light or grade instead of its figure */
    enum mark mark;
};

struct ready_test {
    struct text name;
    struct text facts_file;        /* as a `facts` line names it; empty: all facts are written */
    const struct facts *base;      /* what that file says; NULL without one */
    const struct outcome *outcome; /* its facts are those of the test */
    LIST_OF(struct ready_expectation) expects; /* at least one */
};

/* Write it, laid out as the formatter does, ending with a line feed.  Read again, its test holds.
 * With a file of facts, each fact that differs is a line `set`.  Without one, or where `set` cannot
 * say it, the facts stand in a block `facts`: those alone that what is expected is made of, where
 * they are enough. */
void test_block(struct buffer *b, struct arena *scratch, const struct ready_test *test);

#endif
