/* One place in a file, shown as the diagnostics show theirs. */
#include "report/pointed.h"

#include "report/excerpt.h"

static size_t digits_of(size_t line)
{
    size_t digits = 1;
    for (; line >= 10; line /= 10)
        digits++;
    return digits;
}

void report_pointed(struct buffer *out, struct arena *a, struct sources *s,
                    const struct pointed *what, struct text_style style)
{
    struct diag place = {.main.at = source_real(s, what->at)};
    struct marks marks = marks_of(a, s, &place);
    struct printer p = {.pen = {.out = out, .colour = style.colour},
                        .arena = a,
                        .sources = s,
                        .tone = TONE_WARN,
                        .gutter = digits_of(marks.n ? marks.at[0].line : 1)};
    printer_text(&p, what->head, TONE_STRONG);
    pen_break(&p.pen);
    printer_excerpts(&p, &place, marks);
    printer_bar(&p, TEXT("="));
    printer_text(&p, what->remark, TONE_PLAIN);
    pen_break(&p.pen);
    pen_break(&p.pen);
}
