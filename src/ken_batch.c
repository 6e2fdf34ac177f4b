/* Ken as a library: the records of many offices. */
#include "ken_inside.h"

#include "base/nearest.h"
#include "batch/derivation.h"

_Static_assert(KEN_RECORD_LIMIT == (int)RECORD_BYTES, "what the host is told is what holds");

/* --- what is wanted ----------------------------------------------------------------------------
 */

/* A part by its own id; else what `wanted` is a slip of; else empty. */
static struct text meant_by(const struct model *m, struct text wanted)
{
    struct nearest near = nearest_to(wanted);
    for (size_t i = 0; batch_sort(i).n; i++)
        nearest_offer(&near, batch_sort(i));
    for (size_t i = 0; i < m->criteria.n; i++) {
        const struct criterion *k = m->criteria.at[i];
        if (k->height == HEIGHT_PART && text_equal(k->id, wanted))
            return k->path;
        nearest_offer(&near, k->path);
    }
    return near.best;
}

static bool is_sort(struct text word)
{
    size_t i = 0;
    while (batch_sort(i).n && !text_equal(word, batch_sort(i)))
        i++;
    return batch_sort(i).n;
}

static void report_unknown(ken *k, struct text only, struct text unknown)
{
    const struct model *m = k->rules.model;
    const struct source *s = diags_add_source(&k->diags, TEXT("--only"), only);
    if (!s)
        return;
    size_t lo = (size_t)(unknown.at - only.at);
    struct diag *g = DIAG_ADD(&k->diags, K1120, source_span(s, lo, lo + unknown.n), unknown);
    struct text meant = meant_by(m, unknown), ids = model_ids_instead(k->arena, m, unknown);
    diag_help(g, is_sort(unknown) ? SAY(k->arena, "these rules have no {}", unknown)
                 : ids.n          ? ids
                 : meant.n        ? SAY(k->arena, "did you mean `{}`?", meant)
                           : TEXT("write ids of criteria, `indicators`, `parts`, `groups` or "
                                  "`total`, with commas between"));
}

/* --- the head of the stream --------------------------------------------------------------------
 */

static bool is_utf_8(ken *k, struct batch *b, ken_text start, size_t *mark)
{
    enum encoding e = encoding_marked(text_in(start), mark);
    if (e != ENCODING_UTF_16LE && e != ENCODING_UTF_16BE)
        return true;
    const struct source *s = diags_add_source(&k->diags, b->name, TEXT(""));
    if (s)
        diag_help(DIAG_ADD(&k->diags, K1121, source_span(s, 0, 0), b->name),
                  TEXT("`iconv -f UTF-16 -t UTF-8 FILE | ken batch RULES -` reads it"));
    return false;
}

/* The names of the columns; an empty stream has none, and no records either. */
static bool read_head(ken *k, struct batch *b, struct text start, size_t *bytes, size_t *lines)
{
    struct csv_head *blank = ARENA_NEW(k->arena, struct csv_head);
    struct text rest = start, head;
    *blank = (struct csv_head){.delimiter = ','};
    b->head = blank; /* until the columns are known, quotes alone say where a line ends */
    if (b->from != BATCH_CSV || batch_is_blank(start))
        return true;
    *lines += (size_t)batch_next(b, &rest, &head);
    *bytes += start.n - rest.n;
    const struct source *s = diags_add_source(&k->diags, b->name, text_copy(k->arena, head));
    b->head = s ? csv_head_read(k->arena, b->model, b->columns, s, &k->diags) : NULL;
    return b->head;
}

/* The names in a file of their own. */
static bool read_columns(ken *k, struct batch *b, const ken_batching *how)
{
    if (!how->columns_name.size && !how->columns.size)
        return true;
    const struct source *s =
        diags_add_source(&k->diags, text_in(how->columns_name), text_in(how->columns));
    b->columns = s ? columns_read(k->arena, b->model, s, &k->diags) : NULL;
    return b->columns;
}

static struct batch *batch_new(ken *k, const ken_batching *how)
{
    struct batch *b = ARENA_NEW(k->arena, struct batch);
    *b = (struct batch){
        .model = k->rules.model,
        .columns = k->rules.model->columns,
        .sources = k->sources,
        .from = how->from == KEN_STREAM_CSV ? BATCH_CSV : BATCH_NDJSON,
        .wants = {.form = how->to == KEN_STREAM_CSV ? BATCH_CSV : BATCH_NDJSON, .bare = how->bare},
        .name = text_in(how->name),
    };
    return b;
}

ken_status ken_batch_begin(ken *k, const ken_batching *how, ken_text start, size_t *bytes,
                           size_t *lines)
{
    struct text unknown;
    struct batch *b = batch_new(k, how);
    *bytes = *lines = 0;
    if (!batch_want(k->arena, b, text_in(how->only), &unknown)) {
        report_unknown(k, text_in(how->only), unknown);
        return KEN_RULES_WRONG;
    }
    if (!read_columns(k, b, how))
        return KEN_RULES_WRONG;
    if (!is_utf_8(k, b, start, bytes) ||
        !read_head(k, b, text_after(text_in(start), *bytes), bytes, lines))
        return KEN_FACTS_WRONG;
    struct buffer head = buffer_in(k->arena);
    batch_head(b, &head);
    b->plan = plan_of(k->arena, b->model);
    if (how->explain && b->wants.form == BATCH_NDJSON)
        b->derivation = derivation_of(k->arena, b->model);
    k->batch_head = buffer_text(&head);
    k->batch = b;
    return KEN_OK;
}

ken_text ken_batch_head(const ken *k)
{
    return text_out(k->batch_head);
}

size_t ken_batch_whole(const ken *k, ken_text text)
{
    return batch_whole(k->batch, text_in(text));
}

size_t ken_batch_skip(const ken *k, ken_text text, size_t *records, size_t *lines)
{
    struct text rest = text_in(text), record;
    *lines = 0;
    while (*records && rest.n) {
        *lines += (size_t)batch_next(k->batch, &rest, &record);
        *records -= !batch_is_blank(record);
    }
    return text.size - rest.n;
}

bool ken_batch_was_wrong(const ken *k, ken_text line)
{
    return batch_was_wrong(k->batch, text_in(line));
}

ken_text ken_batch_slow(const ken *k)
{
    struct text why = {0};
    plan_is_whole(k->batch->plan, &why);
    return text_out(why);
}

/* --- workers -----------------------------------------------------------------------------------
 */

struct ken_worker {
    struct worker *worker;
    struct arena *arena; /* of this, and of the lines that are written */
    struct buffer out;
};

ken_worker *ken_worker_new(const ken *k)
{
    struct memory memory = ken_memory(&k->host);
    struct arena *a = arena_new(&memory);
    ken_worker *w = ARENA_NEW(a, ken_worker);
    *w = (ken_worker){worker_new(&memory, k->batch), a, buffer_in(a)};
    return w;
}

void ken_worker_free(ken_worker *w)
{
    if (!w)
        return;
    worker_free(w->worker);
    arena_free(w->arena);
}

bool ken_worker_run(ken_worker *w, ken_text text, size_t line, ken_batch_sum *sum,
                    bool (*write)(void *user, const char *bytes, size_t size), void *user)
{
    struct batch_sum here = {0};
    w->out.n = 0;
    worker_run(w->worker, text_in(text), (long long)line, &w->out, &here);
    sum->records += here.records;
    sum->wrong += here.wrong;
    sum->incomplete += here.incomplete;
    sum->long_way += here.long_way;
    return !w->out.n || write(user, w->out.at, w->out.n);
}
