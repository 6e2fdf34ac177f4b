/* Rows whose cells stand under each other. */
#include "format/columns.h"

static size_t width_alone(const struct column_row *r)
{
    size_t width = r->cells[0].width;
    for (size_t i = 1; i < r->n; i++)
        width += r->cells[i].gap + r->cells[i].width;
    return width;
}

static bool takes_part(const struct column_row *r, size_t widest)
{
    return r->n > 0 && (!widest || width_alone(r) <= widest);
}

static void stay(struct column_row *r)
{
    for (size_t i = 1; i < r->n; i++)
        r->cells[i].spaces = r->cells[i].gap;
}

static struct column_cell *cell_in(const struct column_row *r, unsigned column)
{
    return r->next < r->n && r->cells[r->next].column == column ? &r->cells[r->next] : NULL;
}

/* Bring the cells of one column under each other: where it begins, or ends. */
static void align_column(struct column_row *rows, size_t n, unsigned column)
{
    size_t at = 0, end = 0;
    for (size_t i = 0; i < n; i++) {
        const struct column_cell *c = cell_in(&rows[i], column);
        if (c && rows[i].reached + c->gap > at)
            at = rows[i].reached + c->gap;
        if (c && rows[i].reached + c->gap + c->width > end)
            end = rows[i].reached + c->gap + c->width;
    }
    for (size_t i = 0; i < n; i++) {
        struct column_cell *c = cell_in(&rows[i], column);
        if (!c)
            continue;
        c->spaces = (c->right ? end - c->width : at) - rows[i].reached;
        rows[i].reached += c->spaces + c->width;
        rows[i].next++;
    }
}

void columns_align(struct column_row *rows, size_t n, size_t indent, size_t widest)
{
    bool fits = true;
    widest = widest > indent ? widest - indent : widest ? 1 : 0;
    for (size_t i = 0; i < n; i++) {
        bool in = takes_part(&rows[i], widest);
        rows[i].next = in ? 1 : rows[i].n;
        rows[i].reached = in ? rows[i].cells[0].width : 0;
        stay(&rows[i]);
    }
    for (unsigned column = 1; column <= COLUMNS_MOST; column++)
        align_column(rows, n, column);
    for (size_t i = 0; i < n; i++)
        fits = fits && (!widest || rows[i].reached <= widest);
    for (size_t i = 0; i < n && !fits; i++)
        stay(&rows[i]);
}
