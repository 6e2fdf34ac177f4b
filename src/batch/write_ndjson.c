/* A line of NDJSON for each record, as docs/json.md describes it.
 *
 * Of a record that is known and right it is put together from bytes; whatever says more than that
 * goes through the writer of JSON. */
#include <string.h>

#include "advise/missing.h"
#include "batch/derivation.h"
#include "batch/write.h"
#include "render/json.h"

static char *put(char *at, struct text t)
{
    memcpy(at, t.at, t.n);
    return at + t.n;
}

/* Nothing in it needs to be escaped. */
static bool is_plain(struct text t)
{
    return text_plain(t, 0) == t.n && !memchr(t.at, '"', t.n) && !memchr(t.at, '\\', t.n);
}

/* --- members -----------------------------------------------------------------------------------
 */

static void write_figure(struct json *j, struct arena *a, struct number n, struct show show)
{
    struct buffer b = buffer_in(a);
    if (!number_is_over(n))
        number_print(&b, n, show.places, show.mode, (struct number_style){0});
    if (b.n)
        json_text(j, buffer_text(&b));
    else
        json_null(j);
}

static void write_score(struct json *j, struct arena *a, const struct score *s, struct show show)
{
    bool known = score_state(s) == SCORE_KNOWN;
    write_figure(j, a, known ? score_number(s) : number_over(), show);
}

static void write_who(struct json *j, const struct judged *record)
{
    if (record->id.n)
        json_member_text(j, "id", record->id);
    else
        json_member_whole(j, "line", true, record->line);
}

static void write_ends(struct json *j, struct arena *a, const struct score *s, struct show show)
{
    json_key(j, "at_least");
    write_figure(j, a, s->number[0], show);
    json_key(j, "at_most");
    write_figure(j, a, s->number[1], show);
}

static void write_scores(struct json *j, struct arena *a, const struct batch *b,
                         const struct score *score)
{
    json_key(j, "scores");
    json_begin_object(j);
    for (size_t i = 0; i < b->wants.scores.n; i++) {
        const struct criterion *k = b->wants.scores.at[i];
        json_key(j, text_c(a, k->path));
        write_score(j, a, &score[k->index], k->show_score);
    }
    json_end_object(j);
}

/* The scores that are not known, and between which ends they lie. */
static void write_open(struct json *j, struct arena *a, const struct batch *b,
                       const struct score *score)
{
    bool any = false;
    for (size_t i = 0; i < b->wants.scores.n; i++) {
        const struct criterion *k = b->wants.scores.at[i];
        if (score_state(&score[k->index]) != SCORE_OPEN)
            continue;
        if (!any) {
            json_key(j, "open");
            json_begin_object(j);
        }
        any = true;
        json_key(j, text_c(a, k->path));
        json_begin_object(j);
        write_ends(j, a, &score[k->index], k->show_score);
        json_end_object(j);
    }
    if (any)
        json_end_object(j);
}

static void write_missing(struct json *j, struct arena *a, const struct outcome *o)
{
    const struct missing_list *list = missing_in(a, o);
    if (!list->all.n)
        return;
    json_key(j, "missing");
    json_begin_array(j);
    for (size_t i = 0; i < list->all.n; i++)
        json_text(j, list->all.at[i]->what);
    json_end_array(j);
}

static void write_marks(struct json *j, struct arena *a, const struct batch *b,
                        const struct judged *record)
{
    const struct band *light = judged_mark(b, a, record, MARK_LIGHT),
                      *grade = judged_mark(b, a, record, MARK_GRADE);
    if (light)
        json_member_text(j, "light", light->name);
    if (grade)
        json_member_text(j, "grade", grade->name);
}

static void write_total(struct json *j, struct arena *a, const struct batch *b,
                        const struct judged *record)
{
    struct show show = b->model->criteria.at[0]->show_score;
    const struct score *total = &record->score[0];
    json_key(j, "total");
    write_score(j, a, total, show);
    if (score_state(total) == SCORE_OPEN)
        write_ends(j, a, total, show);
    write_marks(j, a, b, record);
}

/* --- what is wrong -----------------------------------------------------------------------------
 */

/* Where it is; the file only where it is not the stream. */
static void write_place(struct json *j, const struct batch *b, const struct judged *record,
                        const struct diag *g)
{
    struct place p = source_place(record->diags->sources, g->main.at.lo);
    if (p.source && !batch_is_record(b, p.source))
        json_member_text(j, "file", p.source->name);
    if (p.source)
        json_member_whole(j, "line", true, (long long)p.line);
    if (p.source)
        json_member_whole(j, "column", true, (long long)p.column);
}

static void write_diag(struct json *j, const struct batch *b, const struct judged *record,
                       const struct diag *g)
{
    json_begin_object(j);
    json_member_text(j, "code", text_of(diag_about(g->code)->code));
    json_member_text(j, "message", g->message);
    write_place(j, b, record, g);
    if (g->fact.n)
        json_member_text(j, "fact", g->fact);
    if (g->help.n)
        json_member_text(j, "help", g->help);
    json_end_object(j);
}

static void write_wrong(struct json *j, const struct batch *b, const struct judged *record)
{
    write_who(j, record);
    if (record->id.n)
        json_member_whole(j, "line", true, record->line);
    json_key(j, "error");
    write_diag(j, b, record, judged_error(record));
    if (record->diags->errors > 1)
        json_member_whole(j, "errors", true, (long long)record->diags->errors);
}

static void write_warnings(struct json *j, const struct batch *b, const struct judged *record)
{
    diags_sort(record->diags);
    json_key(j, "warnings");
    json_begin_array(j);
    for (size_t i = 0; i < record->diags->all.n; i++)
        write_diag(j, b, record, record->diags->all.at[i]);
    json_end_array(j);
}

static void write_in_full(const struct batch *b, struct arena *a, const struct judged *record,
                          struct buffer *out)
{
    struct buffer line = buffer_in(a); /* what grows in `out` stays there */
    struct json *j = json_new(a, &line, false);
    json_begin_object(j);
    if (!record->score)
        write_wrong(j, b, record);
    else {
        write_who(j, record);
        write_scores(j, a, b, record->score);
        if (b->wants.total)
            write_total(j, a, b, record);
        write_open(j, a, b, record->score);
        if (record->outcome && b->wants.total)
            write_missing(j, a, record->outcome);
        if (record->diags && record->diags->warnings)
            write_warnings(j, b, record);
    }
    json_end_object(j);
    json_finish(j);
    buffer_add(out, buffer_text(&line));
}

/* --- the quick way ------------------------------------------------------------------------------
 */

/* Of the bytes behind it some more are copied: for those that end in `key` there is room. */
static char *put_key(char *at, const char *key, size_t n)
{
    for (size_t i = 0; i < n; i += KEY_ROOM)
        memcpy(at + i, key + i, KEY_ROOM);
    return at + n;
}

/* The figure that a quote stands before, and another behind it; or null in place of both.  NULL
 * when there is not so much room. */
static char *put_score(char *at, struct arena *a, const struct score *s, struct show show)
{
    enum score_state state = score_state(s);
    if (state == SCORE_DROPPED)
        return put(at - 1, TEXT("null"));
    size_t n = state == SCORE_KNOWN ? digits_put(at, a, s, show) : 0;
    at[n] = '"';
    return n ? at + n + 1 : NULL;
}

/* "1.1":"4.5000","1.2":null */
static char *put_scores(char *at, struct arena *a, const struct batch_wants *w,
                        const struct score *score)
{
    const char *key = w->keys;
    const struct batch_figure *figure = w->figure, *end = figure + w->scores.n;
    for (; figure < end; figure++) {
        at = put_key(at, key, figure->key);
        key += figure->key;
        if (!(at = put_score(at, a, &score[figure->index], figure->show)))
            return NULL;
        *at++ = ',';
    }
    return w->scores.n ? at - 1 : at;
}

/* What the total is called; NULL when that needs to be escaped. */
static char *put_mark(char *at, const struct batch *b, struct arena *a, const struct judged *record,
                      enum mark which)
{
    const struct band *band = judged_mark(b, a, record, which);
    if (!band)
        return at;
    if (!is_plain(band->name))
        return NULL;
    at = put(at, which == MARK_LIGHT ? TEXT(",\"light\":\"") : TEXT(",\"grade\":\""));
    at = put(at, band->name);
    *at++ = '"';
    return at;
}

/* False, with nothing written, when something in it is not as most are. */
static bool write_quick(const struct batch *b, struct arena *a, const struct judged *record,
                        struct buffer *out)
{
    const struct batch_wants *w = &b->wants;
    const struct criterion *total = b->model->criteria.at[0];
    if (!record->score || !record->id.n || (record->diags && record->diags->all.n) ||
        !is_plain(record->id))
        return false;
    char *start = buffer_room(out, record->id.n + w->room), *at = start;
    at = put(put(put(at, TEXT("{\"id\":\"")), record->id), TEXT("\",\"scores\":{"));
    if (!(at = put_scores(at, a, w, record->score)))
        return false;
    *at++ = '}';
    if (w->total)
        at = put_score(put(at, TEXT(",\"total\":\"")), a, &record->score[0], total->show_score);
    for (enum mark which = 0; at && w->total && which < MARKS; which++)
        at = put_mark(at, b, a, record, which);
    if (!at)
        return false;
    at = put(at, TEXT("}\n"));
    out->n += (size_t)(at - start);
    return true;
}

/* The derivation becomes the last member of the line that stands at the end of `out`. */
static void add_why(const struct batch *b, struct arena *a, const struct judged *j,
                    struct buffer *out)
{
    enum { USUAL = 4096 };
    const struct text end = TEXT("}\n");
    struct buffer why = buffer_in(a); /* what is said meanwhile would stay in `out` */
    buffer_room(&why, USUAL);
    derivation_add(b->derivation, j->outcome, &why);
    out->n -= end.n;
    buffer_add(out, TEXT(",\"why\":"));
    buffer_add(out, buffer_text(&why));
    buffer_add(out, end);
}

void write_ndjson(const struct batch *b, struct arena *a, const struct judged *j,
                  struct buffer *out)
{
    if (!write_quick(b, a, j, out))
        write_in_full(b, a, j, out);
    if (b->derivation && j->score && j->outcome)
        add_why(b, a, j, out);
}
