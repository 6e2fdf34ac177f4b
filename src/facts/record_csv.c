/* Records in CSV: what the columns of the head are, and the cells below it. */
#include "facts/csv.h"
#include "facts/record.h"

/* --- the head ------------------------------------------------------------------------------ */

/* The head that is being read. */
struct head {
    struct binder binder;
    struct csv_rows rows;
    struct csv_head *out;
    size_t *by_fact; /* by fact index: its column, from 1 */
    struct map seen; /* name to column */
    size_t id;       /* its column, from 1 */
    bool says_who;   /* some column does */
};

static void stands_twice(struct head *h, struct text name, size_t i, size_t first)
{
    struct diags *d = h->binder.facts->diags;
    struct diag *g = DIAG_ADD(d, K0619, csv_cell_at(&h->rows, i), name);
    diag_label(d, g, csv_cell_at(&h->rows, first), TEXT("first here"));
}

static void take_fact(struct head *h, size_t i, struct name_meaning means)
{
    struct diags *d = h->binder.facts->diags;
    struct csv_column *column = &h->out->at[i];
    const struct fact *f = means.fact;
    size_t first = h->by_fact[f->index];
    h->by_fact[f->index] = i + 1;
    column->fact = f;
    column->unit = means.unit;
    if (f->type.kind == TYPE_TABLE)
        diag_help(
            DIAG_ADD(d, K1106, csv_cell_at(&h->rows, i), f->path),
            TEXT("leave the column out with `ignore`, or give the records as JSON, a line each"));
    if (!first)
        return;
    struct diag *g = DIAG_ADD(d, K1107, csv_cell_at(&h->rows, i), f->path);
    diag_label(d, g, csv_cell_at(&h->rows, first - 1), TEXT("the other column"));
}

/* `id` counts before `office`, which then is a name like others. */
static void take_id(struct head *h, size_t i)
{
    if (h->id && text_equal(h->out->at[i].name, TEXT("office")))
        return;
    if (h->id)
        h->out->at[h->id - 1].is_id = false;
    h->out->at[i].is_id = true;
    h->id = i + 1;
}

static void unknown(struct head *h, size_t i, struct text name)
{
    struct facts *f = h->binder.facts;
    struct diag *g = DIAG_ADD(f->diags, K1105, csv_cell_at(&h->rows, i), name);
    struct text near = bind_may_suggest(&h->binder) ? bind_nearest(&h->binder, name) : TEXT("");
    if (near.n)
        diag_help(g, SAY(f->arena, "did you mean `{}`?", near));
    else if (text_equal(name, TEXT("ken")))
        diag_help(g, TEXT("no record can have this name: it is reserved in JSON"));
    else
        diag_help(g, SAY(f->arena,
                         "say in `columns` which fact it is, `FACT from \"{}\"`{}, or that it is "
                         "none, `ignore \"{}\"`",
                         name,
                         h->says_who
                             ? TEXT("")
                             : SAY(f->arena, ", or that it is the office, `id from \"{}\"`", name),
                         name));
}

static void take_column(struct head *h, const struct columns *c, size_t i)
{
    struct text name = text_copy(h->binder.facts->arena, text_trim(csv_cell_text(&h->rows, i)));
    h->out->at[i].name = name;
    if (!name.n)
        return;
    size_t first = map_put(&h->seen, name, i);
    if (first != i) {
        stands_twice(h, name, i, first);
        return;
    }
    struct name_meaning means = columns_find(c, h->binder.facts->model, name);
    switch (means.kind) {
    case NAME_UNKNOWN:
        unknown(h, i, name);
        break;
    case NAME_FACT:
        take_fact(h, i, means);
        break;
    case NAME_ID:
        take_id(h, i);
        break;
    case NAME_LEFT_OUT:
        break;
    }
}

/* Whether some column says which office a record is of. */
static bool names_office(struct head *h, const struct columns *c)
{
    bool any = false;
    for (size_t i = 0; i < h->rows.cells && !any; i++) {
        struct text name = text_trim(csv_cell_text(&h->rows, i));
        any = name.n && columns_find(c, h->binder.facts->model, name).kind == NAME_ID;
    }
    return any;
}

/* Of a text that holds one row: nothing but blank lines is behind it. */
static bool ends_here(const struct csv_rows *r)
{
    struct text rest = text_trim((struct text){r->text + r->at, r->n - r->at});
    if (!rest.n)
        return true;
    size_t from = (size_t)(rest.at - r->text);
    diag_help(
        DIAG_PLAIN(r->binder->facts->diags, K1108, source_span(r->binder->source, from, from + 1)),
        TEXT("end each line with a line feed, as nearly all programs do"));
    return false;
}

static size_t most_cells(struct text t, char delimiter)
{
    size_t n = 1;
    for (size_t i = 0; i < t.n; i++)
        n += t.at[i] == delimiter;
    return n < RECORD_COLUMNS ? n : RECORD_COLUMNS;
}

static bool head_row(struct head *h)
{
    struct facts *f = h->binder.facts;
    struct csv_rows *r = &h->rows;
    if (!csv_next_row(r)) {
        if (!r->broken)
            DIAG_ADD(f->diags, K0633, source_span(h->binder.source, 0, 0), h->binder.source->name);
        return false;
    }
    if (r->cells > RECORD_COLUMNS) {
        DIAG_ADD(f->diags, K0637, csv_cell_at(r, 0), text_number(f->arena, RECORD_COLUMNS),
                 TEXT("columns"));
        return false;
    }
    return ends_here(r);
}

const struct csv_head *csv_head_read(struct arena *a, const struct model *m,
                                     const struct columns *c, const struct source *head,
                                     struct diags *d)
{
    size_t errors = d->errors;
    struct facts *f = facts_new(a, m, d);
    struct head h = {.binder = binder_for(f, head, ERA_CE), .seen = map_in(a)};
    h.binder.columns = c;
    h.out = ARENA_NEW(a, struct csv_head);
    h.by_fact = ARENA_ARRAY(a, size_t, m->facts.n);
    if (!facts_readable(f, head))
        return NULL;
    char delimiter = csv_delimiter(head->content);
    h.rows = csv_rows_of(&h.binder, delimiter, most_cells(head->content, delimiter));
    if (!head_row(&h))
        return NULL;
    *h.out =
        (struct csv_head){delimiter, h.rows.cells, ARENA_ARRAY(a, struct csv_column, h.rows.cells)};
    h.says_who = names_office(&h, c);
    for (size_t i = 0; i < h.rows.cells && !bind_is_hopeless(&h.binder); i++)
        take_column(&h, c, i);
    return d->errors == errors ? h.out : NULL;
}

/* --- records ------------------------------------------------------------------------------- */

static void take_cell(struct binder *b, const struct csv_rows *r, size_t i,
                      const struct csv_column *column, struct text *id)
{
    struct text text = csv_cell_text(r, i);
    if (column->is_id)
        *id = text_trim(text);
    if (!column->fact)
        return;
    struct raw raw = {.kind = text_trim(text).n ? RAW_WORDS : RAW_NOTHING,
                      .text = text,
                      .at = csv_cell_at(r, i),
                      .unit = column->unit};
    bind_fact(b, column->fact, raw.at, raw, (struct aside){.because = {0}});
}

void csv_read_record(struct binder *b, const struct csv_head *head, struct text *id)
{
    struct csv_rows r = csv_rows_of(b, head->delimiter, head->columns);
    if (!csv_next_row(&r))
        return;
    if (r.cells != head->columns) {
        csv_ragged(&r, (struct span){0, 0}, head->columns);
        if (head->at[0].is_id) /* nothing before it can be what is missing */
            *id = text_trim(csv_cell_text(&r, 0));
    } else if (ends_here(&r))
        for (size_t i = 0; i < r.cells && !bind_is_hopeless(b); i++)
            take_cell(b, &r, i, &head->at[i], id);
}
