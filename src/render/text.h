/* A document as text for a terminal or a file.
 *
 * Floor: render. */
#ifndef KEN_RENDER_TEXT_H
#define KEN_RENDER_TEXT_H

#include "base/buffer.h"
#include "render/document.h"

struct text_style {
    size_t width;     /* columns of the page; 0 means as wide as it gets */
    bool colour;      /* ANSI colours in addition to words and marks */
    bool thai_digits; /* in what is said, never in asides: those name files and lines */
};

/* Columns that `t` takes on a terminal: combining marks none, wide characters two, what is not
 * UTF-8 one a piece. */
size_t width_columns(struct text t);

/* Where the character that starts at byte `from` ends, with all that belongs to it: Thai marks,
 * SARA AM, joiners. */
size_t width_next(struct text t, size_t from);

/* `t` cut to at most `columns`, with an ellipsis when something was cut; never splits a mark from
 * its letter. */
struct text width_cut(struct arena *a, struct text t, size_t columns);

/* `t` with control characters, bidirectional controls and line separators made visible as <U+XXXX>,
 * so that data cannot pose as output.  Tabs become single spaces.  Invalid UTF-8 becomes U+FFFD. */
struct text text_visible(struct arena *a, struct text t);

/* The same, for what is said: in Thai digits when those are asked for. */
struct text text_spoken(struct arena *a, struct text t, bool thai_digits);

/* A line in the making.  Spaces come out only when something follows them on the line, so no line
 * ends in one; a tone is switched off again at the end of each piece. */
struct pen {
    struct buffer *out;
    bool colour;
    size_t column; /* where the next piece will stand */
    size_t owed;   /* spaces up to there that are not written yet */
};

/* Write a piece; `t` has been made visible. */
void pen_write(struct pen *p, struct text t, enum tone tone);

/* Go right to `column`; stays where it is when that is passed. */
void pen_move(struct pen *p, size_t column);
void pen_break(struct pen *p);

/* Blocks are set apart by an empty line, except that nothing stands between a heading and what
 * follows it. */
void render_text(struct buffer *out, const struct document *d, struct text_style style);

#endif
