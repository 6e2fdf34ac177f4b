/* The facts of two years: what each side reads, out of one fact file.
 *
 * A fact that both declare alike is one.  What the newer rules declare anew, or otherwise, stands
 * behind those of the older ones, and has its value from the file too: the same one where that is
 * legal under the newer declaration. */
#include <string.h>

#include "diff/hybrid.h"

struct fact *hybrid_fact(const struct hybrid *h, int side, const struct fact *f)
{
    return h->bringing->fact[side][f->index];
}

struct fact *hybrid_column(const struct hybrid *h, int side, const struct fact *column)
{
    return h->bringing->column[side][column->table->index][column->index];
}

/* --- declarations ----------------------------------------------------------------------------- */

static bool same_words(const struct fact *f, const struct fact *g)
{
    if (f->words.n != g->words.n || f->is_choice != g->is_choice)
        return false;
    for (size_t i = 0; i < f->words.n; i++)
        if (!text_equal(f->words.at[i], g->words.at[i]))
            return false;
    return true;
}

/* As far as it decides what a value is taken for. */
static bool declared_alike(const struct fact *older, const struct fact *newer)
{
    return older->type.kind == newer->type.kind &&
           dimension_equal(older->type.dimension, newer->type.dimension) &&
           older->whole == newer->whole && older->optional == newer->optional &&
           same_words(older, newer) && (!older->may_be_na || newer->may_be_na) &&
           (older->used || !newer->used);
}

static struct fact *copied(struct hybrid *h, const struct fact *f)
{
    struct fact *copy = ARENA_NEW(h->arena, struct fact);
    *copy = *f;
    copy->columns.at = NULL;
    copy->columns.n = copy->columns.room = 0;
    return copy;
}

static struct fact *add_column(struct hybrid *h, struct fact *table, const struct fact *column)
{
    struct fact *copy = copied(h, column);
    copy->table = table;
    copy->index = table->columns.n;
    LIST_ADD(h->arena, &table->columns, copy);
    return copy;
}

static struct fact *add_fact(struct hybrid *h, int side, const struct fact *f)
{
    struct fact *copy = copied(h, f);
    copy->index = h->reading.facts.n;
    LIST_ADD(h->arena, &h->reading.facts, copy);
    map_put(&h->reading.fact_by_path, copy->path, copy->index);
    struct fact **column = ARENA_ARRAY(h->arena, struct fact *, f->columns.n);
    for (size_t i = 0; i < f->columns.n; i++)
        column[i] = add_column(h, copy, f->columns.at[i]);
    h->bringing->fact[side][f->index] = copy;
    h->bringing->column[side][f->index] = column;
    return copy;
}

/* The columns of a table that both have: rows are read once, with what either side wants. */
static void join_columns(struct hybrid *h, const struct fact_pair *p)
{
    const struct fact *newer = p->of[NEWER];
    struct fact *table = hybrid_fact(h, OLDER, p->of[OLDER]);
    struct fact **column = ARENA_ARRAY(h->arena, struct fact *, newer->columns.n);
    for (size_t i = 0; i < newer->columns.n; i++) {
        const struct fact *c = newer->columns.at[i];
        const struct fact *from = p->column_of[NEWER][i]->of[OLDER];
        if (from && declared_alike(from, c)) {
            column[i] = hybrid_column(h, OLDER, from);
            continue;
        }
        column[i] = add_column(h, table, c);
        column[i]->optional = true; /* a file of the older year need not have it */
        if (from)                   /* which is found by the name that it has there */
            hybrid_column(h, OLDER, from)->used = true;
        LIST_ADD(h->arena, &h->columns,
                 (struct mixed_fact){column[i], from ? hybrid_column(h, OLDER, from) : NULL, c});
    }
    h->bringing->fact[NEWER][newer->index] = table;
    h->bringing->column[NEWER][newer->index] = column;
    table->used = table->used || newer->used;
}

static void join_fact(struct hybrid *h, const struct fact_pair *p)
{
    const struct fact *older = p->of[OLDER], *newer = p->of[NEWER];
    if (!newer)
        return;
    bool tables = older && older->type.kind == TYPE_TABLE && newer->type.kind == TYPE_TABLE;
    if (tables) {
        join_columns(h, p);
    } else if (older && declared_alike(older, newer)) {
        h->bringing->fact[NEWER][newer->index] = hybrid_fact(h, OLDER, older);
    } else {
        struct fact *as = add_fact(h, NEWER, newer);
        LIST_ADD(h->arena, &h->facts,
                 (struct mixed_fact){as, older ? hybrid_fact(h, OLDER, older) : NULL, newer});
    }
}

static void place_columns(struct fact *table)
{
    table->cells = 0;
    for (size_t i = 0; i < table->columns.n; i++)
        if (column_is_kept(table->columns.at[i]))
            table->columns.at[i]->cell = table->cells++;
    table->cells += !table->cells;
}

void hybrid_bring_facts(struct hybrid *h)
{
    const struct diff *d = h->diff;
    h->bringing = ARENA_NEW(h->arena, struct bringing);
    h->reading = *d->model[OLDER];
    h->reading.facts.at = NULL;
    h->reading.facts.n = h->reading.facts.room = 0;
    h->reading.fact_by_path = map_in(h->arena);
    for (int side = 0; side < SIDES; side++) {
        size_t n = d->model[side]->facts.n;
        h->bringing->fact[side] = ARENA_ARRAY(h->arena, struct fact *, n);
        h->bringing->column[side] = ARENA_ARRAY(h->arena, struct fact **, n);
    }
    for (size_t i = 0; i < d->model[OLDER]->facts.n; i++)
        add_fact(h, OLDER, d->model[OLDER]->facts.at[i]);
    for (size_t i = 0; i < d->model[NEWER]->facts.n; i++)
        join_fact(h, d->fact_of[NEWER][i]);
    for (size_t i = 0; i < h->reading.facts.n; i++)
        if (h->reading.facts.at[i]->type.kind == TYPE_TABLE)
            place_columns(h->reading.facts.at[i]);
}

/* --- values ----------------------------------------------------------------------------------- */

static struct value unknown(struct arena *a, const struct fact *f, struct span fact_at)
{
    return value_absent(a, (struct cause){.kind = f->table ? CAUSE_CELL : CAUSE_FACT,
                                          .absence = ABSENCE_MISSING,
                                          .what = f->path,
                                          .open = true,
                                          .at = f->at,
                                          .fact_at = fact_at});
}

static bool is_word(const struct fact *f, struct text t)
{
    for (size_t i = 0; i < f->words.n; i++)
        if (text_equal(f->words.at[i], t))
            return true;
    return !f->words.n;
}

static enum type_kind type_of_value(struct value v)
{
    static const enum type_kind types[] = {
        [VALUE_NUMBER] = TYPE_NUMBER, [VALUE_TEXT] = TYPE_TEXT,    [VALUE_DATE] = TYPE_DATE,
        [VALUE_MONTH] = TYPE_MONTH,   [VALUE_TRUTH] = TYPE_YES_NO, [VALUE_SET] = TYPE_SET,
        [VALUE_TABLE] = TYPE_TABLE};
    return v.kind == VALUE_ABSENT ? TYPE_ERROR : types[v.kind];
}

/* Whether the newer declaration takes the value that was stated under the older one. */
static bool is_legal(struct arena *a, const struct fact *older, const struct fact *newer,
                     struct value v)
{
    if (v.kind == VALUE_ABSENT)
        return v.absence == ABSENCE_NA ? newer->may_be_na
                                       : v.absence == ABSENCE_NONE && newer->optional;
    if (type_of_value(v) != newer->type.kind ||
        !dimension_equal(older->type.dimension, newer->type.dimension))
        return false;
    if (v.kind == VALUE_NUMBER && newer->whole) {
        struct number in_unit =
            newer->unit ? number_divide(a, v.number, newer->unit->scale) : v.number;
        return number_is_whole(a, in_unit);
    }
    if (v.kind == VALUE_TEXT)
        return is_word(newer, v.text);
    for (size_t i = 0; v.kind == VALUE_SET && i < v.set->n; i++)
        if (!is_word(newer, v.set->at[i]))
            return false;
    return true;
}

/* What is not said of a fact that is declared anew is not known. */
static bool is_silent(const struct fact_entry *e)
{
    return !e->stated && value_is_absent(e->value);
}

static void settle_fact(struct facts *f, const struct mixed_fact *m, lacking *note, void *user)
{
    struct fact_entry *e = &f->entry[m->as->index];
    if (m->from) {
        const struct fact_entry *from = &f->entry[m->from->index];
        *e = *from;
        if (is_legal(f->arena, m->from, m->newer, from->value) &&
            (m->from->used || from->stated || !m->newer->used))
            return;
    } else if (!is_silent(e))
        return;
    e->value = unknown(f->arena, m->newer, m->from ? e->at : (struct span){0, 0});
    if (m->newer->used)
        note(user, m->newer);
}

static void settle_column(struct facts *f, const struct mixed_fact *m, lacking *note, void *user)
{
    const struct fact *table = m->as->table;
    const struct fact_entry *e = &f->entry[table->index];
    if (!column_is_kept(m->as) || e->value.kind != VALUE_TABLE)
        return;
    const struct table *rows = e->value.table;
    bool lacks = false;
    for (size_t i = 0; i < rows->rows; i++) {
        /* The rows are those of these facts, which nobody has looked at yet. */
        struct table_cell *row = (struct table_cell *)(uintptr_t)(rows->at + i * rows->columns);
        struct value *v = &row[m->as->cell].value;
        struct value said = m->from ? row[m->from->cell].value : *v;
        bool legal = m->from ? is_legal(f->arena, m->from, m->newer, said) : !value_is_absent(said);
        *v = legal ? said : unknown(f->arena, m->newer, e->at);
        lacks = lacks || !legal;
    }
    if (lacks && m->newer->used)
        note(user, m->newer);
}

void hybrid_settle_facts(const struct hybrid *h, struct facts *f, lacking *note, void *user)
{
    for (size_t i = 0; i < h->facts.n; i++)
        settle_fact(f, &h->facts.at[i], note, user);
    for (size_t i = 0; i < h->columns.n; i++)
        settle_column(f, &h->columns.at[i], note, user);
}
