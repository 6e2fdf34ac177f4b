/* A calculation with the value of each part below it.
 *
 *     12 |   measure spent / given
 *        |           |     | |
 *        |           40    | 80
 *        |                 50 %
 *
 * Values are set from the right: one goes on the same row as its right neighbour where it fits in
 * front of it, else a stroke leads down to the next row. */
#include "report/values.h"

struct note {
    size_t column;
    struct text says;
    bool told;
};

struct notes {
    struct note *at;
    size_t n;
};

/* Which of those that are left fit on this row. */
static size_t choose(struct notes notes, bool *now)
{
    size_t limit = SIZE_MAX, left = 0;
    for (size_t i = notes.n; i--;) {
        struct note *note = &notes.at[i];
        now[i] = false;
        if (note->told)
            continue;
        size_t end = note->column + width_columns(note->says) + 1;
        now[i] = note->told = limit == SIZE_MAX || end <= limit;
        left += !now[i];
        limit = note->column;
    }
    return left;
}

static void write_row(struct printer *p, struct notes notes, const bool *now)
{
    printer_bar(p, TEXT("|"));
    size_t base = p->pen.column;
    for (size_t i = 0; i < notes.n; i++) {
        if (notes.at[i].told && !(now && now[i]))
            continue;
        pen_move(&p->pen, base + notes.at[i].column);
        if (now && now[i])
            printer_text(p, notes.at[i].says, TONE_PLAIN);
        else
            pen_write(&p->pen, TEXT("|"), TONE_FAINT);
    }
    pen_break(&p->pen);
}

static void write_notes(struct printer *p, struct notes notes)
{
    bool *now = ARENA_ARRAY(p->arena, bool, notes.n + 1);
    write_row(p, notes, NULL);
    size_t left;
    do {
        left = choose(notes, now);
        write_row(p, notes, now);
    } while (left);
}

/* One line of the calculation with those parts whose place it holds, from number `first` on; how
 * many these are. */
static size_t write_line(struct printer *p, const struct valued *v, size_t first)
{
    struct place at = source_place(
        p->sources,
        source_real(p->sources, (struct span){v->parts.at[first].at, v->parts.at[first].at}).lo);
    struct text line = source_line(p->sources, at.source, at.line);
    struct notes notes = {ARENA_ARRAY(p->arena, struct note, v->parts.n - first), 0};
    struct view view = {.shown = {0}};
    for (size_t i = first; i < v->parts.n; i++) {
        uint32_t address =
            source_real(p->sources, (struct span){v->parts.at[i].at, v->parts.at[i].at}).lo;
        struct place here = source_place(p->sources, address);
        if (here.source != at.source || here.line != at.line)
            break;
        size_t offset = line_offset(here, address, line);
        if (i == first)
            view = view_of(p->arena, line, offset);
        size_t column = column_of(p->arena, view.shown, view_offset(&view, offset));
        if (!notes.n || notes.at[notes.n - 1].column < column)
            notes.at[notes.n++] = (struct note){column, v->parts.at[i].says, false};
        first++;
    }
    printer_line(p, at.line, view.shown);
    write_notes(p, notes);
    return first;
}

void printer_values(struct printer *p, const struct valued_list *list)
{
    for (size_t i = 0; i < list->all.n; i++) {
        const struct valued *v = &list->all.at[i];
        uint32_t lo = v->parts.at[0].at;
        struct span at = source_real(p->sources, (struct span){lo, lo});
        size_t digits = line_digits(source_place(p->sources, at.lo).line);
        p->gutter = digits > p->gutter ? digits : p->gutter;
        printer_place(p, v->name, at);
        for (size_t next = 0; next < v->parts.n;)
            next = write_line(p, v, next);
    }
}
