/* From tokens and gaps to lines.
 *
 * An item of a block begins a line.  A block stands on the line of its item when it holds at most
 * one item that has no block of its own, or two that are short, nothing in it is a comment, and the
 * line fits; so the
 * layout never depends on the one before.  A line that is too long is broken where the tree is
 * shallowest. */
#include "format/columns.h"
#include "format/layout.h"
#include "rules.tab.h"

struct item {
    size_t from, to; /* tokens, the last excluded */
    size_t indent;
    enum row_kind row;
    bool open;  /* a block of it has lines of its own */
    bool apart; /* an empty line stands above */
};

static void write_items(struct layout *l, size_t from, size_t to, size_t indent);

/* --- is it one line? ------------------------------------------------------------------------ */

static size_t width_of(const struct layout *l, size_t from, size_t to)
{
    return from < to ? l->columns[to - 1] + l->width[to - 1] - l->columns[from] : 0;
}

/* Whether the block that opens at `brace` may stay on its line: `points 1   score 5` is short too.
 */
static bool is_short(const struct layout *l, const struct item *item, size_t brace)
{
    size_t width = item->indent + width_of(l, item->from, item->to), more = 0;
    for (size_t i = brace + 1; i < l->match[brace]; i++) {
        if (token_kind(l, i) == TOK_LBRACE || (l->facts[i] && token_written(l, i).n))
            return false;
        more += l->gap[i].item && i > brace + 1;
    }
    const struct gap *first = &l->gap[brace + 1];
    return !more || (more == 1 && first->row == ROW_WORD && width <= FORMAT_SHORT);
}

/* Whether a block of this item needs lines of its own. */
static bool is_open(const struct layout *l, const struct item *item)
{
    size_t brace = item->from;
    while (brace < item->to && token_kind(l, brace) != TOK_LBRACE)
        brace++;
    if (brace == item->to)
        return false;
    if (item->indent + width_of(l, item->from, item->to) > FORMAT_PAGE ||
        comments_within(l, item->from, item->to - 1))
        return true;
    for (; brace < item->to; brace++)
        if (token_kind(l, brace) == TOK_LBRACE && !is_short(l, item, brace))
            return true;
    return false;
}

static size_t width_limit(enum row_kind row)
{
    bool downwards = row == ROW_FACT || row == ROW_UNIT || row == ROW_BAND || row == ROW_CASE ||
                     row == ROW_ADJUST || row == ROW_STEP || row == ROW_LET || row == ROW_EXPECT ||
                     row == ROW_COLUMN;
    return downwards ? FORMAT_TABLE : FORMAT_PAGE;
}

/* --- rows ----------------------------------------------------------------------------------- */

/* The cells of one line: what begins at its columns, up to the next one. */
static struct column_row row_of(struct layout *l, const struct item *item)
{
    struct column_row r = {0};
    size_t n = 1, start = item->from;
    for (size_t i = item->from + 1; i < item->to; i++)
        n += l->gap[i].column != 0;
    r.cells = ARENA_ARRAY(l->arena, struct column_cell, n);
    for (size_t i = item->from + 1; i <= item->to; i++) {
        if (i < item->to && !l->gap[i].column)
            continue;
        const struct gap *g = &l->gap[start];
        bool first = start == item->from;
        r.cells[r.n++] = (struct column_cell){.width = width_of(l, start, i),
                                              .column = first ? 0 : g->column,
                                              .gap = first ? 0 : g->spaces,
                                              .right = !first && g->right};
        start = i;
    }
    return r;
}

static void take_spaces(struct layout *l, const struct item *item, const struct column_row *r)
{
    size_t cell = 1;
    for (size_t i = item->from + 1; i < item->to && cell < r->n; i++)
        if (l->gap[i].column)
            l->gap[i].spaces = (unsigned)r->cells[cell++].spaces;
}

static bool takes_part(const struct layout *l, const struct item *item)
{
    return !item->open && !comments_within(l, item->from, item->to - 1);
}

/* Bring the items of one kind among these neighbours under each other. */
static void align_kind(struct layout *l, const struct item *items, size_t n, enum row_kind kind)
{
    LIST_OF(struct column_row) rows = {0};
    for (size_t i = 0; i < n; i++)
        if (items[i].row == kind && takes_part(l, &items[i]))
            LIST_ADD(l->arena, &rows, row_of(l, &items[i]));
    if (rows.n < 2)
        return;
    bool always = kind == ROW_WORD || kind == ROW_STEP; /* steps that do not fit stand up */
    columns_align(rows.at, rows.n, items->indent, always ? 0 : width_limit(kind));
    for (size_t i = 0, r = 0; i < n; i++)
        if (items[i].row == kind && takes_part(l, &items[i]))
            take_spaces(l, &items[i], &rows.at[r++]);
}

/* Neighbours are what neither an empty line nor an open block parts. */
static void align(struct layout *l, const struct item *items, size_t n)
{
    for (size_t i = 0, next; i < n; i = next) {
        bool seen[ROW_KINDS] = {false};
        next = i + 1;
        while (next < n && !items[next].apart && !items[next - 1].open && !items[next].open)
            next++;
        for (size_t j = i; j < next; j++)
            seen[items[j].row] = true;
        for (int kind = ROW_WORD; kind < ROW_KINDS; kind++)
            if (seen[kind])
                align_kind(l, items + i, next - i, (enum row_kind)kind);
    }
}

/* --- long lines ----------------------------------------------------------------------------- */

/* The best place to break the line that begins with token `from` at `column`: that of the lowest
 * rank before the page ends, of equal ones the last; `to` when the line fits or cannot be broken.
 */
static size_t place_to_break(const struct layout *l, size_t from, size_t to, size_t column,
                             size_t limit)
{
    size_t best = to;
    for (size_t i = from; i < to; i++) {
        const struct gap *g = &l->gap[i];
        if (i > from && g->rank && (best == to || g->rank <= l->gap[best].rank))
            best = i;
        column += (i > from ? g->spaces : 0) + l->width[i];
        if (column > limit && best < to)
            return best;
    }
    return column > limit ? best : to;
}

/* Where the line that begins with token `from` ends at the latest: behind a `{` that opens, or
 * where a break is certain. */
static size_t end_of_line(const struct layout *l, const struct item *item, size_t from)
{
    for (size_t i = from; i < item->to; i++) {
        if (i > from && (l->gap[i].breaks || l->comment[i] < l->comment[i + 1]))
            return i;
        if (item->open && token_kind(l, i) == TOK_LBRACE)
            return i + 1;
    }
    return item->to;
}

static void break_lines(struct layout *l, const struct item *item)
{
    size_t limit = width_limit(item->row), column = item->indent, end = item->from;
    for (size_t from = item->from, to; from < item->to; from = to) {
        if (from >= end)
            end = end_of_line(l, item, from);
        to = place_to_break(l, from, end, column, limit);
        bool opens = to == end && item->open && token_kind(l, end - 1) == TOK_LBRACE;
        if (to < end)
            l->gap[to].breaks = true;
        if (opens)
            to = l->match[end - 1];
        column = item->indent + (opens ? 0 : PAGE_FURTHER);
    }
}

static size_t width_aligned(const struct layout *l, const struct item *item)
{
    size_t width = item->indent;
    for (size_t i = item->from; i < item->to; i++)
        width += (i > item->from ? l->gap[i].spaces : 0) + l->width[i];
    return width;
}

/* Steps have their properties under each other on lines of their own as soon as one of them does
 * not fit. */
static void stand_steps_up(struct layout *l, const struct item *items, size_t n)
{
    bool wide = false;
    for (size_t i = 0; i < n; i++)
        wide = wide || (items[i].row == ROW_STEP &&
                        (!takes_part(l, &items[i]) || width_aligned(l, &items[i]) > FORMAT_TABLE));
    for (size_t i = 0; i < n && wide; i++)
        for (size_t t = items[i].from; t < items[i].to && items[i].row == ROW_STEP; t++) {
            l->gap[t].breaks = l->gap[t].property && t > items[i].from + 1;
            if (l->gap[t].column == 1 || t == items[i].from + 1)
                l->gap[t].spaces = 1;
        }
}

/* --- writing -------------------------------------------------------------------------------- */

/* The comments in front of a token: the first may stand behind the token before it.  `apart`: empty
 * lines between them stay, but for one above the first when it is at the `top` of a block.  Whether
 * there are any on lines of their own. */
static bool write_comments(struct layout *l, size_t token, size_t indent, bool apart, bool top)
{
    bool trails = false, own = false;
    for (size_t c = l->comment[token]; c < l->comment[token + 1]; c++) {
        size_t lines = lines_above_comment(l, c);
        if (token && c == l->comment[token] && !lines) {
            page_comment(&l->page, comment_text(l, c));
            trails = true;
        } else if (trails && comment_goes_on(l, c)) {
            page_comment_goes_on(&l->page, comment_text(l, c));
        } else {
            page_comment_line(&l->page, indent, apart && !(top && !own) && lines > 1,
                              comment_text(l, c));
            trails = false;
            own = true;
        }
    }
    return own;
}

static bool has_comments(const struct layout *l, size_t token)
{
    return l->comment[token] < l->comment[token + 1];
}

static void write_item(struct layout *l, const struct item *item)
{
    for (size_t i = item->from; i < item->to; i++) {
        size_t further = item->indent + PAGE_FURTHER;
        if (i > item->from && has_comments(l, i))
            write_comments(l, i, further, false, false);
        if (i > item->from && (has_comments(l, i) || l->gap[i].breaks))
            page_begin(&l->page, further, false);
        page_add(&l->page, l->gap[i].spaces, token_written(l, i), l->width[i]);
        if (!item->open || token_kind(l, i) != TOK_LBRACE)
            continue;
        if (l->facts[i + 1])
            statements_write(&l->page, l->facts[i + 1], item->indent + PAGE_INDENT);
        else
            write_items(l, i + 1, l->match[i], item->indent + PAGE_INDENT);
        i = l->match[i];
        page_begin(&l->page, item->indent, false);
        page_add(&l->page, 0, token_written(l, i), l->width[i]);
    }
}

/* Whether an empty line stands between a token and the one before it. */
static bool is_apart(const struct layout *l, size_t token)
{
    bool apart = lines_above_token(l, token) > 1;
    for (size_t c = l->comment[token]; c < l->comment[token + 1]; c++)
        apart = apart || lines_above_comment(l, c) > 1;
    return apart;
}

/* The items that stand in tokens `from` to `to`. */
static struct item *items_in(struct layout *l, size_t from, size_t to, size_t indent, size_t *n)
{
    LIST_OF(struct item) items = {0};
    for (size_t i = from, next; i < to; i = next) {
        next = i;
        do
            next = token_kind(l, next) == TOK_LBRACE ? l->match[next] + 1 : next + 1;
        while (next < to && !l->gap[next].item);
        struct item item = {.from = i, .to = next, .indent = indent, .row = l->gap[i].row};
        item.open = is_open(l, &item);
        item.apart = i > from && is_apart(l, i);
        LIST_ADD(l->arena, &items, item);
    }
    *n = items.n;
    return items.at;
}

static void write_items(struct layout *l, size_t from, size_t to, size_t indent)
{
    size_t n;
    struct item *items = items_in(l, from, to, indent, &n);
    align(l, items, n);
    stand_steps_up(l, items, n);
    for (size_t i = 0; i < n; i++) {
        bool comments = write_comments(l, items[i].from, indent, true, i == 0);
        page_begin(&l->page, indent,
                   (i > 0 || comments) && lines_above_token(l, items[i].from) > 1);
        break_lines(l, &items[i]);
        write_item(l, &items[i]);
    }
    write_comments(l, to, indent, true, !n);
}

void layout_items(struct layout *l)
{
    write_items(l, 0, l->n, 0);
}
