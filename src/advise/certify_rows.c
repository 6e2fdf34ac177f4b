/* Aggregates: a step for what each row says, and one that puts them together.
 *
 * The evaluator goes through the rows again, one by one; while it is at a row, the cells of what
 * stands in the aggregate hold their values in that row. */
#include "advise/certifying.h"

/* What the rows say, row by row. */
struct told {
    struct steps where;           /* whether each counts; without a condition none */
    struct steps value;           /* of first and last: by what they go and the value, by turns */
    struct value refused, absent; /* what is absent among the conditions, and in all; else a yes */
    struct number sum;
    size_t counted;
};

static struct value calculable(struct value v)
{
    if (v.kind == VALUE_ABSENT && v.absence == ABSENCE_NONE)
        v.absence = ABSENCE_UNDEFINED;
    return v;
}

static struct derived value_in(struct certifying *c, const struct expr *e)
{
    outcome_value_in_rows(c->o, c->rows, e);
    return certify_expr(c, e);
}

/* What counts because the condition holds. */
static struct derived counting(struct certifying *c, struct derived where, struct derived d)
{
    return where.step ? derive_at(c, "when", OPERANDS(where.step, d.step), d.is, (struct span){0})
                      : d;
}

static void tell_value(struct certifying *c, const struct expr *e, struct told *t,
                       struct derived where)
{
    t->counted++;
    if (!e->left)
        return;
    struct derived v = counting(c, where, value_in(c, e->left));
    t->absent = value_absence_of(t->absent, calculable(v.is));
    if (e->aggregate == AGGREGATE_MEAN && v.is.kind == VALUE_NUMBER)
        t->sum = number_add(c->a, t->sum, v.is.number);
    if (e->third)
        steps_add(c, &t->value,
                  value_is_absent(v.is) ? v : counting(c, where, value_in(c, e->third)));
    steps_add(c, &t->value, v);
}

static void tell_uncounted(struct certifying *c, const struct expr *e, struct told *t,
                           struct derived where)
{
    struct value v = calculable(where.is);
    t->refused = value_absence_of(t->refused, v);
    t->absent = value_absence_of(t->absent, v);
    if (!e->left)
        return;
    struct derived none = value_is_absent(v)
                              ? derive_at(c, "absence", OPERANDS(where.step), v, (struct span){0})
                              : derive_left_out(c, "when", OPERANDS(where.step));
    for (int i = 0; i < (e->third ? 2 : 1); i++)
        steps_add(c, &t->value, none);
}

static void tell_row(struct certifying *c, const struct expr *e, struct told *t)
{
    struct derived where = {0};
    if (e->right) {
        where = value_in(c, e->right);
        steps_add(c, &t->where, where);
    }
    if (!e->right || (where.is.kind == VALUE_TRUTH && where.is.truth))
        tell_value(c, e, t, where);
    else
        tell_uncounted(c, e, t, where);
}

struct derived certify_row_count(struct certifying *c, const struct fact *table)
{
    struct derived *kept = &c->count[table->index];
    const struct fact_entry *entry = &c->o->facts->entry[table->index];
    if (!kept->step)
        *kept = derive(c, "rows", (struct operands){NULL, 0},
                       value_number(number_of((long long)entry->value.table->rows)),
                       (struct beside){.name = table->path, .at = entry->at});
    return *kept;
}

static struct derived counted(struct certifying *c, const struct expr *e, const struct told *t)
{
    if (!e->right)
        return certify_row_count(c, e->fact);
    struct value n = value_number(number_of((long long)t->counted));
    return derive_at(c, "count", steps_all(&t->where), value_is_absent(t->refused) ? t->refused : n,
                     e->at);
}

static struct derived mean(struct certifying *c, const struct expr *e, const struct told *t)
{
    struct value sum = value_is_absent(t->absent) ? t->absent : value_number(t->sum);
    struct derived all = derive_at(c, "sum", steps_all(&t->value), sum, e->at);
    return derive_at(c, "divide", OPERANDS(all.step, counted(c, e, t).step), outcome_value(c->o, e),
                     e->at);
}

static struct derived put_together(struct certifying *c, const struct expr *e, const struct told *t)
{
    static const char *const operations[] = {
        [AGGREGATE_SUM] = "sum",           [AGGREGATE_MIN] = "min",     [AGGREGATE_MAX] = "max",
        [AGGREGATE_DISTINCT] = "distinct", [AGGREGATE_FIRST] = "first", [AGGREGATE_LAST] = "last"};
    switch (e->aggregate) {
    case AGGREGATE_COUNT:
        return counted(c, e, t);
    case AGGREGATE_SHARE:
        return derive_at(c, "divide",
                         OPERANDS(counted(c, e, t).step, certify_row_count(c, e->fact).step),
                         outcome_value(c->o, e), e->at);
    case AGGREGATE_MEAN:
        return mean(c, e, t);
    case AGGREGATE_ALL:
    case AGGREGATE_ANY:
        return derive_at(c, e->aggregate == AGGREGATE_ALL ? "and" : "or", steps_all(&t->where),
                         outcome_value(c->o, e), e->at);
    default:
        return derive_at(c, operations[e->aggregate], steps_all(&t->value), outcome_value(c->o, e),
                         e->at);
    }
}

struct derived certify_aggregate(struct certifying *c, const struct expr *e)
{
    struct value table = c->o->facts->entry[e->fact->index].value;
    if (value_is_absent(table))
        return certify_fact(c, e->fact);
    struct told t = {
        .sum = number_of(0), .refused = value_truth(true), .absent = value_truth(true)};
    unsigned depth = c->rows++;
    c->over[depth] = e;
    for (size_t i = 0; i < table.table->rows && !certify_is_over(c); i++) {
        c->row[depth] = i;
        outcome_enter_row(c->o, depth, e, i);
        tell_row(c, e, &t);
    }
    c->rows = depth;
    return put_together(c, e, &t);
}

bool certify_conditions(struct certifying *c, const struct expr *e, struct steps *known,
                        struct steps *maybe, size_t n[2])
{
    struct value table = c->o->facts->entry[e->fact->index].value;
    if (value_is_absent(table) || !e->right)
        return false;
    struct derived yes = derive_at(c, "and", (struct operands){NULL, 0}, value_truth(true), e->at);
    unsigned depth = c->rows++;
    c->over[depth] = e;
    for (size_t i = 0; i < table.table->rows && !certify_is_over(c); i++) {
        c->row[depth] = i;
        outcome_enter_row(c->o, depth, e, i);
        struct derived where = value_in(c, e->right);
        bool absent = value_is_absent(where.is), counts = absent || where.is.truth;
        if (!absent)
            steps_add(c, known, where);
        if (counts)
            steps_add(c, maybe, absent ? yes : where);
        n[0] += !absent && where.is.truth;
        n[1] += counts;
    }
    c->rows = depth;
    return true;
}
