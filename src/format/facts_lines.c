/* Fact files: from statements to lines. */
#include "format/facts_cells.h"
#include "render/text.h"

static void write_block(struct page *p, const struct statements *s, const struct statement *block,
                        size_t indent, size_t *comment, size_t end);

/* The comments in front of a piece, as far as they have not been written.  `*apart`: an empty line
 * stands in front of what follows; `top`: nothing stands above it in its block. */
static void write_comments(struct page *p, const struct statements *s, size_t piece, size_t indent,
                           size_t *comment, bool top, bool *apart)
{
    size_t lines = piece < s->pieces.n ? s->pieces.at[piece].lines : 0;
    for (; *comment < s->comments.n && s->comments.at[*comment].before <= piece; ++*comment) {
        const struct fact_comment *c = &s->comments.at[*comment];
        if (c->trails) {
            if (c->lines)
                page_comment_goes_on(p, c->text);
            else
                page_comment(p, c->text);
            continue;
        }
        page_comment_line(p, indent, c->lines > 1 && !top, c->text);
        top = false;
    }
    *apart = lines > 1 && !top;
}

static void write_pieces(struct page *p, const struct statements *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        page_add(p, 1, s->pieces.at[i].text, width_columns(s->pieces.at[i].text));
}

static void write_statement(struct page *p, const struct statements *s, const struct statement *now,
                            const struct line *l, size_t indent, size_t *comment)
{
    size_t pad = 0;
    if (!now->block) {
        for (size_t i = 0; i < l->row.n; i++) {
            page_add(p, l->row.cells[i].spaces + pad, l->text[i], width_columns(l->text[i]));
            pad = l->pad[i];
        }
        return;
    }
    write_pieces(p, s, now->from, now->block);
    if (now->inner.n ||
        (*comment < s->comments.n && s->comments.at[*comment].before <= now->close)) {
        write_block(p, s, now, indent + PAGE_INDENT, comment, now->close);
        page_begin(p, indent, false);
    }
    write_pieces(p, s, now->close, now->close + 1);
    for (size_t i = now->close + 1; i < now->behind; i++)
        page_add(p, i == now->close + 1 ? 3 : 1, s->pieces.at[i].text,
                 width_columns(s->pieces.at[i].text));
}

static bool is_apart(const struct statements *s, const struct statement *now, size_t comment)
{
    bool apart = s->pieces.at[now->from].lines > 1;
    for (; comment < s->comments.n && s->comments.at[comment].before <= now->from; comment++)
        apart = apart ||
                (s->comments.at[comment].before == now->from && s->comments.at[comment].lines > 1);
    return apart;
}

static void align_kind(struct arena *a, struct line *lines, size_t n, enum line_kind kind,
                       size_t indent)
{
    LIST_OF(struct column_row) rows = {0};
    for (size_t i = 0; i < n; i++)
        if (lines[i].kind == kind)
            LIST_ADD(a, &rows, lines[i].row);
    if (rows.n > 1)
        columns_align(rows.at, rows.n, indent, 0); /* the cells are shared */
}

/* Neighbours are what neither an empty line nor a block parts. */
static void align(const struct statements *s, const struct statement *block, struct line *lines,
                  size_t indent, size_t comment)
{
    size_t n = block->inner.n;
    for (size_t i = 0, next; i < n; i = next) {
        next = i + 1;
        while (next < n && !block->inner.at[next].block && !block->inner.at[next - 1].block) {
            const struct statement *now = &block->inner.at[next];
            while (comment < s->comments.n && s->comments.at[comment].before < now->from)
                comment++;
            if (lines[next].kind != LINE_ROW && is_apart(s, now, comment))
                break;
            next++;
        }
        lines_pad(lines + i, next - i);
        for (int kind = LINE_FACT; kind < LINE_KINDS; kind++)
            align_kind(s->arena, lines + i, next - i, (enum line_kind)kind, indent);
    }
}

static void write_block(struct page *p, const struct statements *s, const struct statement *block,
                        size_t indent, size_t *comment, size_t end)
{
    struct line *lines = ARENA_ARRAY(s->arena, struct line, block->inner.n);
    bool apart;
    if (block->block && is_table(s, block))
        lines_of_table(s, block, lines);
    else
        for (size_t i = 0; i < block->inner.n; i++)
            lines[i] = block->inner.at[i].block ? (struct line){LINE_ALONE, NULL, {0}, NULL}
                                                : line_of(s, &block->inner.at[i], !block->block);
    align(s, block, lines, indent, *comment);
    for (size_t i = 0; i < block->inner.n; i++) {
        const struct statement *now = &block->inner.at[i];
        write_comments(p, s, now->from, indent, comment, i == 0, &apart);
        page_begin(p, indent, apart);
        write_statement(p, s, now, &lines[i], indent, comment);
    }
    write_comments(p, s, end, indent, comment, !block->inner.n, &apart);
}

void statements_write(struct page *p, const struct statements *s, size_t indent)
{
    size_t comment = 0;
    write_block(p, s, &s->all, indent, &comment, s->pieces.n);
}
