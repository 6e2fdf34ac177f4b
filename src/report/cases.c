/* Boundary cases as tables for people. */
#include "report/cases.h"

#include "explain/figures.h"
#include "explain/words.h"
#include "report/cells.h"

static bool same_cell(struct arena *a, struct value x, struct value y)
{
    if (x.kind != y.kind)
        return false;
    return x.kind == VALUE_ABSENT ? x.absence == y.absence : value_equal(a, x, y);
}

/* A few cells that are otherwise; false where there are others, or another number of rows. */
static bool add_cells(struct buffer *out, struct arena *a, const struct cases_report *c,
                      const struct move *move)
{
    enum { CELLS = 2 };
    struct value base = c->base->entry[move->fact->index].value, now = move->entry.value;
    struct buffer cells = buffer_in(a);
    size_t told = 0;
    if (base.kind != VALUE_TABLE || now.kind != VALUE_TABLE || base.table->rows != now.table->rows)
        return false;
    for (size_t i = 0; i < now.table->rows * move->fact->columns.n; i++) {
        const struct fact *column = move->fact->columns.at[i % move->fact->columns.n];
        size_t row = i / move->fact->columns.n, at = row * now.table->columns + column->cell;
        if (!column_is_kept(column) ||
            same_cell(a, base.table->at[at].value, now.table->at[at].value))
            continue;
        if (told++ == CELLS)
            return false;
        buffer_add(&cells, SAY(a, told > 1 ? "; {}.{} = {} in row {}" : "{}.{} = {} in row {}",
                               move->fact->path, column->path,
                               words_value(a, c->model, now.table->at[at].value, column->unit),
                               text_number(a, (long long)row + 1)));
    }
    buffer_add(out, buffer_text(&cells));
    return told;
}

struct text case_facts_words(struct arena *a, const struct cases_report *c,
                             const struct boundary *b)
{
    struct buffer out = buffer_in(a);
    for (size_t i = 0; i < b->moves.n; i++) {
        const struct move *move = &b->moves.at[i];
        buffer_add(&out, i ? TEXT("; ") : TEXT(""));
        if (!add_cells(&out, a, c, move))
            buffer_add(&out, SAY(a, "{} = {}", move->fact->path,
                                 words_value(a, c->model, move->entry.value, move->fact->unit)));
    }
    return buffer_text(&out);
}

struct text case_score_words(struct arena *a, const struct boundary *b)
{
    if (b->why_not.n)
        return TEXT("impossible");
    switch (b->status) {
    case STATUS_SCORED:
    case STATUS_NOT_APPLICABLE:
        return figure_score(a, b->of, b->score);
    case STATUS_INCOMPLETE:
        return figure_range(a, b->of, b->low, b->high);
    case STATUS_DROPPED:
        return TEXT("dropped");
    }
    return TEXT("");
}

/* --- the facts of a criterion ----------------------------------------------------------------- */

struct telling {
    struct document *d;
    struct arena *a;
    const struct cases_report *c;
    struct score_reader reader;
    size_t from, to; /* the cases of the criterion at hand */
};

static bool is_moved(const struct telling *t, const struct fact *f)
{
    for (size_t i = t->from; i < t->to; i++)
        for (size_t j = 0; j < t->c->boundaries->all.at[i].moves.n; j++)
            if (t->c->boundaries->all.at[i].moves.at[j].fact == f)
                return true;
    return false;
}

/* What it reads itself; of the total, which reads everything, what its cases move. */
static void add_facts(struct telling *t, const struct criterion *k)
{
    struct block *outline = document_outline(t->d);
    score_reader_begin(&t->reader);
    score_reader_add(&t->reader, k);
    for (size_t i = 0; i < t->reader.facts.n; i++) {
        const struct fact *f = t->reader.facts.at[i];
        if (k->scorer == SCORER_CHILDREN && !is_moved(t, f))
            continue;
        struct text value =
            words_value(t->a, t->c->model, t->c->base->entry[f->index].value, f->unit);
        struct text says = SAY(t->a, "{} = {}", f->path, value);
        outline_add(t->d, outline, 1, (struct cell){says, TONE_PLAIN}, text_folded(t->a, f->title));
    }
}

/* --- tables ----------------------------------------------------------------------------------- */

static bool has_marks(const struct telling *t)
{
    for (size_t i = t->from; i < t->to; i++)
        for (enum mark mark = 0; mark < MARKS; mark++)
            if (t->c->boundaries->all.at[i].mark[mark])
                return true;
    return false;
}

static bool has_measures(const struct telling *t)
{
    for (size_t i = t->from; i < t->to; i++)
        if (t->c->boundaries->all.at[i].has_measure)
            return true;
    return false;
}

static struct cell marks_of(struct arena *a, const struct boundary *b)
{
    return cell_both(a, cell_mark(a, MARK_LIGHT, b->mark[MARK_LIGHT]),
                     cell_mark(a, MARK_GRADE, b->mark[MARK_GRADE]));
}

static void add_row(struct telling *t, struct block *table, const struct boundary *b, bool measures,
                    bool marks)
{
    struct arena *a = t->a;
    struct cell *cell = table_add_row(t->d, table, 0)->cell;
    bool base = !b->moves.n && !b->why_not.n;
    cell++->text = b->says;
    cell++->text = base ? TEXT("as above") : case_facts_words(a, t->c, b);
    if (measures)
        cell++->text = b->has_measure ? figure_measure(a, b->of, b->measure) : TEXT("");
    cell++->text = case_score_words(a, b);
    if (marks)
        *cell++ = marks_of(a, b);
    *cell++ = b->why_not.n ? (struct cell){b->why_not, TONE_FAINT}
                           : (struct cell){b->because, TONE_PLAIN};
}

static void add_table(struct telling *t)
{
    struct document *d = t->d;
    struct block *table = document_table(d);
    bool measures = has_measures(t), marks = has_marks(t);
    table_column(d, table, TEXT("case"), ALIGN_LEFT, false);
    table_column(d, table, TEXT("facts"), ALIGN_LEFT, false);
    if (measures)
        table_column(d, table, TEXT("result"), ALIGN_RIGHT, false);
    table_column(d, table, TEXT("score"), ALIGN_RIGHT, false);
    if (marks)
        table_column(d, table, TEXT("light"), ALIGN_LEFT, false);
    table_column(d, table, TEXT("because"), ALIGN_LEFT, true);
    table_column(d, table, TEXT("confirmed"), ALIGN_LEFT, false);
    for (size_t i = t->from; i < t->to; i++)
        add_row(t, table, &t->c->boundaries->all.at[i], measures, marks);
}

static void add_criterion(struct telling *t)
{
    const struct criterion *k = t->c->boundaries->all.at[t->from].of;
    struct text name = k->parent && k->title.n ? SAY(t->a, "{} {}", k->path, k->title) : k->path;
    document_heading(t->d, name, source_line_words(t->a, t->c->model->sources, k->at));
    add_facts(t, k);
    add_table(t);
}

void report_cases(struct document *d, const struct cases_report *c)
{
    struct telling t = {
        .d = d, .a = d->arena, .c = c, .reader = score_reader_in(d->arena, c->model)};
    struct text title = c->model->title.n ? c->model->title : c->model->id;
    size_t n = c->boundaries->all.n;
    document_heading(d, SAY(t.a, "{}: boundary cases", title), c->base->office);
    document_paragraph(
        d,
        c->plain ? TEXT("each case changes only the facts that it names; all others are as the "
                        "list above its table says, made from their declarations")
                 : TEXT("each case changes only the facts that it names; all others are as they "
                        "are stated"),
        TONE_FAINT);
    for (t.from = 0; t.from < n; t.from = t.to) {
        const struct criterion *k = c->boundaries->all.at[t.from].of;
        for (t.to = t.from; t.to < n && c->boundaries->all.at[t.to].of == k;)
            t.to++;
        add_criterion(&t);
    }
    if (!n)
        document_paragraph(d, TEXT("no cases: nothing in it depends on a fact"), TONE_PLAIN);
}
