/* What the check of a certificate found, when nothing is wrong. */
#include "report/verification.h"

#include <string.h>

#include "render/json.h"
#include "value/number.h"

enum { PLACES = 4 };

/* "3/4" as a number; false for what is none. */
static bool exact(struct arena *a, struct text t, struct number *n)
{
    const char *bar = t.n ? memchr(t.at, '/', t.n) : NULL;
    struct text top = {t.at, bar ? (size_t)(bar - t.at) : t.n};
    struct number bottom = number_of(1);
    if (!number_parse(a, top, n, NULL) ||
        (bar && !number_parse(a, text_after(t, top.n + 1), &bottom, NULL)))
        return false;
    *n = number_divide(a, *n, bottom);
    return true;
}

static struct text end_words(struct arena *a, const char *before, struct text exact_words)
{
    struct number n;
    return exact(a, exact_words, &n)
               ? SAY(a, " {} {},", text_of(before), number_words(a, n, PLACES))
               : TEXT("");
}

static struct text total_words(struct arena *a, const struct verification *v)
{
    struct number n;
    if (!v->total.n)
        return SAY(a, "total{}{} not known yet", end_words(a, "at least", v->least),
                   end_words(a, "at most", v->most));
    if (!exact(a, v->total, &n))
        return SAY(a, "total {}", v->total);
    struct text words = number_words(a, n, PLACES);
    return text_equal(words, v->total) ? SAY(a, "total {}", words)
                                       : SAY(a, "total {}, exactly {}", words, v->total);
}

static struct text files_words(struct arena *a, const struct verification *v)
{
    struct text all = text_number(a, (long long)v->files.n),
                same = text_number(a, (long long)v->compared);
    if (v->compared == v->files.n && v->files.n == 1)
        return TEXT("the file that it was made from is the same now");
    if (v->compared == v->files.n)
        return SAY(a, "the {} files that it was made from are the same now", all);
    return SAY(a, "{} of the {} files that it was made from are the same now; {} not compared",
               same, all, text_number(a, (long long)(v->files.n - v->compared)));
}

static struct cell value_cell(struct arena *a, struct text exact_words)
{
    struct number n;
    return (struct cell){exact(a, exact_words, &n) ? number_words(a, n, PLACES) : exact_words,
                         TONE_PLAIN};
}

/* One column a figure that some criterion has. */
static void add_figures(struct document *d, const struct verification *v)
{
    bool shown[VERIFIED_KINDS] = {false};
    for (size_t i = 0; i < v->figures.n; i++)
        for (enum verified_value which = 0; which < VERIFIED_KINDS; which++)
            shown[which] = shown[which] || v->figures.at[i].value[which].n;
    struct block *table = document_table(d);
    table_column(d, table, TEXT(""), ALIGN_LEFT, true);
    for (enum verified_value which = 0; which < VERIFIED_KINDS; which++)
        if (shown[which])
            table_column(d, table, text_of(verified_words(which)), ALIGN_RIGHT, false);
    for (size_t i = 0; i < v->figures.n; i++) {
        const struct verified_figure *f = &v->figures.at[i];
        struct table_row *row = table_add_row(d, table, 0);
        size_t column = 0;
        row->cell[column++] = (struct cell){
            f->title.n ? SAY(d->arena, "{}  {}", f->id, f->title) : f->id, TONE_PLAIN};
        for (enum verified_value which = 0; which < VERIFIED_KINDS; which++)
            if (shown[which])
                row->cell[column++] = value_cell(d->arena, f->value[which]);
    }
}

static void add_files(struct document *d, const struct verification *v)
{
    document_heading(d, TEXT("made from"), TEXT(""));
    struct block *outline = document_outline(d);
    for (size_t i = 0; i < v->files.n; i++) {
        const struct recorded_file *f = &v->files.at[i];
        outline_add(d, outline, 1,
                    (struct cell){SAY(d->arena, "{} {}", f->role, f->name), TONE_PLAIN}, TEXT(""));
        outline_add(d, outline, 2,
                    (struct cell){SAY(d->arena, "SHA-256 {}", f->digest), TONE_FAINT}, TEXT(""));
    }
}

void report_verification(struct document *d, const struct verification *v, unsigned depth)
{
    struct arena *a = d->arena;
    document_heading(d, v->title, v->office);
    document_paragraph(d,
                       SAY(a, "the certificate holds: {} steps follow one from the other",
                           text_number(a, (long long)v->steps)),
                       TONE_GOOD);
    document_paragraph(d, total_words(a, v), TONE_STRONG);
    document_paragraph(d, files_words(a, v), v->compared == v->files.n ? TONE_PLAIN : TONE_WARN);
    if (depth < 2)
        return;
    add_figures(d, v);
    add_files(d, v);
}

static void write_figures(struct json *j, const struct verification *v)
{
    json_key(j, "figures");
    json_begin_array(j);
    for (size_t i = 0; i < v->figures.n; i++) {
        const struct verified_figure *f = &v->figures.at[i];
        json_begin_object(j);
        json_member_text(j, "id", f->id);
        json_member_text(j, "title", f->title);
        for (enum verified_value which = 0; which < VERIFIED_KINDS; which++)
            json_member_text(j, verified_words(which), f->value[which]);
        json_end_object(j);
    }
    json_end_array(j);
}

void report_verification_json(struct buffer *out, struct arena *a, const struct verification *v)
{
    struct number n;
    bool known = exact(a, v->total, &n);
    struct json *j = json_new(a, out, true);
    json_begin_object(j);
    json_member_text(j, "schema", TEXT("ken.verification/1"));
    json_member_text(j, "title", v->title);
    json_member_text(j, "office", v->office);
    json_member_text(j, "engine", v->engine);
    json_member_whole(j, "steps", true, (long long)v->steps);
    json_member_text(j, "total", known ? number_words(a, n, PLACES) : TEXT(""));
    json_member_text(j, "exact", known ? v->total : TEXT(""));
    json_member_text(j, "at_least_exact", v->least);
    json_member_text(j, "at_most_exact", v->most);
    write_figures(j, v);
    json_member_whole(j, "files", true, (long long)v->files.n);
    json_member_whole(j, "compared", true, (long long)v->compared);
    json_end_object(j);
    json_finish(j);
}
