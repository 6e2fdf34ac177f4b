/* What would be, if, for programs, as docs/json.md describes it. */
#include "report/whatif.h"

#include "explain/figures.h"
#include "render/csv.h"
#include "render/json.h"
#include "report/fields.h"

struct writer {
    struct json *j;
    struct arena *a;
    const struct whatif *w;
};

static struct text difference(struct arena *a, const struct whatif *w, const struct tried_score *s)
{
    const struct criterion *k = s->criterion;
    if (!s->has_difference)
        return TEXT("");
    struct number from = outcome_result(w->base, k)->score;
    return field_figure(a, true, figure_rise(a, k, from, s->score), k->show_score);
}

/* A value for programs: a number in the unit of its fact, a date in the common era; empty for
 * none. */
static struct text value_words(struct arena *a, const struct fact *f, struct value v)
{
    switch (v.kind) {
    case VALUE_ABSENT:
        return v.absence == ABSENCE_NA ? TEXT("n/a") : TEXT("");
    case VALUE_NUMBER:
        return number_short_words(
            a, f->unit ? number_divide(a, v.number, f->unit->scale) : v.number, NUMBER_DIGITS);
    case VALUE_TEXT:
        return v.text;
    case VALUE_DATE:
        return date_words(a, v.date, ERA_CE);
    case VALUE_MONTH:
        return month_words(a, v.month, ERA_CE);
    case VALUE_TRUTH:
        return v.truth ? TEXT("yes") : TEXT("no");
    case VALUE_SET:
    case VALUE_TABLE: /* are not asked about */
        break;
    }
    return TEXT("");
}

/* --- JSON ------------------------------------------------------------------------------------ */

static void write_score(struct writer *w, const struct tried_score *s)
{
    struct show show = s->criterion->show_score;
    bool known = tried_is_known(s), open = s->status == STATUS_INCOMPLETE;
    json_member_text(w->j, "status", field_status(s->status));
    json_member_text(w->j, "score", field_figure(w->a, known, s->score, show));
    json_member_text(w->j, "exact", field_exact(w->a, known, s->score));
    json_member_text(w->j, "at_least", field_figure(w->a, open, s->low, show));
    json_member_text(w->j, "at_least_exact", field_exact(w->a, open, s->low));
    json_member_text(w->j, "at_most", field_figure(w->a, open, s->high, show));
    json_member_text(w->j, "at_most_exact", field_exact(w->a, open, s->high));
    json_member_text(w->j, "light", field_mark(s->mark[MARK_LIGHT]));
    json_member_text(w->j, "grade", field_mark(s->mark[MARK_GRADE]));
}

static void write_difference(struct writer *w, const struct tried_score *s)
{
    json_member_text(w->j, "difference", difference(w->a, w->w, s));
    json_member_text(w->j, "difference_exact", field_exact(w->a, s->has_difference, s->difference));
}

static void write_setting(struct writer *w, size_t question, const struct fact_entry *e)
{
    const struct fact *f = w->w->base->facts->questions.at[question]->fact;
    json_begin_object(w->j);
    json_member_text(w->j, "fact", f->path);
    json_member_text(w->j, "value", value_words(w->a, f, e->value));
    json_member_text(w->j, "shown", whatif_value(w->a, w->w, f, e));
    json_end_object(w->j);
}

static void write_base(struct writer *w)
{
    const struct facts *f = w->w->base->facts;
    struct tried_score total =
        tried_score_of(w->w, &(struct tried){0}, w->w->base->model->criteria.at[0]);
    json_key(w->j, "as_stated");
    json_begin_object(w->j);
    json_key(w->j, "settings");
    json_begin_array(w->j);
    for (size_t i = 0; i < f->questions.n; i++)
        write_setting(w, i, &f->entry[f->questions.at[i]->fact->index]);
    json_end_array(w->j);
    json_key(w->j, "total");
    if (w->w->base_stopped)
        json_null(w->j);
    else {
        json_begin_object(w->j);
        write_score(w, &total);
        json_end_object(w->j);
    }
    json_end_object(w->j);
}

static void write_change(struct writer *w, const struct tried_score *s)
{
    struct tried_score before = tried_score_of(w->w, &(struct tried){0}, s->criterion);
    json_begin_object(w->j);
    json_member_text(w->j, "path", s->criterion->path);
    json_member_text(w->j, "title", s->criterion->title);
    write_score(w, s);
    write_difference(w, s);
    json_key(w->j, "as_stated");
    json_begin_object(w->j);
    write_score(w, &before);
    json_end_object(w->j);
    json_end_object(w->j);
}

static void write_outcome(struct writer *w, const struct tried *t)
{
    json_begin_object(w->j);
    json_key(w->j, "settings");
    json_begin_array(w->j);
    for (size_t i = 0; i < w->w->base->facts->questions.n; i++)
        write_setting(w, i, t->value[i]);
    json_end_array(w->j);
    json_key(w->j, "total");
    json_begin_object(w->j);
    write_score(w, &t->total);
    write_difference(w, &t->total);
    json_end_object(w->j);
    json_key(w->j, "changes");
    json_begin_array(w->j);
    for (size_t i = 0; i < t->changes.n; i++)
        write_change(w, &t->changes.at[i]);
    json_end_array(w->j);
    json_end_object(w->j);
}

void report_whatif_json(struct buffer *out, struct arena *a, const struct whatif *what)
{
    struct writer w = {json_new(a, out, true), a, what};
    const struct outcome *base = what->base;
    json_begin_object(w.j);
    json_member_text(w.j, "schema", TEXT("ken.whatif/1"));
    json_member_text(w.j, "criteria", base->model->id);
    json_member_text(w.j, "office", base->facts->office);
    json_member_text(w.j, "facts_as_of",
                     base->facts->has_as_of ? date_words(a, base->facts->as_of, ERA_CE) : TEXT(""));
    write_base(&w);
    json_key(w.j, "outcomes");
    json_begin_array(w.j);
    for (size_t i = 0; i < what->outcomes.n; i++)
        write_outcome(&w, &what->outcomes.at[i]);
    json_end_array(w.j);
    json_end_object(w.j);
    json_finish(w.j);
}

/* --- CSV ------------------------------------------------------------------------------------- */

struct sheet {
    struct csv csv;
    struct arena *a;
    const struct whatif *w;
};

static void name_columns(struct sheet *s)
{
    static const char *const fixed[] = {"total", "exact",    "difference", "light",
                                        "grade", "at_least", "at_most",    NULL};
    const struct facts *f = s->w->base->facts;
    for (size_t i = 0; i < f->questions.n; i++)
        csv_cell(&s->csv, f->questions.at[i]->fact->path);
    for (size_t i = 0; fixed[i]; i++)
        csv_cell(&s->csv, text_of(fixed[i]));
    for (size_t i = 0; i < s->w->changing.n; i++) {
        csv_cell(&s->csv, s->w->changing.at[i]->path);
        csv_cell(&s->csv, SAY(s->a, "{} difference", s->w->changing.at[i]->path));
    }
    csv_end_row(&s->csv);
}

static void write_row(struct sheet *s, const struct tried *t)
{
    const struct tried_score *total = &t->total;
    struct show show = total->criterion->show_score;
    bool known = tried_is_known(total), open = total->status == STATUS_INCOMPLETE;
    const struct facts *f = s->w->base->facts;
    for (size_t i = 0; i < f->questions.n; i++)
        csv_cell(&s->csv, value_words(s->a, f->questions.at[i]->fact, t->value[i]->value));
    csv_cell(&s->csv, field_figure(s->a, known, total->score, show));
    csv_cell(&s->csv, field_exact(s->a, known, total->score));
    csv_cell(&s->csv, difference(s->a, s->w, total));
    csv_cell(&s->csv, field_mark(total->mark[MARK_LIGHT]));
    csv_cell(&s->csv, field_mark(total->mark[MARK_GRADE]));
    csv_cell(&s->csv, field_figure(s->a, open, total->low, show));
    csv_cell(&s->csv, field_figure(s->a, open, total->high, show));
    for (size_t i = 0; i < s->w->changing.n; i++) {
        struct tried_score k = tried_score_of(s->w, t, s->w->changing.at[i]);
        csv_cell(&s->csv, field_figure(s->a, tried_is_known(&k), k.score, k.criterion->show_score));
        csv_cell(&s->csv, difference(s->a, s->w, &k));
    }
    csv_end_row(&s->csv);
}

void report_whatif_csv(struct buffer *out, struct arena *a, const struct whatif *w)
{
    struct sheet s = {{.out = out}, a, w};
    name_columns(&s);
    for (size_t i = 0; i < w->outcomes.n; i++)
        write_row(&s, &w->outcomes.at[i]);
}
