/* What is not there: a missing fact, n/a, nothing, a table without rows, a division by zero. */
#include "cases/seeking.h"

struct absent {
    struct seeking *s;
    LIST_OF(const struct fact *) facts;
    LIST_OF(const struct expr *) divisors; /* outside of rows */
    LIST_OF(const struct expr *) in_rows;
    LIST_OF(const struct expr *) over; /* of those in rows */
};

static bool is_listed(const struct absent *w, const struct fact *f)
{
    for (size_t i = 0; i < w->facts.n; i++)
        if (w->facts.at[i] == f)
            return true;
    return false;
}

static void look(void *absent, const struct expr *e, const struct expr *over)
{
    struct absent *w = absent;
    struct arena *a = w->s->a;
    if (expr_names_fact(e) && !is_listed(w, e->fact))
        LIST_ADD(a, &w->facts, (const struct fact *)e->fact);
    if (e->kind != EXPR_ARITHMETIC || e->op != OP_DIVIDE || e->right->kind == EXPR_NUMBER)
        return;
    if (!over) {
        LIST_ADD(a, &w->divisors, (const struct expr *)e->right);
        return;
    }
    LIST_ADD(a, &w->in_rows, (const struct expr *)e->right);
    LIST_ADD(a, &w->over, over);
}

static void tell_state(struct seeking *s, struct text says, const struct moves *moves)
{
    found(s, (struct aim){AIM_STATE, 0}, says, moves);
}

static void cases_of_fact(struct seeking *s, const struct fact *f)
{
    struct moves moves = moves_copy(s->a, &s->held);
    bool table = f->type.kind == TYPE_TABLE;
    moves_nothing(s, &moves, f, f->optional ? ABSENCE_NONE : ABSENCE_MISSING);
    tell_state(s, SAY(s->a, f->optional ? "{} has no value" : "{} is missing", f->path), &moves);
    if (f->may_be_na) {
        moves = moves_copy(s->a, &s->held);
        moves_nothing(s, &moves, f, ABSENCE_NA);
        tell_state(s, SAY(s->a, "{} is n/a", f->path), &moves);
    }
    if (!table)
        return;
    moves = moves_copy(s->a, &s->held);
    moves_value(s, &moves, f, (struct value){.kind = VALUE_TABLE, .table = table_of_rows(s, f, 0)});
    tell_state(s, SAY(s->a, "{} has no rows", f->path), &moves);
}

static struct text words_of(struct seeking *s, const struct expr *e)
{
    return text_folded(s->a, source_text(s->m->sources, e->at));
}

static void cases_of_divisor(struct seeking *s, const struct expr *e)
{
    struct target t = {.kind = TARGET_EXPR, .left = e, .value = number_of(0)};
    struct crossing c = seek_target(s, &s->held, &t);
    if (c.has[1])
        tell_state(s, SAY(s->a, "{} is 0", words_of(s, e)), &c.at[1]);
}

struct clearing {
    struct seeking *s;
    struct moves *moves;
    bool cleared;
};

static void clear_column(void *clearing, const struct expr *e, const struct expr *over)
{
    struct clearing *c = clearing;
    (void)over;
    if (e->kind != EXPR_COLUMN || e->column->type.kind != TYPE_NUMBER ||
        (e->column->has_least && number_sign(e->column->least) > 0))
        return;
    const struct fact *table = e->column->table;
    struct value v = moved_entry(c->s, c->moves, table)->value;
    if (v.kind != VALUE_TABLE || !v.table->rows)
        return;
    v.table = table_with(c->s, v.table, e->column, 0, false, value_number(number_of(0)));
    moves_value(c->s, c->moves, table, v);
    c->cleared = true;
}

static void cases_of_divisor_in_row(struct seeking *s, const struct expr *e)
{
    struct moves moves = moves_copy(s->a, &s->held);
    struct clearing c = {s, &moves, false};
    walk_begin(s);
    walk(s, e, clear_column, &c);
    if (c.cleared)
        tell_state(s, SAY(s->a, "{} is 0 in row 1", words_of(s, e)), &moves);
}

void cases_of_absence(struct seeking *s)
{
    struct absent w = {.s = s};
    walk_begin(s);
    walk_criterion(s, s->k, look, &w);
    for (size_t i = 0; i < w.divisors.n; i++)
        cases_of_divisor(s, w.divisors.at[i]);
    for (size_t i = 0; i < w.in_rows.n; i++)
        cases_of_divisor_in_row(s, w.in_rows.at[i]);
    for (size_t i = 0; i < w.facts.n; i++)
        cases_of_fact(s, w.facts.at[i]);
}
