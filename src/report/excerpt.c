/* Excerpts of sources with what is marked in them.
 *
 * Labels become marks: a range of bytes in one line.  Marks are sorted by file and line, and each
 * line is printed once with all its marks below it. */
#include "report/excerpt.h"

#include <string.h>

/* --- Marks --- */

/* Of a place that goes over several lines, the part in the first. */
static struct mark mark_of(struct sources *s, struct diag_label label, bool main)
{
    struct place p = source_place(s, label.at.lo);
    struct text line = source_line(s, p.source, p.line);
    uint32_t hi = label.at.hi > label.at.lo ? label.at.hi : label.at.lo;
    return (struct mark){
        .source = p.source,
        .line = p.line,
        .start = p.start,
        .lo = line_offset(p, label.at.lo, line),
        .hi = line_offset(p, hi, line),
        .says = label.says,
        .main = main,
    };
}

/* The file of the main label comes first, then the others in the order in which they were read. */
static bool comes_before(const struct source *first, const struct mark *a, const struct mark *b)
{
    if (a->source != b->source)
        return a->source == first || (b->source != first && a->source->index < b->source->index);
    if (a->line != b->line)
        return a->line < b->line;
    return a->lo < b->lo;
}

struct marks marks_of(struct arena *a, struct sources *s, const struct diag *g)
{
    struct marks marks = {ARENA_ARRAY(a, struct mark, g->more.n + 1), 0};
    if (!span_is_nowhere(g->main.at))
        marks.at[marks.n++] = mark_of(s, g->main, true);
    for (size_t i = 0; i < g->more.n; i++)
        marks.at[marks.n++] = mark_of(s, g->more.at[i], false);
    const struct source *first = marks.n ? marks.at[0].source : NULL;
    for (size_t i = 1; i < marks.n; i++) {
        struct mark moving = marks.at[i];
        size_t j = i;
        for (; j && comes_before(first, &moving, &marks.at[j - 1]); j--)
            marks.at[j] = marks.at[j - 1];
        marks.at[j] = moving;
    }
    return marks;
}

/* At least one column; for Thai marks alone it is that of the letter that carries them. */
static void find_columns(struct arena *a, const struct view *v, struct mark *m)
{
    m->from = column_of(a, v->shown, view_offset(v, m->lo));
    m->to = column_of(a, v->shown, view_offset(v, m->hi));
    if (m->to > m->from)
        return;
    if (m->hi > m->lo && m->lo < v->hi && m->from)
        m->from--;
    m->to = m->from + 1;
}

/* --- One line with its marks --- */

static enum tone mark_tone(const struct printer *p, const struct mark *m)
{
    return m->main ? p->tone : TONE_PLAIN;
}

static void write_underlines(struct printer *p, struct marks marks, size_t base)
{
    size_t end = 0;
    for (size_t i = 0; i < marks.n; i++)
        end = marks.at[i].to > end ? marks.at[i].to : end;
    char *row = ARENA_ARRAY(p->arena, char, end);
    for (int main = 0; main <= 1; main++) /* the main place is drawn over the others */
        for (size_t i = 0; i < marks.n; i++)
            if (marks.at[i].main == main)
                memset(row + marks.at[i].from, main ? '^' : '-', marks.at[i].to - marks.at[i].from);
    for (size_t from = 0, to; from < end; from = to) {
        for (to = from + 1; to < end && row[to] == row[from];)
            to++;
        if (!row[from])
            continue;
        pen_move(&p->pen, base + from);
        pen_write(&p->pen, (struct text){row + from, to - from},
                  row[from] == '^' ? p->tone : TONE_PLAIN);
    }
}

/* The mark whose words fit behind the underlines: the last one, when nothing reaches beyond it. */
static struct mark *last_mark(struct mark *mark, size_t n)
{
    struct mark *last = &mark[n - 1];
    for (size_t i = 0; i + 1 < n; i++)
        if (mark[i].to > last->to || mark[i].from == last->from)
            return NULL;
    return last;
}

/* Strokes down from the marks whose words are still to come. */
static void write_strokes(struct printer *p, struct marks marks, size_t base)
{
    printer_bar(p, TEXT("|"));
    for (size_t i = 0; i < marks.n; i++) {
        if (!marks.at[i].below || p->pen.column > base + marks.at[i].from)
            continue;
        pen_move(&p->pen, base + marks.at[i].from);
        pen_write(&p->pen, TEXT("|"), mark_tone(p, &marks.at[i]));
    }
}

static void write_words_below(struct printer *p, struct marks marks, size_t base)
{
    bool any = false;
    for (size_t i = 0; i < marks.n; i++)
        any |= marks.at[i].below;
    if (!any)
        return;
    write_strokes(p, marks, base);
    pen_break(&p->pen);
    for (size_t i = marks.n; i--;) {
        struct mark *m = &marks.at[i];
        if (!m->below)
            continue;
        size_t left = i;
        while (left && marks.at[left - 1].from == m->from)
            left--;
        write_strokes(p, (struct marks){marks.at, left}, base);
        pen_move(&p->pen, base + m->from);
        printer_text(p, m->says, mark_tone(p, m));
        pen_break(&p->pen);
    }
}

/* One line of a file with all its marks, which are sorted by where they begin. */
static void write_marked_line(struct printer *p, struct marks marks)
{
    struct text line = source_line(p->sources, marks.at->source, marks.at->line);
    size_t around = marks.at->lo;
    for (size_t i = 0; i < marks.n; i++)
        around = marks.at[i].main ? marks.at[i].lo : around;
    struct view v = view_of(p->arena, line, around);
    for (size_t i = 0; i < marks.n; i++)
        find_columns(p->arena, &v, &marks.at[i]);
    struct mark *last = last_mark(marks.at, marks.n);
    for (size_t i = 0; i < marks.n; i++)
        marks.at[i].below = &marks.at[i] != last && marks.at[i].says.n;
    printer_line(p, marks.at->line, v.shown);
    printer_bar(p, TEXT("|"));
    size_t base = p->pen.column;
    write_underlines(p, marks, base);
    if (last) {
        pen_move(&p->pen, p->pen.column + 1);
        printer_text(p, last->says, mark_tone(p, last));
    }
    pen_break(&p->pen);
    write_words_below(p, marks, base);
}

/* --- All lines --- */

/* What stands between two lines: nothing, the one line that is left out, or dots. */
static void write_gap(struct printer *p, const struct source *source, size_t above, size_t line)
{
    if (line == above + 2) {
        struct text between = source_line(p->sources, source, above + 1);
        printer_line(p, above + 1, view_of(p->arena, between, 0).shown);
    } else if (line > above + 2) {
        pen_write(&p->pen, TEXT("..."), TONE_FAINT);
        pen_break(&p->pen);
    }
}

static struct span mark_start(const struct mark *m)
{
    return source_span(m->source, m->start + m->lo, m->start + m->lo);
}

void printer_excerpts(struct printer *p, const struct diag *g, struct marks marks)
{
    for (size_t i = 0, n; i < marks.n; i += n) {
        struct mark *m = &marks.at[i];
        for (n = 1; i + n < marks.n && m[n].source == m->source && m[n].line == m->line;)
            n++;
        if (i == 0) {
            printer_place(p, TEXT("-->"), span_is_nowhere(g->main.at) ? mark_start(m) : g->main.at);
        } else if (m[-1].source != m->source) {
            printer_empty_bar(p);
            printer_place(p, TEXT(":::"), mark_start(m));
        } else {
            write_gap(p, m->source, m[-1].line, m->line);
        }
        write_marked_line(p, (struct marks){m, n});
    }
}

void printer_excerpt(struct printer *p, struct span at, struct text says)
{
    struct diag g = {.main = {at, says}};
    struct marks marks = marks_of(p->arena, p->sources, &g);
    p->gutter = line_digits(marks.n ? marks.at[0].line : 1);
    printer_excerpts(p, &g, marks);
}
