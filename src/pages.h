/* The pages that are built into the program (made from docs by tools/pages.awk).
 *
 * Above all floors, beside the public library. */
#ifndef KEN_PAGES_H
#define KEN_PAGES_H

#include "base/text.h"

enum page_kind {
    PAGE_CODE,    /* about a diagnostic, "K0403" */
    PAGE_SECTION, /* of the language, "levels" */
    PAGE_DOC,     /* "diff" */
};
struct page {
    enum page_kind kind;
    struct text name, title, text; /* as Markdown; a code has no title */
};
struct page_word { /* of the language: where its grammar is shown first */
    struct text word;
    size_t page;
};

/* Both end with one that has no name. */
extern const struct page pages[];
extern const struct page_word page_words[];

/* The page about a topic; NULL when there is none.  In this order: a diagnostic, by code or
 * as a lint by name, a page or section
 * of that name, the section that shows the word in its grammar, the section that has it in its
 * title. */
const struct page *pages_about(struct text topic);

/* What the heading of a page says, behind its code. */
struct text page_heading(const struct page *p);

/* The topic that `wanted` is a slip of; empty when none is near enough. */
struct text pages_nearest(struct text wanted);

#endif
