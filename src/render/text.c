/* A document as text for a terminal or a file.
 *
 * Every text of the document is made visible once, before it is measured; from there on widths are
 * widths of what is shown. */
#include "render/page.h"

static const char *const tone_on[] = {
    [TONE_PLAIN] = "",        [TONE_STRONG] = "\033[1m", [TONE_FAINT] = "\033[2m",
    [TONE_GOOD] = "\033[32m", [TONE_WARN] = "\033[33m",  [TONE_BAD] = "\033[31m",
    [TONE_CODE] = "",
};

void pen_write(struct pen *p, struct text t, enum tone tone)
{
    size_t columns = width_columns(t), behind = 0;
    while (t.n && t.at[0] == ' ')
        t.at++, t.n--, p->owed++;
    while (t.n && t.at[t.n - 1] == ' ')
        t.n--, behind++;
    p->column += columns;
    if (t.n) {
        bool toned = p->colour && tone != TONE_PLAIN;
        buffer_add_times(p->out, TEXT(" "), p->owed);
        buffer_add(p->out, toned ? text_of(tone_on[tone]) : TEXT(""));
        buffer_add(p->out, t);
        buffer_add(p->out, toned ? TEXT("\033[0m") : TEXT(""));
        p->owed = 0;
    }
    p->owed += behind;
}

void pen_move(struct pen *p, size_t column)
{
    if (column <= p->column)
        return;
    p->owed += column - p->column;
    p->column = column;
}

void pen_break(struct pen *p)
{
    buffer_add_byte(p->out, '\n');
    p->column = p->owed = 0;
}

/* Take as many words from `left` as go into `columns`; of a word that is too long, as many
 * characters as do. */
static struct text take_line(struct text *left, size_t columns)
{
    struct text t = *left;
    size_t end = 0, used = 0, word_end = 0;
    while (end < t.n) {
        size_t next = width_next(t, end);
        if (end && t.at[end] == ' ' && t.at[end - 1] != ' ')
            word_end = end;
        used += width_columns((struct text){t.at + end, next - end});
        if (used > columns && end)
            break;
        end = next;
    }
    if (end < t.n && word_end)
        end = word_end;
    *left = text_after(t, end);
    while (left->n && left->at[0] == ' ')
        *left = text_after(*left, 1);
    return (struct text){t.at, end};
}

void page_wrap(struct page *p, struct cell cell, size_t indent, size_t hanging)
{
    size_t at = indent;
    struct text left = cell.text;
    for (;;) {
        size_t room = p->width < at + NARROWEST ? NARROWEST : p->width - at;
        pen_move(&p->pen, at);
        pen_write(&p->pen, take_line(&left, p->width ? room : (size_t)-1), cell.tone);
        if (!left.n)
            return;
        pen_break(&p->pen);
        at = hanging;
    }
}

/* A line with an aside, which stands at `aside_at` on a page without margin. */
static void write_line(struct page *p, struct cell body, size_t indent, struct text aside,
                       size_t aside_at)
{
    size_t columns = width_columns(aside), end = indent + width_columns(body.text);
    page_wrap(p, body, indent, indent + INDENT);
    if (p->width && columns) {
        if (body.text.n && end + GAP + columns > p->width)
            pen_break(&p->pen);
        aside_at = columns < p->width ? p->width - columns : 0;
    }
    pen_move(&p->pen, aside_at);
    pen_write(&p->pen, aside, TONE_FAINT);
    pen_break(&p->pen);
}

struct text text_spoken(struct arena *a, struct text t, bool thai_digits)
{
    struct text shown = text_visible(a, t);
    if (!thai_digits)
        return shown;
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < shown.n; i++) {
        char c = shown.at[i];
        if (c >= '0' && c <= '9')
            buffer_add_point(&b, 0x0E50u + (unsigned)(c - '0'));
        else
            buffer_add_byte(&b, c);
    }
    return buffer_text(&b);
}

static struct text spoken(struct page *p, struct text t)
{
    return text_spoken(p->arena, t, p->thai_digits);
}

static struct cell visible_cell(struct page *p, struct cell cell)
{
    bool code = cell.tone == TONE_CODE;
    return (struct cell){code ? text_visible(p->arena, cell.text) : spoken(p, cell.text),
                         cell.tone};
}

static void render_heading(struct page *p, const struct block *b)
{
    struct cell text = visible_cell(p, b->text);
    write_line(p, text, 0, text_visible(p->arena, b->aside), width_columns(text.text) + GAP);
}

static void render_paragraph(struct page *p, const struct block *b)
{
    page_wrap(p, visible_cell(p, b->text), 0, 0);
    pen_break(&p->pen);
}

static void render_outline(struct page *p, const struct block *b)
{
    struct cell *body = ARENA_ARRAY(p->arena, struct cell, b->lines.n);
    size_t longest = 0;
    for (size_t i = 0; i < b->lines.n; i++) {
        body[i] = visible_cell(p, b->lines.at[i].body);
        size_t end = (size_t)b->lines.at[i].depth * INDENT + width_columns(body[i].text);
        longest = end > longest ? end : longest;
    }
    for (size_t i = 0; i < b->lines.n; i++) {
        const struct outline_line *line = &b->lines.at[i];
        write_line(p, body[i], (size_t)line->depth * INDENT, text_visible(p->arena, line->aside),
                   longest + GAP);
    }
}

/* A table made visible and measured.  Line 0 holds the headings, row i is line i + 1. */
struct grid {
    const struct block *table;
    size_t columns;
    struct text *shown;
    size_t *width; /* of each column; one of width 0 is left out together with its gap */
    bool headed;
};

static struct text *grid_line(const struct grid *g, size_t line)
{
    return g->shown + line * g->columns;
}

static size_t grid_indent(const struct grid *g, size_t line, size_t column)
{
    return line && column == 0 ? (size_t)g->table->rows.at[line - 1].depth * INDENT : 0;
}

static size_t grid_total(const struct grid *g)
{
    size_t total = 0;
    for (size_t c = 0; c < g->columns; c++)
        if (g->width[c])
            total += g->width[c] + (total ? GAP : 0);
    return total;
}

static void fit_to_page(const struct grid *g, size_t page)
{
    size_t total = grid_total(g);
    for (size_t c = 0; page && total > page && c < g->columns; c++) {
        size_t *width = &g->width[c], over = total - page;
        if (!g->table->columns.at[c].gives_way || *width <= NARROWEST)
            continue;
        *width = *width - NARROWEST > over ? *width - over : NARROWEST;
        return;
    }
}

static struct grid grid_of(struct page *p, const struct block *table)
{
    struct grid g = {.table = table, .columns = table->columns.n};
    g.shown = ARENA_ARRAY(p->arena, struct text, (table->rows.n + 1) * g.columns);
    g.width = ARENA_ARRAY(p->arena, size_t, g.columns);
    for (size_t line = 0; line <= table->rows.n; line++) {
        for (size_t c = 0; c < g.columns; c++) {
            struct cell raw = line ? table->rows.at[line - 1].cell[c]
                                   : (struct cell){.text = table->columns.at[c].heading};
            struct text *shown = &grid_line(&g, line)[c];
            *shown = visible_cell(p, raw).text;
            g.headed |= line == 0 && shown->n;
            size_t width = shown->n ? grid_indent(&g, line, c) + width_columns(*shown) : 0;
            g.width[c] = width > g.width[c] ? width : g.width[c];
        }
    }
    fit_to_page(&g, p->width);
    return g;
}

static void write_grid_line(struct page *p, const struct grid *g, size_t line)
{
    size_t start = 0;
    for (size_t c = 0; c < g->columns; c++) {
        size_t width = g->width[c], indent = grid_indent(g, line, c);
        if (!width)
            continue;
        struct text shown =
            width_cut(p->arena, grid_line(g, line)[c], indent < width ? width - indent : 1);
        if (g->table->columns.at[c].align == ALIGN_RIGHT)
            indent = width - width_columns(shown);
        pen_move(&p->pen, start + indent);
        pen_write(&p->pen, shown, line ? g->table->rows.at[line - 1].cell[c].tone : TONE_FAINT);
        start += width + GAP;
    }
    pen_break(&p->pen);
}

static void render_table(struct page *p, const struct block *b)
{
    struct grid g = grid_of(p, b);
    if (g.headed)
        write_grid_line(p, &g, 0);
    for (size_t i = 0; i < b->rows.n; i++) {
        if (b->rows.at[i].rule_above) {
            for (size_t n = grid_total(&g); n; n--)
                pen_write(&p->pen, TEXT("─"), TONE_PLAIN);
            pen_break(&p->pen);
        }
        write_grid_line(p, &g, i + 1);
    }
}

static void (*const render_block[])(struct page *, const struct block *) = {
    [BLOCK_HEADING] = render_heading, [BLOCK_PARAGRAPH] = render_paragraph,
    [BLOCK_TABLE] = render_table,     [BLOCK_OUTLINE] = render_outline,
    [BLOCK_LISTING] = page_listing,   [BLOCK_FORMULA] = render_paragraph,
};

void render_text(struct buffer *out, const struct document *d, struct text_style style)
{
    struct page p = {
        {.out = out, .colour = style.colour}, out->arena, style.width, style.thai_digits};
    for (size_t i = 0; i < d->blocks.n; i++) {
        if (d->blocks.at[i]->kind == BLOCK_CHART)
            continue;
        if (i && d->blocks.at[i - 1]->kind != BLOCK_HEADING)
            pen_break(&p.pen);
        render_block[d->blocks.at[i]->kind](&p, d->blocks.at[i]);
    }
}
