/* Lines of a laid-out file: private to format/.
 *
 * A page receives lines from top to bottom.  The comments at the ends of neighbouring lines are
 * brought under each other when it is written. */
#ifndef KEN_FORMAT_PAGE_H
#define KEN_FORMAT_PAGE_H

#include "base/buffer.h"
#include "base/list.h"

enum { PAGE_INDENT = 2, PAGE_FURTHER = 4 /* where an item goes on in the next line */ };

struct page_line {
    size_t indent;
    struct text says;    /* may be empty in front of a comment that goes on from above */
    struct text comment; /* at its end; may be empty */
    bool apart;          /* an empty line stands above */
};

struct page {
    struct arena *arena;
    LIST_OF(struct page_line) lines;
    struct buffer now; /* the line in the making */
    size_t indent;
    size_t column;
    bool apart; /* an empty line stands above the next one */
};

struct page page_in(struct arena *a);

/* Begin a line; ends the one before it.  `apart`: an empty line goes between, but never two, and
 * none at the top. */
void page_begin(struct page *p, size_t indent, bool apart);

/* More of the line, `spaces` behind what is there. */
void page_add(struct page *p, size_t spaces, struct text t, size_t width);

/* The comment at the end of the line, which is over with it. */
void page_comment(struct page *p, struct text comment);

/* A line that is nothing but a comment. */
void page_comment_line(struct page *p, size_t indent, bool apart, struct text comment);

/* The same, under the comment at the end of the line above. */
void page_comment_goes_on(struct page *p, struct text comment);

/* All of it. */
struct text page_text(struct page *p);

#endif
