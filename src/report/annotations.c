/* Diagnostics a line each: for editors, and for machines that put them beside the lines. */
#include "report/diagnostics.h"

static struct text severity_of(const struct diag *g)
{
    return g->severity == DIAG_ERROR ? TEXT("error") : TEXT("warning");
}

static struct text code_of(const struct diag *g)
{
    return text_of(diag_about(g->code)->code);
}

void report_diagnostics_short(struct buffer *out, const struct diags *d)
{
    for (size_t i = 0; i < d->all.n; i++) {
        const struct diag *g = d->all.at[i];
        struct text place = source_place_words(out->arena, d->sources, g->main.at);
        struct text line = SAY(out->arena, "{}{}{}[{}]: {}", place, text_of(place.n ? ": " : ""),
                               severity_of(g), code_of(g), g->message);
        buffer_add(out, text_visible(out->arena, line));
        buffer_add_byte(out, '\n');
    }
}

/* What would end a command or one of its properties is written as %XX. */
static void add_escaped(struct buffer *out, struct text t, bool property)
{
    static const char hex[] = "0123456789ABCDEF";
    for (size_t i = 0; i < t.n; i++) {
        char c = t.at[i];
        bool ends = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
        buffer_add_byte(out, ends ? '%' : c);
        if (!ends)
            continue;
        buffer_add_byte(out, hex[((unsigned char)c >> 4) & 15]);
        buffer_add_byte(out, hex[(unsigned char)c & 15]);
    }
}

static void add_property(struct buffer *out, const char *name, struct text value)
{
    buffer_add(out, SAY(out->arena, "{}=", text_of(name)));
    add_escaped(out, value, true);
}

static void add_count(struct buffer *out, const char *name, size_t value)
{
    buffer_add_byte(out, ',');
    add_property(out, name, text_number(out->arena, (long long)value));
}

/* Columns are those of one line only. */
static void add_place(struct buffer *out, struct sources *s, struct span at)
{
    struct place start = source_place(s, at.lo), end = source_place(s, at.hi);
    add_property(out, "file", start.source->name);
    add_count(out, "line", start.line);
    add_count(out, "endLine", end.line);
    if (start.line == end.line) {
        add_count(out, "col", start.column);
        add_count(out, "endColumn", end.column);
    }
    buffer_add_byte(out, ',');
}

void report_diagnostics_github(struct buffer *out, const struct diags *d)
{
    for (size_t i = 0; i < d->all.n; i++) {
        const struct diag *g = d->all.at[i];
        buffer_add(out, SAY(out->arena, "::{} ", severity_of(g)));
        if (!span_is_nowhere(g->main.at))
            add_place(out, d->sources, g->main.at);
        add_property(out, "title", code_of(g));
        buffer_add(out, TEXT("::"));
        add_escaped(out, text_visible(out->arena, g->message), false);
        if (g->help.n)
            add_escaped(out, SAY(out->arena, "\n{}", g->help), false);
        buffer_add_byte(out, '\n');
    }
}
