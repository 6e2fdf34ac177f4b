/* Diagnostics for people, in the style of rustc.
 *
 * Labels become marks: a range of bytes in one line.  Marks are sorted by file and line, and each
 * line is printed once with all its marks below it.  Columns are measured on what is shown, not on
 * what is stored, so that marks stand under Thai letters, tabs and escapes alike; a very long line
 * is first reduced to a view around its marks. */
#include "report/diagnostics.h"

#include <string.h>

enum {
    LONGEST_LINE = 160,   /* columns */
    LONGEST_BYTES = 1600, /* Thai has up to nine in a column */
    VIEW_BEFORE = 60,     /* characters */
    VIEW_BEHIND = 90,
    MOST_MARKS = 8, /* that one letter can carry, for cutting beside it */
};

struct printer {
    struct pen pen;
    struct arena *arena;
    struct sources *sources;
    size_t gutter;  /* digits of the largest line number shown */
    enum tone tone; /* of the diagnostic at hand */
};

struct mark {
    const struct source *source;
    size_t line, lo, hi; /* bytes within the line */
    size_t from, to;     /* columns as shown; known once the line has a view */
    struct text says;
    bool main;
    bool below; /* its words stand on a line of their own */
};

/* What is shown of a line: `shown` begins with `lead` bytes that are not in the line, then has its
 * bytes lo to hi. */
struct view {
    struct text shown;
    size_t lead, lo, hi;
};

static void write_shown(struct printer *p, struct text t, enum tone tone)
{
    pen_write(&p->pen, text_visible(p->arena, t), tone);
}

/* The bar left of everything, `sign` being `|` or `=`. */
static void write_bar(struct printer *p, struct text sign)
{
    pen_move(&p->pen, p->gutter + 1);
    pen_write(&p->pen, sign, TONE_FAINT);
    pen_write(&p->pen, TEXT(" "), TONE_PLAIN);
}

static void write_empty_bar(struct printer *p)
{
    write_bar(p, TEXT("|"));
    pen_break(&p->pen);
}

static void write_source(struct printer *p, size_t line, struct text shown)
{
    pen_write(&p->pen, text_number(p->arena, (long long)line), TONE_FAINT);
    write_bar(p, TEXT("|"));
    write_shown(p, shown, TONE_PLAIN);
    pen_break(&p->pen);
}

/* The place of `at` and the bar that begins its excerpt. */
static void write_place(struct printer *p, struct text arrow, struct span at)
{
    pen_move(&p->pen, p->gutter);
    pen_write(&p->pen, arrow, TONE_FAINT);
    pen_write(&p->pen, TEXT(" "), TONE_PLAIN);
    write_shown(p, source_place_words(p->arena, p->sources, at), TONE_PLAIN);
    pen_break(&p->pen);
    write_empty_bar(p);
}

/* --- Lines and columns --- */

static size_t line_start(const struct source *source, size_t line)
{
    return source->line[line - 1];
}

/* Byte within its line of what lies at `address`, at most the line's end. */
static size_t offset_in_line(struct place at, uint32_t address, struct text line)
{
    size_t offset = address - at.source->base - line_start(at.source, at.line);
    return offset < line.n ? offset : line.n;
}

static bool is_inside_character(struct text t, size_t i)
{
    return i < t.n && ((unsigned char)t.at[i] & 0xC0) == 0x80;
}

/* Characters back from byte `i`, or on from it.  The line may be anything, so none has more than
 * four bytes. */
static size_t step_back(struct text line, size_t i, size_t characters)
{
    for (; i && characters; characters--) {
        size_t least = i > 4 ? i - 4 : 0;
        do
            i--;
        while (i > least && is_inside_character(line, i));
    }
    return i;
}

static size_t step_on(struct text line, size_t i, size_t characters)
{
    for (; i < line.n && characters; characters--) {
        size_t most = line.n - i > 4 ? i + 4 : line.n;
        do
            i++;
        while (i < most && is_inside_character(line, i));
    }
    return i;
}

/* Behind the marks at byte `i`, which belong to the letter before it. */
static size_t skip_marks(struct text line, size_t i)
{
    for (size_t n = 0; n < MOST_MARKS && i < line.n; n++) {
        size_t next = step_on(line, i, 1);
        if (width_columns((struct text){line.at + i, next - i}))
            break;
        i = next;
    }
    return i;
}

static bool is_too_long(struct text line)
{
    return line.n > LONGEST_BYTES || (line.n > LONGEST_LINE && width_columns(line) > LONGEST_LINE);
}

static struct view view_of(struct arena *a, struct text line, size_t around)
{
    if (!is_too_long(line))
        return (struct view){line, 0, 0, line.n};
    struct view v = {.lo = step_back(line, around, VIEW_BEFORE)};
    v.lo = v.lo ? skip_marks(line, v.lo) : 0;
    v.hi = skip_marks(line, step_on(line, around, VIEW_BEHIND));
    struct text before = v.lo ? TEXT("…") : TEXT("");
    struct text behind = v.hi < line.n ? TEXT("…") : TEXT("");
    v.lead = before.n;
    v.shown = SAY(a, "{}{}{}", before, ((struct text){line.at + v.lo, v.hi - v.lo}), behind);
    return v;
}

/* The column at which byte `i` of the text is shown. */
static size_t column_of(struct arena *a, struct text t, size_t i)
{
    return width_columns(text_visible(a, (struct text){t.at, i < t.n ? i : t.n}));
}

/* Where byte `i` of the line is in what is shown; what was cut off is where the ellipsis is. */
static size_t view_offset(const struct view *v, size_t i)
{
    if (i < v->lo)
        return 0;
    return (i < v->hi ? i : v->hi) - v->lo + v->lead;
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
        .lo = offset_in_line(p, label.at.lo, line),
        .hi = offset_in_line(p, hi, line),
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

struct marks {
    struct mark *at;
    size_t n;
};

static struct marks marks_of(struct arena *a, struct sources *s, const struct diag *g)
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
static struct mark *last_mark(struct marks marks)
{
    struct mark *last = &marks.at[marks.n - 1];
    for (size_t i = 0; i + 1 < marks.n; i++)
        if (marks.at[i].to > last->to || marks.at[i].from == last->from)
            return NULL;
    return last;
}

/* Strokes down from the marks whose words are still to come. */
static void write_strokes(struct printer *p, struct marks marks, size_t base)
{
    write_bar(p, TEXT("|"));
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
        write_shown(p, m->says, mark_tone(p, m));
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
    struct mark *last = last_mark(marks);
    for (size_t i = 0; i < marks.n; i++)
        marks.at[i].below = &marks.at[i] != last && marks.at[i].says.n;
    write_source(p, marks.at->line, v.shown);
    write_bar(p, TEXT("|"));
    size_t base = p->pen.column;
    write_underlines(p, marks, base);
    if (last) {
        pen_move(&p->pen, p->pen.column + 1);
        write_shown(p, last->says, mark_tone(p, last));
    }
    pen_break(&p->pen);
    write_words_below(p, marks, base);
}

/* What stands between two lines: nothing, the one line that is left out, or dots. */
static void write_gap(struct printer *p, const struct source *source, size_t above, size_t line)
{
    if (line == above + 2) {
        struct text between = source_line(p->sources, source, above + 1);
        write_source(p, above + 1, view_of(p->arena, between, 0).shown);
    } else if (line > above + 2) {
        pen_write(&p->pen, TEXT("..."), TONE_FAINT);
        pen_break(&p->pen);
    }
}

static struct span mark_start(const struct mark *m)
{
    size_t offset = line_start(m->source, m->line) + m->lo;
    return source_span(m->source, offset, offset);
}

static void write_excerpts(struct printer *p, const struct diag *g, struct marks marks)
{
    for (size_t i = 0, n; i < marks.n; i += n) {
        struct mark *m = &marks.at[i];
        for (n = 1; i + n < marks.n && m[n].source == m->source && m[n].line == m->line;)
            n++;
        if (i == 0) {
            write_place(p, TEXT("-->"), span_is_nowhere(g->main.at) ? mark_start(m) : g->main.at);
        } else if (m[-1].source != m->source) {
            write_empty_bar(p);
            write_place(p, TEXT(":::"), mark_start(m));
        } else {
            write_gap(p, m->source, m[-1].line, m->line);
        }
        write_marked_line(p, (struct marks){m, n});
    }
}

/* --- Notes, help, fix --- */

static void write_remark(struct printer *p, struct text kind, struct text says)
{
    write_bar(p, TEXT("="));
    pen_write(&p->pen, kind, TONE_STRONG);
    pen_write(&p->pen, TEXT(": "), TONE_PLAIN);
    write_shown(p, says, TONE_PLAIN);
    pen_break(&p->pen);
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
    size_t lo = offset_in_line(first, start, above), hi = offset_in_line(last, end, below);
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
    write_bar(p, TEXT("|"));
    pen_move(&p->pen, p->pen.column + from);
    struct buffer signs = buffer_in(p->arena);
    buffer_add_times(&signs, sign, to > from ? to - from : 1);
    pen_write(&p->pen, buffer_text(&signs), TONE_GOOD);
    pen_break(&p->pen);
}

static void write_patch(struct printer *p, const struct patch *patch)
{
    struct text left = patch->shown;
    for (size_t start = 0, line = patch->line;; line++) {
        const char *found = left.n ? memchr(left.at, '\n', left.n) : NULL;
        struct text shown = {left.at, found ? (size_t)(found - left.at) : left.n};
        if (!found && !shown.n && line > patch->line)
            return; /* behind a last line end */
        size_t end = start + shown.n, lo = patch->lo > start ? patch->lo : start;
        size_t hi = patch->hi < end ? patch->hi : end;
        write_source(p, line, shown);
        if (lo < hi)
            write_patch_signs(p, shown, lo - start, hi - start, patch->sign);
        if (!found)
            return;
        left = text_after(left, shown.n + 1);
        start = end + 1;
    }
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
    write_shown(p, help, TONE_PLAIN);
    pen_break(&p->pen);
    if (source_of(p->sources, g->fix_at) == source_of(p->sources, g->main.at))
        write_empty_bar(p);
    else
        write_place(p, TEXT("-->"), g->fix_at);
    struct patch patch = patch_of(p, g);
    write_patch(p, &patch);
}

/* --- All of it --- */

static size_t gutter_of(struct sources *s, const struct diag *g, struct marks marks)
{
    size_t largest = 1, digits = 1;
    for (size_t i = 0; i < marks.n; i++)
        largest = marks.at[i].line > largest ? marks.at[i].line : largest;
    if (!span_is_nowhere(g->fix_at)) {
        size_t line = source_place(s, g->fix_at.lo).line;
        for (size_t i = 0; i < g->fix.n; i++)
            line += g->fix.at[i] == '\n';
        largest = line > largest ? line : largest;
    }
    for (; largest >= 10; largest /= 10)
        digits++;
    return digits;
}

static void write_diag(struct printer *p, const struct diag *g)
{
    const struct diag_about *about = diag_about(g->code);
    bool error = about->severity == DIAG_ERROR;
    struct marks marks = marks_of(p->arena, p->sources, g);
    p->tone = error ? TONE_BAD : TONE_WARN;
    p->gutter = gutter_of(p->sources, g, marks);
    struct text severity = error ? TEXT("error") : TEXT("warning");
    pen_write(&p->pen, SAY(p->arena, "{}[{}]", severity, text_of(about->code)), p->tone);
    write_shown(p, SAY(p->arena, ": {}", g->message), TONE_STRONG);
    pen_break(&p->pen);
    write_excerpts(p, g, marks);
    if (marks.n && (g->notes.n || g->help.n || !span_is_nowhere(g->fix_at)))
        write_empty_bar(p);
    for (size_t i = 0; i < g->notes.n; i++)
        write_remark(p, TEXT("note"), g->notes.at[i]);
    write_help(p, g);
    pen_break(&p->pen);
}

/* "2 errors", with the noun in its number. */
static struct text counted(struct arena *a, size_t n, struct text noun)
{
    return SAY(a, "{} {}{}", text_number(a, (long long)n), noun, n == 1 ? TEXT("") : TEXT("s"));
}

static void write_total(struct printer *p, const struct diags *d)
{
    if (d->errors)
        pen_write(&p->pen, counted(p->arena, d->errors, TEXT("error")), TONE_STRONG);
    if (d->errors && d->warnings)
        pen_write(&p->pen, TEXT(", "), TONE_STRONG);
    if (d->warnings)
        pen_write(&p->pen, counted(p->arena, d->warnings, TEXT("warning")), TONE_STRONG);
    pen_write(&p->pen, TEXT(" found"), TONE_STRONG);
    if (d->errors + d->warnings > d->all.n)
        pen_write(&p->pen,
                  SAY(p->arena, "; only the first {} are shown",
                      text_number(p->arena, (long long)d->all.n)),
                  TONE_PLAIN);
    pen_break(&p->pen);
}

void report_diagnostics_text(struct buffer *out, const struct diags *d, struct text_style style)
{
    if (!d->errors && !d->warnings)
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
