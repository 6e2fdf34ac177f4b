/* Tables in CSV: RFC 4180, and what spreadsheets make of it (byte order mark, semicolons or tabs,
 * any line end).
 *
 * A row's cells are found first and given their meaning only when there are as many as columns: a
 * row that has slipped by one cell is one mistake, not one for every cell.  What RFC 4180 does not
 * define is refused, never guessed. */
#include <string.h>
#include <unistr.h>

#include "base/nearest.h"
#include "facts/csv.h"
#include "syntax/characters.h"

struct csv {
    struct binder *binder;
    struct facts *facts;
    const struct named_file *file;
    struct table_reader table;
    struct csv_rows rows;
};

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
    struct text t = c->binder->source->content;
    size_t plain = plain_bytes(t.at, t.n);
    const uint8_t *from = (const uint8_t *)t.at, *bad = u8_check(from + plain, t.n - plain);
    const uint8_t *wrong = bad || !t.n ? bad : memchr(from, 0, t.n);
    if (!wrong)
        return true;
    enum encoding looks = encoding_guess(t);
    size_t at = (size_t)(wrong - from);
    if (looks && !c->file->encoding)
        encoding_undeclared(d, c->file, looks);
    else if (bad)
        characters_not_utf_8(c->binder->source, at, d);
    else
        DIAG_ADD(d, K0103, source_span(c->binder->source, at, at + 1), TEXT("U+0000"));
    return false;
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
        for (size_t j = 0; j < c->rows.cells && d->all.n < d->limit; j++)
            nearest_offer(&near, csv_cell_text(&c->rows, j));
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
    if (!csv_next_row(&c->rows)) {
        if (!c->rows.broken)
            DIAG_ADD(f->diags, K0633, source_span(c->binder->source, 0, 0),
                     c->binder->source->name);
        return false;
    }
    if (c->rows.cells > FACTS_COLUMNS) {
        DIAG_ADD(f->diags, K0637, csv_cell_at(&c->rows, 0), text_number(f->arena, FACTS_COLUMNS),
                 TEXT("columns"));
        return false;
    }
    size_t errors = f->diags->errors;
    struct naming naming = read_renames(c, renames);
    struct map seen = map_in(f->arena);
    for (size_t i = 0; i < c->rows.cells; i++) {
        struct text name = text_trim(csv_cell_text(&c->rows, i));
        size_t first = name.n ? map_put(&seen, name, i) : i;
        if (first != i)
            column_twice(c, name, csv_cell_at(&c->rows, i), csv_cell_at(&c->rows, first));
        table_add_column(&c->table, first == i ? column_for(&naming, name) : TEXT(""),
                         csv_cell_at(&c->rows, i), false);
    }
    check_renames(c, &naming, &seen);
    return table_columns_done(&c->table) && f->diags->errors == errors;
}

/* --- rows --------------------------------------------------------------------------------- */

static bool bind_row(struct csv *c)
{
    struct table_reader *t = &c->table;
    if (c->rows.cells != t->written.n) {
        csv_ragged(&c->rows, t->head, t->written.n);
        return true;
    }
    struct table_cell *row = table_row(t);
    if (!row)
        return false;
    for (size_t i = 0; i < c->rows.cells; i++) {
        const struct fact *f = t->written.at[i];
        if (f)
            table_put(t, row, f,
                      (struct raw){.kind = RAW_WORDS,
                                   .text = csv_cell_text(&c->rows, i),
                                   .at = csv_cell_at(&c->rows, i)});
    }
    return true;
}

void csv_read(struct binder *b, const struct fact *table, struct span at,
              const struct named_file *file, struct csv_renames renames)
{
    struct csv *c = ARENA_NEW(b->facts->arena, struct csv);
    *c = (struct csv){.binder = b, .facts = b->facts, .file = file};
    if (!table_begin(&c->table, b, table, at) || !is_readable(c))
        return;
    c->rows = csv_rows_of(b, csv_delimiter(b->source->content), FACTS_COLUMNS);
    if (read_header(c, renames)) {
        c->table.bytes_all = c->rows.n;
        while (csv_next_row(&c->rows) && !bind_is_hopeless(b) && bind_row(c))
            c->table.bytes_done = c->rows.at;
    }
    table_end(&c->table);
}
