/* A page of text in the making: private to render/text.c and listing.c. */
#ifndef KEN_RENDER_PAGE_H
#define KEN_RENDER_PAGE_H

#include "render/text.h"

enum { INDENT = 2, GAP = 2, NARROWEST = 12 };

struct page {
    struct pen pen;
    struct arena *arena;
    size_t width; /* 0: as wide as it gets */
    bool thai_digits;
};

/* The text from `indent` on, as many lines as it takes, further ones from `hanging` on; the last
 * stays open. */
void page_wrap(struct page *p, struct cell cell, size_t indent, size_t hanging);

/* listing.c */
void page_listing(struct page *p, const struct block *b);

#endif
