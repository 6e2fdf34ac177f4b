/* The outcome for programs, as docs/json.md describes it.
 *
 * Every node has the same members in the same order, null where there is nothing, so that a reader
 * need not ask whether one exists.  Figures are texts: rounded as the rules show them, with the
 * exact value beside.  Dates are C.E. in JSON, in both directions. */
#include "explain/evidence.h"
#include "explain/figures.h"
#include "report/adjustments.h"
#include "report/fields.h"
#include "report/missing.h"
#include "report/scorecard.h"

#include "render/json.h"

struct writer {
    struct json *j;
    struct arena *a;
    const struct outcome *o;
    struct evidence_finder *finder;
};

/* --- members -------------------------------------------------------------------------------- */

static void write_figure(struct writer *w, const char *key, bool known, struct number n,
                         struct show show)
{
    json_member_text(w->j, key, field_figure(w->a, known, n, show));
}

static void write_exact(struct writer *w, const char *key, bool known, struct number n)
{
    json_member_text(w->j, key, field_exact(w->a, known, n));
}

static void write_date(struct writer *w, const char *key, bool known, struct date d)
{
    json_member_text(w->j, key, known ? date_words(w->a, d, ERA_CE) : TEXT(""));
}

static void write_place(struct writer *w, const char *key, struct span at)
{
    json_member_text(w->j, key, source_place_words(w->a, w->o->model->sources, at));
}

/* --- what a node is made of ------------------------------------------------------------------ */

static void write_cause(struct writer *w, const struct cause *c)
{
    static const char *const kind[] = {
        [CAUSE_FACT] = "fact",   [CAUSE_CELL] = "cell",     [CAUSE_DIVISION] = "division",
        [CAUSE_EMPTY] = "empty", [CAUSE_TIE] = "tie",       [CAUSE_TOO_LARGE] = "too-large",
        [CAUSE_PARTS] = "parts", [CAUSE_NO_DAY] = "no-day", [CAUSE_NEGATIVE] = "negative"};
    static const char *const absence[] = {[ABSENCE_NONE] = "none",
                                          [ABSENCE_UNDEFINED] = "undefined",
                                          [ABSENCE_MISSING] = "missing",
                                          [ABSENCE_NA] = "n/a"};
    json_key(w->j, "cause");
    if (!c) {
        json_null(w->j);
        return;
    }
    bool cell = c->kind == CAUSE_CELL;
    const struct fact *table = cause_table(w->o, c);
    json_begin_object(w->j);
    json_member_text(w->j, "kind", text_of(kind[c->kind]));
    json_member_text(w->j, "absence", text_of(absence[c->absence]));
    json_member_text(w->j, "fact",
                     c->kind == CAUSE_FACT ? c->what
                     : table               ? table->path
                                           : TEXT(""));
    json_member_text(w->j, "column", cell ? c->what : TEXT(""));
    json_member_whole(w->j, "row", c->row > 0, (long long)c->row);
    write_place(w, "rules", c->at);
    write_place(w, "facts", c->fact_at);
    json_end_object(w->j);
}

/* Facts that evidence is asked of in vain: by that step, or (NULL) by anything. */
static void write_unproven(struct writer *w, const struct backings *all, const struct step *step)
{
    json_key(w->j, "without_evidence");
    json_begin_array(w->j);
    for (size_t i = 0; i < all->facts.n; i++) {
        const struct backing *b = &all->facts.at[i];
        bool asks = !step && b->missing;
        for (size_t j = 0; j < b->steps.n; j++)
            asks = asks || b->steps.at[j].step == step;
        if (asks)
            json_text(w->j, b->fact->path);
    }
    json_end_array(w->j);
}

static void write_step(struct writer *w, const struct result *r, size_t i,
                       const struct backings *all)
{
    static const char *const state[] = {
        [STEP_NOT_DONE] = "not-done", [STEP_DONE] = "done",     [STEP_UNKNOWN] = "unknown",
        [STEP_PART] = "part",         [STEP_PASSED] = "passed",
    };
    const struct step_result *s = &r->steps[i];
    const struct criterion *k = r->criterion;
    json_begin_object(w->j);
    json_member_text(w->j, "number", number_short_words(w->a, k->steps.at[i].number, 0));
    json_member_text(w->j, "title", k->steps.at[i].title);
    json_member_text(w->j, "state", text_of(state[s->state]));
    json_member_flag(w->j, "counts", s->counts);
    write_exact(w, "points", true, k->steps.at[i].points);
    write_exact(w, "earned", s->counts, s->earned);
    write_date(w, "date", s->has_date, s->date);
    write_date(w, "deadline", s->has_deadline, s->deadline);
    json_member_whole(w->j, "late_days", s->state == STEP_DONE && s->has_date && s->has_deadline,
                      s->late_days);
    write_figure(w, "taken", s->counts, s->taken, k->show_score);
    write_exact(w, "taken_exact", s->counts, s->taken);
    write_cause(w, s->cause);
    write_unproven(w, all, &k->steps.at[i]);
    json_end_object(w->j);
}

static void write_steps(struct writer *w, const struct result *r, const struct backings *all)
{
    json_key(w->j, "steps");
    json_begin_array(w->j);
    for (size_t i = 0; r->steps && i < r->criterion->steps.n; i++)
        write_step(w, r, i, all);
    json_end_array(w->j);
}

/* What is counted: a day, a working day, a month, a row; nothing for an amount in one piece. */
static struct text counted_unit(const struct penalty *p)
{
    static const char *const unit[] = {[UNIT_NONE] = "",
                                       [UNIT_DAY] = "day",
                                       [UNIT_WORKING_DAY] = "working-day",
                                       [UNIT_MONTH] = "month"};
    return p->kind == AMOUNT_ROWS ? TEXT("row") : text_of(unit[p->unit]);
}

static void write_adjustment(struct writer *w, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    struct show show = rule->owner->show_score;
    struct number amount, most;
    bool bounded = adjustment_ends(w->a, p, &amount, &most), open = !p->known && bounded;
    bool days = rule->unit == UNIT_DAY || rule->unit == UNIT_WORKING_DAY;
    json_begin_object(w->j);
    json_member_text(w->j, "id", rule->name);
    json_member_text(w->j, "title", rule->title);
    json_member_text(w->j, "kind", penalty_kind(rule));
    json_member_flag(w->j, "applies", p->applies);
    json_member_text(w->j, "unit", counted_unit(rule));
    json_member_whole(w->j, "count", counted_unit(rule).n, p->count);
    json_member_whole(w->j, "free", counted_unit(rule).n, p->free);
    json_member_whole(w->j, "days", days, p->count);
    write_figure(w, "amount", true, amount, show);
    write_exact(w, "exact", true, amount);
    json_member_flag(w->j, "known", p->known);
    write_figure(w, "most", open, most, show);
    write_exact(w, "most_exact", open, most);
    json_member_flag(w->j, "capped", p->capped);
    json_member_flag(w->j, "runs_on", p->runs_on);
    write_cause(w, p->cause);
    json_end_object(w->j);
}

/* A line of `adjust`: what it works with, and the figure behind it. */
static void write_line(struct writer *w, const struct result *r, size_t i)
{
    static const char *const state[] = {
        [LINE_LEFT_OUT] = "left-out", [LINE_APPLIED] = "applied", [LINE_OPEN] = "unknown"};
    const struct adjust_line *rule = &r->criterion->adjust.at[i];
    const struct adjust_result *l = &r->adjust[i];
    bool value = l->state != LINE_LEFT_OUT && l->value.kind == VALUE_NUMBER;
    json_begin_object(w->j);
    json_member_text(w->j, "kind", adjust_kind_words(rule->kind));
    json_member_text(w->j, "state", text_of(state[l->state]));
    write_exact(w, "value", value, value ? l->value.number : number_of(0));
    write_figure(w, "score", l->known, l->after, r->criterion->show_score);
    write_exact(w, "exact", l->known, l->after);
    write_cause(w, adjust_cause(l));
    write_place(w, "rules", rule->at);
    json_end_object(w->j);
}

static void write_score(struct writer *w, const struct result *r)
{
    bool scored = result_has_score(r);
    write_figure(w, "score", scored, r->score, r->criterion->show_score);
    write_exact(w, "exact", scored, r->score);
}

/* The way from the scorer's figure to the score. */
static void write_adjustments(struct writer *w, const struct result *r)
{
    bool raw = result_has_raw(w->o, r);
    write_figure(w, "before", raw, r->raw, r->criterion->show_score);
    write_exact(w, "before_exact", raw, r->raw);
    json_key(w->j, "adjustments");
    json_begin_array(w->j);
    for (size_t i = 0; r->penalties && !r->carried && i < r->criterion->penalties.n; i++)
        write_adjustment(w, &r->penalties[i]);
    json_end_array(w->j);
    json_key(w->j, "adjust");
    json_begin_array(w->j);
    for (size_t i = 0; r->adjust && i < r->criterion->adjust.n; i++)
        write_line(w, r, i);
    json_end_array(w->j);
    json_member_flag(w->j, "limited", r->floored);
    json_member_flag(w->j, "rounded", r->rounded);
}

static void write_range(struct writer *w, const struct result *r)
{
    bool open = r->status == STATUS_INCOMPLETE;
    write_figure(w, "at_least", open, r->low, r->criterion->show_score);
    write_exact(w, "at_least_exact", open, r->low);
    write_figure(w, "at_most", open, r->high, r->criterion->show_score);
    write_exact(w, "at_most_exact", open, r->high);
}

/* The title in other languages, by language. */
static void write_titles(struct writer *w, const struct criterion *k)
{
    json_key(w->j, "titles");
    json_begin_object(w->j);
    for (size_t i = 0; i < k->remarks.titles.n; i++)
        json_member_text(w->j, text_c(w->a, k->remarks.titles.at[i].language),
                         k->remarks.titles.at[i].title);
    json_end_object(w->j);
}

/* What it is called, and while that is not certain what it can be. */
static void write_mark(struct writer *w, const char *key, const char *possible,
                       const struct marking *m)
{
    json_member_text(w->j, key, field_mark(m->band));
    json_key(w->j, possible);
    json_begin_array(w->j);
    for (size_t i = 0; !m->band && i < m->possible.n; i++)
        json_text(w->j, m->possible.at[i]->name);
    json_end_array(w->j);
}

static void write_marks(struct writer *w, const struct result *r)
{
    write_mark(w, "light", "light_possible", &r->mark[MARK_LIGHT]);
    write_mark(w, "grade", "grade_possible", &r->mark[MARK_GRADE]);
    json_member_flag(w->j, "reason_owed", result_owes_reason(r) && result_counts(w->o, r));
}

static void write_weights(struct writer *w, const struct result *r)
{
    const struct criterion *k = r->criterion;
    bool weight = result_has_weight(r), share = result_has_share(w->o, r);
    bool scored = result_has_score(r) && result_counts(w->o, r);
    write_exact(w, "weight", weight, r->weight);
    json_member_text(w->j, "weight_case", field_weight_case(w->a, w->o, r));
    write_figure(w, "weighted", weight && scored, r->weighted, k->show_score);
    write_exact(w, "share", share, r->share);
    write_figure(w, "contribution", share && scored, r->contribution, k->show_score);
}

static void write_measure(struct writer *w, const struct result *r)
{
    struct number n;
    struct show show;
    bool known = field_measure(w->a, r, &n, &show);
    write_figure(w, "measure", known, n, show);
    write_exact(w, "measure_exact", known, n);
}

static void write_node(struct writer *w, const struct criterion *k)
{
    const struct result *r = outcome_result(w->o, k);
    struct backings all = evidence_asked_of(w->finder, k);
    json_begin_object(w->j);
    json_member_text(w->j, "id", k->id);
    json_member_text(w->j, "kind", field_kind(k));
    json_member_text(w->j, "path", k->path);
    json_member_text(w->j, "title", k->title);
    write_titles(w, k);
    json_member_text(w->j, "status", field_status(r->status));
    json_member_flag(w->j, "carried", r->carried);
    json_member_flag(w->j, "counts", result_counts(w->o, r) && r->status != STATUS_DROPPED);
    write_score(w, r);
    write_weights(w, r);
    write_marks(w, r);
    write_measure(w, r);
    json_member_text(w->j, "scorer_case", field_scorer_case(w->a, w->o, r));
    write_range(w, r);
    write_cause(w, r->cause);
    json_member_text(w->j, "given_to", r->given_to ? r->given_to->path : TEXT(""));
    write_unproven(w, &all, NULL);
    write_steps(w, r, &all);
    write_adjustments(w, r);
    json_key(w->j, "parts");
    json_begin_array(w->j);
    for (size_t i = 0; i < k->children.n; i++)
        if (k->children.at[i]->height == HEIGHT_PART)
            write_node(w, k->children.at[i]);
    json_end_array(w->j);
    json_end_object(w->j);
}

/* Groups and indicators one after the other, in the order written; parts stand in their indicator.
 */
static void write_nodes(struct writer *w, const struct criterion *k)
{
    for (size_t i = 0; i < k->children.n; i++) {
        if (k->children.at[i]->height == HEIGHT_PART)
            continue;
        write_node(w, k->children.at[i]);
        write_nodes(w, k->children.at[i]);
    }
}

static void write_claim(struct writer *w, const struct claim_result *c)
{
    json_begin_object(w->j);
    json_member_text(w->j, "of", c->claim->target);
    json_member_text(w->j, "aspect", c->claim->aspect);
    json_member_text(w->j, "claimed", c->claim->shown);
    json_member_text(w->j, "recomputed", c->shown);
    write_exact(w, "exact", c->is_number, c->recomputed);
    json_member_text(w->j, "verdict", verdict_words(c->verdict));
    json_member_text(w->j, "rounding", c->rounding);
    json_member_text(w->j, "bound", c->bound);
    write_place(w, "facts", c->claim->at);
    json_end_object(w->j);
}

static void write_total(struct writer *w)
{
    const struct result *r = &w->o->result[0];
    json_key(w->j, "total");
    json_begin_object(w->j);
    write_score(w, r);
    write_adjustments(w, r);
    write_range(w, r);
    json_member_text(w->j, "status", field_status(r->status));
    write_marks(w, r);
    write_cause(w, r->cause);
    struct backings all = evidence_asked_of(w->finder, r->criterion);
    write_unproven(w, &all, NULL);
    json_end_object(w->j);
}

void report_outcome_json(struct buffer *out, struct arena *a, const struct outcome *o,
                         const struct claims *claims)
{
    struct writer w = {json_new(a, out, true), a, o, evidence_finder_new(a, o)};
    json_begin_object(w.j);
    json_member_text(w.j, "schema", TEXT("ken.result/1"));
    json_member_text(w.j, "criteria", o->model->id);
    json_member_text(w.j, "office", o->facts->office);
    write_date(&w, "facts_as_of", o->facts->has_as_of, o->facts->as_of);
    json_member_flag(w.j, "complete", o->complete);
    write_total(&w);
    json_key(w.j, "nodes");
    json_begin_array(w.j);
    write_nodes(&w, o->model->criteria.at[0]);
    json_end_array(w.j);
    json_key(w.j, "claims");
    json_begin_array(w.j);
    for (size_t i = 0; claims && i < claims->all.n; i++)
        write_claim(&w, &claims->all.at[i]);
    json_end_array(w.j);
    report_missing_json(w.j, a, o);
    json_end_object(w.j);
    json_finish(w.j);
}
