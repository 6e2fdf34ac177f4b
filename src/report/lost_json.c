/* What was lost, as data. */
#include "explain/figures.h"
#include "render/json.h"
#include "report/changes.h"
#include "report/fields.h"
#include "report/lost.h"

struct writer {
    struct json *j;
    struct arena *a;
    const struct outcome *o;
    const struct lost *lost;
    bool told; /* there is a full mark, and a sum */
};

static struct text state_words(enum lost_state state)
{
    static const char *const words[] = {[LOST_KNOWN] = "known",
                                        [LOST_SURE] = "incomplete",
                                        [LOST_NOTHING] = "not-applicable",
                                        [LOST_NO_MARK] = "no-full-mark",
                                        [LOST_TOO_LARGE] = "too-large"};
    return text_of(words[state]);
}

static void write_figure(struct writer *w, const char *key, const char *exact, struct number n)
{
    struct show show = w->lost->about->show_score;
    json_member_text(w->j, key, field_figure(w->a, w->told, n, show));
    json_member_text(w->j, exact, field_exact(w->a, w->told, n));
}

/* The number of a step or line, or the name of a penalty. */
static struct text which_words(struct writer *w, const struct loss *l)
{
    if (l->kind == LOSS_STEP || l->kind == LOSS_LATE)
        return number_short_words(w->a, l->at->steps.at[l->which].number, 0);
    if (l->kind == LOSS_PENALTY || l->kind == LOSS_BONUS)
        return l->at->penalties.at[l->which]->name;
    return l->kind == LOSS_LINE ? text_number(w->a, (long long)l->which + 1) : TEXT("");
}

static void write_loss(struct writer *w, const struct loss *l)
{
    json_begin_object(w->j);
    json_member_text(w->j, "criterion", l->at->path);
    json_member_text(w->j, "kind", loss_words(l->kind));
    json_member_text(w->j, "which", which_words(w, l));
    json_member_text(w->j, "says", loss_why(w->a, w->o, l));
    json_member_text(w->j, "own_exact", number_exact_words(w->a, l->own));
    write_figure(w, "amount", "amount_exact", l->amount);
    json_member_text(w->j, "rules", source_place_words(w->a, w->o->model->sources, l->rule));
    json_key(w->j, "days");
    json_begin_array(w->j);
    for (size_t i = 0; l->days && i < l->days->below.n; i++)
        json_text(w->j, l->days->below.at[i]->says);
    json_end_array(w->j);
    json_key(w->j, "changes");
    json_begin_array(w->j);
    for (size_t i = 0; i < l->changes.n; i++)
        change_json(w->j, w->a, &l->changes.at[i]);
    json_end_array(w->j);
    json_end_object(w->j);
}

static void write_open(struct writer *w, const struct open_part *p)
{
    struct show show = w->lost->about->show_score;
    json_begin_object(w->j);
    json_member_text(w->j, "criterion", p->result->criterion->path);
    json_member_text(w->j, "amount", field_figure(w->a, p->bounded, p->amount, show));
    json_member_text(w->j, "amount_exact", field_exact(w->a, p->bounded, p->amount));
    json_member_text(w->j, "cause", cause_words(w->a, w->o, p->cause, CAUSE_BY_ITSELF));
    json_end_object(w->j);
}

static void write_head(struct writer *w)
{
    const struct lost *lost = w->lost;
    json_member_text(w->j, "schema", TEXT("ken.lost/1"));
    json_member_text(w->j, "criteria", w->o->model->id);
    json_member_text(w->j, "office", w->o->facts->office);
    json_member_text(w->j, "about", lost->about->path);
    json_member_text(w->j, "state", state_words(lost->state));
    write_figure(w, "full_mark", "full_mark_exact", lost->full);
    write_figure(w, "score", "score_exact", lost->score);
    write_figure(w, "lost", "lost_exact",
                 w->told ? number_subtract(w->a, lost->full, lost->score) : number_of(0));
}

void report_lost_json(struct buffer *out, struct arena *a, const struct outcome *o,
                      const struct lost *lost)
{
    bool told = lost->state == LOST_KNOWN || lost->state == LOST_SURE;
    struct writer w = {json_new(a, out, true), a, o, lost, told};
    json_begin_object(w.j);
    write_head(&w);
    json_key(w.j, "losses");
    json_begin_array(w.j);
    for (size_t i = 0; told && i < lost->losses.n; i++)
        write_loss(&w, &lost->losses.at[i]);
    json_end_array(w.j);
    json_key(w.j, "open");
    json_begin_array(w.j);
    for (size_t i = 0; told && i < lost->open.n; i++)
        write_open(&w, &lost->open.at[i]);
    json_end_array(w.j);
    json_key(w.j, "dropped");
    json_begin_array(w.j);
    for (size_t i = 0; told && i < lost->dropped.n; i++)
        json_text(w.j, lost->dropped.at[i]->criterion->path);
    json_end_array(w.j);
    json_end_object(w.j);
    json_finish(w.j);
}
