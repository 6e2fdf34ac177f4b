/* Facts that make a condition yes, or no. */
#include "cases/seeking.h"

static bool is(struct seeking *s, const struct moves *moves, const struct expr *e, bool yes)
{
    struct value v = look_at_value(s, moves, e);
    bool same = v.kind == VALUE_TRUTH && v.truth == yes;
    looked_at(s);
    return same;
}

static void put(struct seeking *s, struct moves *moves, const struct fact *f, struct value v)
{
    if (v.kind == VALUE_ABSENT)
        moves_nothing(s, moves, f, v.absence);
    else
        moves_value(s, moves, f, v);
}

struct reading {
    struct seeking *s;
    LIST_OF(const struct fact *) facts;
    LIST_OF(const struct expr *) aggregates;
};

static void read(void *reading, const struct expr *e, const struct expr *over)
{
    struct reading *r = reading;
    if (e->kind == EXPR_FACT)
        LIST_ADD(r->s->a, &r->facts, (const struct fact *)e->fact);
    if (e->kind == EXPR_AGGREGATE && !over)
        LIST_ADD(r->s->a, &r->aggregates, e);
}

static bool by_values(struct seeking *s, struct moves *moves, const struct expr *e, bool yes,
                      const struct fact *f)
{
    struct values values = values_near(s, moves, e, f);
    struct moves before = moves_copy(s->a, moves);
    for (size_t i = 0; i < values.all.n && !is_tired(s); i++) {
        put(s, moves, f, values.all.at[i]);
        if (is(s, moves, e, yes))
            return true;
    }
    *moves = before;
    return false;
}

/* Numbers, dates and months on both sides of which one passes the other. */
static bool by_crossing(struct seeking *s, struct moves *moves, const struct expr *e, bool yes)
{
    if (e->kind != EXPR_COMPARE || e->left->type.kind == TYPE_TEXT ||
        e->left->type.kind == TYPE_YES_NO || e->left->type.kind == TYPE_SET)
        return false;
    struct target t = {TARGET_EXPR, e->left, e->right, 0, number_of(0)};
    struct crossing c = seek_target(s, moves, &t);
    for (int i = 0; i < 3; i++)
        if (c.has[i] && is(s, &c.at[i], e, yes)) {
            *moves = c.at[i];
            return true;
        }
    return false;
}

/* All rows, or none, or one that does not count. */
static bool by_rows(struct seeking *s, struct moves *moves, const struct expr *e, bool yes,
                    const struct expr *aggregate)
{
    static const size_t tried[][2] = {{1, 0}, {0, 1}, {0, 0}, {1, 1}};
    for (size_t i = 0; i < sizeof tried / sizeof *tried; i++) {
        struct moves other = moves_copy(s->a, moves);
        if (rows_made(s, &other, aggregate, tried[i][0], tried[i][1]) && is(s, &other, e, yes)) {
            *moves = other;
            return true;
        }
    }
    return false;
}

static bool satisfy_atom(struct seeking *s, struct moves *moves, const struct expr *e, bool yes)
{
    struct reading r = {.s = s};
    walk_begin(s);
    walk(s, e, read, &r);
    for (int fixed = 0; fixed < 2; fixed++)
        for (size_t i = 0; i < r.facts.n; i++)
            if (r.facts.at[i]->fixed == fixed && by_values(s, moves, e, yes, r.facts.at[i]))
                return true;
    if (by_crossing(s, moves, e, yes))
        return true;
    for (size_t i = 0; i < r.aggregates.n; i++)
        if (by_rows(s, moves, e, yes, r.aggregates.at[i]))
            return true;
    return false;
}

bool satisfy(struct seeking *s, struct moves *moves, const struct expr *e, bool yes)
{
    if (is_tired(s))
        return false;
    if (is(s, moves, e, yes))
        return true;
    switch (e->kind) {
    case EXPR_NOT:
        return satisfy(s, moves, e->left, !yes);
    case EXPR_LET:
        return satisfy(s, moves, e->let->value, yes);
    case EXPR_CALL:
        return satisfy_atom(s, moves, e, yes);
    case EXPR_LOGIC:
        for (size_t i = 0; i < e->args.n; i++) {
            bool made = satisfy(s, moves, e->args.at[i], yes);
            if ((e->op == OP_AND) != yes && made && is(s, moves, e, yes))
                return true;
        }
        return is(s, moves, e, yes);
    default:
        return satisfy_atom(s, moves, e, yes);
    }
}

/* --- rows of cases ---------------------------------------------------------------------------- */

/* The row that holds; the number of rows where none is known to. */
static size_t row_now(struct seeking *s, const struct moves *moves, const struct cases *cases)
{
    size_t row;
    look_at(s, moves);
    bool known = outcome_case(again_outcome(s->again), 0, cases, &row);
    looked_at(s);
    return known ? row : cases->rows.n;
}

static bool by_key(struct seeking *s, struct moves *moves, const struct cases *cases, size_t row)
{
    struct reading r = {.s = s};
    walk_begin(s);
    walk(s, cases->by, read, &r);
    for (size_t i = 0; i < r.facts.n; i++) {
        struct values values = values_near(s, moves, cases->by, r.facts.at[i]);
        for (size_t j = 0; j < values.all.n && !is_tired(s); j++) {
            struct moves other = moves_copy(s->a, moves);
            put(s, &other, r.facts.at[i], values.all.at[j]);
            if (row_now(s, &other, cases) == row) {
                *moves = other;
                return true;
            }
        }
    }
    return false;
}

bool satisfy_row(struct seeking *s, struct moves *moves, const struct cases *cases, size_t row)
{
    enum { ROUNDS = 4 /* one condition may undo what was done for another */ };
    if (is_tired(s))
        return false;
    if (row_now(s, moves, cases) == row)
        return true;
    if (cases->by)
        return by_key(s, moves, cases, row);
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < row; i++)
            if (cases->rows.at[i].when)
                satisfy(s, moves, cases->rows.at[i].when, false);
        if (cases->rows.at[row].when)
            satisfy(s, moves, cases->rows.at[row].when, true);
        if (row_now(s, moves, cases) == row)
            return true;
    }
    return false;
}
