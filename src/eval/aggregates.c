/* Aggregates: over the rows of a table, over days. */
#include "eval/run.h"

struct tally {
    struct map seen;  /* of `count distinct`: the values, written out */
    struct value key; /* of `first` and `last`: what the best row has in the column they go by */
    bool tied;        /* another row has the same key and another value */
    size_t rows, counted, refused; /* refused: certainly not counted */
    struct number sum;
    struct value best; /* of min and max; for mean and sum unused */
    struct value absent;
    bool is_absent;
};

static void note_absent(struct tally *t, struct value v)
{
    t->absent = t->is_absent ? value_absence_of(t->absent, v) : v;
    t->is_absent = true;
}

/* Where in the table something was absent, for the reader of the reason. */
static struct value in_row(struct run *r, struct value v, const struct expr *e)
{
    struct cause c = *v.cause;
    if (!c.row)
        c.row = r->row_number[r->rows - 1] + 1;
    if (c.absence == ABSENCE_NONE)
        c.absence = ABSENCE_UNDEFINED;
    if (span_is_nowhere(c.at))
        c.at = e->at;
    struct value placed = value_absent(r->a, c);
    placed.may_be_na = v.may_be_na;
    return placed;
}

static bool is_better(struct run *r, enum aggregate_kind kind, struct value v, struct value best)
{
    int order = eval_order(r, v, best);
    return kind == AGGREGATE_MIN ? order < 0 : order > 0;
}

/* Equal values have equal keys. */
static struct text value_key(struct run *r, struct value v)
{
    switch (v.kind) {
    case VALUE_NUMBER:
        return number_exact_words(r->a, v.number);
    case VALUE_TEXT:
        return v.text;
    case VALUE_DATE:
        return text_number(r->a, v.date.day);
    case VALUE_MONTH:
        return text_number(r->a, v.month.month);
    case VALUE_TRUTH:
        return v.truth ? TEXT("yes") : TEXT("no");
    case VALUE_SET: {
        struct buffer b = buffer_in(r->a);
        for (size_t i = 0; i < v.set->n; i++)
            buffer_add(
                &b, SAY(r->a, "{}:{}", text_number(r->a, (long long)v.set->at[i].n), v.set->at[i]));
        return buffer_text(&b);
    }
    case VALUE_TABLE:
    case VALUE_ABSENT:
        break; /* no cell holds a table, and what is absent was noted */
    }
    return TEXT("");
}

/* Rows have no order of their own, so two rows that are both the last one must agree. */
static void choose_row(struct run *r, const struct expr *e, struct tally *t, struct value v)
{
    struct value key = eval_expr(r, e->third);
    if (value_is_absent(key)) {
        note_absent(t, in_row(r, key, e->third));
        return;
    }
    int order = t->key.kind == VALUE_ABSENT
                    ? 1
                    : eval_order(r, key, t->key) * (e->aggregate == AGGREGATE_FIRST ? -1 : 1);
    if (order > 0) {
        t->key = key;
        t->best = v;
        t->tied = false;
    } else if (order == 0)
        t->tied = t->tied || !value_equal(r->a, v, t->best);
}

static void tally_row(struct run *r, const struct expr *e, struct tally *t)
{
    t->rows++;
    if (e->right) {
        struct value where = eval_expr(r, e->right);
        if (value_is_absent(where)) {
            note_absent(t, in_row(r, where, e->right));
            return;
        }
        if (!where.truth) {
            t->refused++;
            return;
        }
    }
    t->counted++;
    if (!e->left)
        return;
    struct value v = eval_expr(r, e->left);
    if (value_is_absent(v)) {
        note_absent(t, in_row(r, v, e->left));
        return;
    }
    if (e->aggregate == AGGREGATE_DISTINCT)
        map_put(&t->seen, value_key(r, v), 0);
    else if (e->third)
        choose_row(r, e, t, v);
    else if (e->aggregate == AGGREGATE_MIN || e->aggregate == AGGREGATE_MAX) {
        if (t->counted == 1 || t->best.kind == VALUE_ABSENT ||
            is_better(r, e->aggregate, v, t->best))
            t->best = v;
    } else
        t->sum = number_add(r->a, t->sum, v.number);
}

/* `all` and `any` are three-valued like `and` and `or`: a row that decides is enough. */
static struct value decide(const struct expr *e, const struct tally *t)
{
    bool all = e->aggregate == AGGREGATE_ALL;
    if (all ? t->refused > 0 : t->counted > 0)
        return value_truth(!all);
    if (t->is_absent)
        return t->absent;
    return value_truth(all);
}

static struct value conclude(struct run *r, const struct expr *e, const struct tally *t)
{
    if (e->aggregate == AGGREGATE_ALL || e->aggregate == AGGREGATE_ANY)
        return decide(e, t);
    if (t->is_absent)
        return t->absent;
    size_t n = e->aggregate == AGGREGATE_SHARE ? t->rows : t->counted;
    switch (e->aggregate) {
    case AGGREGATE_COUNT:
        return value_number(number_of((long long)t->counted));
    case AGGREGATE_DISTINCT:
        return value_number(number_of((long long)t->seen.n));
    case AGGREGATE_SUM:
        return eval_number(r, e, t->sum);
    default:
        break;
    }
    if (!n)
        return absent_result(r, CAUSE_EMPTY, e);
    if (t->tied)
        return absent_result(r, CAUSE_TIE, e);
    if (e->aggregate == AGGREGATE_SHARE)
        return value_number(number_ratio((long long)t->counted, (long long)n));
    if (e->aggregate == AGGREGATE_MEAN)
        return eval_number(r, e, number_divide(r->a, t->sum, number_of((long long)n)));
    return t->best;
}

void enter_row(struct run *r, const struct table_cell *row, size_t i)
{
    r->row[r->rows - 1] = row;
    r->row_number[r->rows - 1] = i;
    r->turn[r->rows] = ++r->turns;
}

struct value eval_aggregate(struct run *r, const struct expr *e)
{
    struct value table = r->f->entry[e->fact->index].value;
    if (value_is_absent(table))
        return table;
    struct tally t = {.sum = number_of(0), .seen = map_in(r->a)};
    r->rows++;
    for (size_t i = 0; i < table.table->rows; i++) {
        enter_row(r, table.table->at + i * table.table->columns, i);
        tally_row(r, e, &t);
    }
    r->rows--;
    return conclude(r, e, &t);
}

bool count_days(struct run *r, enum day_unit unit, struct date after, struct date until,
                struct span at, long *days)
{
    *days = 0;
    if (until.day <= after.day)
        return true;
    if (unit == UNIT_DAY) {
        *days = (long)until.day - after.day;
        return true;
    }
    struct date first = {after.day + 1};
    bool first_covered = calendar_covers(r->m->calendar, first);
    if (first_covered && calendar_covers(r->m->calendar, until)) {
        *days = calendar_working_days(r->m->calendar, after, until);
        return true;
    }
    LIST_ADD(r->a, &r->out->troubles,
             (struct trouble){.kind = TROUBLE_CALENDAR,
                              .at = at,
                              .date = first_covered ? until : first,
                              .end = first_covered ? until : after});
    return false;
}
