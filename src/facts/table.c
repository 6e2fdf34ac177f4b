/* Facts that are tables: columns matched by name, cells in one array, keys that stand once.
 *
 * The array is asked for once or twice only: after the first rows the length of the text foretells
 * how many there will be, so that an arena, which cannot give back, does not hold the same rows
 * several times. */
#include "base/nearest.h"
#include "facts/bind.h"

#include <string.h>

enum { FIRST_ROWS = 64 };

static struct span nowhere(void)
{
    return (struct span){0, 0};
}

bool table_begin(struct table_reader *t, struct binder *b, const struct fact *table, struct span at)
{
    struct fact_entry *e = &b->facts->entry[table->index];
    struct arena *a = b->facts->arena;
    *t = (struct table_reader){.binder = b, .table = table, .at = at, .width = table->columns.n};
    t->column_at = ARENA_ARRAY(a, struct span, t->width);
    t->set = ARENA_ARRAY(a, bool, t->width);
    if (!e->stated)
        return true;
    struct diag *g = DIAG_ADD(b->facts->diags, K0603, at, table->path);
    diag_label(b->facts->diags, g, e->at, TEXT("first stated here"));
    return false;
}

const struct fact *table_column_named(const struct fact *table, struct text name)
{
    for (size_t i = 0; i < table->columns.n; i++)
        if (text_equal(table->columns.at[i]->path, name))
            return table->columns.at[i];
    return NULL;
}

void table_unknown_column(struct table_reader *t, struct text name, struct span at)
{
    struct diags *d = t->binder->facts->diags;
    struct diag *g = DIAG_ADD(d, K0617, at, t->table->path, name);
    struct nearest near = nearest_to(name);
    for (size_t i = 0; i < t->width && d->all.n < d->limit; i++)
        nearest_offer(&near, t->table->columns.at[i]->path);
    diag_label(d, g, t->table->at, TEXT("this table"));
    if (!near.best.n)
        return;
    diag_help(g, SAY(d->arena, "did you mean `{}`?", near.best));
    diag_fix(g, at, near.best);
}

void table_add_column(struct table_reader *t, struct text name, struct span at, bool strict)
{
    struct facts *f = t->binder->facts;
    const struct fact *column = table_column_named(t->table, name);
    if (!column && strict)
        table_unknown_column(t, name, at);
    if (column && !span_is_nowhere(t->column_at[column->index])) {
        struct diag *g = DIAG_ADD(f->diags, K0619, at, name);
        diag_label(f->diags, g, t->column_at[column->index], TEXT("first here"));
        column = NULL;
    } else if (column)
        t->column_at[column->index] = at;
    LIST_ADD(f->arena, &t->written, column);
    t->head = span_join(t->head, at);
}

bool table_columns_done(struct table_reader *t)
{
    struct facts *f = t->binder->facts;
    bool well = true;
    for (size_t i = 0; i < t->width; i++) {
        const struct fact *c = t->table->columns.at[i];
        if (c->optional || !span_is_nowhere(t->column_at[i]))
            continue;
        struct diag *g = DIAG_ADD(f->diags, K0618, span_is_nowhere(t->head) ? t->at : t->head,
                                  t->table->path, c->path);
        diag_label(f->diags, g, c->at, TEXT("declared here, and not optional"));
        well = false;
    }
    return well;
}

/* Room for more rows, by how long those so far have been. */
static void grow(struct table_reader *t)
{
    size_t room = t->room ? t->room * 2 : FIRST_ROWS;
    if (t->bytes_done && t->rows) {
        size_t foreseen = t->bytes_all * t->rows / t->bytes_done / 50 * 51 + FIRST_ROWS;
        room = foreseen > t->rows + FIRST_ROWS / 2 ? foreseen : room;
    }
    room = room > FACTS_ROWS ? FACTS_ROWS : room;
    size_t cell = sizeof *t->cell * t->table->cells;
    t->cell = arena_grow(t->binder->facts->arena, t->cell, t->rows * cell, room * cell);
    t->room = room;
}

struct table_cell *table_row(struct table_reader *t)
{
    struct facts *f = t->binder->facts;
    if (t->rows == FACTS_ROWS) {
        DIAG_ADD(f->diags, K0637, t->at, text_number(f->arena, FACTS_ROWS), TEXT("rows"));
        return NULL;
    }
    if (t->rows == t->room)
        grow(t);
    struct table_cell *row = t->cell + t->rows++ * t->table->cells;
    return memset(row, 0, t->table->cells * sizeof *row);
}

static struct value absent_cell(struct table_reader *t, const struct fact *f, size_t row,
                                struct span at)
{
    enum absence absence = f->optional ? ABSENCE_NONE : ABSENCE_MISSING;
    return value_absent(t->binder->facts->arena, (struct cause){.kind = CAUSE_CELL,
                                                                .absence = absence,
                                                                .what = f->path,
                                                                .row = row,
                                                                .at = f->at,
                                                                .fact_at = at});
}

/* The value of a cell; absent where it has none, or a wrong one. */
static struct value cell_value(struct table_reader *t, const struct fact *f, struct raw raw)
{
    struct binder *b = t->binder;
    struct value v;
    struct text bare = raw.kind == RAW_WORDS ? text_trim(raw.text) : raw.text;
    if (raw.kind == RAW_WORDS && (text_equal(bare, TEXT("n/a")) || text_equal(bare, TEXT("N/A")))) {
        diag_help(DIAG_PLAIN(b->facts->diags, K0616, raw.at), TEXT("leave the cell empty"));
    } else if (raw.kind != RAW_NOTHING && (raw.kind != RAW_WORDS || bare.n)) {
        if (convert(b, f, raw, '|', &v))
            return v;
    } else if (f->table->key == (int)f->index)
        DIAG_ADD(b->facts->diags, K0622, raw.at, f->path);
    return column_is_kept(f) ? absent_cell(t, f, t->rows, raw.at) : (struct value){0};
}

void table_put(struct table_reader *t, struct table_cell *row, const struct fact *f, struct raw raw)
{
    struct facts *facts = t->binder->facts;
    bool kept = column_is_kept(f);
    struct arena_mark mark = arena_mark(facts->scratch);
    t->binder->values = kept ? facts->arena : facts->scratch;
    struct value v = cell_value(t, f, raw);
    t->binder->values = facts->arena;
    arena_return(facts->scratch, mark);
    if (kept)
        row[f->cell] = (struct table_cell){v, raw.at};
    else if (span_is_nowhere(row->at))
        row->at = raw.at; /* of the row, until its first cell says better */
}

static struct text counted(struct arena *a, size_t n, const char *one, const char *many)
{
    return SAY(a, "{} {}", text_number(a, (long long)n), text_of(n == 1 ? one : many));
}

void table_ragged(struct binder *b, struct span row, size_t cells, struct span head, size_t columns,
                  const char *too_few, const char *too_many)
{
    struct facts *f = b->facts;
    struct diag *g = DIAG_ADD(f->diags, K0620, row, counted(f->arena, cells, "cell", "cells"),
                              counted(f->arena, columns, "column", "columns"));
    if (!span_is_nowhere(head))
        diag_label(f->diags, g, head, TEXT("the columns"));
    diag_help(g, text_of(cells < columns ? too_few : too_many));
}

/* A text that is the same for equal values and for no others. */
static struct text key_text(struct table_reader *t, const struct value *v)
{
    struct arena *a = t->binder->facts->arena;
    switch (v->kind) {
    case VALUE_NUMBER:
        return number_exact_words(a, v->number);
    case VALUE_TEXT:
        return v->text;
    case VALUE_DATE:
        return text_number(a, v->date.day);
    case VALUE_MONTH:
        return text_number(a, v->month.month);
    case VALUE_TRUTH:
        return v->truth ? TEXT("yes") : TEXT("no");
    case VALUE_ABSENT:
    case VALUE_SET:
    case VALUE_TABLE:
        break;
    }
    return (struct text){0};
}

static void check_keys(struct table_reader *t)
{
    struct facts *f = t->binder->facts;
    if (t->table->key < 0)
        return;
    const struct fact *column = t->table->columns.at[t->table->key];
    size_t key = column->cell;
    struct map seen = map_in(f->arena);
    for (size_t row = 0; row < t->rows && !bind_is_hopeless(t->binder); row++) {
        const struct table_cell *cell = &t->cell[row * t->table->cells + key];
        struct text text = key_text(t, &cell->value);
        size_t first = text.at ? map_put(&seen, text, row) : row;
        if (first == row)
            continue;
        struct diag *g = DIAG_ADD(f->diags, K0621, cell->at, column->path,
                                  source_text(f->diags->sources, cell->at));
        diag_label(f->diags, g, t->cell[first * t->table->cells + key].at,
                   TEXT("the first of them"));
    }
}

/* Columns that are not there: every row lacks them for the same cause. */
static void fill_gaps(struct table_reader *t)
{
    for (size_t i = 0; i < t->width; i++) {
        const struct fact *f = t->table->columns.at[i];
        if (!column_is_kept(f))
            continue;
        struct value shared = absent_cell(t, f, 0, nowhere());
        for (size_t row = 0; row < t->rows; row++) {
            struct table_cell *cell = &t->cell[row * t->table->cells + f->cell];
            if (cell->value.kind != VALUE_ABSENT || cell->value.cause)
                continue;
            cell->value =
                span_is_nowhere(t->column_at[i]) ? shared : absent_cell(t, f, row + 1, nowhere());
        }
    }
}

void table_end(struct table_reader *t)
{
    struct facts *f = t->binder->facts;
    fill_gaps(t);
    check_keys(t);
    struct table *table = ARENA_NEW(f->arena, struct table);
    *table = (struct table){t->rows, t->table->cells, t->cell};
    struct fact_entry *e = &f->entry[t->table->index];
    e->stated = true;
    e->at = t->at;
    e->value = (struct value){.kind = VALUE_TABLE, .table = table};
}
