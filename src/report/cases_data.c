/* Boundary cases as data. */
#include "explain/words.h"
#include "facts/written.h"
#include "render/csv.h"
#include "report/cases.h"
#include "report/fields.h"

static bool is_known(const struct boundary *b)
{
    bool scored = b->status == STATUS_SCORED || b->status == STATUS_NOT_APPLICABLE;
    return scored && !b->why_not.n;
}

static bool is_range(const struct boundary *b)
{
    return b->status == STATUS_INCOMPLETE && !b->why_not.n;
}

static struct text value_of(struct arena *a, const struct model *m, const struct fact *f,
                            const struct fact_entry *e)
{
    return e->value.kind == VALUE_TABLE || e->value.kind == VALUE_ABSENT
               ? words_value(a, m, e->value, f->unit)
               : written_value(a, m, f, e->value);
}

static void write_fact(struct json *j, struct arena *a, const struct model *m, const struct fact *f,
                       const struct fact_entry *e)
{
    json_begin_object(j);
    json_member_text(j, "fact", f->path);
    json_member_text(j, "title", f->title);
    json_member_text(j, "value", value_of(a, m, f, e));
    json_end_object(j);
}

static void write_base(struct json *j, struct arena *a, const struct cases_report *c)
{
    json_member_flag(j, "plain", c->plain);
    json_key(j, "base");
    json_begin_array(j);
    for (size_t i = 0; i < c->model->facts.n; i++)
        if (c->base->entry[i].stated)
            write_fact(j, a, c->model, c->model->facts.at[i], &c->base->entry[i]);
    json_end_array(j);
}

static void write_case(struct json *j, struct arena *a, const struct cases_report *c,
                       const struct boundary *b)
{
    struct show score = b->of->show_score;
    json_begin_object(j);
    json_member_text(j, "path", b->of->path);
    json_member_text(j, "kind", field_kind(b->of));
    json_member_text(j, "title", b->of->title);
    json_member_text(j, "case", b->says);
    json_key(j, "facts");
    json_begin_array(j);
    for (size_t i = 0; i < b->moves.n; i++)
        write_fact(j, a, c->model, b->moves.at[i].fact, &b->moves.at[i].entry);
    json_end_array(j);
    json_member_text(j, "impossible", b->why_not);
    json_member_text(j, "status", b->why_not.n ? TEXT("") : field_status(b->status));
    json_member_text(j, "measure", field_exact(a, b->has_measure, b->measure));
    json_member_text(j, "score", field_figure(a, is_known(b), b->score, score));
    json_member_text(j, "exact", field_exact(a, is_known(b), b->score));
    json_member_text(j, "at_least", field_figure(a, is_range(b), b->low, score));
    json_member_text(j, "at_most", field_figure(a, is_range(b), b->high, score));
    json_member_text(j, "light", field_mark(b->mark[MARK_LIGHT]));
    json_member_text(j, "grade", field_mark(b->mark[MARK_GRADE]));
    json_member_text(j, "because", b->because);
    json_end_object(j);
}

void report_cases_json(struct buffer *out, struct arena *a, const struct cases_report *c)
{
    struct json *j = json_new(a, out, true);
    json_begin_object(j);
    json_member_text(j, "schema", TEXT("ken.cases/1"));
    json_member_text(j, "criteria", c->model->id);
    write_base(j, a, c);
    json_key(j, "cases");
    json_begin_array(j);
    for (size_t i = 0; i < c->boundaries->all.n; i++)
        write_case(j, a, c, &c->boundaries->all.at[i]);
    json_end_array(j);
    json_end_object(j);
    json_finish(j);
}

/* --- CSV -------------------------------------------------------------------------------------- */

/* The columns in order, and the cells of a row. */
#define COLUMNS(each)                                                                              \
    each(path) each(title) each(case) each(facts) each(measure) each(score) each(at_least)         \
        each(at_most) each(light) each(grade) each(because) each(impossible) each(confirmed)

enum column_of_cases {
#define COLUMN(name) COLUMN_##name,
    COLUMNS(COLUMN)
#undef COLUMN
        COLUMNS_OF_CASES
};

static void write_row(struct csv *csv, const struct text *cell)
{
    for (size_t i = 0; i < COLUMNS_OF_CASES; i++)
        csv_cell(csv, cell[i]);
    csv_end_row(csv);
}

void report_cases_csv(struct buffer *out, struct arena *a, const struct cases_report *c)
{
    struct csv csv = {.out = out};
#define NAME(name) [COLUMN_##name] = TEXT(#name),
    const struct text names[] = {COLUMNS(NAME)};
#undef NAME
    write_row(&csv, names);
    for (size_t i = 0; i < c->boundaries->all.n; i++) {
        const struct boundary *b = &c->boundaries->all.at[i];
        struct show score = b->of->show_score;
        struct text cell[COLUMNS_OF_CASES] = {
            [COLUMN_path] = b->of->path,
            [COLUMN_title] = b->of->title,
            [COLUMN_case] = b->says,
            [COLUMN_facts] = case_facts_words(a, c, b),
            [COLUMN_measure] = field_figure(a, b->has_measure, b->measure, b->of->show_measure),
            [COLUMN_score] = field_figure(a, is_known(b), b->score, score),
            [COLUMN_at_least] = field_figure(a, is_range(b), b->low, score),
            [COLUMN_at_most] = field_figure(a, is_range(b), b->high, score),
            [COLUMN_light] = field_mark(b->mark[MARK_LIGHT]),
            [COLUMN_grade] = field_mark(b->mark[MARK_GRADE]),
            [COLUMN_because] = b->because,
            [COLUMN_impossible] = b->why_not};
        write_row(&csv, cell);
    }
}
