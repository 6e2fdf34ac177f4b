/* Writing CSV.
 *
 * Floor: render.  As RFC 4180 says, but lines end in a single LF: every reader takes that, and
 * tools that work by lines do not drag a CR along in the last cell.  UTF-8 without a byte order
 * mark.  A cell is quoted only when it holds a comma, a quote or an LF. */
#ifndef KEN_RENDER_CSV_H
#define KEN_RENDER_CSV_H

#include "base/buffer.h"

struct csv {
    struct buffer *out;
    bool inside; /* the row has a cell */
};

/* What a cell says: control characters made visible, except LF and tab; with an apostrophe in front
 * when a spreadsheet would take it for a formula, which a number ("-0.0100", "-1/100") is not. */
struct text csv_shown(struct arena *a, struct text t);

/* The next cell of the row; `t` may hold anything.  As it is: for programs, not for spreadsheets.
 */
void csv_cell(struct csv *c, struct text t);
void csv_cell_as_is(struct csv *c, struct text t);
void csv_end_row(struct csv *c);

#endif
