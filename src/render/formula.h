/* A formula, before it looks like anything.
 *
 * Floor: render.  A tree of what is read from left to right and from top to bottom.  Its texts are
 * data; each writer escapes them. */
#ifndef KEN_RENDER_FORMULA_H
#define KEN_RENDER_FORMULA_H

#include "base/buffer.h"
#include "base/list.h"

enum formula_kind {
    FORMULA_NAME,     /* text: what something is called, or words between other things */
    FORMULA_NUMBER,   /* text: digits */
    FORMULA_SIGN,     /* text: an operator */
    FORMULA_ROW,      /* its parts, one behind the other */
    FORMULA_BRACKETS, /* its one part in parentheses */
    FORMULA_FRACTION, /* the first part over the second */
    FORMULA_UNDER,    /* the first part, an operator, with the second below */
    FORMULA_CASES,    /* a value, its condition, a value, its condition, ... */
};

struct formula {
    enum formula_kind kind;
    struct text text;
    LIST_OF(const struct formula *) parts;
};

struct formula *formula_leaf(struct arena *a, enum formula_kind kind, struct text text);
struct formula *formula_of(struct arena *a, enum formula_kind kind); /* parts are added to it */
void formula_add(struct arena *a, struct formula *f, const struct formula *part);

/* About how many columns it takes when it is written out. */
size_t formula_columns(const struct formula *f);

/* MathML Core, a block of its own; and LaTeX for math in Markdown, where three characters that
 * LaTeX cannot have in a text (a backslash, ^ and ~) become ones that look like them.  Thai digits
 * as in text_style. */
void formula_mathml(struct buffer *out, const struct formula *f, bool thai_digits);
void formula_latex(struct buffer *out, const struct formula *f, bool thai_digits);

#endif
