/* What the forms of lines have in common. */
#include "batch/write.h"
#include "render/json.h"

const struct band *judged_mark(const struct batch *b, struct arena *a, const struct judged *j,
                               enum mark which)
{
    const struct criterion *total = b->model->criteria.at[0];
    if (!total->marks[which])
        return NULL;
    if (j->outcome)
        return j->outcome->result[0].mark[which].band;
    const struct score *score = &j->score[0];
    return score_state(score) == SCORE_KNOWN ? band_of(a, total->marks[which], score_number(score))
                                             : NULL;
}

const struct diag *judged_error(const struct judged *j)
{
    diags_sort(j->diags);
    size_t i = 0;
    while (j->diags->all.at[i]->severity != DIAG_ERROR)
        i++;
    return j->diags->all.at[i];
}

void batch_head(const struct batch *b, struct buffer *out)
{
    if (b->wants.form == BATCH_CSV)
        write_csv_head(b, out);
}

bool batch_is_record(const struct batch *b, const struct source *s)
{
    return s->index >= sources_count(b->sources);
}

/* --- which scores ------------------------------------------------------------------------------
 */

struct wanting {
    struct arena *a;
    struct batch *batch;
    bool *already; /* by criterion index */
};

static void want(struct wanting *w, const struct criterion *k)
{
    struct batch_wants *wants = &w->batch->wants;
    wants->total = wants->total || !k->parent;
    if ((wants->form == BATCH_NDJSON && !k->parent) || w->already[k->index])
        return;
    w->already[k->index] = true;
    struct buffer key = buffer_in(w->a);
    struct json *j = json_new(w->a, &key, false);
    json_text(j, k->path);
    json_finish(j);
    key.at[key.n - 1] = ':'; /* where the line ended */
    struct batch_score score = {
        .of = k, .index = k->index, .show = k->show_score, .key = buffer_text(&key)};
    LIST_ADD(w->a, &wants->scores, score);
}

/* In the order of the scorecard. */
static void want_all(struct wanting *w, const struct criterion *k, enum height height)
{
    for (size_t i = 0; i < k->children.n; i++) {
        if (k->children.at[i]->height == height)
            want(w, k->children.at[i]);
        want_all(w, k->children.at[i], height);
    }
}

static bool want_word(struct wanting *w, struct text word)
{
    static const struct {
        const char *word;
        enum height height;
    } sorts[] = {
        {"indicators", HEIGHT_INDICATOR}, {"parts", HEIGHT_PART}, {"groups", HEIGHT_GROUP}};
    const struct model *m = w->batch->model;
    const struct criterion *total = m->criteria.at[0], *k = model_criterion(m, word);
    for (size_t i = 0; !k && i < sizeof sorts / sizeof *sorts; i++)
        if (text_equal(word, text_of(sorts[i].word))) {
            want_all(w, total, sorts[i].height);
            return true;
        }
    if (!k && text_equal(word, TEXT("total")))
        k = total;
    if (k)
        want(w, k);
    return k;
}

enum { AROUND = 64 }; /* bytes of the words at both ends of a line */

static size_t room_of(const struct batch *b)
{
    const struct batch_wants *w = &b->wants;
    size_t room = AROUND + FIGURE_ROOM;
    for (enum mark which = 0; which < MARKS; which++) {
        const struct bands *bands = b->model->criteria.at[0]->marks[which];
        for (size_t i = 0; bands && i < bands->n; i++)
            room += bands->at[i].name.n; /* more than enough */
    }
    for (size_t i = 0; i < w->scores.n; i++)
        room += w->scores.at[i].key.n + FIGURE_ROOM;
    return room;
}

bool batch_want(struct arena *a, struct batch *b, struct text only, struct text *unknown)
{
    struct text left = only.n ? only : TEXT("indicators,total");
    struct wanting w = {a, b, ARENA_ARRAY(a, bool, b->model->criteria.n)};
    while (left.n) {
        size_t n = 0;
        while (n < left.n && left.at[n] != ',')
            n++;
        *unknown = text_trim((struct text){left.at, n});
        if (!want_word(&w, *unknown))
            return false;
        left = text_after(left, n + 1);
    }
    b->wants.room = room_of(b);
    return true;
}
