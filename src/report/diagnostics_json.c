/* Diagnostics for programs.
 *
 * Every member is always there, null where there is nothing, so that a reader need not ask whether
 * it exists. Columns count code points from 1; an end is the place behind the last character. */
#include "render/json.h"
#include "report/diagnostics.h"

/* The members that say where `at` is; all of them null for nowhere. */
static void write_span(struct json *j, struct sources *s, struct span at)
{
    struct place start = source_place(s, at.lo), end = start;
    if (at.hi > at.lo && start.source)
        end = source_place(s, at.hi);
    json_member_text(j, "file", start.source ? start.source->name : TEXT(""));
    json_member_whole(j, "line", start.line, (long long)start.line);
    json_member_whole(j, "column", start.column, (long long)start.column);
    json_member_whole(j, "end_line", end.line, (long long)end.line);
    json_member_whole(j, "end_column", end.column, (long long)end.column);
}

static void write_place_and_text(struct json *j, struct sources *s, struct span at, struct text t)
{
    json_begin_object(j);
    write_span(j, s, at);
    json_key(j, "text");
    json_text(j, t);
    json_end_object(j);
}

static void write_labels(struct json *j, struct sources *s, const struct diag *g)
{
    json_member_text(j, "label", g->main.says);
    json_key(j, "labels");
    json_begin_array(j);
    for (size_t i = 0; i < g->more.n; i++)
        write_place_and_text(j, s, g->more.at[i].at, g->more.at[i].says);
    json_end_array(j);
}

static void write_remarks(struct json *j, struct sources *s, const struct diag *g)
{
    json_key(j, "notes");
    json_begin_array(j);
    for (size_t i = 0; i < g->notes.n; i++)
        json_text(j, g->notes.at[i]);
    json_end_array(j);
    json_member_text(j, "help", g->help);
    json_member_text(j, "test", g->test);
    json_key(j, "fix");
    if (span_is_nowhere(g->fix_at))
        json_null(j);
    else
        write_place_and_text(j, s, g->fix_at, g->fix);
}

static void write_diag(struct json *j, struct sources *s, const struct diag *g)
{
    const struct diag_about *about = diag_about(g->code);
    json_begin_object(j);
    json_member_text(j, "code", text_of(about->code));
    json_member_text(j, "name", text_of(about->name));
    json_member_text(j, "severity", g->severity == DIAG_ERROR ? TEXT("error") : TEXT("warning"));
    json_member_text(j, "message", g->message);
    write_span(j, s, g->main.at);
    write_labels(j, s, g);
    write_remarks(j, s, g);
    json_end_object(j);
}

void report_diagnostics_json(struct buffer *out, const struct diags *d)
{
    struct json *j = json_new(out->arena, out, true);
    json_begin_object(j);
    json_member_text(j, "schema", TEXT("ken.diagnostics/1"));
    json_member_whole(j, "errors", true, (long long)d->errors + (long long)d->denied);
    json_member_whole(j, "warnings", true, (long long)d->warnings);
    json_key(j, "diagnostics");
    json_begin_array(j);
    for (size_t i = 0; i < d->all.n; i++)
        write_diag(j, d->sources, d->all.at[i]);
    json_end_array(j);
    json_end_object(j);
    json_finish(j);
}
