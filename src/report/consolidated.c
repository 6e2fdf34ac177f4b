/* Rules as one text, and where each line of it comes from. */
#include "report/consolidated.h"

#include "base/list.h"
#include "render/json.h"
#include "render/text.h"

/* A place that a line comes from. */
struct part {
    const struct source *file;
    size_t line;
    struct text cite;
    bool changed; /* by an amendment */
};

struct line {
    struct text text;
    LIST_OF(struct part) parts; /* the newest first */
};

struct lines {
    LIST_FIELDS(struct line);
};

static bool is_blank(struct text t)
{
    return !text_trim(t).n;
}

/* What was made was made by a change, and stands where that stands. */
static struct part part_of(struct sources *s, const struct origin *o)
{
    bool changed = !span_is_nowhere(o->by);
    struct place p = source_place(s, changed && !o->verbatim ? o->by.lo : o->from.lo);
    return (struct part){p.source, p.line, o->cite, changed};
}

static bool is_newer(const struct part *a, const struct part *b)
{
    if (a->changed != b->changed)
        return a->changed;
    return a->file->index < b->file->index; /* an amendment is read before what it amends */
}

static void add_part(struct arena *a, struct line *l, struct part p)
{
    for (size_t i = 0; i < l->parts.n; i++)
        if (l->parts.at[i].file == p.file && l->parts.at[i].line == p.line)
            return;
    LIST_ADD(a, &l->parts, p);
    for (size_t i = l->parts.n - 1; i && is_newer(&l->parts.at[i], &l->parts.at[i - 1]); i--) {
        struct part swapped = l->parts.at[i];
        l->parts.at[i] = l->parts.at[i - 1];
        l->parts.at[i - 1] = swapped;
    }
}

/* Blanks count where there is nothing else. */
static struct line line_of(struct arena *a, struct sources *s, const struct source *rules,
                           size_t lo, size_t hi)
{
    struct line l = {.text = {rules->content.at + lo, hi - lo}};
    bool blank = is_blank(l.text);
    size_t at = lo;
    do {
        uint32_t n;
        struct origin o = source_origin(s, rules->base + (uint32_t)at, &n);
        size_t end = n < hi - at ? at + n : hi;
        if (blank || !is_blank((struct text){rules->content.at + at, end - at}))
            add_part(a, &l, part_of(s, &o));
        at = end;
    } while (at < hi);
    return l;
}

static struct lines lines_of(struct arena *a, struct sources *s, const struct source *rules)
{
    struct lines all = {0};
    struct text t = rules->content;
    for (size_t lo = 0, hi; lo < t.n; lo = hi + 1) {
        for (hi = lo; hi < t.n && t.at[hi] != '\n';)
            hi++;
        LIST_ADD(a, &all, line_of(a, s, rules, lo, hi));
    }
    return all;
}

static struct text place_words(struct arena *a, const struct part *p)
{
    return SAY(a, "{}:{}", p->file->name, text_number(a, (long long)p->line));
}

static void add_cell(struct buffer *out, struct text words, size_t width)
{
    buffer_add(out, words);
    buffer_add_times(out, TEXT(" "), width - width_columns(words));
}

static void write_blamed(struct buffer *out, const struct lines *all)
{
    size_t place = 0, cite = 0;
    for (size_t i = 0; i < all->n; i++) {
        const struct part *p = &all->at[i].parts.at[0];
        size_t n = width_columns(place_words(out->arena, p)), m = width_columns(p->cite);
        place = n > place ? n : place;
        cite = m > cite ? m : cite;
    }
    for (size_t i = 0; i < all->n; i++) {
        const struct line *l = &all->at[i];
        add_cell(out, place_words(out->arena, &l->parts.at[0]), place);
        if (cite) {
            buffer_add(out, TEXT("  "));
            add_cell(out, l->parts.at[0].cite, cite);
        }
        buffer_add(out, l->text.n ? TEXT(" | ") : TEXT(" |"));
        buffer_add(out, l->text);
        buffer_add_byte(out, '\n');
    }
}

void report_consolidated(struct buffer *out, struct sources *s, const struct source *rules,
                         bool blame)
{
    if (!blame) {
        buffer_add(out, rules->content);
        return;
    }
    struct lines all = lines_of(out->arena, s, rules);
    write_blamed(out, &all);
}

static void write_parts(struct json *j, const struct line *l)
{
    json_key(j, "from");
    json_begin_array(j);
    for (size_t i = 0; i < l->parts.n; i++) {
        json_begin_object(j);
        json_member_text(j, "file", l->parts.at[i].file->name);
        json_member_whole(j, "line", true, (long long)l->parts.at[i].line);
        json_end_object(j);
    }
    json_end_array(j);
    json_member_text(j, "cite", l->parts.at[0].cite);
}

void report_consolidated_json(struct buffer *out, struct sources *s, const struct source *rules)
{
    struct json *j = json_new(out->arena, out, true);
    struct lines all = lines_of(out->arena, s, rules);
    json_begin_object(j);
    json_member_text(j, "schema", TEXT("ken.consolidated/1"));
    json_key(j, "lines");
    json_begin_array(j);
    for (size_t i = 0; i < all.n; i++) {
        json_begin_object(j);
        json_key(j, "text");
        json_text(j, all.at[i].text);
        write_parts(j, &all.at[i]);
        json_end_object(j);
    }
    json_end_array(j);
    json_end_object(j);
    json_finish(j);
}
