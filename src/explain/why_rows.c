/* Which rows of its table an aggregate counted, and why not the others. */
#include "explain/reasons.h"

enum {
    ROWS_SHOWN = 31, /* a month's or a year's rows at once; more only on demand */
    NAMES_SHOWN = 5
};

static const struct table *table_of(struct whying *w, const struct expr *e)
{
    return w->o->facts->entry[e->fact->index].value.table;
}

/* The row with its key and the column that is used: "row 3, id \"a\", published 2565-05-28". */
static struct text row_words(struct whying *w, const struct expr *e, size_t row,
                             const struct expr *used)
{
    const struct table *t = table_of(w, e);
    struct buffer b = buffer_in(w->a);
    buffer_add(&b, SAY(w->a, "row {}", text_number(w->a, (long long)row + 1)));
    for (size_t i = 0; i < e->fact->columns.n; i++) {
        const struct fact *column = e->fact->columns.at[i];
        bool reads = used && text_equal(column->path, source_text(w->m->sources, used->at));
        if (!reads && e->fact->key != (int)i)
            continue;
        buffer_add(&b, SAY(w->a, ", {} {}", column->path,
                           words_value(w->a, w->m, t->at[row * t->columns + column->cell].value,
                                       column->unit)));
    }
    return buffer_text(&b);
}

struct search {
    const struct fact *table;
    const struct expr *column;
};

static void find_column(void *user, const struct expr *e)
{
    struct search *s = user;
    if (!s->column && e->kind == EXPR_COLUMN && e->column->table == s->table)
        s->column = e;
    if (!s->column)
        expr_operands(e, find_column, s);
}

/* The first column of the table itself, not of one that is looked at for each of its rows. */
static const struct expr *first_column(const struct fact *table, const struct expr *e)
{
    struct search s = {.table = table};
    if (e)
        find_column(&s, e);
    return s.column;
}

/* The one condition that the row does not meet: of several joined by `and` that which alone is no.
 */
static const struct expr *failing(struct whying *w, const struct expr *over, size_t row)
{
    const struct expr *where = over->right, *found = NULL;
    if (where->kind != EXPR_LOGIC || where->op != OP_AND)
        return where;
    for (size_t i = 0; i < where->args.n; i++) {
        struct value v = outcome_row_value(w->o, over, where->args.at[i], row);
        if (v.kind == VALUE_TRUTH && v.truth)
            continue;
        if (found)
            return where;
        found = where->args.at[i];
    }
    return found ? found : where;
}

/* Of `all of WANTED in HAD`, what the row does not have; empty for other conditions. */
static struct text lacking(struct whying *w, const struct expr *over, size_t row)
{
    const struct expr *all = failing(w, over, row);
    if (all->kind != EXPR_QUANTIFIED || all->aggregate != AGGREGATE_ALL)
        return TEXT("");
    struct value wanted = outcome_row_value(w->o, over, all->left, row);
    struct value had = outcome_row_value(w->o, over, all->right, row);
    if (wanted.kind != VALUE_SET || had.kind != VALUE_SET)
        return TEXT("");
    struct buffer b = buffer_in(w->a);
    size_t n = 0;
    for (size_t i = 0; i < wanted.set->n; i++) {
        if (set_has(had.set, wanted.set->at[i]) || n++ >= NAMES_SHOWN)
            continue;
        buffer_add(&b, SAY(w->a, n == 1 ? "lacks \"{}\"" : ", \"{}\"", wanted.set->at[i]));
    }
    if (n > NAMES_SHOWN)
        buffer_add(&b, SAY(w->a, ", and {} more", text_number(w->a, (long long)(n - NAMES_SHOWN))));
    return buffer_text(&b);
}

static struct text counted_words(struct whying *w, const struct expr *e, size_t row)
{
    struct text says = row_words(w, e, row,
                                 first_column(e->fact, e->third  ? e->third
                                                       : e->left ? e->left
                                                                 : e->right));
    if (!e->left)
        return says;
    struct value v = outcome_row_value(w->o, e, e->left, row);
    struct text value = e->left->type.ratio && v.kind == VALUE_NUMBER
                            ? figure_percent(w->a, v.number, 4, NULL)
                            : words_value(w->a, w->m, v, e->left->unit);
    return SAY(w->a, "{}: {}", says, value);
}

static struct text left_out_words(struct whying *w, const struct expr *e, size_t row)
{
    struct text lacks = lacking(w, e, row);
    if (lacks.n)
        return SAY(w->a, "{}: {}", row_words(w, e, row, NULL), lacks);
    return SAY(w->a, "{}: not `{}`", row_words(w, e, row, first_column(e->fact, e->right)),
               words_formula(w->a, w->m, e->right));
}

/* While something is missing, nobody knows of some rows whether they count. */
static bool is_open(struct whying *w, const struct expr *e, size_t row)
{
    return e->right && outcome_value(w->o, e).kind == VALUE_ABSENT &&
           value_is_absent(outcome_row_value(w->o, e, e->right, row));
}

static struct reason *add_open_row(struct whying *w, struct reason *above, const struct expr *e,
                                   size_t row)
{
    struct text says = row_words(w, e, row, first_column(e->fact, e->right));
    return reason_add(w, above, REASON_ROW_OPEN, SAY(w->a, "{}: may count", says));
}

static struct reason *add_row(struct whying *w, struct reason *above, const struct expr *e,
                              size_t row, bool counted)
{
    const struct expr *shown = counted && e->left ? e->left : e->right;
    const struct expr *column = first_column(e->fact, shown);
    struct reason *r = counted ? reason_add(w, above, REASON_ROW, counted_words(w, e, row))
                       : is_open(w, e, row)
                           ? add_open_row(w, above, e, row)
                           : reason_add(w, above, REASON_ROW_LEFT_OUT, left_out_words(w, e, row));
    const struct table *t = table_of(w, e);
    r->fact = t->at[row * t->columns + (column ? column->column->cell : 0)].at;
    r->rule = shown ? shown->at : e->at;
    return r;
}

/* Of first and last only the row that was taken decides. */
static bool is_chosen(struct whying *w, const struct expr *e, size_t row)
{
    struct value whole = outcome_value(w->o, e), v = outcome_row_value(w->o, e, e->left, row);
    return whole.kind != VALUE_ABSENT && whole.kind == v.kind && value_equal(w->a, v, whole);
}

/* Of a filter the rows left out are what people ask about; of a mean or sum every row decides. */
static void list_rows(struct whying *w, struct reason *rows, const struct expr *e,
                      const size_t *row, size_t counted)
{
    const struct table *t = table_of(w, e);
    for (size_t i = 0, next = 0, shown = 0; i < t->rows; i++) {
        bool counts = next < counted && row[next] == i;
        next += counts;
        bool decides = e->third ? counts && is_chosen(w, e, i) : !counts || e->left;
        add_row(w, rows, e, i, counts)->decisive = decides && shown < ROWS_SHOWN;
        shown += decides;
    }
}

/* Many brief questions look at each table once. */
static size_t count_rows(struct whying *w, const struct expr *e)
{
    size_t *known = &w->counted[e->cell], n;
    if (!*known) {
        outcome_rows(w->o, w->a, e, &n);
        *known = n + 1;
    }
    return *known - 1;
}

static struct reason *add_count(struct whying *w, struct reason *above, const struct expr *e,
                                size_t counted)
{
    const struct fact_entry *entry = &w->o->facts->entry[e->fact->index];
    struct reason *rows = reason_add(w, above, REASON_ROWS,
                                     SAY(w->a, "{}: {} of {} rows count", e->fact->path,
                                         text_number(w->a, (long long)counted),
                                         text_number(w->a, (long long)table_of(w, e)->rows)));
    rows->fact = entry->at;
    if (e->fact->needs_evidence && facts_unproven(w->o->facts, e->fact))
        rows->says = SAY(w->a, "{}, without evidence", rows->says);
    rows->evidence = evidence_words(w->a, &entry->evidence, w->m->era);
    return rows;
}

void why_rows(struct whying *w, struct reason *above, const struct expr *e)
{
    if (w->brief) {
        add_count(w, above, e, count_rows(w, e));
        return;
    }
    size_t counted, open = 0;
    const size_t *row = outcome_rows(w->o, w->a, e, &counted);
    struct reason *rows = add_count(w, above, e, counted);
    list_rows(w, rows, e, row, counted);
    for (size_t i = 0; i < rows->below.n; i++)
        open += rows->below.at[i]->kind == REASON_ROW_OPEN;
    if (open)
        rows->says = SAY(w->a, "{}, {} more may", rows->says, text_number(w->a, (long long)open));
}
