/* Fixes, shown in place. */
#include "report/patch.h"

#include <string.h>

size_t patch_last_line(struct sources *s, const struct diag *g)
{
    if (span_is_nowhere(g->fix_at))
        return 0;
    size_t line = source_place(s, g->fix_at.lo).line;
    for (size_t i = 0; i < g->fix.n; i++)
        line += g->fix.at[i] == '\n';
    return line;
}

/* The lines that a fix touches, as they will be; bytes lo to hi of them are new. */
struct patch {
    struct text shown;
    size_t lo, hi, line;
    struct text sign; /* under what is new */
};

static struct patch patch_of(struct printer *p, const struct diag *g)
{
    bool replaces = g->fix_at.hi > g->fix_at.lo;
    uint32_t start = g->fix_at.lo, end = replaces ? g->fix_at.hi : start;
    struct place first = source_place(p->sources, start), last = source_place(p->sources, end);
    struct text above = source_line(p->sources, first.source, first.line);
    struct text below = source_line(p->sources, last.source, last.line);
    size_t lo = line_offset(first, start, above), hi = line_offset(last, end, below);
    struct view before = view_of(p->arena, above, lo), behind = view_of(p->arena, below, hi);
    struct text kept = {before.shown.at, view_offset(&before, lo)};
    return (struct patch){
        .shown = SAY(p->arena, "{}{}{}", kept, g->fix,
                     text_after(behind.shown, view_offset(&behind, hi))),
        .lo = kept.n,
        .hi = kept.n + g->fix.n,
        .line = first.line,
        .sign = replaces ? TEXT("~") : TEXT("+"),
    };
}

/* Signs under bytes lo to hi of a line, spaces at both ends left out. */
static void write_patch_signs(struct printer *p, struct text line, size_t lo, size_t hi,
                              struct text sign)
{
    while (lo < hi && line.at[lo] == ' ')
        lo++;
    while (lo < hi && line.at[hi - 1] == ' ')
        hi--;
    if (lo == hi)
        return;
    size_t from = column_of(p->arena, line, lo), to = column_of(p->arena, line, hi);
    printer_bar(p, TEXT("|"));
    pen_move(&p->pen, p->pen.column + from);
    struct buffer signs = buffer_in(p->arena);
    buffer_add_times(&signs, sign, to > from ? to - from : 1);
    pen_write(&p->pen, buffer_text(&signs), TONE_GOOD);
    pen_break(&p->pen);
}

static void write_patched(struct printer *p, const struct patch *patch)
{
    struct text left = patch->shown;
    for (size_t start = 0, line = patch->line;; line++) {
        const char *found = left.n ? memchr(left.at, '\n', left.n) : NULL;
        struct text shown = {left.at, found ? (size_t)(found - left.at) : left.n};
        if (!found && !shown.n && line > patch->line)
            return; /* behind a last line end */
        size_t end = start + shown.n, lo = patch->lo > start ? patch->lo : start;
        size_t hi = patch->hi < end ? patch->hi : end;
        printer_line(p, line, shown);
        if (lo < hi)
            write_patch_signs(p, shown, lo - start, hi - start, patch->sign);
        if (!found)
            return;
        left = text_after(left, shown.n + 1);
        start = end + 1;
    }
}

void printer_patch(struct printer *p, const struct diag *g)
{
    struct patch patch = patch_of(p, g);
    write_patched(p, &patch);
}
