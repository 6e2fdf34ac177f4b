/* How sure a score is, for programs, as docs/json.md describes it. */
#include "render/json.h"
#include "report/fields.h"
#include "report/margins.h"

enum { CHANGE_PLACES = 6 };

struct writer {
    struct json *j;
    struct arena *a;
    const struct margins *m;
};

static void write_amount(struct writer *w, const struct amount *amount)
{
    const struct fact *f = amount->fact;
    json_key(w->j, "amount");
    if (!f) {
        json_null(w->j);
        return;
    }
    struct number own =
        f->unit ? number_divide(w->a, amount->change, f->unit->scale) : amount->change;
    json_begin_object(w->j);
    json_member_text(w->j, "fact", f->path);
    json_member_text(w->j, "unit", f->unit ? f->unit->words : TEXT(""));
    json_member_text(w->j, "change", number_short_words(w->a, own, CHANGE_PLACES));
    json_member_text(w->j, "change_exact", number_exact_words(w->a, own));
    json_member_flag(w->j, "open", amount->open);
    json_member_flag(w->j, "impossible", amount->impossible);
    json_end_object(w->j);
}

static void write_threshold(struct writer *w, const char *key, const struct threshold *t,
                            const struct ruler *r, const char *called)
{
    json_key(w->j, key);
    if (!t->there) {
        json_null(w->j);
        return;
    }
    struct buffer distance = buffer_in(w->a);
    number_print_short(&distance, number_multiply(w->a, t->distance, r->factor), r->places,
                       (struct number_style){0});
    json_begin_object(w->j);
    json_member_text(w->j, "value", number_exact_words(w->a, t->value));
    json_member_text(w->j, "distance", buffer_text(&distance));
    json_member_text(w->j, "distance_exact", number_exact_words(w->a, t->distance));
    json_member_flag(w->j, "beyond", t->beyond);
    if (called)
        json_member_text(w->j, called, t->band->name);
    else {
        json_member_text(w->j, "level",
                         t->level ? number_exact_words(w->a, t->level->score) : TEXT(""));
        json_member_text(w->j, "score", number_exact_words(w->a, t->score));
        json_member_flag(w->j, "gains", t->gains);
        json_member_flag(w->j, "loses", t->loses);
        write_amount(w, &t->amount);
    }
    json_end_object(w->j);
}

/* `called` is "light" or "grade", and the keys are that with a side. */
static void write_mark(struct writer *w, const char *called, const char *less, const char *more,
                       const struct mark_margin *m, const struct ruler *r)
{
    write_threshold(w, less, &m->less, r, called);
    write_threshold(w, more, &m->more, r, called);
}

static void write_step(struct writer *w, const struct step *s)
{
    json_key(w->j, "next_step");
    if (!s) {
        json_null(w->j);
        return;
    }
    json_begin_object(w->j);
    json_member_text(w->j, "number", number_short_words(w->a, s->number, 0));
    json_member_text(w->j, "title", s->title);
    json_end_object(w->j);
}

static void write_margin(struct writer *w, const struct margin *m)
{
    const struct result *r = m->result;
    const struct criterion *k = r->criterion;
    struct ruler measure = {.factor = number_of(1)}, score = measure;
    struct number n;
    struct show show;
    if (m->has_measure)
        measure = ruler_of_measure(w->a, m);
    score = ruler_of_score(w->a, m);
    bool measured = field_measure(w->a, r, &n, &show), scored = result_has_score(r);
    json_begin_object(w->j);
    json_member_text(w->j, "path", k->path);
    json_member_text(w->j, "kind", field_kind(k));
    json_member_text(w->j, "title", k->title);
    json_member_text(w->j, "measure", field_figure(w->a, measured, n, show));
    json_member_text(w->j, "measure_exact", measured ? number_exact_words(w->a, n) : TEXT(""));
    json_member_text(w->j, "unit", m->has_measure ? measure.unit : TEXT(""));
    json_member_text(w->j, "score", field_figure(w->a, scored, r->score, k->show_score));
    json_member_text(w->j, "exact", scored ? number_exact_words(w->a, r->score) : TEXT(""));
    json_member_text(w->j, "light", field_mark(r->mark[MARK_LIGHT].band));
    json_member_text(w->j, "grade", field_mark(r->mark[MARK_GRADE].band));
    write_threshold(w, "less", &m->less, &measure, NULL);
    write_threshold(w, "more", &m->more, &measure, NULL);
    write_step(w, m->next_step);
    write_mark(w, "light", "light_less", "light_more", &m->mark[MARK_LIGHT], &score);
    write_mark(w, "grade", "grade_less", "grade_more", &m->mark[MARK_GRADE], &score);
    json_end_object(w->j);
}

static void write_open(struct writer *w, const struct result *r)
{
    json_begin_object(w->j);
    json_member_text(w->j, "path", r->criterion->path);
    json_member_text(w->j, "status", field_status(r->status));
    json_member_flag(w->j, "carried", r->carried);
    json_end_object(w->j);
}

/* --- roundings ------------------------------------------------------------------------------- */

static void write_figure(struct writer *w, const struct other_figure *f)
{
    struct show show = f->criterion->show_score;
    json_begin_object(w->j);
    json_member_text(w->j, "path", f->criterion->path);
    json_member_text(w->j, "figure", printed_figure_words(f->which));
    json_member_text(w->j, "ruled", field_figure(w->a, true, f->ruled, show));
    json_member_text(w->j, "ruled_exact", number_exact_words(w->a, f->ruled));
    json_member_text(w->j, "other", field_figure(w->a, true, f->other, show));
    json_member_text(w->j, "other_exact", number_exact_words(w->a, f->other));
    json_member_text(w->j, "light", field_mark(f->mark[MARK_LIGHT]));
    json_member_text(w->j, "other_light", field_mark(f->other_mark[MARK_LIGHT]));
    json_member_text(w->j, "grade", field_mark(f->mark[MARK_GRADE]));
    json_member_text(w->j, "other_grade", field_mark(f->other_mark[MARK_GRADE]));
    json_end_object(w->j);
}

static void write_rounding(struct writer *w, const struct other_rounding *o)
{
    json_begin_object(w->j);
    json_member_text(w->j, "first", rounding_order_words(o->early));
    json_key(w->j, "modes");
    json_begin_array(w->j);
    for (enum rounding_mode mode = ROUND_HALF_UP; mode <= ROUND_DOWN; mode++)
        if (o->mode[mode])
            json_text(w->j, rounding_mode_words(mode));
    json_end_array(w->j);
    json_member_whole(w->j, "lights", true, (long long)o->marks[MARK_LIGHT]);
    json_member_whole(w->j, "grades", true, (long long)o->marks[MARK_GRADE]);
    json_key(w->j, "figures");
    json_begin_array(w->j);
    for (size_t i = 0; i < o->all.n; i++)
        write_figure(w, &o->all.at[i]);
    json_end_array(w->j);
    json_end_object(w->j);
}

void report_margins_json(struct buffer *out, struct arena *a, const struct margins *m,
                         const struct roundings *r)
{
    struct writer w = {json_new(a, out, true), a, m};
    const struct facts *f = m->outcome->facts;
    json_begin_object(w.j);
    json_member_text(w.j, "schema", TEXT("ken.margins/1"));
    json_member_text(w.j, "criteria", m->outcome->model->id);
    json_member_text(w.j, "office", f->office);
    json_member_text(w.j, "facts_as_of", f->has_as_of ? date_words(a, f->as_of, ERA_CE) : TEXT(""));
    json_member_flag(w.j, "complete", m->outcome->complete);
    json_member_text(w.j, "about", m->about->path);
    json_key(w.j, "margins");
    json_begin_array(w.j);
    for (size_t i = 0; i < m->all.n; i++)
        write_margin(&w, &m->all.at[i]);
    json_end_array(w.j);
    json_key(w.j, "without_margin");
    json_begin_array(w.j);
    for (size_t i = 0; i < m->open.n; i++)
        write_open(&w, m->open.at[i]);
    json_end_array(w.j);
    json_key(w.j, "roundings");
    json_begin_array(w.j);
    for (size_t i = 0; i < r->all.n; i++)
        write_rounding(&w, &r->all.at[i]);
    json_end_array(w.j);
    json_end_object(w.j);
    json_finish(w.j);
}
