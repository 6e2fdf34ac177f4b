/* One criterion through the years, as data. */
#include "report/diff.h"
#include "report/fields.h"
#include "report/history.h"

struct writer {
    struct json *j;
    struct arena *a;
};

static void write_cites(struct writer *w, const struct remarks *r, const struct model *m)
{
    json_key(w->j, "cites");
    json_begin_array(w->j);
    for (size_t i = 0; i < r->cites.n; i++) {
        const struct cite *c = &r->cites.at[i];
        json_begin_object(w->j);
        field_cite(w->j, w->a, c);
        json_member_text(w->j, "rules", source_place_words(w->a, m->sources, c->at));
        json_end_object(w->j);
    }
    json_end_array(w->j);
}

/* Where it is not there, all of it is null. */
static void write_criterion(struct writer *w, const struct history_year *y)
{
    static const struct criterion nothing;
    const struct criterion *k = y->criterion ? y->criterion : &nothing;
    bool points = k->has_points && !k->by_weight;
    json_member_text(w->j, "path", k->path);
    json_member_text(w->j, "title", k->title);
    json_member_text(w->j, "rules", source_place_words(w->a, y->rules->model->sources, k->at));
    json_member_text(w->j, "points_exact", field_exact(w->a, points, k->points));
    json_member_text(w->j, "share_exact", field_exact(w->a, y->has_share, y->share));
    json_member_text(w->j, "scored", y->scored);
    write_cites(w, &k->remarks, y->rules->model);
}

static void write_year(struct writer *w, const struct history_year *y)
{
    const struct pair *p = y->pair;
    json_begin_object(w->j);
    json_member_text(w->j, "criteria", y->rules->model->id);
    json_member_flag(w->j, "there", y->criterion != NULL);
    write_criterion(w, y);
    json_member_text(w->j, "class", p ? diff_class_words(p->class) : TEXT(""));
    json_key(w->j, "changes");
    json_begin_array(w->j);
    for (size_t i = 0; p && i < p->changes.n; i++)
        report_diff_change_json(w->j, w->a, y->rules->diff, p->changes.at[i]);
    json_end_array(w->j);
    json_end_object(w->j);
}

void report_history_json(struct buffer *out, struct arena *a, const struct history *h)
{
    struct writer w = {json_new(a, out, true), a};
    json_begin_object(w.j);
    json_member_text(w.j, "schema", TEXT("ken.history/1"));
    json_member_text(w.j, "id", h->id);
    json_member_text(w.j, "title", h->title);
    json_key(w.j, "years");
    json_begin_array(w.j);
    for (size_t i = 0; i < h->years.n; i++)
        write_year(&w, &h->years.at[i]);
    json_end_array(w.j);
    json_end_object(w.j);
    json_finish(w.j);
}
