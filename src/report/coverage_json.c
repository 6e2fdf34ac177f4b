/* Coverage as data: ken.coverage/1. */
#include "render/json.h"
#include "report/coverage.h"
#include "report/fields.h"

struct writer {
    struct json *j;
    struct arena *a;
};

static void write_count(struct writer *w, struct cover_count n)
{
    struct number percent = cover_percent(n);
    struct show show = {2, ROUND_DOWN};
    json_key(w->j, "count");
    json_begin_object(w->j);
    json_member_whole(w->j, "places", true, (long long)n.all);
    json_member_whole(w->j, "covered", true, (long long)n.covered);
    json_member_whole(w->j, "out_of_reach", true, (long long)n.out_of_reach);
    json_member_text(w->j, "percent", field_figure(w->a, true, percent, show));
    json_member_text(w->j, "percent_exact", field_exact(w->a, true, percent));
    json_end_object(w->j);
}

static void write_criterion(struct writer *w, const struct coverage *c, const struct criterion *k,
                            struct cover_count n)
{
    json_begin_object(w->j);
    json_member_text(w->j, "path", k->path);
    json_member_text(w->j, "kind", field_kind(k));
    json_member_text(w->j, "title", k->title);
    json_member_text(w->j, "rules", source_place_words(w->a, c->model->sources, k->at));
    write_count(w, n);
    json_end_object(w->j);
}

static void write_place(struct writer *w, const struct coverage *c, const struct cover_place *p)
{
    json_begin_object(w->j);
    json_member_text(w->j, "kind", cover_word(p->kind));
    json_member_text(w->j, "of", p->of->path);
    json_member_text(w->j, "says", p->says);
    json_member_text(w->j, "rules", source_place_words(w->a, c->model->sources, p->at));
    json_member_text(w->j, "out_of_reach", p->out_of_reach);
    json_member_whole(w->j, "times", true, (long long)p->times);
    json_key(w->j, "tests");
    json_begin_array(w->j);
    for (size_t i = 0; i < p->tests.n; i++)
        json_whole(w->j, (long long)p->tests.at[i]);
    json_end_array(w->j);
    json_end_object(w->j);
}

static void write_rules(struct writer *w, const struct rules_covered *rules)
{
    const struct coverage *c = rules->coverage;
    const struct cover_count *n = coverage_counts(w->a, c);
    json_begin_object(w->j);
    json_member_text(w->j, "file", rules->name);
    json_member_text(w->j, "criteria", c->model->id);
    write_count(w, coverage_count(c));
    json_key(w->j, "tests");
    json_begin_array(w->j);
    for (size_t i = 0; i < c->tests.n; i++)
        json_text(w->j, c->tests.at[i]);
    json_end_array(w->j);
    json_key(w->j, "nodes");
    json_begin_array(w->j);
    for (size_t i = 0; i < c->model->criteria.n; i++)
        write_criterion(w, c, c->model->criteria.at[i], n[i]);
    json_end_array(w->j);
    json_key(w->j, "places");
    json_begin_array(w->j);
    for (size_t i = 0; i < c->places.n; i++)
        write_place(w, c, &c->places.at[i]);
    json_end_array(w->j);
    json_end_object(w->j);
}

void report_coverage_json(struct buffer *out, struct arena *a, const struct rules_covered *rules,
                          size_t n)
{
    struct writer w = {json_new(a, out, true), a};
    json_begin_object(w.j);
    json_member_text(w.j, "schema", TEXT("ken.coverage/1"));
    json_key(w.j, "rules");
    json_begin_array(w.j);
    for (size_t i = 0; i < n; i++)
        write_rules(&w, &rules[i]);
    json_end_array(w.j);
    json_end_object(w.j);
    json_finish(w.j);
}
