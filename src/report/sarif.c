/* Diagnostics as SARIF 2.1.0, for tools that show what analysers found.
 *
 * A rule is a code, described by its page.  Lines count from 1, columns UTF-16 code units from 1,
 * and the end of a region is the place behind it. */
#include <stdint.h>

#include "pages.h"
#include "render/json.h"
#include "report/diagnostics.h"

static void member(struct json *j, const char *key, struct text value)
{
    json_key(j, key);
    json_text(j, value);
}

/* {"text": ...} under that key. */
static void message(struct json *j, const char *key, struct text says)
{
    json_key(j, key);
    json_begin_object(j);
    member(j, "text", says);
    json_end_object(j);
}

/* --- rules --- */

static void write_rule(struct json *j, const struct diag_about *about)
{
    static const char *const levels[] = {
        [DIAG_ERROR] = "error", [DIAG_WARNING] = "warning", [DIAG_ALLOWED] = "none"};
    const struct page *page = pages_about(text_of(about->code));
    json_begin_object(j);
    member(j, "id", text_of(about->code));
    member(j, "name", text_of(about->name));
    message(j, "shortDescription", page_heading(page));
    json_key(j, "help");
    json_begin_object(j);
    member(j, "text", page->text);
    member(j, "markdown", page->text);
    json_end_object(j);
    json_key(j, "defaultConfiguration");
    json_begin_object(j);
    member(j, "level", text_of(levels[about->severity]));
    json_end_object(j);
    json_end_object(j);
}

/* Each code that was found, once, by its number; where it stands goes to `index`. */
static void write_rules(struct json *j, const struct diags *d, size_t *index)
{
    size_t n = 0;
    for (size_t i = 0; i < d->all.n; i++)
        index[d->all.at[i]->code] = SIZE_MAX;
    json_key(j, "rules");
    json_begin_array(j);
    for (size_t code = 0; code < DIAG_CODES; code++)
        if (index[code]) {
            index[code] = n++;
            write_rule(j, diag_about((enum diag_code)code));
        }
    json_end_array(j);
}

/* --- places --- */

/* What is no letter, digit or one of a few signs stands as %XX. */
static struct text uri_of(struct arena *a, struct text path)
{
    static const char hex[] = "0123456789ABCDEF", plain[] = "-._~/";
    struct buffer b = buffer_in(a);
    buffer_add(&b, text_of(text_starts(path, TEXT("/")) ? "file://" : ""));
    for (size_t i = 0; i < path.n; i++) {
        unsigned char c = (unsigned char)path.at[i];
        bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        for (size_t k = 0; plain[k]; k++)
            kept = kept || c == (unsigned char)plain[k];
        buffer_add_byte(&b, kept ? (char)c : '%');
        if (kept)
            continue;
        buffer_add_byte(&b, hex[c >> 4]);
        buffer_add_byte(&b, hex[c & 15]);
    }
    return buffer_text(&b);
}

static void write_artifact(struct json *j, struct arena *a, const struct source *s)
{
    json_key(j, "artifactLocation");
    json_begin_object(j);
    member(j, "uri", uri_of(a, s->name));
    json_end_object(j);
}

static long long utf16_column(const struct place *p, uint32_t address)
{
    long long units = 1;
    for (size_t i = p->start; i < address - p->source->base; i++) {
        unsigned char c = (unsigned char)p->source->content.at[i];
        units += ((c & 0xC0) != 0x80) + (c >= 0xF0);
    }
    return units;
}

static void write_region(struct json *j, struct sources *s, struct span at, const char *key)
{
    struct place start = source_place(s, at.lo), end = start;
    uint32_t hi = at.hi > at.lo ? at.hi : at.lo;
    if (hi > at.lo)
        end = source_place(s, hi);
    json_key(j, key);
    json_begin_object(j);
    json_member_whole(j, "startLine", true, (long long)start.line);
    json_member_whole(j, "startColumn", true, utf16_column(&start, at.lo));
    json_member_whole(j, "endLine", true, (long long)end.line);
    json_member_whole(j, "endColumn", true, utf16_column(&end, hi));
    json_end_object(j);
}

/* A location, and what is said of it. */
static void write_location(struct json *j, struct arena *a, struct sources *s, struct span at,
                           struct text says)
{
    json_begin_object(j);
    json_key(j, "physicalLocation");
    json_begin_object(j);
    write_artifact(j, a, source_of(s, at));
    write_region(j, s, at, "region");
    json_end_object(j);
    if (says.n)
        message(j, "message", says);
    json_end_object(j);
}

/* --- results --- */

static void write_locations(struct json *j, struct arena *a, struct sources *s,
                            const struct diag *g)
{
    json_key(j, "locations");
    json_begin_array(j);
    if (!span_is_nowhere(g->main.at))
        write_location(j, a, s, g->main.at, g->main.says);
    json_end_array(j);
    if (!g->more.n)
        return;
    json_key(j, "relatedLocations");
    json_begin_array(j);
    for (size_t i = 0; i < g->more.n; i++)
        write_location(j, a, s, g->more.at[i].at, g->more.at[i].says);
    json_end_array(j);
}

static void write_fix(struct json *j, struct arena *a, struct sources *s, const struct diag *g)
{
    json_key(j, "fixes");
    json_begin_array(j);
    json_begin_object(j);
    message(j, "description", g->help.n ? g->help : TEXT("write it like this"));
    json_key(j, "artifactChanges");
    json_begin_array(j);
    json_begin_object(j);
    write_artifact(j, a, source_of(s, g->fix_at));
    json_key(j, "replacements");
    json_begin_array(j);
    json_begin_object(j);
    write_region(j, s, g->fix_at, "deletedRegion");
    message(j, "insertedContent", g->fix);
    json_end_object(j);
    json_end_array(j);
    json_end_object(j);
    json_end_array(j);
    json_end_object(j);
    json_end_array(j);
}

/* The message, then notes and help, a line each. */
static struct text said(struct arena *a, const struct diag *g)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, g->message);
    for (size_t i = 0; i < g->notes.n; i++)
        buffer_add(&b, SAY(a, "\n{}", g->notes.at[i]));
    if (g->help.n)
        buffer_add(&b, SAY(a, "\nhelp: {}", g->help));
    return buffer_text(&b);
}

static void write_result(struct json *j, struct arena *a, struct sources *s, const struct diag *g,
                         size_t rule)
{
    json_begin_object(j);
    member(j, "ruleId", text_of(diag_about(g->code)->code));
    json_member_whole(j, "ruleIndex", true, (long long)rule);
    member(j, "level", g->severity == DIAG_ERROR ? TEXT("error") : TEXT("warning"));
    message(j, "message", said(a, g));
    write_locations(j, a, s, g);
    if (!span_is_nowhere(g->fix_at))
        write_fix(j, a, s, g);
    json_end_object(j);
}

static void write_run(struct json *j, struct arena *a, const struct diags *d, struct text version)
{
    size_t *rule = ARENA_ARRAY(a, size_t, DIAG_CODES);
    json_begin_object(j);
    json_key(j, "tool");
    json_begin_object(j);
    json_key(j, "driver");
    json_begin_object(j);
    member(j, "name", TEXT("ken"));
    member(j, "version", version);
    write_rules(j, d, rule);
    json_end_object(j);
    json_end_object(j);
    member(j, "columnKind", TEXT("utf16CodeUnits"));
    json_key(j, "results");
    json_begin_array(j);
    for (size_t i = 0; i < d->all.n; i++)
        write_result(j, a, d->sources, d->all.at[i], rule[d->all.at[i]->code]);
    json_end_array(j);
    json_end_object(j);
}

void report_diagnostics_sarif(struct buffer *out, const struct diags *d, struct text version)
{
    struct json *j = json_new(out->arena, out, true);
    json_begin_object(j);
    member(j, "$schema",
           TEXT("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                "sarif-schema-2.1.0.json"));
    member(j, "version", TEXT("2.1.0"));
    json_key(j, "runs");
    json_begin_array(j);
    write_run(j, out->arena, d, version);
    json_end_array(j);
    json_end_object(j);
    json_finish(j);
}
