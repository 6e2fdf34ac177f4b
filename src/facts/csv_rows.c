/* CSV as rows of cells.
 *
 * A row's cells are found first and given their meaning only when there are as many as columns: a
 * row that has slipped by one cell is one mistake, not one for every cell. */
#include "facts/csv.h"

#include <string.h>

char csv_delimiter(struct text t)
{
    static const char signs[] = {',', ';', '\t'};
    size_t count[sizeof signs] = {0}, best = 0;
    bool quoted = false;
    for (size_t i = 0; i < t.n && (quoted || (t.at[i] != '\n' && t.at[i] != '\r')); i++) {
        quoted ^= t.at[i] == '"';
        for (size_t s = 0; s < sizeof signs; s++)
            count[s] += !quoted && t.at[i] == signs[s];
    }
    for (size_t s = 1; s < sizeof signs; s++)
        best = count[s] > count[best] ? s : best;
    return signs[best];
}

struct csv_rows csv_rows_of(struct binder *b, char delimiter, size_t kept)
{
    struct text t = b->source->content;
    struct csv_rows r = {.binder = b, .text = t.at, .n = t.n, .delimiter = delimiter, .kept = kept};
    r.stops[(unsigned char)delimiter] = r.stops['\n'] = r.stops['\r'] = r.stops['"'] = true;
    r.cell = ARENA_ARRAY(b->facts->arena, struct csv_cell, kept);
    return r;
}

static struct span span_of(const struct csv_rows *r, size_t from, size_t to)
{
    return source_span(r->binder->source, from, to);
}

enum cell_end { END_CELL, END_ROW, END_FILE };

static enum cell_end wrong_quotes(struct csv_rows *r, size_t from, size_t to, const char *why,
                                  const char *help)
{
    struct diag *g = DIAG_ADD(r->binder->facts->diags, K0632, span_of(r, from, to), text_of(why));
    diag_help(g, text_of(help));
    r->broken = true;
    return END_FILE;
}

/* What stands at `at`, behind a cell. */
static enum cell_end cell_end(struct csv_rows *r)
{
    if (r->at == r->n)
        return END_FILE;
    char sign = r->text[r->at++];
    if (sign == r->delimiter)
        return END_CELL;
    if (sign == '\r' && r->at < r->n && r->text[r->at] == '\n')
        r->at++;
    return END_ROW;
}

static enum cell_end read_bare(struct csv_rows *r, struct csv_cell *cell)
{
    size_t i = r->at;
    while (i < r->n && !r->stops[(unsigned char)r->text[i]])
        i++;
    *cell = (struct csv_cell){.from = r->at, .to = i};
    r->at = i;
    if (i < r->n && r->text[i] == '"')
        return wrong_quotes(r, i, i + 1, "it stands inside a cell that does not begin with one",
                            "put the whole cell in quotes, and write `\"\"` for a quote inside it");
    return cell_end(r);
}

static enum cell_end read_quoted(struct csv_rows *r, struct csv_cell *cell)
{
    *cell = (struct csv_cell){.from = r->at + 1, .quoted = true};
    for (size_t i = r->at + 1; i < r->n; i++) {
        const char *quote = memchr(r->text + i, '"', r->n - i);
        if (!quote)
            break;
        i = (size_t)(quote - r->text);
        if (i + 1 < r->n && r->text[i + 1] == '"') {
            cell->doubled = true;
            i++;
            continue;
        }
        cell->to = i;
        r->at = i + 1;
        if (r->at < r->n && (!r->stops[(unsigned char)r->text[r->at]]))
            return wrong_quotes(r, r->at, r->at + 1,
                                "the cell goes on behind the quote that closes it",
                                "write `\"\"` for a quote inside a cell");
        return cell_end(r);
    }
    return wrong_quotes(r, r->at, r->at + 1, "the one that opens here is not closed",
                        "close it with `\"`");
}

bool csv_next_row(struct csv_rows *r)
{
    enum cell_end end;
    struct csv_cell spare = {0};
    do {
        if (r->at == r->n)
            return false;
        r->cells = 0;
        do {
            struct csv_cell *cell = r->cells < r->kept ? &r->cell[r->cells] : &spare;
            r->cells++;
            bool quoted = r->at < r->n && r->text[r->at] == '"';
            end = quoted ? read_quoted(r, cell) : read_bare(r, cell);
        } while (end == END_CELL);
    } while (r->cells == 1 && !r->cell[0].quoted && r->cell[0].from == r->cell[0].to && !r->broken);
    return !r->broken;
}

static struct text undoubled(struct arena *a, struct text t)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < t.n; i++) {
        buffer_add_byte(&b, t.at[i]);
        i += t.at[i] == '"';
    }
    return buffer_text(&b);
}

struct text csv_cell_text(const struct csv_rows *r, size_t i)
{
    const struct csv_cell *cell = &r->cell[i];
    struct text t = {r->text + cell->from, cell->to - cell->from};
    return cell->doubled ? undoubled(r->binder->facts->arena, t) : t;
}

struct span csv_cell_at(const struct csv_rows *r, size_t i)
{
    return span_of(r, r->cell[i].from, r->cell[i].to);
}

struct span csv_row_at(const struct csv_rows *r)
{
    size_t last = r->cells < r->kept ? r->cells - 1 : r->kept - 1;
    return span_of(r, r->cell[0].from, r->cell[last].to);
}

void csv_ragged(const struct csv_rows *r, struct span head, size_t columns)
{
    table_ragged(r->binder, csv_row_at(r), r->cells, head, columns,
                 "every cell has its separator, an empty one too",
                 "a cell with a separator in it stands in quotes");
}
