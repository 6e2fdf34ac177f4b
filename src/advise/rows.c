/* One row more or less in a table that is counted, added up or averaged.
 *
 * A row more is one that the condition left out; without a condition nobody knows what it would
 * hold, so only a count can have it. */
#include "advise/guesses.h"

enum { AGGREGATES = 8 };

/* An aggregate of the figure at hand, with what it counted. */
struct table_of {
    struct guessing *g;
    const struct expr *e;
    struct number value;  /* of the aggregate */
    size_t counted, rows; /* rows that count; all rows */
    bool *counts;         /* by row */
};

struct collecting {
    const struct expr *at[AGGREGATES];
    size_t n;
};

/* Aggregates that are not inside another one; a let is looked into where it is first used. */
static void collect(void *user, const struct expr *e)
{
    struct collecting *c = user;
    if (e->kind == EXPR_AGGREGATE) {
        for (size_t i = 0; i < c->n; i++)
            if (c->at[i] == e)
                return;
        if (c->n < AGGREGATES)
            c->at[c->n++] = e;
        return;
    }
    if (c->n < AGGREGATES && e->kind == EXPR_LET && e->let->value->kind == EXPR_AGGREGATE)
        collect(c, e->let->value);
    expr_operands(e, collect, user);
}

/* Whether the figure is the printed one when the aggregate has this value. */
static bool fits(struct table_of *t, struct number value)
{
    again_value(guess_begin(t->g), t->e, value);
    return guess_end(t->g);
}

static struct number ratio(size_t top, size_t bottom)
{
    return number_ratio((long long)top, (long long)bottom);
}

static void try_count(struct table_of *t)
{
    struct arena *a = t->g->a;
    if (fits(t, number_of((long long)t->counted + 1)))
        guess_add(t->g, GUESS_ITEM, SAY(a, "one row of {} more", t->e->fact->path));
    if (t->counted && fits(t, number_of((long long)t->counted - 1)))
        guess_add(t->g, GUESS_ITEM, SAY(a, "one row of {} less", t->e->fact->path));
}

static void try_share(struct table_of *t)
{
    static const struct {
        int counted, rows;
        const char *says;
    } changes[] = {{1, 0, "one more row of {} that counts"},
                   {-1, 0, "one row of {} less that counts"},
                   {1, 1, "one row of {} more, which counts"},
                   {0, 1, "one row of {} more, which does not count"},
                   {-1, -1, "one row of {} less, which counts"},
                   {0, -1, "one row of {} less, which does not count"}};
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        long long counted = (long long)t->counted + changes[i].counted,
                  rows = (long long)t->rows + changes[i].rows;
        if (counted < 0 || rows < 1 || counted > rows)
            continue;
        if (fits(t, number_ratio(counted, rows)))
            guess_add(t->g, GUESS_ITEM, SAY(t->g->a, changes[i].says, t->e->fact->path));
    }
}

/* The aggregate without a row that counts, or with one that does not. */
static bool value_with(struct table_of *t, struct number x, bool counts, struct number *value)
{
    struct arena *a = t->g->a;
    bool mean = t->e->aggregate == AGGREGATE_MEAN;
    size_t n = counts ? t->counted - 1 : t->counted + 1;
    struct number sum = mean ? number_multiply(a, t->value, ratio(t->counted, 1)) : t->value;
    *value = counts ? number_subtract(a, sum, x) : number_add(a, sum, x);
    if (mean && n)
        *value = number_divide(a, *value, ratio(n, 1));
    return n > 0 || !mean;
}

static void try_row(struct table_of *t, size_t row)
{
    struct arena *a = t->g->a;
    struct value v = outcome_row_value(t->g->o, t->e, t->e->left, row);
    struct number value;
    if (v.kind != VALUE_NUMBER || !value_with(t, v.number, t->counts[row], &value))
        return;
    struct text name = text_number(a, (long long)row + 1);
    if (fits(t, value))
        guess_add(t->g, GUESS_ITEM,
                  SAY(a, t->counts[row] ? "row {} of {} left out" : "row {} of {} counted", name,
                      t->e->fact->path));
}

static void try_aggregate(struct guessing *g, const struct expr *e)
{
    struct value table = g->o->facts->entry[e->fact->index].value, v = outcome_value(g->o, e);
    if (table.kind != VALUE_TABLE || v.kind != VALUE_NUMBER || table.table->rows > AUDIT_ITEMS ||
        !guess_work(g, table.table->rows))
        return;
    struct table_of t = {.g = g, .e = e, .value = v.number, .rows = table.table->rows};
    const size_t *rows = outcome_rows(g->o, g->a, e, &t.counted);
    t.counts = ARENA_ARRAY(g->a, bool, t.rows);
    for (size_t i = 0; i < t.counted; i++)
        t.counts[rows[i]] = true;
    if (e->aggregate == AGGREGATE_COUNT)
        try_count(&t);
    else if (e->aggregate == AGGREGATE_SHARE)
        try_share(&t);
    else if (e->aggregate == AGGREGATE_SUM || e->aggregate == AGGREGATE_MEAN)
        for (size_t i = 0; i < t.rows; i++)
            try_row(&t, i);
}

void guess_rows(struct guessing *g)
{
    const struct let *let = figure_let(g->k, g->aspect);
    bool score = guess_is_about(g, TEXT("score")), measure = guess_is_about(g, TEXT("measure"));
    struct collecting found = {.n = 0};
    if (!g->finding->claim->is_number || (!let && !score && !measure))
        return;
    if (let)
        collect(&found, let->value);
    else {
        if (g->k->measure)
            collect(&found, g->k->measure);
        if (score && g->k->formula)
            collect(&found, g->k->formula);
    }
    for (size_t i = 0; i < found.n; i++)
        try_aggregate(g, found.at[i]);
}
