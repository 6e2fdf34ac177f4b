/* CSV as rows of cells: private to what reads them, tables (csv.c) and records (record_csv.c).
 *
 * Floor: facts.  RFC 4180, and what spreadsheets make of it: semicolons or tabs, any line end. What
 * RFC 4180 does not define is refused, never guessed. */
#ifndef KEN_FACTS_CSV_H
#define KEN_FACTS_CSV_H

#include "facts/bind.h"

struct csv_cell {
    size_t from, to;      /* inside the quotes */
    bool quoted, doubled; /* doubled: has "" inside */
};

struct csv_rows {
    struct binder *binder;
    const char *text;
    size_t n, at;
    char delimiter;
    bool stops[256]; /* bytes at which a bare cell ends or is wrong */
    bool broken;     /* nothing behind this place can be trusted */
    size_t cells;    /* of the row read last; may be more than are kept */
    size_t kept;
    struct csv_cell *cell;
};

/* The rows of `b->source`, of each of which `kept` cells are kept, at least one. */
struct csv_rows csv_rows_of(struct binder *b, char delimiter, size_t kept);

/* The sign that stands most often in the first line, outside quotes. */
char csv_delimiter(struct text t);

/* Find the cells of the next row; false at the end of the text, or after an error.  Empty lines are
 * no rows. */
bool csv_next_row(struct csv_rows *r);

/* Of a cell of that row that is kept: what it says, and where. */
struct text csv_cell_text(const struct csv_rows *r, size_t i);
struct span csv_cell_at(const struct csv_rows *r, size_t i);

/* From the first cell of the row to the last that is kept. */
struct span csv_row_at(const struct csv_rows *r);

/* Report that it has another number of cells than there are columns, named at `head` if anywhere.
 */
void csv_ragged(const struct csv_rows *r, struct span head, size_t columns);

#endif
