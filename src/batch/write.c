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
    LIST_ADD(w->a, &wants->scores, k);
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

static const struct {
    const char *word;
    enum height height;
} sorts[] = {{"indicators", HEIGHT_INDICATOR},
             {"parts", HEIGHT_PART},
             {"groups", HEIGHT_GROUP},
             {"total", HEIGHT_TOTAL}};
enum { SORTS = sizeof sorts / sizeof *sorts };

struct text batch_sort(size_t i)
{
    return i < SORTS ? text_of(sorts[i].word) : (struct text){0};
}

static bool want_word(struct wanting *w, struct text word)
{
    const struct model *m = w->batch->model;
    const struct criterion *total = m->criteria.at[0], *k = model_criterion(m, word);
    for (size_t i = 0; !k && i < SORTS; i++) {
        if (!text_equal(word, text_of(sorts[i].word)))
            continue;
        if (sorts[i].height == HEIGHT_TOTAL)
            want(w, total);
        else
            want_all(w, total, sorts[i].height);
        return true;
    }
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
        room += w->figure[i].key + FIGURE_ROOM;
    return room + KEY_ROOM;
}

/* "1.1":" as JSON, and how many bytes that are. */
static uint32_t add_key(struct arena *a, struct buffer *keys, const struct criterion *k)
{
    size_t before = keys->n;
    struct json *j = json_new(a, keys, false);
    json_text(j, k->path);
    json_finish(j);
    keys->at[keys->n - 1] = ':'; /* where the line ended */
    buffer_add_byte(keys, '"');
    return (uint32_t)(keys->n - before);
}

static void set_figures(struct arena *a, struct batch_wants *w)
{
    struct buffer keys = buffer_in(a);
    w->figure = ARENA_ARRAY(a, struct batch_figure, w->scores.n);
    for (size_t i = 0; i < w->scores.n; i++) {
        const struct criterion *k = w->scores.at[i];
        w->figure[i] = (struct batch_figure){
            .index = (uint32_t)k->index, .key = add_key(a, &keys, k), .show = k->show_score};
    }
    buffer_add_times(&keys, TEXT(" "), KEY_ROOM);
    w->keys = keys.at;
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
    if (!b->wants.scores.n && !b->wants.total) /* sorts of which there are none */
        return false;
    set_figures(a, &b->wants);
    b->wants.room = room_of(b);
    return true;
}

/* In JSON no text has a quote that is not escaped, so this stands nowhere else. */
static bool has_error(struct text line)
{
    static const struct text key = {",\"error\":{", 10};
    for (const char *at = line.at, *end = line.at + line.n;
         (at = memchr(at, key.at[0], (size_t)(end - at))); at++)
        if (text_starts((struct text){at, (size_t)(end - at)}, key))
            return true;
    return false;
}

/* The last cell is what was wrong. */
bool batch_was_wrong(const struct batch *b, struct text line)
{
    if (b->wants.form == BATCH_NDJSON)
        return has_error(line);
    line = text_trim(line);
    return !b->wants.bare && line.n && line.at[line.n - 1] != ',';
}
