/* Conditions: yes and no of each, both sides of each comparison, each row of a table of cases, rows
 * of facts that just count. */
#include "cases/seeking.h"

#include "check/because.h"
#include "facts/written.h"

struct conditions {
    struct seeking *s;
    LIST_OF(const struct expr *) atoms;
    LIST_OF(const struct expr *) tables;
    LIST_OF(const struct expr *) aggregates;
};

static bool is_ordered(const struct expr *e)
{
    if (e->kind != EXPR_COMPARE)
        return false;
    enum type_kind kind = e->left->type.kind;
    return kind == TYPE_NUMBER || kind == TYPE_DATE || kind == TYPE_MONTH;
}

static void look(void *conditions, const struct expr *e, const struct expr *over)
{
    struct conditions *c = conditions;
    struct arena *a = c->s->a;
    bool atom = e->type.kind == TYPE_YES_NO && e->kind != EXPR_LOGIC && e->kind != EXPR_NOT &&
                e->kind != EXPR_LITERAL && e->kind != EXPR_LET && e->kind != EXPR_IF &&
                e->kind != EXPR_CALL && e->kind != EXPR_PARAMETER && e->kind != EXPR_TABLE;
    if (over)
        return;
    if (atom)
        LIST_ADD(a, &c->atoms, e);
    if (e->kind == EXPR_TABLE)
        LIST_ADD(a, &c->tables, e);
    if (e->kind == EXPR_AGGREGATE)
        LIST_ADD(a, &c->aggregates, e);
}

static struct text words_of(struct seeking *s, const struct expr *e)
{
    return text_folded(s->a, source_text(s->m->sources, e->at));
}

/* --- one condition ---------------------------------------------------------------------------- */

static void around(struct seeking *s, const struct expr *left, const struct expr *right)
{
    static const char *const where[] = {"{} just below {}", "{} equal to {}", "{} just above {}"};
    struct target t = {TARGET_EXPR, left, right, 0, number_of(0)};
    struct crossing c = seek_target(s, &s->held, &t);
    for (int i = 0; i < 3; i++)
        if (c.has[i])
            found(s, (struct aim){AIM_STATE, 0},
                  SAY(s->a, where[i], words_of(s, left), words_of(s, right)), &c.at[i]);
}

static void both_ways(struct seeking *s, const struct expr *e)
{
    for (int yes = 1; yes >= 0; yes--) {
        struct moves moves = moves_copy(s->a, &s->held);
        if (satisfy(s, &moves, e, yes))
            found(s, (struct aim){AIM_STATE, 0},
                  SAY(s->a, yes ? "{}: yes" : "{}: no", words_of(s, e)), &moves);
    }
}

static void cases_of_atom(struct seeking *s, const struct expr *e)
{
    if (is_ordered(e)) {
        around(s, e->left, e->right);
        return;
    }
    if (e->kind == EXPR_IN && e->right->kind == EXPR_RANGE) {
        around(s, e->left, e->right->left);
        around(s, e->left, e->right->right);
        return;
    }
    both_ways(s, e);
}

/* --- tables of cases -------------------------------------------------------------------------- */

static void cases_of_rows(struct seeking *s, const struct cases *cases)
{
    enum aim_kind aim = because_cases(s->k) == cases ? AIM_CASE : AIM_STATE;
    for (size_t i = 0; i < cases->rows.n; i++) {
        struct moves moves = moves_copy(s->a, &s->held);
        struct text says = row_words(s, cases, i);
        if (satisfy_row(s, &moves, cases, i))
            found(s, (struct aim){aim, i}, says, &moves);
        else
            not_found(s, says, TEXT("no facts were found with which this row holds"));
    }
}

/* --- rows of facts ---------------------------------------------------------------------------- */

struct columns {
    struct seeking *s;
    LIST_OF(const struct fact *) all;
};

static void read_column(void *columns, const struct expr *e, const struct expr *over)
{
    struct columns *c = columns;
    (void)over;
    for (size_t i = 0; i < c->all.n; i++)
        if (e->kind == EXPR_COLUMN && c->all.at[i] == e->column)
            return;
    if (e->kind == EXPR_COLUMN &&
        (e->type.kind == TYPE_NUMBER || e->type.kind == TYPE_DATE || e->type.kind == TYPE_MONTH))
        LIST_ADD(c->s->a, &c->all, (const struct fact *)e->column);
}

static void tell_edge(struct seeking *s, const struct fact *column, const struct moves *moves,
                      bool inside)
{
    const struct table *t = moved_entry(s, moves, column->table)->value.table;
    struct text value = written_value(s->a, s->m, column, t->at[column->cell].value);
    found(s, (struct aim){AIM_SCORE, 0},
          SAY(s->a, inside ? "{} {} in row 1, still as before" : "{} {} in row 1, not as before",
              column->path, value),
          moves);
}

static void cases_of_where(struct seeking *s, const struct expr *e)
{
    struct columns c = {.s = s};
    size_t counting, all;
    rows_now(s, &s->held, e, &counting, &all);
    struct moves more = moves_copy(s->a, &s->held);
    if (rows_made(s, &more, e, counting, all - counting + 1))
        found(s, (struct aim){AIM_SCORE, 0},
              SAY(s->a, "a row more of {} that does not count", e->fact->path), &more);
    struct moves from = moves_copy(s->a, &s->held);
    if (!counting && !rows_made(s, &from, e, 1, all))
        return;
    walk_begin(s);
    walk(s, e->right, read_column, &c);
    for (size_t i = 0; i < c.all.n; i++) {
        struct edges edges = seek_edges(s, &from, e, c.all.at[i]);
        for (int up = 0; up < 2; up++)
            if (edges.has[up]) {
                tell_edge(s, c.all.at[i], &edges.inside[up], true);
                tell_edge(s, c.all.at[i], &edges.outside[up], false);
            }
    }
}

void cases_of_conditions(struct seeking *s)
{
    struct conditions c = {.s = s};
    walk_begin(s);
    walk_criterion(s, s->k, look, &c);
    for (size_t i = 0; i < c.atoms.n; i++)
        cases_of_atom(s, c.atoms.at[i]);
    for (size_t i = 0; i < c.tables.n; i++)
        cases_of_rows(s, c.tables.at[i]->cases);
    for (size_t i = 0; i < c.aggregates.n; i++)
        if (c.aggregates.at[i]->right)
            cases_of_where(s, c.aggregates.at[i]);
    if (s->k->weights)
        cases_of_rows(s, s->k->weights->cases);
}
