/* Reasons as data. */
#include "render/json.h"
#include "report/explanation.h"

static void write_place(struct json *j, struct arena *a, struct sources *s, const char *key,
                        struct span at)
{
    struct text words = source_place_words(a, s, at);
    json_key(j, key);
    if (words.n)
        json_text(j, words);
    else
        json_null(j);
}

static void write_reason(struct json *j, struct arena *a, struct sources *s, const struct reason *r,
                         unsigned depth, struct explaining how)
{
    json_begin_object(j);
    json_key(j, "kind");
    json_text(j, reason_words(r->kind));
    json_key(j, "says");
    json_text(j, r->says);
    json_key(j, "exact");
    if (r->has_number)
        json_text(j, number_exact_words(a, r->number));
    else
        json_null(j);
    write_place(j, a, s, "rule", r->rule);
    write_place(j, a, s, "fact", r->fact);
    json_key(j, "evidence");
    if (r->evidence.n)
        json_text(j, r->evidence);
    else
        json_null(j);
    json_key(j, "reasons");
    json_begin_array(j);
    for (size_t i = 0; i < r->below.n && (!how.depth || depth + 1 < how.depth); i++)
        if (how.all || r->below.at[i]->decisive)
            write_reason(j, a, s, r->below.at[i], depth + 1, how);
    json_end_array(j);
    json_end_object(j);
}

static void write_claims(struct json *j, const struct claims *claims)
{
    static const char *const verdicts[] = {"agrees", "disagrees", "impossible", "unknown"};
    json_key(j, "claims");
    json_begin_array(j);
    for (size_t i = 0; i < claims->all.n; i++) {
        const struct claim_result *c = &claims->all.at[i];
        json_begin_object(j);
        json_key(j, "of");
        json_text(j, c->claim->target);
        json_key(j, "aspect");
        json_text(j, c->claim->aspect);
        json_key(j, "claimed");
        json_text(j, c->claim->shown);
        json_key(j, "recomputed");
        if (c->shown.n)
            json_text(j, c->shown);
        else
            json_null(j);
        json_key(j, "verdict");
        json_text(j, text_of(verdicts[c->verdict]));
        json_end_object(j);
    }
    json_end_array(j);
}

void report_explanation_json(struct buffer *out, struct arena *a, struct outcome *o,
                             const struct claims *claims, struct explaining how)
{
    const struct criterion *about = how.about ? how.about : o->model->criteria.at[0];
    struct json *j = json_new(a, out, true);
    json_begin_object(j);
    json_key(j, "schema");
    json_text(j, TEXT("ken.explanation/1"));
    json_key(j, "criteria");
    json_text(j, o->model->id);
    json_key(j, "about");
    json_text(j, about->path);
    json_key(j, "reason");
    write_reason(j, a, o->model->sources, why_score(a, o, about), 0, how);
    write_claims(j, claims);
    json_end_object(j);
    json_finish(j);
}
