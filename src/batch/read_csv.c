/* A CSV record, from bytes to slots. */
#include "batch/fields.h"

struct column {
    const struct field *field;
    struct slot *slot;
};

/* What stands in a cell, between its quotes where it has them, and where the cell ends. */
struct cell {
    struct text text;
    const char *end;
};

static struct column *columns_of(struct reader *r)
{
    const struct csv_head *head = r->batch->head;
    struct slot *other = &r->slot[r->batch->model->facts.n];
    struct column *columns = ARENA_ARRAY(r->arena, struct column, head->columns);
    for (size_t i = 0; i < head->columns; i++) {
        const struct csv_column *c = &head->at[i];
        columns[i] =
            c->fact ? (struct column){reader_field(r, c->fact, c->unit), &r->slot[c->fact->index]}
                    : (struct column){reader_other_field(r, c->is_id ? FIELD_ID : FIELD_IGNORED),
                                      other};
    }
    return columns;
}

/* False where it has quotes inside, control signs or letters that may not stand in facts. */
static bool find_cell(const char *p, const char *end, char delimiter, struct cell *cell)
{
    bool quoted = p < end && *p == '"';
    char stop = quoted ? '"' : delimiter;
    const char *from = p += quoted;
    p = skip_plain(p, end, stop);
    bool plain = p == end || *p == stop;
    while (p < end && *p != '"' && *p != stop && (unsigned char)*p >= 0x20)
        p++;
    cell->text = (struct text){from, (size_t)(p - from)};
    cell->end = p + quoted;
    return (quoted ? p < end && *p == '"' : p == end || *p == stop) &&
           (plain || field_letters(cell->text));
}

/* A cell that is not as most of its field are: empty, in quotes, or another type than the common
 * ones.  Apart from what is usual, which would want for registers. */
__attribute__((noinline)) static const char *take_other(struct reader *r, const struct column *c,
                                                        const char *p, const char *end,
                                                        struct record *out)
{
    struct cell cell;
    if (!find_cell(p, end, r->batch->head->delimiter, &cell))
        return NULL;
    if (!cell.text.n)
        c->slot->given = false;
    else if (c->field->kind == FIELD_ID)
        out->id = text_trim(cell.text);
    else if (!field_words(r, c->field, c->slot, cell.text))
        return NULL;
    return cell.end;
}

static inline const char *take_cell(struct reader *r, const struct column *c, const char *p,
                                    const char *end, struct record *out)
{
    const struct field *f = c->field;
    const char *behind;
    struct decimal d;
    int64_t day;
    if (f->kind == FIELD_NUMBER && (behind = take_short_decimal(p, end, &d)))
        return field_number(f, c->slot, d) ? behind : NULL;
    if (f->kind == FIELD_DAY && (behind = take_day(&r->days, p, end, &day)) &&
        (behind == end || (*behind != ' ' && *behind != 'T'))) {
        slot_put(c->slot, day);
        return behind;
    }
    return take_other(r, c, p, end, out);
}

bool read_csv(struct reader *r, struct text line, struct record *out)
{
    const struct csv_head *head = r->batch->head;
    const char *p = line.at, *end = p + line.n;
    char delimiter = head->delimiter;
    if (!r->columns)
        r->columns = columns_of(r);
    end -= end > p && end[-1] == '\n';
    end -= end > p && end[-1] == '\r';
    *out = (struct record){.slot = r->slot};
    for (const struct column *c = r->columns, *last = c + head->columns - 1;; c++, p++) {
        if (!(p = take_cell(r, c, p, end, out)) || c == last)
            return p == end;
        if (p == end || *p != delimiter)
            return false;
    }
}
