/* Lines of a laid-out file. */
#include "format/page.h"

#include "render/text.h"

enum {
    COMMENT_COLUMN = 41, /* left of comments, unless a line reaches further */
    COMMENT_GAP = 2,
    COMMENT_REACH = 80, /* a longer line does not push the comments of its neighbours */
};

struct page page_in(struct arena *a)
{
    return (struct page){.arena = a, .now = buffer_in(a)};
}

static void end_line(struct page *p, struct text comment)
{
    if (!p->now.n && !comment.n)
        return;
    LIST_ADD(p->arena, &p->lines,
             (struct page_line){.indent = p->indent,
                                .says = buffer_text(&p->now),
                                .comment = comment,
                                .apart = p->apart && p->lines.n});
    p->now = buffer_in(p->arena);
    p->apart = false;
}

void page_begin(struct page *p, size_t indent, bool apart)
{
    end_line(p, TEXT(""));
    p->indent = p->column = indent;
    p->apart = apart;
}

void page_add(struct page *p, size_t spaces, struct text t, size_t width)
{
    if (p->now.n) {
        buffer_add_times(&p->now, TEXT(" "), spaces);
        p->column += spaces;
    }
    buffer_add(&p->now, t);
    p->column += width;
}

void page_comment(struct page *p, struct text comment)
{
    end_line(p, comment);
}

void page_comment_line(struct page *p, size_t indent, bool apart, struct text comment)
{
    page_begin(p, indent, apart);
    page_add(p, 0, comment, 0);
    end_line(p, TEXT(""));
}

void page_comment_goes_on(struct page *p, struct text comment)
{
    end_line(p, TEXT(""));
    p->apart = false;
    end_line(p, comment);
}

static size_t width_of(const struct page_line *l)
{
    return l->indent + width_columns(l->says);
}

/* Where the comments of the lines that begin with line `from` stand, and how many lines these are:
 * neighbours with the same indent. */
static size_t comment_column(const struct page *p, size_t from, size_t *lines)
{
    size_t column = COMMENT_COLUMN, i = from;
    for (; i < p->lines.n; i++) {
        const struct page_line *l = &p->lines.at[i];
        if (i > from && (l->apart || l->indent != p->lines.at[from].indent))
            break;
        size_t width = l->comment.n ? width_of(l) : 0;
        if (width <= COMMENT_REACH && width + COMMENT_GAP > column)
            column = width + COMMENT_GAP;
    }
    *lines = i - from;
    return column;
}

/* Returns where the comment begins: what goes on from it begins there too. */
static size_t write_line(struct buffer *b, const struct page_line *l, size_t column, size_t above)
{
    if (l->apart)
        buffer_add_byte(b, '\n');
    buffer_add_times(b, TEXT(" "), l->says.n ? l->indent : 0);
    buffer_add(b, l->says);
    if (l->comment.n) {
        size_t width = l->says.n ? width_of(l) : 0;
        column = !l->says.n ? above : width + COMMENT_GAP > column ? width + COMMENT_GAP : column;
        buffer_add_times(b, TEXT(" "), column - width);
        buffer_add(b, l->comment);
    }
    buffer_add_byte(b, '\n');
    return column;
}

struct text page_text(struct page *p)
{
    end_line(p, TEXT(""));
    struct buffer b = buffer_in(p->arena);
    for (size_t i = 0, n; i < p->lines.n; i += n) {
        size_t column = comment_column(p, i, &n), at = column;
        for (size_t j = i; j < i + n; j++)
            at = write_line(&b, &p->lines.at[j], column, at);
    }
    return b.n ? buffer_text(&b) : TEXT("");
}
