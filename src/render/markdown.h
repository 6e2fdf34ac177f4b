/* A document as GitHub-flavoured Markdown.
 *
 * Floor: render. */
#ifndef KEN_RENDER_MARKDOWN_H
#define KEN_RENDER_MARKDOWN_H

#include "base/buffer.h"
#include "render/document.h"

/* `t` such that a reader of Markdown shows its very characters, wherever it stands: no markup, no
 * HTML, no link (but what a site makes of mail addresses and @names by itself, which nothing in
 * Markdown can stop); control characters made visible.  Spaces at the ends are left out; several in
 * a row, which would be shown as one, become an em space. */
struct text markdown_escaped(struct arena *a, struct text t);

/* Headings (the first is the title), tables, paragraphs and nested lists.  What is strong or asks
 * for attention is **strong**; an aside is (*slanted, in parentheses*).  Thai digits as in
 * text_style.  A line between rows has no form in Markdown and is left out, so is a chart,
 * and a formula is LaTeX in a block of its own. */
void render_markdown(struct buffer *out, const struct document *d, bool thai_digits);

#endif
