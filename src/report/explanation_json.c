/* Reasons as data. */
#include "report/explanation.h"

void report_reason_json(struct json *j, struct arena *a, struct sources *s, const struct reason *r,
                        unsigned depth, struct explaining how)
{
    struct text exact = r->has_number ? number_exact_words(a, r->number) : TEXT("");
    json_begin_object(j);
    json_member_text(j, "kind", reason_words(r->kind));
    json_member_text(j, "says", r->says);
    json_member_text(j, "exact", exact);
    json_member_text(j, "rule", source_place_words(a, s, r->rule));
    json_member_text(j, "fact", source_place_words(a, s, r->fact));
    json_member_text(j, "evidence", r->evidence);
    json_key(j, "reasons");
    json_begin_array(j);
    for (size_t i = 0; i < r->below.n && (!how.depth || depth + 1 < how.depth); i++)
        if (how.all || r->below.at[i]->decisive)
            report_reason_json(j, a, s, r->below.at[i], depth + 1, how);
    json_end_array(j);
    json_end_object(j);
}

static void write_claims(struct json *j, const struct claims *claims)
{
    json_key(j, "claims");
    json_begin_array(j);
    for (size_t i = 0; i < claims->all.n; i++) {
        const struct claim_result *c = &claims->all.at[i];
        json_begin_object(j);
        json_member_text(j, "of", c->claim->target);
        json_member_text(j, "aspect", c->claim->aspect);
        json_member_text(j, "claimed", c->claim->shown);
        json_member_text(j, "recomputed", c->shown);
        json_member_text(j, "verdict", verdict_words(c->verdict));
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
    json_member_text(j, "schema", TEXT("ken.explanation/1"));
    json_member_text(j, "criteria", o->model->id);
    json_member_text(j, "about", about->path);
    json_key(j, "reason");
    report_reason_json(j, a, o->model->sources, why_score(a, o, about), 0, how);
    write_claims(j, claims);
    json_end_object(j);
    json_finish(j);
}
