/* The diff as data. */
#include "render/json.h"
#include "report/diff_words.h"
#include "report/fields.h"
#include "report/impact.h"

struct writer {
    struct json *j;
    struct arena *a;
    const struct diff *diff;
};

static void write_number(struct writer *w, const char *key, const char *exact, bool known,
                         struct number n, struct show show)
{
    known = known && !number_is_over(n);
    json_member_text(w->j, key, field_figure(w->a, known, n, show));
    json_member_text(w->j, exact, field_exact(w->a, known, n));
}

static void write_rules(struct writer *w, const char *key, int side)
{
    const struct model *m = w->diff->model[side];
    json_key(w->j, key);
    json_begin_object(w->j);
    json_member_text(w->j, "criteria", m->id);
    json_member_text(w->j, "title", m->title);
    json_member_text(w->j, "file", diff_file_words(m));
    json_end_object(w->j);
}

static void write_counts(struct writer *w)
{
    long of_class[CLASSES] = {0}, words = 0;
    for (size_t i = 0; i < w->diff->changes.n; i++) {
        const struct rule_change *c = w->diff->changes.at[i];
        if (diff_has_meaning(c))
            of_class[c->class]++;
        else
            words++;
    }
    json_key(w->j, "counts");
    json_begin_object(w->j);
    json_member_whole(w->j, "stricter", true, of_class[CLASS_STRICTER]);
    json_member_whole(w->j, "looser", true, of_class[CLASS_LOOSER]);
    json_member_whole(w->j, "mixed", true, of_class[CLASS_MIXED]);
    json_member_whole(w->j, "unknown", true, of_class[CLASS_UNKNOWN]);
    json_member_whole(w->j, "neutral", true, of_class[CLASS_NEUTRAL]);
    json_member_whole(w->j, "words", true, words);
    json_end_object(w->j);
}

/* --- a change --------------------------------------------------------------------------------- */

static void write_side(struct writer *w, const char *key, const struct side *s, bool there)
{
    json_key(w->j, key);
    if (!there) {
        json_null(w->j);
        return;
    }
    json_begin_object(w->j);
    json_member_text(w->j, "says", s->says);
    json_member_text(w->j, "path", s->criterion ? s->criterion->path : TEXT(""));
    json_member_text(w->j, "fact", s->fact ? s->fact->path : TEXT(""));
    json_member_text(w->j, "rules",
                     source_place_words(w->a, w->diff->model[NEWER]->sources, s->at));
    json_end_object(w->j);
}

static void write_extreme(struct writer *w, const char *key, const struct extreme_difference *e,
                          struct show show)
{
    json_key(w->j, key);
    if (!e->known) {
        json_null(w->j);
        return;
    }
    json_begin_object(w->j);
    bool any = number_sign(e->by);
    write_number(w, "by", "by_exact", true, e->by, show);
    json_member_flag(w->j, "approached", e->approached);
    json_member_text(w->j, "where", e->where);
    write_number(w, "older", "older_exact", any, e->from, show);
    write_number(w, "newer", "newer_exact", any, e->to, show);
    json_end_object(w->j);
}

static void write_end(struct writer *w, const char *key, struct number n)
{
    bool known = !number_is_over(n);
    json_member_text(w->j, key, field_exact(w->a, known, n));
}

static void write_stretches(struct writer *w, const struct rule_change *c)
{
    json_key(w->j, "stretches");
    json_begin_array(w->j);
    for (size_t i = 0; i < c->stretches.n; i++) {
        const struct stretch_of_difference *s = &c->stretches.at[i];
        json_begin_object(w->j);
        write_end(w, "low_exact", s->low);
        json_member_flag(w->j, "low_closed", s->low_closed);
        write_end(w, "high_exact", s->high);
        json_member_flag(w->j, "high_closed", s->high_closed);
        json_member_text(w->j, "score", s->sign < 0 ? TEXT("lower") : TEXT("higher"));
        json_end_object(w->j);
    }
    json_end_array(w->j);
}

static void write_change(struct writer *w, const struct rule_change *c)
{
    const struct criterion *k =
        c->on_total ? w->diff->model[NEWER]->criteria.at[0] : diff_criterion(c->pair);
    bool gone = c->kind == DIFF_REMOVED || c->kind == DIFF_FACT_REMOVED;
    bool new = c->kind == DIFF_ADDED || c->kind == DIFF_FACT_ADDED;
    json_begin_object(w->j);
    json_member_text(w->j, "kind", diff_kind_words(c->kind));
    json_member_text(w->j, "class", diff_class_words(c->class));
    json_member_flag(w->j, "meaning", diff_has_meaning(c));
    json_member_text(w->j, "of", diff_criterion(c->pair)->path);
    json_member_text(w->j, "about", c->on_total ? TEXT("total") : TEXT("score"));
    json_member_text(w->j, "what", c->what);
    json_member_text(w->j, "says", diff_change_words(w->a, c));
    write_side(w, "older", &c->side[OLDER], !new);
    write_side(w, "newer", &c->side[NEWER], !gone);
    json_member_text(w->j, "cited", diff_cited(w->diff, c, NULL));
    json_member_text(w->j, "why", c->why);
    write_extreme(w, "loss", &c->loss, k->show_score);
    write_extreme(w, "gain", &c->gain, k->show_score);
    write_stretches(w, c);
    json_end_object(w->j);
}

void report_diff_change_json(struct json *j, struct arena *a, const struct diff *diff,
                             const struct rule_change *c)
{
    write_change(&(struct writer){j, a, diff}, c);
}

/* --- criteria --------------------------------------------------------------------------------- */

static void write_path(struct writer *w, const char *key, const struct criterion *k)
{
    json_member_text(w->j, key, k ? k->path : TEXT(""));
}

static void write_pair(struct writer *w, const struct pair *p)
{
    static const char *const how[] = {[MATCHED_BY_ID] = "id",
                                      [MATCHED_DECLARED] = "declared",
                                      [MATCHED_BY_CONTENT] = "content",
                                      [MATCHED_NOT] = "none"};
    json_begin_object(w->j);
    write_path(w, "older", p->of[OLDER]);
    write_path(w, "newer", p->of[NEWER]);
    json_member_text(w->j, "kind", field_kind(diff_criterion(p)));
    json_member_text(w->j, "title", diff_criterion(p)->title);
    json_member_text(w->j, "matched", text_of(how[p->matched]));
    json_member_text(w->j, "class", diff_class_words(p->class));
    json_member_whole(w->j, "changes", true, (long long)p->changes.n);
    json_end_object(w->j);
}

void report_diff_json(struct buffer *out, struct arena *a, const struct diff *diff,
                      const struct diff_choice *choice, const struct impact *impact)
{
    struct writer w = {json_new(a, out, true), a, diff};
    json_begin_object(w.j);
    json_member_text(w.j, "schema", TEXT("ken.diff/1"));
    write_rules(&w, "older", OLDER);
    write_rules(&w, "newer", NEWER);
    json_member_whole(w.j, "months_later", true, diff->months);
    json_member_flag(w.j, "meaning_differs", diff->meaning_differs);
    json_member_flag(w.j, "unrelated", diff->unrelated);
    write_counts(&w);
    json_key(w.j, "criteria");
    json_begin_array(w.j);
    for (size_t i = 0; i < diff->pairs.n; i++)
        write_pair(&w, diff->pairs.at[i]);
    json_end_array(w.j);
    json_key(w.j, "changes");
    json_begin_array(w.j);
    for (size_t i = 0; i < diff->changes.n; i++)
        if (diff_is_chosen(choice, diff->changes.at[i]))
            write_change(&w, diff->changes.at[i]);
    json_end_array(w.j);
    json_key(w.j, "impact");
    if (impact)
        report_impact_value(w.j, a, impact, choice);
    else
        json_null(w.j);
    json_end_object(w.j);
    json_finish(w.j);
}
