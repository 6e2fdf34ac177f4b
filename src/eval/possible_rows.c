/* What an aggregate can still give: rows that count for certain, rows that may, and what may stand
 * in them.
 *
 * A table that is not stated has any rows: each is like one row in which every cell is missing. */
#include "eval/possible.h"

/* The rows of a kind: how many, and what stands in them. */
struct some_rows {
    size_t n;
    struct interval sum, least, most; /* the sum, the least and the greatest of their values */
};

struct row_set {
    size_t n;                     /* all rows */
    struct some_rows sure, maybe; /* that count for certain, and that may */
    struct possible doubts;
};

static void add_value(struct run *r, struct some_rows *rows, struct interval x)
{
    bool first = rows->n == 1;
    rows->sum = first ? x : interval_add(r->a, rows->sum, x);
    rows->least = first ? x : interval_least(r->a, rows->least, x);
    rows->most = first ? x : interval_most(r->a, rows->most, x);
}

static void doubt(struct row_set *s, struct possible p)
{
    s->doubts.undefined = s->doubts.undefined || p.undefined;
    s->doubts.na = s->doubts.na || p.na;
}

static void look_at_row(struct run *r, const struct expr *e, struct row_set *s)
{
    struct possible where = {.lies = interval_point(1)}, value;
    s->n++;
    if (e->right)
        where = possible_of(r, e->right);
    doubt(s, where);
    if (possible_is(r, where, false))
        return;
    struct some_rows *rows = possible_is(r, where, true) ? &s->sure : &s->maybe;
    rows->n++;
    if (!e->left)
        return;
    value = possible_of(r, e->left);
    doubt(s, value);
    if (rows == &s->maybe && e->aggregate == AGGREGATE_SUM)
        value.lies = interval_join(r->a, value.lies, interval_point(0));
    add_value(r, rows, value.lies);
}

static struct table_cell *missing_row(struct run *r, const struct fact *table)
{
    struct table_cell *row = ARENA_ARRAY(r->a, struct table_cell, table->cells);
    for (size_t i = 0; i < table->cells; i++)
        row[i].value = value_absent(
            r->a,
            (struct cause){.kind = CAUSE_FACT, .absence = ABSENCE_MISSING, .what = table->path});
    return row;
}

/* --- what they add up to -------------------------------------------------------------------- */

static struct interval sum_of(struct run *r, const struct row_set *s)
{
    struct interval sum = s->sure.n ? s->sure.sum : interval_point(0);
    return s->maybe.n ? interval_add(r->a, sum, s->maybe.sum) : sum;
}

/* The mean of those that count for certain, and of so many more that have the least value, where
 * that makes it less.  Of high ends all of it is negative. */
static struct end least_mean(struct run *r, const struct row_set *s, struct end sum,
                             struct end least)
{
    struct number n = number_of((long long)s->sure.n), m = number_of((long long)s->maybe.n);
    if (sum.infinite || (s->maybe.n && least.infinite))
        return (struct end){.infinite = -1};
    if (!s->sure.n)
        return least;
    if (s->maybe.n && number_order(r->a, number_multiply(r->a, least.at, n), sum.at) < 0) {
        sum.at = number_add(r->a, sum.at, number_multiply(r->a, least.at, m));
        n = number_add(r->a, n, m);
    }
    return end_at(number_divide(r->a, sum.at, n), -1);
}

static struct interval mean_of(struct run *r, const struct row_set *s)
{
    struct interval high = {.low = least_mean(r, s, interval_negate(r->a, s->sure.sum).low,
                                              interval_negate(r->a, s->maybe.most).low)};
    high.high = high.low;
    return (struct interval){least_mean(r, s, s->sure.sum.low, s->maybe.least.low),
                             interval_negate(r->a, high).high};
}

/* A row that may count can only make the least one less. */
static struct interval least_of(struct run *r, const struct row_set *s)
{
    if (!s->sure.n)
        return (struct interval){s->maybe.least.low, s->maybe.most.high};
    if (!s->maybe.n)
        return s->sure.least;
    return (struct interval){end_lesser(r->a, s->sure.least.low, s->maybe.least.low),
                             s->sure.least.high};
}

static struct interval most_of(struct run *r, const struct row_set *s)
{
    if (!s->sure.n)
        return (struct interval){s->maybe.least.low, s->maybe.most.high};
    if (!s->maybe.n)
        return s->sure.most;
    return (struct interval){s->sure.most.low,
                             end_greater(r->a, s->sure.most.high, s->maybe.most.high)};
}

static struct interval any_of(struct run *r, const struct row_set *s)
{
    return (struct interval){least_of(r, s).low, most_of(r, s).high};
}

/* --- how many ------------------------------------------------------------------------------- */

static size_t most_rows(const struct row_set *s)
{
    return s->sure.n + s->maybe.n;
}

static struct interval counted(const struct row_set *s)
{
    return interval_from(number_of((long long)s->sure.n), number_of((long long)most_rows(s)));
}

/* Of different values: one at least where a row counts, and no more than rows or words. */
static struct interval different(const struct expr *e, const struct row_set *s)
{
    size_t most = most_rows(s);
    const struct fact *f = e->left && e->left->kind == EXPR_COLUMN ? e->left->column : NULL;
    if (f && f->is_choice && f->words.n < most)
        most = f->words.n;
    return interval_from(number_of(s->sure.n > 0), number_of((long long)most));
}

static struct interval answered(const struct expr *e, const struct row_set *s)
{
    size_t least = s->sure.n, most = most_rows(s);
    if (e->aggregate == AGGREGATE_ALL)
        return interval_from(number_of(least == s->n), number_of(most == s->n));
    return interval_from(number_of(least > 0), number_of(most > 0));
}

static struct interval share_of(struct run *r, const struct row_set *s)
{
    return s->n ? interval_divide(r->a, counted(s), interval_point((long long)s->n))
                : interval_anything();
}

static struct interval lies_over(struct run *r, const struct expr *e, const struct row_set *s)
{
    switch (e->aggregate) {
    case AGGREGATE_COUNT:
        return counted(s);
    case AGGREGATE_SHARE:
        return share_of(r, s);
    case AGGREGATE_DISTINCT:
        return different(e, s);
    case AGGREGATE_SUM:
        return sum_of(r, s);
    case AGGREGATE_MEAN:
        return mean_of(r, s);
    case AGGREGATE_MIN:
        return least_of(r, s);
    case AGGREGATE_MAX:
        return most_of(r, s);
    case AGGREGATE_FIRST:
    case AGGREGATE_LAST:
        return any_of(r, s);
    case AGGREGATE_ALL:
    case AGGREGATE_ANY:
        return answered(e, s);
    case AGGREGATE_WEIGHTED_MEAN:
    case AGGREGATE_PRODUCT:
    case AGGREGATE_BEST:
        break; /* of parts only */
    }
    return interval_anything();
}

/* No row may count, where one at least is needed; or two may be the first. */
static bool may_be_undefined(const struct expr *e, const struct row_set *s)
{
    switch (e->aggregate) {
    case AGGREGATE_SHARE:
        return !s->n;
    case AGGREGATE_FIRST:
    case AGGREGATE_LAST:
        return s->sure.n != 1 || s->maybe.n;
    case AGGREGATE_MEAN:
    case AGGREGATE_MIN:
    case AGGREGATE_MAX:
        return !s->sure.n;
    default:
        return false;
    }
}

static struct possible of_rows(struct run *r, const struct expr *e, const struct row_set *s)
{
    bool needs_value =
        e->left && e->aggregate != AGGREGATE_DISTINCT && e->aggregate != AGGREGATE_SUM;
    struct possible p = s->doubts;
    p.lies = needs_value && !s->sure.n && !s->maybe.n ? interval_anything() : lies_over(r, e, s);
    p.undefined = p.undefined || may_be_undefined(e, s);
    return p;
}

/* --- a table that is not stated ------------------------------------------------------------- */

static struct possible of_any_rows(struct run *r, const struct expr *e, const struct row_set *s)
{
    const struct some_rows *one = s->sure.n ? &s->sure : &s->maybe;
    struct possible p = s->doubts;
    switch (e->aggregate) {
    case AGGREGATE_COUNT:
    case AGGREGATE_DISTINCT:
        p.lies = interval_at_least(0);
        break;
    case AGGREGATE_SUM:
        p.lies =
            one->n ? interval_multiply(r->a, one->sum, interval_at_least(0)) : interval_point(0);
        break;
    case AGGREGATE_ALL:
    case AGGREGATE_ANY:
        p.lies = interval_from(number_of(0), number_of(1));
        break;
    case AGGREGATE_SHARE:
        p.lies = interval_from(number_of(0), number_of(1));
        p.undefined = true;
        break;
    default: /* there may be no row */
        p.lies = one->n ? one->least : interval_anything();
        p.undefined = true;
        break;
    }
    return p;
}

static void enter(struct run *r, const struct expr *e, const struct table_cell *row, size_t i,
                  struct row_set *s)
{
    enter_row(r, row, i);
    look_at_row(r, e, s);
}

struct possible possible_aggregate(struct run *r, const struct expr *e)
{
    struct value table = r->f->entry[e->fact->index].value;
    struct row_set s = {.n = 0};
    bool stated = table.kind == VALUE_TABLE;
    if (!stated && table.absence != ABSENCE_MISSING)
        return (struct possible){.lies = interval_anything(), .undefined = true};
    size_t troubles = r->out->troubles.n; /* told when the rows were evaluated */
    r->rows++;
    if (!stated)
        enter(r, e, missing_row(r, e->fact), 0, &s);
    for (size_t i = 0; stated && i < table.table->rows; i++)
        enter(r, e, table.table->at + i * table.table->columns, i, &s);
    r->rows--;
    LIST_CUT(&r->out->troubles, troubles);
    return stated ? of_rows(r, e, &s) : of_any_rows(r, e, &s);
}
