/* Why a measure is what it is: the formula, the values in it, and where they come from. */
#include "explain/reasons.h"

enum { ROWS_SHOWN = 31 /* a month's or a year's rows at once; more only on demand */ };

static void add_fact(struct whying *w, struct reason *above, const struct expr *e)
{
    const struct fact_entry *entry = &w->o->facts->entry[e->fact->index];
    struct text shown = entry->shown.n && entry->value.kind != VALUE_TABLE
                            ? entry->shown
                            : words_value(w->a, w->m, entry->value, e->fact->unit);
    struct reason *r = reason_add(w, above, REASON_FACT, SAY(w->a, "{}  {}", e->fact->path, shown));
    r->fact = entry->at;
    r->rule = e->fact->at;
    r->evidence = entry->evidence;
    if (entry->value.kind == VALUE_NUMBER)
        reason_figure(r, entry->value.number);
    if (entry->because.n)
        r->says = SAY(w->a, "{}: {}", r->says, entry->because);
}

static void add_let(struct whying *w, struct reason *above, const struct let *let)
{
    struct text name = let->title.n ? SAY(w->a, "{} \"{}\"", let->name, let->title) : let->name;
    struct reason *r = reason_add(w, above, REASON_LET, SAY(w->a, "let {}", name));
    r->rule = let->at;
    if (w->told_let[let->index]) {
        r->says = SAY(w->a, "{} (as above)", r->says);
        return;
    }
    w->told_let[let->index] = true;
    why_measure(w, r, REASON_MEASURE, let->value, let->value->type.ratio, 4);
}

/* A cell as its row shows it: "published 2565-05-28". */
static struct text row_words(struct whying *w, const struct expr *e, const struct table *t,
                             size_t row, const struct expr *used)
{
    struct buffer b = buffer_in(w->a);
    buffer_add(&b, SAY(w->a, "row {}", text_number(w->a, (long long)row + 1)));
    for (size_t i = 0; i < e->fact->columns.n; i++) {
        const struct fact *column = e->fact->columns.at[i];
        bool reads = used && text_equal(column->path, source_text(w->m->sources, used->at));
        if (!reads && e->fact->key != (int)i)
            continue;
        buffer_add(&b,
                   SAY(w->a, ", {} {}", column->path,
                       words_value(w->a, w->m, t->at[row * t->columns + i].value, column->unit)));
    }
    return buffer_text(&b);
}

static const struct expr *first_column(const struct expr *e)
{
    if (!e || e->kind == EXPR_COLUMN)
        return e;
    const struct expr *operand[] = {e->left, e->right, e->third};
    for (int i = 0; i < 3; i++)
        if (operand[i] && first_column(operand[i]))
            return first_column(operand[i]);
    for (size_t i = 0; i < e->args.n; i++)
        if (first_column(e->args.at[i]))
            return first_column(e->args.at[i]);
    return NULL;
}

static void add_row(struct whying *w, struct reason *above, const struct expr *e,
                    const struct table *t, size_t row, bool counted)
{
    const struct expr *shown = counted && e->left ? e->left : e->right;
    const struct expr *column = first_column(shown);
    struct text says = row_words(w, e, t, row, column);
    if (counted && e->left) {
        struct value v = outcome_row_value(w->o, e, e->left, row);
        struct text value = e->left->type.ratio && v.kind == VALUE_NUMBER
                                ? words_percent(w->a, v.number, 4, NULL)
                                : words_value(w->a, w->m, v, e->left->unit);
        says = SAY(w->a, "{}: {}", says, value);
    } else if (!counted)
        says = SAY(w->a, "{}: not `{}`", says, words_formula(w->a, w->m, e->right));
    struct reason *r = reason_add(w, above, counted ? REASON_ROW : REASON_ROW_LEFT_OUT, says);
    r->fact = t->at[row * t->columns +
                    (column && column->kind == EXPR_COLUMN ? column->column->index : 0)]
                  .at;
    r->rule = shown ? shown->at : e->at;
}

/* Of a filter the rows left out are what people ask about; of a mean or sum every row decides. */
static void add_rows(struct whying *w, struct reason *above, const struct expr *e)
{
    const struct fact_entry *entry = &w->o->facts->entry[e->fact->index];
    if (entry->value.kind != VALUE_TABLE) {
        add_fact(w, above, e);
        return;
    }
    const struct table *t = entry->value.table;
    size_t counted;
    const size_t *row = outcome_rows(w->o, w->a, e, &counted);
    struct reason *rows = reason_add(w, above, REASON_ROWS,
                                     SAY(w->a, "{}: {} of {} rows count", e->fact->path,
                                         text_number(w->a, (long long)counted),
                                         text_number(w->a, (long long)t->rows)));
    rows->fact = entry->at;
    rows->evidence = entry->evidence;
    for (size_t i = 0, next = 0, shown = 0; i < t->rows; i++) {
        bool counts = next < counted && row[next] == i;
        next += counts;
        size_t before = rows->below.n;
        add_row(w, rows, e, t, i, counts);
        bool decides = counts ? e->left != NULL : true;
        rows->below.at[before]->decisive = decides && shown < ROWS_SHOWN;
        shown += decides;
    }
}

static void visit_operand(void *user, const struct expr *e);

struct operands {
    struct whying *w;
    struct reason *above;
};

void why_operands(struct whying *w, struct reason *above, const struct expr *e)
{
    struct operands o = {w, above};
    visit_operand(&o, e);
}

static void visit_operand(void *user, const struct expr *e)
{
    struct operands *o = user;
    if (!outcome_was_needed(o->w->o, e) && e->kind != EXPR_RANGE)
        return;
    switch (e->kind) {
    case EXPR_FACT:
        add_fact(o->w, o->above, e);
        return;
    case EXPR_LET:
        add_let(o->w, o->above, e->let);
        return;
    case EXPR_AGGREGATE:
        add_rows(o->w, o->above, e);
        return;
    case EXPR_SCORE: {
        struct reason *r = why_criterion(o->w, e->criterion);
        LIST_ADD(o->w->a, &o->above->below, r);
        return;
    }
    default:
        expr_operands(e, visit_operand, o);
    }
}

void why_measure(struct whying *w, struct reason *above, enum reason_kind kind,
                 const struct expr *e, bool percent, unsigned places)
{
    struct value v = outcome_value(w->o, e);
    struct text formula = words_formula(w->a, w->m, e), values = words_substituted(w->a, w->o, e);
    if (v.kind == VALUE_ABSENT) {
        struct reason *r =
            reason_add(w, above, kind, SAY(w->a, "{}: {}", formula, words_cause(w->a, v.cause)));
        r->rule = e->at;
        why_operands(w, r, e);
        return;
    }
    bool exact = true;
    struct text result = v.kind != VALUE_NUMBER ? words_value(w->a, w->m, v, NULL)
                         : percent              ? words_percent(w->a, v.number, places, &exact)
                         : e->unit && e->unit->dimension
                             ? words_value(w->a, w->m, v, e->unit)
                             : words_number(w->a, v.number, places, &exact);
    struct text says =
        values.n && !text_equal(values, result)
            ? SAY(w->a, "{} = {} {} {}", formula, values, exact ? TEXT("=") : TEXT("≈"), result)
            : SAY(w->a, "{} {} {}", formula, exact ? TEXT("=") : TEXT("≈"), result);
    struct reason *r = reason_add(w, above, kind, says);
    r->rule = e->at;
    if (v.kind == VALUE_NUMBER)
        reason_figure(r, v.number);
    why_operands(w, r, e);
}
