/* How a page of HTML looks: private to html.c.
 *
 * Floor: render. */
#ifndef KEN_RENDER_HTML_STYLE_H
#define KEN_RENDER_HTML_STYLE_H

#include "base/buffer.h"
#include "render/document.h"

/* The element `style`: what all documents need, and what this one does. */
void html_style(struct buffer *out, const struct document *d, bool thai_digits);

#endif
