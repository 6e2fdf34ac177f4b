/* The audit as data. */
#include "report/audit.h"

#include "render/json.h"
#include "report/explanation.h"

struct writer {
    struct json *j;
    struct arena *a;
    const struct audit *audit;
    struct whying *why;
    unsigned levels;
};

static void write_count(struct writer *w, const char *key, size_t n)
{
    json_member_whole(w->j, key, true, (long long)n);
}

static void write_counts(struct writer *w)
{
    const struct audit *audit = w->audit;
    json_key(w->j, "counts");
    json_begin_object(w->j);
    write_count(w, "claims", audit->findings.n);
    write_count(w, "agree", audit->counts.agree);
    write_count(w, "agree_after_rounding", audit->counts.rounded);
    write_count(w, "disagree", audit->counts.disagree);
    write_count(w, "impossible", audit->counts.impossible);
    write_count(w, "unknown", audit->counts.unknown);
    write_count(w, "explained", audit->explained);
    json_end_object(w->j);
}

static void write_guess(struct writer *w, const struct guess *guess)
{
    json_begin_object(w->j);
    json_member_text(w->j, "kind", guess_words(guess->kind));
    json_member_whole(w->j, "ways", true, (long long)guess->ways);
    json_member_text(w->j, "says", guess->says);
    json_end_object(w->j);
}

static void write_causes(struct writer *w, const struct finding *f)
{
    const struct guess *cause = finding_cause(f);
    json_key(w->j, "cause");
    if (cause)
        write_guess(w, cause);
    else
        json_null(w->j);
    json_key(w->j, "undecided");
    json_begin_array(w->j);
    for (size_t i = 0; !cause && i < f->guesses.n; i++)
        write_guess(w, &f->guesses.at[i]);
    json_end_array(w->j);
}

static void write_exact(struct writer *w, const char *key, bool known, struct number n)
{
    json_member_text(w->j, key, known ? number_exact_words(w->a, n) : TEXT(""));
}

static void write_reasons(struct writer *w, const struct claim_result *c)
{
    struct explaining how = {.depth = w->levels};
    json_key(w->j, "reasons");
    json_begin_array(w->j);
    if (w->levels) {
        const struct reason *figure = why_figure(w->why, c->criterion, c->claim->aspect);
        for (size_t i = 0; i < figure->below.n; i++)
            report_reason_json(w->j, w->a, w->audit->outcome->model->sources, figure->below.at[i],
                               0, how);
    }
    json_end_array(w->j);
}

static void write_finding(struct writer *w, const struct finding *f)
{
    const struct claim_result *c = f->claim;
    struct sources *s = w->audit->outcome->model->sources;
    json_begin_object(w->j);
    json_member_text(w->j, "of", c->claim->target);
    json_member_text(w->j, "title", c->criterion->title);
    json_member_text(w->j, "aspect", c->claim->aspect);
    json_member_text(w->j, "claimed", c->claim->shown);
    write_exact(w, "claimed_exact", c->claim->is_number, c->claim->value);
    json_member_text(w->j, "recomputed", c->shown);
    write_exact(w, "exact", c->is_number, c->recomputed);
    json_member_text(w->j, "verdict", verdict_words(c->verdict));
    json_member_text(w->j, "rounding", c->rounding);
    json_member_text(w->j, "bound", c->bound);
    json_member_text(w->j, "apart", f->apart);
    write_exact(w, "difference", f->has_difference, f->difference);
    write_causes(w, f);
    write_reasons(w, c);
    json_member_text(w->j, "rules", source_place_words(w->a, s, c->criterion->at));
    json_member_text(w->j, "facts", source_place_words(w->a, s, c->claim->at));
    json_end_object(w->j);
}

void report_audit_json(struct buffer *out, struct arena *a, const struct audit *audit,
                       unsigned levels)
{
    struct outcome *o = audit->outcome;
    struct writer w = {json_new(a, out, true), a, audit, whying_of_figures(a, o), levels};
    json_begin_object(w.j);
    json_member_text(w.j, "schema", TEXT("ken.audit/1"));
    json_member_text(w.j, "criteria", o->model->id);
    json_member_text(w.j, "office", o->facts->office);
    json_member_text(w.j, "about", audit->about->path);
    write_counts(&w);
    json_member_flag(w.j, "every_cause_looked_for", !audit->exhausted);
    json_key(w.j, "claims");
    json_begin_array(w.j);
    for (size_t i = 0; i < audit->findings.n; i++)
        write_finding(&w, &audit->findings.at[i]);
    json_end_array(w.j);
    json_end_object(w.j);
    json_finish(w.j);
}
