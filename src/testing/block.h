/* Tests as text: ready blocks to paste into a rule file.
 *
 * Floor: testing. */
#ifndef KEN_TESTING_BLOCK_H
#define KEN_TESTING_BLOCK_H

#include "base/buffer.h"
#include "eval/outcome.h"

/* What is to be written down of a criterion. */
struct block_expects {
    const struct criterion *of;
    bool exactly;        /* the figure in full, else as it is shown */
    struct text because; /* of the vocabulary of because.def; may be empty */
};

struct block {
    struct text name;
    struct text facts_file;   /* as a `facts` line names it; empty: all facts are written out */
    const struct facts *base; /* what that file says; NULL without one */
    const struct outcome *outcome; /* its facts are those of the test: where they differ from `base`
                                      there is a `set` line, or a table in a block `facts` */
    LIST_OF(struct block_expects) expects;
};

/* Write it, laid out as the formatter does, ending with a line feed.  Read again, its test holds.
 */
void test_block(struct buffer *b, struct arena *scratch, const struct block *block);

#endif
