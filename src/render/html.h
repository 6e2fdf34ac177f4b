/* A document as a page of HTML.
 *
 * Floor: render. */
#ifndef KEN_RENDER_HTML_H
#define KEN_RENDER_HTML_H

#include "base/buffer.h"
#include "render/document.h"

/* `t` such that a browser shows its very characters, in a text and in an attribute; control
 * characters made visible. */
struct text html_escaped(struct arena *a, struct text t);

/* A page that stands alone: no script, no other file, readable on a screen by day and by night, and
 * on paper (A4).  The first heading is its title.  Thai digits as in text_style. */
void render_html(struct buffer *out, const struct document *d, bool thai_digits);

#endif
