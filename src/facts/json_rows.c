/* JSON facts: tables, arrays of rows whose keys are columns. */
#include "facts/json.h"

void json_row_key(struct json *j, struct json_frame *f)
{
    struct table_reader *t = &j->table;
    struct name_meaning means = columns_find_cell(j->binder->columns, t->table, f->key);
    f->fact = means.fact;
    f->unit = means.unit;
    if (!f->fact) {
        if (means.kind == NAME_UNKNOWN)
            table_unknown_column(t, f->key, f->key_at);
        return;
    }
    if (t->set[f->fact->index]) {
        struct diag *g = DIAG_ADD(j->facts->diags, K0635, f->key_at, f->key);
        if (column_is_kept(f->fact))
            diag_label(j->facts->diags, g, j->row[f->fact->cell].at, TEXT("the first value"));
        f->fact = NULL;
        return;
    }
    t->set[f->fact->index] = true;
}

void json_row_open(struct json *j, struct span at)
{
    struct table_reader *t = &j->table;
    for (size_t i = 0; i < t->width; i++)
        t->set[i] = false;
    j->row = table_row(t);
    j->over = j->over || !j->row;
    json_push(j, (struct json_frame){.kind = JSON_ROW, .at = at, .mention = json_top(j)->mention});
}

void json_row_done(struct json *j, const struct json_frame *f)
{
    const struct fact *table = j->table.table;
    if (table->key >= 0 && !j->table.set[table->key])
        DIAG_ADD(j->facts->diags, K0622, f->at, table->columns.at[table->key]->path);
}

void json_table_open(struct json *j, const struct fact *f, struct span key_at, struct span at,
                     size_t mention)
{
    bool well = table_begin(&j->table, j->binder, f, key_at);
    /* Each row names its own columns. */
    for (size_t i = 0; i < j->table.width; i++)
        j->table.column_at[i] = key_at;
    json_push(j, (struct json_frame){
                     .kind = well ? JSON_TABLE : JSON_SKIPPED, .at = at, .mention = mention});
}

void json_row_value(struct json *j, const struct json_frame *f, const struct fact *column,
                    struct raw raw)
{
    if (f->mention && text_equal(column->path, f->key))
        json_mention(j, f, MENTION_COLUMN, column->path, f->key_at, json_whole_value(raw));
    raw.unit = f->unit;
    table_put(&j->table, j->row, column, raw);
}
