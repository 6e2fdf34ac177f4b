/* What is needed for a score, as data. */
#include "render/json.h"
#include "report/changes.h"
#include "report/fields.h"
#include "report/needed.h"

static struct text state_words(const struct needed *n)
{
    static const char *const words[] = {[NEEDED_REACHED] = "reached",
                                        [NEEDED_WAYS] = "possible",
                                        [NEEDED_OUT_OF_REACH] = "out-of-reach",
                                        [NEEDED_NOTHING] = "not-applicable"};
    return text_of(words[n->state]);
}

static void write_way(struct json *j, struct arena *a, const struct needed *n,
                      const struct way *way)
{
    json_begin_object(j);
    json_member_text(j, "score", field_figure(a, true, way->score, n->criterion->show_score));
    json_member_text(j, "exact", number_exact_words(a, way->score));
    json_member_text(j, "cost", number_exact_words(a, way->cost));
    json_key(j, "changes");
    json_begin_array(j);
    for (size_t i = 0; i < way->changes.n; i++)
        change_json(j, a, &way->changes.at[i]);
    json_end_array(j);
    json_end_object(j);
}

static void write_passed(struct json *j, struct arena *a, const struct needed *n)
{
    json_key(j, "passed");
    json_begin_array(j);
    for (size_t i = 0; i < n->obstacles.n; i++) {
        const struct obstacle *b = &n->obstacles.at[i];
        if (i && b->step == n->obstacles.at[i - 1].step)
            continue;
        json_begin_object(j);
        json_member_text(j, "criterion", b->at->path);
        json_member_text(j, "step", number_short_words(a, b->step->number, 0));
        json_member_text(j, "due", date_words(a, b->due, ERA_CE));
        json_end_object(j);
    }
    json_end_array(j);
}

void report_needed_json(struct buffer *out, struct arena *a, const struct outcome *o,
                        const struct needed *n)
{
    const struct result *r = outcome_result(o, n->criterion);
    struct show show = n->criterion->show_score;
    bool far = n->state == NEEDED_OUT_OF_REACH;
    struct json *j = json_new(a, out, true);
    json_begin_object(j);
    json_member_text(j, "schema", TEXT("ken.needed/1"));
    json_member_text(j, "criteria", o->model->id);
    json_member_text(j, "office", o->facts->office);
    json_member_text(j, "about", n->criterion->path);
    json_member_text(j, "goal", number_exact_words(a, n->goal));
    json_member_text(j, "score", field_figure(a, result_has_score(r), r->score, show));
    json_member_text(j, "state", state_words(n));
    json_member_text(j, "highest", field_figure(a, far, n->highest, show));
    json_key(j, "ways");
    json_begin_array(j);
    for (size_t i = 0; i < n->ways.n; i++)
        write_way(j, a, n, &n->ways.at[i]);
    json_end_array(j);
    write_passed(j, a, n);
    json_key(j, "blocked");
    json_begin_array(j);
    for (size_t i = 0; i < n->blocked.n; i++)
        json_text(j, n->blocked.at[i]->path);
    json_end_array(j);
    json_end_object(j);
    json_finish(j);
}
