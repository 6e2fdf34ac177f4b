/* Tables in CSV: RFC 4180, and what spreadsheets make of it (byte order mark, semicolons or tabs,
 * any line end).
 *
 * A row's cells are found first and given their meaning only when there are as many as columns: a
 * row that has slipped by one cell is one mistake, not one for every cell.  What RFC 4180 does not
 * define is refused, never guessed. */
#include <string.h>
#include <unistr.h>

#include "base/nearest.h"
#include "facts/bind.h"
#include "syntax/characters.h"

struct cell {
    size_t from, to;      /* inside the quotes */
    bool quoted, doubled; /* doubled: has "" inside */
};

enum cell_end { END_CELL, END_ROW, END_FILE };

struct csv {
    struct binder *binder;
    struct facts *facts;
    const struct named_file *file;
    struct table_reader table;
    const char *text;
    size_t n, at;
    char delimiter;
    bool stops[256]; /* bytes at which a bare cell ends or is wrong */
    bool broken;     /* nothing behind this place can be trusted */
    size_t cells;    /* of the row read last; may be more than are kept */
    struct cell cell[FACTS_COLUMNS];
};

static struct span span_of(const struct csv *c, size_t from, size_t to)
{
    return source_span(c->binder->source, from, to);
}

/* --- the text ----------------------------------------------------------------------------- */

static size_t plain_bytes(const char *text, size_t n)
{
    size_t i = 0;
    for (uint64_t eight; i + sizeof eight <= n; i += sizeof eight) {
        memcpy(&eight, text + i, sizeof eight);
        if (eight & 0x8080808080808080u)
            break;
    }
    return i;
}

static bool is_readable(struct csv *c)
{
    struct diags *d = c->facts->diags;
    size_t plain = plain_bytes(c->text, c->n);
    const uint8_t *from = (const uint8_t *)c->text, *bad = u8_check(from + plain, c->n - plain);
    const uint8_t *wrong = bad || !c->n ? bad : memchr(from, 0, c->n);
    if (!wrong)
        return true;
    enum encoding looks = encoding_guess(c->binder->source->content);
    size_t at = (size_t)(wrong - from);
    if (looks && !c->file->encoding)
        encoding_undeclared(d, c->file, looks);
    else if (bad)
        characters_not_utf_8(c->binder->source, at, d);
    else
        DIAG_ADD(d, K0103, span_of(c, at, at + 1), TEXT("U+0000"));
    return false;
}

/* The sign that stands most often in the first line, outside quotes. */
static char find_delimiter(const struct csv *c)
{
    static const char signs[] = {',', ';', '\t'};
    size_t count[sizeof signs] = {0}, best = 0;
    bool quoted = false;
    for (size_t i = c->at; i < c->n && (quoted || (c->text[i] != '\n' && c->text[i] != '\r'));
         i++) {
        quoted ^= c->text[i] == '"';
        for (size_t s = 0; s < sizeof signs; s++)
            count[s] += !quoted && c->text[i] == signs[s];
    }
    for (size_t s = 1; s < sizeof signs; s++)
        best = count[s] > count[best] ? s : best;
    return signs[best];
}

static void set_delimiter(struct csv *c)
{
    c->delimiter = find_delimiter(c);
    c->stops[(unsigned char)c->delimiter] = c->stops['\n'] = c->stops['\r'] = c->stops['"'] = true;
}

/* --- cells -------------------------------------------------------------------------------- */

static enum cell_end wrong_quotes(struct csv *c, size_t from, size_t to, const char *why,
                                  const char *help)
{
    struct diag *g = DIAG_ADD(c->facts->diags, K0632, span_of(c, from, to), text_of(why));
    diag_help(g, text_of(help));
    c->broken = true;
    return END_FILE;
}

/* What stands at `at`, behind a cell. */
static enum cell_end cell_end(struct csv *c)
{
    if (c->at == c->n)
        return END_FILE;
    char sign = c->text[c->at++];
    if (sign == c->delimiter)
        return END_CELL;
    if (sign == '\r' && c->at < c->n && c->text[c->at] == '\n')
        c->at++;
    return END_ROW;
}

static enum cell_end read_bare(struct csv *c, struct cell *cell)
{
    size_t i = c->at;
    while (i < c->n && !c->stops[(unsigned char)c->text[i]])
        i++;
    *cell = (struct cell){.from = c->at, .to = i};
    c->at = i;
    if (i < c->n && c->text[i] == '"')
        return wrong_quotes(c, i, i + 1, "it stands inside a cell that does not begin with one",
                            "put the whole cell in quotes, and write `\"\"` for a quote inside it");
    return cell_end(c);
}

static enum cell_end read_quoted(struct csv *c, struct cell *cell)
{
    *cell = (struct cell){.from = c->at + 1, .quoted = true};
    for (size_t i = c->at + 1; i < c->n; i++) {
        const char *quote = memchr(c->text + i, '"', c->n - i);
        if (!quote)
            break;
        i = (size_t)(quote - c->text);
        if (i + 1 < c->n && c->text[i + 1] == '"') {
            cell->doubled = true;
            i++;
            continue;
        }
        cell->to = i;
        c->at = i + 1;
        if (c->at < c->n && (!c->stops[(unsigned char)c->text[c->at]]))
            return wrong_quotes(c, c->at, c->at + 1,
                                "the cell goes on behind the quote that closes it",
                                "write `\"\"` for a quote inside a cell");
        return cell_end(c);
    }
    return wrong_quotes(c, c->at, c->at + 1, "the one that opens here is not closed",
                        "close it with `\"`");
}

/* Find the cells of the next row; false at the end of the file.  Empty lines are no rows. */
static bool read_row(struct csv *c)
{
    enum cell_end end;
    struct cell spare;
    do {
        if (c->at == c->n)
            return false;
        c->cells = 0;
        do {
            struct cell *cell = c->cells < FACTS_COLUMNS ? &c->cell[c->cells] : &spare;
            c->cells++;
            bool quoted = c->at < c->n && c->text[c->at] == '"';
            end = quoted ? read_quoted(c, cell) : read_bare(c, cell);
        } while (end == END_CELL);
    } while (c->cells == 1 && !c->cell[0].quoted && c->cell[0].from == c->cell[0].to && !c->broken);
    return !c->broken;
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

static struct text cell_text(const struct csv *c, const struct cell *cell)
{
    struct text t = {c->text + cell->from, cell->to - cell->from};
    return cell->doubled ? undoubled(c->facts->arena, t) : t;
}

static struct span cell_at(const struct csv *c, const struct cell *cell)
{
    return span_of(c, cell->from, cell->to);
}

/* --- columns ------------------------------------------------------------------------------ */

/* By which name of the file each renamed column goes: checks `renames` on the way. */
struct naming {
    const struct csv_rename *rename;
    size_t n;
    struct map by_name, by_column; /* to index in rename */
};

static void column_twice(struct csv *c, struct text name, struct span at, struct span first)
{
    struct diag *g = DIAG_ADD(c->facts->diags, K0619, at, name);
    diag_label(c->facts->diags, g, first, TEXT("first here"));
}

static struct naming read_renames(struct csv *c, struct csv_renames renames)
{
    struct facts *f = c->facts;
    struct naming naming = {renames.at, renames.n, map_in(f->arena), map_in(f->arena)};
    for (size_t i = 0; i < renames.n && !bind_is_hopeless(c->binder); i++) {
        const struct csv_rename *r = &renames.at[i];
        if (!table_column_named(c->table.table, r->column)) {
            table_unknown_column(&c->table, r->column, r->column_at);
            continue;
        }
        size_t first = map_put(&naming.by_column, r->column, i);
        if (first != i)
            column_twice(c, r->column, r->column_at, renames.at[first].column_at);
        first = map_put(&naming.by_name, r->name, i);
        if (first != i)
            column_twice(c, r->name, r->name_at, renames.at[first].name_at);
    }
    return naming;
}

/* Every renamed column must have been there. */
static void check_renames(struct csv *c, const struct naming *naming, const struct map *seen)
{
    struct diags *d = c->facts->diags;
    for (size_t i = 0; i < naming->n && !bind_is_hopeless(c->binder); i++) {
        const struct csv_rename *r = &naming->rename[i];
        if (map_find(seen, r->name, NULL))
            continue;
        struct diag *g = DIAG_ADD(d, K0617, r->name_at, c->binder->source->name, r->name);
        diag_label(d, g, c->table.head, TEXT("its columns"));
        struct nearest near = nearest_to(r->name);
        for (size_t j = 0; j < c->cells && d->all.n < d->limit; j++)
            nearest_offer(&near, cell_text(c, &c->cell[j]));
        if (!near.best.n)
            continue;
        diag_help(g, SAY(d->arena, "did you mean `{}`?", near.best));
        diag_fix(g, r->name_at, near.best);
    }
}

/* The declared column that a name in the file stands for; the name itself where it is none. */
static struct text column_for(const struct naming *naming, struct text name)
{
    size_t i;
    if (map_find(&naming->by_name, name, &i))
        return naming->rename[i].column;
    return map_find(&naming->by_column, name, NULL) ? TEXT("") : name;
}

static bool read_header(struct csv *c, struct csv_renames renames)
{
    struct facts *f = c->facts;
    if (!read_row(c)) {
        if (!c->broken)
            DIAG_ADD(f->diags, K0633, span_of(c, 0, 0), c->binder->source->name);
        return false;
    }
    if (c->cells > FACTS_COLUMNS) {
        DIAG_ADD(f->diags, K0637, cell_at(c, &c->cell[0]), text_number(f->arena, FACTS_COLUMNS),
                 TEXT("columns"));
        return false;
    }
    size_t errors = f->diags->errors;
    struct naming naming = read_renames(c, renames);
    struct map seen = map_in(f->arena);
    for (size_t i = 0; i < c->cells; i++) {
        struct text name = text_trim(cell_text(c, &c->cell[i]));
        size_t first = name.n ? map_put(&seen, name, i) : i;
        if (first != i)
            column_twice(c, name, cell_at(c, &c->cell[i]), cell_at(c, &c->cell[first]));
        table_add_column(&c->table, first == i ? column_for(&naming, name) : TEXT(""),
                         cell_at(c, &c->cell[i]), false);
    }
    check_renames(c, &naming, &seen);
    return table_columns_done(&c->table) && f->diags->errors == errors;
}

/* --- rows --------------------------------------------------------------------------------- */

static bool bind_row(struct csv *c)
{
    struct table_reader *t = &c->table;
    if (c->cells != t->written.n) {
        size_t last = c->cells < FACTS_COLUMNS ? c->cells - 1 : FACTS_COLUMNS - 1;
        table_ragged(t, span_of(c, c->cell[0].from, c->cell[last].to), c->cells,
                     "every cell has its separator, an empty one too",
                     "a cell with a separator in it stands in quotes");
        return true;
    }
    struct table_cell *row = table_row(t);
    if (!row)
        return false;
    for (size_t i = 0; i < c->cells; i++) {
        const struct fact *f = t->written.at[i];
        if (f)
            table_put(t, row, f,
                      (struct raw){.kind = RAW_WORDS,
                                   .text = cell_text(c, &c->cell[i]),
                                   .at = cell_at(c, &c->cell[i])});
    }
    return true;
}

void csv_read(struct binder *b, const struct fact *table, struct span at,
              const struct named_file *file, struct csv_renames renames)
{
    struct csv *c = ARENA_NEW(b->facts->arena, struct csv);
    *c = (struct csv){.binder = b,
                      .facts = b->facts,
                      .file = file,
                      .text = b->source->content.at,
                      .n = b->source->content.n};
    if (!table_begin(&c->table, b, table, at) || !is_readable(c))
        return;
    set_delimiter(c);
    if (read_header(c, renames)) {
        c->table.bytes_all = c->n;
        while (read_row(c) && !bind_is_hopeless(b) && bind_row(c))
            c->table.bytes_done = c->at;
    }
    table_end(&c->table);
}
