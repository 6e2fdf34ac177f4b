/* Pages of documentation and the blocks in them. */
#ifndef KEN_TESTS_DOC_PAGES_H
#define KEN_TESTS_DOC_PAGES_H

#include "base/list.h"
#include "base/text.h"

struct doc_block {
    struct text kind, name; /* of "ken holidays.ken": "ken" and "holidays.ken" */
    struct text heading;    /* the last one above it */
    struct text body;
    size_t line, section;
};

struct doc_page {
    struct arena *arena;
    const char *path;
    struct text content; /* empty: there is no such page */
    LIST_OF(struct doc_block) blocks;
};
struct doc_page doc_open(struct arena *a, const char *path);

/* The first line of `*t`, which keeps the rest. */
struct text doc_line(struct text *t);

/* Whether `got` is `wanted` line by line, without blanks at the ends; a line `...` stands for any
 * number of lines. */
void doc_compare(const struct doc_page *p, size_t line, struct text got, struct text wanted);

#endif
