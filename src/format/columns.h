/* Rows whose cells stand under each other: private to format/.
 *
 * A cell belongs to a column by its number, so a row may leave columns out.  Columns are counted by
 * display width: Thai marks have none. */
#ifndef KEN_FORMAT_COLUMNS_H
#define KEN_FORMAT_COLUMNS_H

#include <stdbool.h>

#include "base/list.h"

enum { COLUMNS_MOST = 60 /* cells behind that are not brought under each other */ };

struct column_cell {
    size_t width;
    unsigned column; /* rising in a row */
    unsigned gap;    /* spaces in front of it, at least */
    bool right;      /* it ends where its column ends */
    size_t spaces;   /* out: in front of it */
};

struct column_row {
    struct column_cell *cells; /* the first begins the row */
    size_t n;
    size_t reached; /* private */
    size_t next;    /* private */
};

/* Fill in `spaces` of every cell.  Where a row would become wider than `widest` only because of the
 * others, the rows stay as they are; a row that is wider by itself is left out.  0: as wide as it
 * gets. */
void columns_align(struct column_row *rows, size_t n, size_t indent, size_t widest);

#endif
