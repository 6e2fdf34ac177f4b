/* What can be turned. */
#include "cases/seeking.h"

#include "facts/plain.h"

#define FARTHEST (1LL << 50) /* places from nothing, of what has no bounds */
enum { ROWS_AT_MOST = 2000 /* that are made to reach a count */ };

static long long clamped(struct arena *a, struct number n, long long otherwise)
{
    long long whole;
    if (!number_to_whole(a, n, &whole) || whole > FARTHEST || whole < -FARTHEST)
        return otherwise;
    return whole;
}

static long long place_of(struct seeking *s, const struct fact *f, struct number n,
                          enum rounding_mode mode, long long otherwise)
{
    struct number places = number_divide(s->scratch, n, fact_grain(s->scratch, f));
    return clamped(s->scratch, number_round(s->scratch, places, number_of(1), mode), otherwise);
}

static enum rounding_mode inwards(struct number bound, bool least)
{
    return (number_sign(bound) > 0) == least ? ROUND_UP : ROUND_DOWN;
}

/* The range of a fact or column, and where `v` stands in it; false for what has no order. */
static bool knob_range(struct seeking *s, const struct fact *f, struct value v, struct knob *knob)
{
    struct date first, last;
    switch (f->type.kind) {
    case TYPE_NUMBER:
        knob->least =
            f->has_least ? place_of(s, f, f->least, inwards(f->least, true), -FARTHEST) : -FARTHEST;
        knob->most =
            f->has_most ? place_of(s, f, f->most, inwards(f->most, false), FARTHEST) : FARTHEST;
        knob->now = v.kind == VALUE_NUMBER ? place_of(s, f, v.number, ROUND_DOWN, 0) : 0;
        break;
    case TYPE_DATE:
    case TYPE_MONTH:
        date_make(FACTS_YEAR_FIRST, 1, 1, &first);
        date_make(FACTS_YEAR_LAST, 12, 31, &last);
        if (v.kind != VALUE_DATE && v.kind != VALUE_MONTH)
            v = plain_value(s->scratch, s->m, f, 0);
        knob->least = f->type.kind == TYPE_DATE ? first.day : date_month(first).month;
        knob->most = f->type.kind == TYPE_DATE ? last.day : date_month(last).month;
        knob->now = f->type.kind == TYPE_DATE ? v.date.day : v.month.month;
        break;
    case TYPE_ERROR:
    case TYPE_TEXT:
    case TYPE_YES_NO:
    case TYPE_SET:
    case TYPE_TABLE:
    case TYPE_RANGE:
        return false;
    }
    if (knob->now < knob->least)
        knob->now = knob->least;
    if (knob->now > knob->most)
        knob->now = knob->most;
    return knob->least <= knob->most;
}

static struct value value_at(struct seeking *s, const struct fact *f, long long place)
{
    if (f->type.kind == TYPE_DATE)
        return value_date((struct date){(int32_t)place});
    if (f->type.kind == TYPE_MONTH)
        return value_month((struct month){(int32_t)place});
    return value_number(number_multiply(s->a, fact_grain(s->a, f), number_of(place)));
}

/* --- which there are -------------------------------------------------------------------------- */

struct collecting {
    struct seeking *s;
    const struct moves *moves;
    struct knobs found;
    bool fixed; /* what is given to the office, else what is earned */
};

static void add_knob(struct collecting *c, struct knob knob)
{
    for (size_t i = 0; i < c->found.all.n; i++) {
        const struct knob *other = &c->found.all.at[i];
        if (other->kind == knob.kind && other->fact == knob.fact && other->column == knob.column &&
            other->aggregate == knob.aggregate)
            return;
    }
    LIST_ADD(c->s->a, &c->found.all, knob);
}

static void collect_fact(struct collecting *c, const struct fact *f)
{
    struct knob knob = {.kind = KNOB_FACT, .fact = f};
    if (f->fixed == c->fixed && knob_range(c->s, f, moved_entry(c->s, c->moves, f)->value, &knob))
        add_knob(c, knob);
}

static void collect_rows(struct collecting *c, const struct expr *e)
{
    struct knob knob = {.kind = KNOB_ROWS, .fact = e->fact, .aggregate = e};
    size_t counting, all;
    rows_now(c->s, c->moves, e, &counting, &all);
    knob.now = (long long)counting;
    knob.most = e->aggregate == AGGREGATE_SHARE ? (long long)all : ROWS_AT_MOST;
    if (knob.most < knob.now)
        knob.most = knob.now;
    if (!c->fixed)
        add_knob(c, knob);
}

static void collect_column(struct collecting *c, const struct fact *column)
{
    const struct fact_entry *e = moved_entry(c->s, c->moves, column->table);
    struct knob knob = {.kind = KNOB_CELL, .fact = column->table, .column = column};
    const struct table *t = e->value.kind == VALUE_TABLE ? e->value.table : NULL;
    if (column->fixed != c->fixed || !t || !t->rows || !column_is_kept(column) ||
        column->table->key == (int)column->index ||
        !knob_range(c->s, column, t->at[column->cell].value, &knob))
        return;
    add_knob(c, knob);
    knob.kind = KNOB_COLUMN;
    if (t->rows > 1)
        add_knob(c, knob);
}

static void collect(void *collecting, const struct expr *e, const struct expr *over)
{
    struct collecting *c = collecting;
    if (e->kind == EXPR_FACT)
        collect_fact(c, e->fact);
    if (e->kind == EXPR_COLUMN)
        collect_column(c, e->column);
    if (e->kind == EXPR_AGGREGATE && !over &&
        (e->aggregate == AGGREGATE_COUNT || e->aggregate == AGGREGATE_SHARE ||
         e->aggregate == AGGREGATE_DISTINCT))
        collect_rows(c, e);
}

struct knobs knobs_of(struct seeking *s, const struct moves *moves, const struct expr *const *e,
                      size_t n)
{
    struct collecting c = {.s = s, .moves = moves};
    for (int fixed = 0; fixed < 2; fixed++) {
        c.fixed = fixed;
        walk_begin(s);
        for (size_t i = 0; i < n; i++)
            if (e[i])
                walk(s, e[i], collect, &c);
    }
    return c.found;
}

void knob_turn(struct seeking *s, const struct knob *knob, struct moves *moves, long long place)
{
    const struct fact_entry *e = moved_entry(s, moves, knob->fact);
    size_t counting, all;
    switch (knob->kind) {
    case KNOB_FACT:
        moves_value(s, moves, knob->fact, value_at(s, knob->fact, place));
        break;
    case KNOB_ROWS:
        rows_now(s, moves, knob->aggregate, &counting, &all);
        all = knob->aggregate->aggregate == AGGREGATE_SHARE ? all - (size_t)place : all - counting;
        rows_made(s, moves, knob->aggregate, (size_t)place, all);
        break;
    case KNOB_CELL:
    case KNOB_COLUMN:
        moves_value(s, moves, knob->fact,
                    (struct value){.kind = VALUE_TABLE,
                                   .table = table_with(s, e->value.table, knob->column, knob->row,
                                                       knob->kind == KNOB_COLUMN,
                                                       value_at(s, knob->column, place))});
        break;
    }
}

struct knobs knobs_of_scores(struct seeking *s, const struct moves *moves)
{
    struct collecting c = {.s = s, .moves = moves};
    walk_begin(s);
    for (size_t i = 0; i < s->changing_n; i++)
        walk_criterion(s, s->changing[i], collect, &c);
    return c.found;
}
