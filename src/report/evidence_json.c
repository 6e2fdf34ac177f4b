/* What stands behind the scores, as data. */
#include "report/evidence.h"

#include "explain/words.h"
#include "render/json.h"
#include "report/fields.h"

struct writer {
    struct json *j;
    struct arena *a;
    const struct evidence_list *l;
    const struct model *m;
};

static void write_place(struct writer *w, const char *key, struct span at)
{
    json_member_text(w->j, key, source_place_words(w->a, w->m->sources, at));
}

static void write_cites(struct writer *w, const struct remarks *remarks, struct text step)
{
    for (size_t i = 0; i < remarks->cites.n; i++) {
        const struct cite *c = &remarks->cites.at[i];
        json_begin_object(w->j);
        field_cite(w->j, w->a, c);
        json_member_text(w->j, "step", step);
        write_place(w, "rules", c->at);
        json_end_object(w->j);
    }
}

static void write_file(struct writer *w, const struct evidence *e, const struct evidence_file *file)
{
    json_key(w->j, "file");
    if (!file) {
        json_null(w->j);
        return;
    }
    json_begin_object(w->j);
    json_member_text(w->j, "path", e->file);
    write_place(w, "facts", e->file_at);
    json_member_flag(w->j, "read", file->read);
    json_member_whole(w->j, "bytes", file->read, (long long)file->bytes);
    json_member_text(w->j, "sha256", file->sha256);
    json_member_text(w->j, "why_not", file->why_not);
    json_end_object(w->j);
}

static void write_steps(struct writer *w, const struct backing *b)
{
    json_key(w->j, "steps");
    json_begin_array(w->j);
    for (size_t i = 0; i < b->steps.n; i++) {
        json_begin_object(w->j);
        json_member_text(w->j, "step", number_short_words(w->a, b->steps.at[i].step->number, 0));
        json_member_flag(w->j, "refuses", b->steps.at[i].refuses);
        json_end_object(w->j);
    }
    json_end_array(w->j);
}

static void write_fact(struct writer *w, const struct backing *b)
{
    const struct fact *f = b->fact;
    const struct fact_entry *e = &w->l->outcome->facts->entry[f->index];
    const struct evidence *proof = &e->evidence;
    bool there = e->value.kind != VALUE_ABSENT;
    json_begin_object(w->j);
    json_member_text(w->j, "fact", f->path);
    json_member_text(w->j, "title", f->title);
    json_member_text(w->j, "value", there ? words_stated(w->a, w->m, f, e) : TEXT(""));
    write_place(w, "facts", e->at);
    write_place(w, "rules", f->at);
    json_member_text(w->j, "because", e->because);
    json_member_flag(w->j, "requires_evidence", f->needs_evidence || f->proves);
    json_member_flag(w->j, "missing", b->missing);
    write_steps(w, b);
    json_member_text(w->j, "evidence", proof->says);
    json_member_text(w->j, "dated",
                     proof->has_date ? date_words(w->a, proof->dated, ERA_CE) : TEXT(""));
    write_file(w, proof, w->l->file[f->index]);
    json_end_object(w->j);
}

static void write_criterion(struct writer *w, const struct backings *all)
{
    const struct criterion *k = all->criterion;
    const struct result *r = outcome_result(w->l->outcome, k);
    bool scored = result_has_score(r);
    json_begin_object(w->j);
    json_member_text(w->j, "path", k->path);
    json_member_text(w->j, "kind", field_kind(k));
    json_member_text(w->j, "title", k->title);
    json_member_text(w->j, "status", field_status(r->status));
    json_member_text(w->j, "score", field_figure(w->a, scored, r->score, k->show_score));
    json_member_text(w->j, "exact", field_exact(w->a, scored, r->score));
    json_key(w->j, "cites");
    json_begin_array(w->j);
    write_cites(w, &k->remarks, TEXT(""));
    for (size_t i = 0; i < k->steps.n; i++)
        write_cites(w, &k->steps.at[i].remarks, number_short_words(w->a, k->steps.at[i].number, 0));
    json_end_array(w->j);
    json_key(w->j, "facts");
    json_begin_array(w->j);
    for (size_t i = 0; i < all->facts.n; i++)
        write_fact(w, &all->facts.at[i]);
    json_end_array(w->j);
    json_end_object(w->j);
}

void report_evidence_json(struct buffer *out, struct arena *a, const struct evidence_list *l)
{
    const struct facts *f = l->outcome->facts;
    struct writer w = {json_new(a, out, true), a, l, l->outcome->model};
    json_begin_object(w.j);
    json_member_text(w.j, "schema", TEXT("ken.evidence/1"));
    json_member_text(w.j, "criteria", w.m->id);
    json_member_text(w.j, "office", f->office);
    json_member_text(w.j, "facts_as_of", f->has_as_of ? date_words(a, f->as_of, ERA_CE) : TEXT(""));
    json_member_text(w.j, "about", l->about->path);
    json_member_whole(w.j, "facts", true, (long long)l->facts);
    json_member_whole(w.j, "with_evidence", true, (long long)l->proven);
    json_member_whole(w.j, "without_evidence", true, (long long)l->missing);
    json_member_whole(w.j, "unreadable", true, (long long)l->unreadable);
    json_key(w.j, "nodes");
    json_begin_array(w.j);
    for (size_t i = 0; i < l->all.n; i++)
        write_criterion(&w, &l->all.at[i]);
    json_end_array(w.j);
    json_end_object(w.j);
    json_finish(w.j);
}
