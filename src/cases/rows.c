/* Tables whose rows count, or do not. */
#include "cases/seeking.h"

#include <string.h>

#include "facts/plain.h"

static const struct table *table_now(const struct seeking *s, const struct moves *moves,
                                     const struct fact *f)
{
    const struct fact_entry *e = moved_entry(s, moves, f);
    return e->value.kind == VALUE_TABLE ? e->value.table : NULL;
}

void rows_now(struct seeking *s, const struct moves *moves, const struct expr *aggregate,
              size_t *counting, size_t *all)
{
    const struct table *t = table_now(s, moves, aggregate->fact);
    *all = t ? t->rows : 0;
    *counting = *all;
    if (!t || !aggregate->right)
        return;
    look_at_value(s, moves, aggregate);
    outcome_rows(again_outcome(s->again), s->scratch, aggregate, counting);
    looked_at(s);
}

/* --- tables ----------------------------------------------------------------------------------- */

const struct table *table_with(struct seeking *s, const struct table *t, const struct fact *column,
                               size_t row, bool all, struct value v)
{
    struct table *copy = ARENA_NEW(s->a, struct table);
    struct table_cell *at = ARENA_ARRAY(s->a, struct table_cell, t->rows * t->columns + 1);
    memcpy(at, t->at, t->rows * t->columns * sizeof *at);
    for (size_t i = 0; i < t->rows; i++)
        if (all || i == row)
            at[i * t->columns + column->cell] = (struct table_cell){.value = v};
    *copy = (struct table){t->rows, t->columns, at};
    return copy;
}

static void plain_row(struct seeking *s, const struct fact *table, struct table_cell *row, size_t i)
{
    for (size_t j = 0; j < table->columns.n; j++) {
        const struct fact *column = table->columns.at[j];
        bool key = table->key == (int)j;
        if (column_is_kept(column))
            row[column->cell].value = plain_value(s->a, s->m, column, key ? i : 0);
    }
}

const struct table *table_of_rows(struct seeking *s, const struct fact *f, size_t rows)
{
    struct table *t = ARENA_NEW(s->a, struct table);
    struct table_cell *at = ARENA_ARRAY(s->a, struct table_cell, rows * f->cells + 1);
    for (size_t i = 0; i < rows; i++)
        plain_row(s, f, at + i * f->cells, i);
    *t = (struct table){rows, f->cells, at};
    return t;
}

/* --- a row that counts, or does not ------------------------------------------------------------
 */

struct making {
    struct seeking *s;
    const struct moves *moves;
    const struct expr *aggregate;
    struct table_cell *row;
};

static bool row_is(struct making *k, const struct expr *condition, bool yes)
{
    const struct table one = {1, k->aggregate->fact->cells, k->row};
    struct moves moves = moves_copy(k->s->a, k->moves);
    moves_value(k->s, &moves, k->aggregate->fact,
                (struct value){.kind = VALUE_TABLE, .table = &one});
    look_at_value(k->s, &moves, k->aggregate);
    struct value v = outcome_row_value(again_outcome(k->s->again), k->aggregate, condition, 0);
    looked_at(k->s);
    return v.kind == VALUE_TRUTH && v.truth == yes;
}

struct reading {
    struct making *k;
    LIST_OF(const struct fact *) columns;
};

static void read_column(void *reading, const struct expr *e, const struct expr *over)
{
    struct reading *r = reading;
    (void)over;
    if (e->kind == EXPR_COLUMN && e->column->table == r->k->aggregate->fact)
        LIST_ADD(r->k->s->a, &r->columns, (const struct fact *)e->column);
}

static bool make_atom(struct making *k, const struct expr *e, bool yes)
{
    struct reading r = {.k = k};
    walk_begin(k->s);
    walk(k->s, e, read_column, &r);
    for (size_t i = 0; i < r.columns.n; i++) {
        struct value *cell = &k->row[r.columns.at[i]->cell].value, before = *cell;
        struct values values = values_near(k->s, k->moves, e, r.columns.at[i]);
        for (size_t j = 0; j < values.all.n; j++) {
            *cell = values.all.at[j];
            if (row_is(k, e, yes))
                return true;
        }
        *cell = before;
    }
    return false;
}

static bool make_row(struct making *k, const struct expr *e, bool yes)
{
    if (row_is(k, e, yes))
        return true;
    if (e->kind == EXPR_NOT)
        return make_row(k, e->left, !yes);
    if (e->kind != EXPR_LOGIC)
        return make_atom(k, e, yes);
    for (size_t i = 0; i < e->args.n; i++) {
        bool made = make_row(k, e->args.at[i], yes);
        if ((e->op == OP_AND) != yes && made)
            return true;
    }
    return row_is(k, e, yes);
}

/* A row of the table as it is, or one that is made. */
static struct table_cell *row_like(struct seeking *s, const struct moves *moves,
                                   const struct expr *aggregate, const struct table *t,
                                   const bool *counts, bool yes)
{
    size_t cells = aggregate->fact->cells;
    struct table_cell *row = ARENA_ARRAY(s->a, struct table_cell, cells + 1);
    for (size_t i = 0; t && i < t->rows; i++)
        if (counts[i] == yes) {
            memcpy(row, t->at + i * cells, cells * sizeof *row);
            return row;
        }
    if (t && t->rows)
        memcpy(row, t->at, cells * sizeof *row);
    else
        plain_row(s, aggregate->fact, row, 0);
    struct making k = {s, moves, aggregate, row};
    if (!aggregate->right)
        return yes ? row : NULL;
    return make_row(&k, aggregate->right, yes) ? row : NULL;
}

/* --- so many of each -------------------------------------------------------------------------- */

/* Values of a column in which each row has another one, behind all that the table has. */
struct numbering {
    const struct fact *column; /* NULL: there is no such column */
    struct value last;         /* absent where there is none */
    long long serial;          /* of texts: "r7" */
};

static long long serial_of(struct text t)
{
    long long n = 0;
    for (size_t i = 1; i < t.n && i < 18; i++) {
        if (t.at[i] < '0' || t.at[i] > '9')
            return 0;
        n = n * 10 + (t.at[i] - '0');
    }
    return t.n && t.at[0] == 'r' ? n : 0;
}

static void look_behind(struct seeking *s, struct numbering *n, struct value v)
{
    struct value *last = &n->last;
    if (v.kind == VALUE_TEXT && serial_of(v.text) > n->serial)
        n->serial = serial_of(v.text);
    bool more = last->kind == VALUE_ABSENT ||
                (v.kind == VALUE_NUMBER && number_order(s->a, v.number, last->number) > 0) ||
                (v.kind == VALUE_DATE && v.date.day > last->date.day) ||
                (v.kind == VALUE_MONTH && v.month.month > last->month.month);
    if (more)
        *last = v;
}

static struct numbering numbering_of(struct seeking *s, const struct fact *column,
                                     const struct table *t)
{
    struct numbering n = {.column = column, .last = {.kind = VALUE_ABSENT}};
    for (size_t i = 0; column && t && i < t->rows; i++)
        look_behind(s, &n, t->at[i * t->columns + column->cell].value);
    return n;
}

static struct value next_value(struct seeking *s, struct numbering *n, size_t row)
{
    const struct fact *column = n->column;
    if (column->type.kind == TYPE_TEXT && !column->is_choice) {
        n->serial++;
        return value_text(SAY(s->a, "r{}", text_number(s->a, n->serial)));
    }
    if (n->last.kind == VALUE_NUMBER)
        n->last.number = number_add(s->a, n->last.number, fact_grain(s->a, column));
    else if (n->last.kind == VALUE_DATE)
        n->last.date.day++;
    else if (n->last.kind == VALUE_MONTH)
        n->last.month.month++;
    else
        n->last = plain_value(s->a, s->m, column, row);
    return n->last;
}

struct growing {
    struct seeking *s;
    const struct expr *aggregate;
    struct table_cell *at;
    size_t rows;
    struct numbering key, distinct;
};

static void add_row(struct growing *g, const struct table_cell *row, bool copied)
{
    const struct fact *f = g->aggregate->fact;
    struct table_cell *to = g->at + g->rows * f->cells;
    memcpy(to, row, f->cells * sizeof *to);
    if (g->key.column && copied)
        to[g->key.column->cell].value = next_value(g->s, &g->key, g->rows);
    if (g->distinct.column && copied)
        to[g->distinct.column->cell].value = next_value(g->s, &g->distinct, g->rows);
    g->rows++;
}

static struct growing growing_of(struct seeking *s, const struct expr *aggregate,
                                 const struct table *t, size_t rows)
{
    const struct fact *f = aggregate->fact, *key = f->key >= 0 ? f->columns.at[f->key] : NULL;
    const struct expr *of = aggregate->left;
    bool distinct =
        aggregate->aggregate == AGGREGATE_DISTINCT && of->kind == EXPR_COLUMN && of->column != key;
    return (struct growing){.s = s,
                            .aggregate = aggregate,
                            .at = ARENA_ARRAY(s->a, struct table_cell, rows * f->cells + 1),
                            .key = numbering_of(s, key, t),
                            .distinct = numbering_of(s, distinct ? of->column : NULL, t)};
}

static const bool *which_count(struct seeking *s, const struct moves *moves,
                               const struct expr *aggregate, const struct table *t)
{
    size_t n;
    bool *counts = ARENA_ARRAY(s->a, bool, t ? t->rows + 1 : 1);
    look_at_value(s, moves, aggregate);
    const size_t *at = outcome_rows(again_outcome(s->again), s->scratch, aggregate, &n);
    for (size_t i = 0; i < n; i++)
        counts[at[i]] = true;
    looked_at(s);
    return counts;
}

bool rows_made(struct seeking *s, struct moves *moves, const struct expr *aggregate,
               size_t counting, size_t others)
{
    const struct fact *f = aggregate->fact;
    const struct table *t = table_now(s, moves, f);
    const bool *counts = which_count(s, moves, aggregate, t);
    size_t left[2] = {others, counting};
    struct growing g = growing_of(s, aggregate, t, counting + others);
    for (size_t i = 0; t && i < t->rows; i++)
        if (left[counts[i]]) {
            add_row(&g, t->at + i * f->cells, false);
            left[counts[i]]--;
        }
    for (int yes = 1; yes >= 0; yes--) {
        const struct table_cell *row =
            left[yes] ? row_like(s, moves, aggregate, t, counts, yes) : NULL;
        if (left[yes] && !row)
            return false;
        for (; left[yes]; left[yes]--)
            add_row(&g, row, g.rows > 0);
    }
    struct table *made = ARENA_NEW(s->a, struct table);
    *made = (struct table){g.rows, f->cells, g.at};
    moves_value(s, moves, f, (struct value){.kind = VALUE_TABLE, .table = made});
    return true;
}
