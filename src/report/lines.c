/* Source lines beside their gutter.
 *
 * A very long line is reduced to a view around what is marked in it; it is cut between letters, not
 * between a letter and its marks. */
#include "report/lines.h"

enum {
    LONGEST_LINE = 160,   /* columns */
    LONGEST_BYTES = 1600, /* Thai has up to nine in a column */
    VIEW_BEFORE = 60,     /* characters */
    VIEW_BEHIND = 90,
    MOST_MARKS = 8, /* that one letter can carry, for cutting beside it */
};

void printer_text(struct printer *p, struct text t, enum tone tone)
{
    pen_write(&p->pen, text_visible(p->arena, t), tone);
}

void printer_bar(struct printer *p, struct text sign)
{
    pen_move(&p->pen, p->gutter + 1);
    pen_write(&p->pen, sign, TONE_FAINT);
    pen_write(&p->pen, TEXT(" "), TONE_PLAIN);
}

void printer_empty_bar(struct printer *p)
{
    printer_bar(p, TEXT("|"));
    pen_break(&p->pen);
}

void printer_line(struct printer *p, size_t line, struct text shown)
{
    pen_write(&p->pen, text_number(p->arena, (long long)line), TONE_FAINT);
    printer_bar(p, TEXT("|"));
    printer_text(p, shown, TONE_PLAIN);
    pen_break(&p->pen);
}

void printer_place(struct printer *p, struct text arrow, struct span at)
{
    pen_move(&p->pen, p->gutter);
    pen_write(&p->pen, arrow, TONE_FAINT);
    pen_write(&p->pen, TEXT(" "), TONE_PLAIN);
    printer_text(p, source_place_words(p->arena, p->sources, at), TONE_PLAIN);
    pen_break(&p->pen);
    printer_empty_bar(p);
}

size_t line_digits(size_t line)
{
    size_t digits = 1;
    for (; line >= 10; line /= 10)
        digits++;
    return digits;
}

size_t line_offset(struct place at, uint32_t address, struct text line)
{
    size_t offset = address - at.source->base - at.start;
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

struct view view_of(struct arena *a, struct text line, size_t around)
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

size_t column_of(struct arena *a, struct text t, size_t i)
{
    return width_columns(text_visible(a, (struct text){t.at, i < t.n ? i : t.n}));
}

size_t view_offset(const struct view *v, size_t i)
{
    if (i < v->lo)
        return 0;
    return (i < v->hi ? i : v->hi) - v->lo + v->lead;
}
