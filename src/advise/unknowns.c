/* What may change. */
#include "advise/unknowns.h"

struct collecting {
    struct arena *a;
    struct unknowns found;
    bool *seen; /* lets, by index */
};

static bool is_counted(const struct expr *e)
{
    switch (e->aggregate) {
    case AGGREGATE_COUNT:
    case AGGREGATE_SHARE:
    case AGGREGATE_SUM:
    case AGGREGATE_MEAN:
        return true;
    default:
        return false;
    }
}

/* Whether everything that it reads of a row is fixed, and it reads something. */
struct reading {
    bool given, earned;
};

static void read_columns(void *user, const struct expr *e)
{
    struct reading *r = user;
    if (e->kind == EXPR_COLUMN) {
        r->given = r->given || e->column->fixed;
        r->earned = r->earned || !e->column->fixed;
    }
    expr_operands(e, read_columns, r);
}

static bool is_given(const struct expr *aggregate)
{
    struct reading r = {false, false};
    expr_operands(aggregate, read_columns, &r);
    return r.given && !r.earned;
}

/* Whether `e` itself is something that may change. */
static bool is_earned(const struct expr *e)
{
    if (e->kind == EXPR_SCORE || e->kind == EXPR_PARTS)
        return true;
    return e->fact && !e->fact->fixed && !(e->kind == EXPR_AGGREGATE && is_given(e));
}

static void collect(void *user, const struct expr *e)
{
    struct collecting *c = user;
    c->found.any = c->found.any || is_earned(e);
    struct unknown u = {.fact = e->fact, .aggregate = e->kind == EXPR_AGGREGATE ? e : NULL};
    if (e->kind == EXPR_AGGREGATE ? !is_counted(e) : e->kind != EXPR_FACT) {
        if (e->kind == EXPR_LET) {
            bool seen = c->seen[e->let->index];
            c->seen[e->let->index] = true;
            if (!seen)
                collect(c, e->let->value);
        } else if (e->kind != EXPR_SCORE)
            expr_operands(e, collect, c);
        return;
    }
    if (e->fact->fixed || (u.aggregate ? is_given(e) : e->fact->type.kind != TYPE_NUMBER))
        return;
    for (size_t i = 0; i < c->found.all.n; i++)
        if (c->found.all.at[i].fact == u.fact && c->found.all.at[i].aggregate == u.aggregate)
            return;
    LIST_ADD(c->a, &c->found.all, u);
}

struct unknowns unknowns_of(struct arena *a, const struct outcome *o, const struct expr *e)
{
    struct collecting c = {.a = a, .seen = ARENA_ARRAY(a, bool, o->model->lets.n)};
    collect(&c, e);
    return c.found;
}

bool unknown_now(struct arena *a, struct outcome *o, struct unknown u, struct number *now)
{
    if (u.part) {
        *now = outcome_result(o, u.part)->score;
        return result_has_score(outcome_result(o, u.part));
    }
    if (!u.aggregate) {
        struct value v = o->facts->entry[u.fact->index].value;
        *now = v.number;
        return v.kind == VALUE_NUMBER;
    }
    struct value v = outcome_value(o, u.aggregate);
    if (v.kind != VALUE_NUMBER)
        return false;
    *now = number_multiply(a, v.number, unknown_divisor(a, o, u));
    return true;
}

struct number unknown_divisor(struct arena *a, struct outcome *o, struct unknown u)
{
    const struct expr *e = u.aggregate;
    struct value table = o->facts->entry[u.fact->index].value;
    if (!e || (e->aggregate != AGGREGATE_SHARE && e->aggregate != AGGREGATE_MEAN))
        return number_of(1);
    size_t rows = table.kind == VALUE_TABLE ? table.table->rows : 0;
    if (e->aggregate == AGGREGATE_MEAN && e->right)
        outcome_rows(o, a, e, &rows);
    return number_of((long long)rows);
}
