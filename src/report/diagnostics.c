/* Diagnostics for people, in the style of rustc: one after the other, then their number. */
#include "report/diagnostics.h"

#include "report/excerpt.h"
#include "report/patch.h"

/* --- Notes and help --- */

static void write_remark(struct printer *p, struct text kind, struct text says)
{
    printer_bar(p, TEXT("="));
    pen_write(&p->pen, kind, TONE_STRONG);
    pen_write(&p->pen, TEXT(": "), TONE_PLAIN);
    printer_text(p, says, TONE_PLAIN);
    pen_break(&p->pen);
}

static void write_help(struct printer *p, const struct diag *g)
{
    struct text help = g->help.n ? g->help : TEXT("write it like this");
    if (span_is_nowhere(g->fix_at)) {
        if (g->help.n)
            write_remark(p, TEXT("help"), help);
        return;
    }
    pen_write(&p->pen, TEXT("help"), TONE_STRONG);
    pen_write(&p->pen, TEXT(": "), TONE_PLAIN);
    printer_text(p, help, TONE_PLAIN);
    pen_break(&p->pen);
    if (source_of(p->sources, g->fix_at) == source_of(p->sources, g->main.at))
        printer_empty_bar(p);
    else
        printer_place(p, TEXT("-->"), g->fix_at);
    printer_patch(p, g);
}

/* As it can be pasted: nothing stands in front of its lines. */
static void write_test(struct printer *p, const struct diag *g)
{
    if (g->test.n)
        pen_break(&p->pen);
    for (struct text left = g->test; left.n;) {
        size_t n = 0;
        while (n < left.n && left.at[n] != '\n')
            n++;
        printer_text(p, (struct text){left.at, n}, TONE_PLAIN);
        pen_break(&p->pen);
        left = text_after(left, n + 1);
    }
}

/* --- All of it --- */

static size_t gutter_of(struct sources *s, const struct diag *g, struct marks marks)
{
    size_t largest = patch_last_line(s, g);
    for (size_t i = 0; i < marks.n; i++)
        largest = marks.at[i].line > largest ? marks.at[i].line : largest;
    return line_digits(largest);
}

static void write_diag(struct printer *p, const struct diag *g)
{
    const struct diag_about *about = diag_about(g->code);
    bool error = g->severity == DIAG_ERROR;
    struct marks marks = marks_of(p->arena, p->sources, g);
    p->tone = error ? TONE_BAD : TONE_WARN;
    p->gutter = gutter_of(p->sources, g, marks);
    struct text severity = error ? TEXT("error") : TEXT("warning");
    pen_write(&p->pen, SAY(p->arena, "{}[{}]", severity, text_of(about->code)), p->tone);
    printer_text(p, SAY(p->arena, ": {}", g->message), TONE_STRONG);
    pen_break(&p->pen);
    printer_excerpts(p, g, marks);
    if (marks.n && (g->notes.n || g->help.n || !span_is_nowhere(g->fix_at)))
        printer_empty_bar(p);
    for (size_t i = 0; i < g->notes.n; i++)
        write_remark(p, TEXT("note"), g->notes.at[i]);
    write_help(p, g);
    write_test(p, g);
    pen_break(&p->pen);
}

/* "2 errors", with the noun in its number. */
static struct text counted(struct arena *a, size_t n, struct text noun)
{
    return SAY(a, "{} {}{}", text_number(a, (long long)n), noun, n == 1 ? TEXT("") : TEXT("s"));
}

static void write_total(struct printer *p, const struct diags *d)
{
    size_t errors = d->errors + d->denied;
    if (errors)
        pen_write(&p->pen, counted(p->arena, errors, TEXT("error")), TONE_STRONG);
    if (errors && d->warnings)
        pen_write(&p->pen, TEXT(", "), TONE_STRONG);
    if (d->warnings)
        pen_write(&p->pen, counted(p->arena, d->warnings, TEXT("warning")), TONE_STRONG);
    pen_write(&p->pen, TEXT(" found"), TONE_STRONG);
    if (errors + d->warnings > d->all.n)
        pen_write(&p->pen,
                  SAY(p->arena, "; only the first {} are shown",
                      text_number(p->arena, (long long)d->all.n)),
                  TONE_PLAIN);
    pen_break(&p->pen);
}

void report_diagnostics_text(struct buffer *out, const struct diags *d, struct text_style style)
{
    if (!d->errors && !d->denied && !d->warnings)
        return;
    struct printer p = {
        .pen = {.out = out, .colour = style.colour},
        .arena = out->arena,
        .sources = d->sources,
    };
    for (size_t i = 0; i < d->all.n; i++)
        write_diag(&p, d->all.at[i]);
    write_total(&p, d);
}
