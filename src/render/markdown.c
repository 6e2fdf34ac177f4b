/* A document as GitHub-flavoured Markdown.
 *
 * Every text of the document goes through markdown_escaped once, so that data stays data whatever
 * it holds; all markup in the output is written here.  A block is set apart by an empty line,
 * except that nothing separates lines of a list: an empty line would make the list a loose one. */
#include "render/markdown.h"

#include <unictype.h>

#include "render/html.h"
#include "render/text.h"

struct sheet {
    struct buffer *out;
    struct arena *arena;
    bool thai_digits;
    size_t blocks; /* written so far */
};

/* --- escaping ------------------------------------------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char at_or_end(struct text t, size_t i)
{
    return i < t.n ? t.at[i] : ' ';
}

/* At the start of a block these begin a list, a heading underline or a break, elsewhere nothing:
 * "- ", "+ ", "--", "1. ", "1) ", "==". */
static bool begins_block(struct text t, size_t i)
{
    char c = t.at[i], next = at_or_end(t, i + 1);
    if (i == 0 && (c == '-' || c == '+' || c == '='))
        return next == ' ' || next == c;
    if ((c != '.' && c != ')') || next != ' ')
        return false;
    for (size_t j = 0; j < i; j++)
        if (!is_digit(t.at[j]))
            return false;
    return i > 0;
}

/* "https://" and "www." would become links by themselves. */
static bool begins_link(struct text t, size_t i)
{
    char before = i ? t.at[i - 1] : ' ';
    return (t.at[i] == ':' && at_or_end(t, i + 1) == '/') ||
           (t.at[i] == '.' && (before == 'w' || before == 'W'));
}

static bool is_markup(struct text t, size_t i)
{
    switch (t.at[i]) {
    case '\\':
    case '`':
    case '*':
    case '_':
    case '[':
    case ']':
    case '#':
    case '|':
    case '~':
    case '$':
        return true;
    default:
        return begins_block(t, i) || begins_link(t, i);
    }
}

/* Entities and not backslashes for what HTML knows: they hold in every dialect, and when the
 * Markdown is pasted into a page. */
static struct text entity_of(char c)
{
    return c == '<' ? TEXT("&lt;") : c == '>' ? TEXT("&gt;") : TEXT("&amp;");
}

static void add_escaped(struct buffer *b, struct text t, size_t i)
{
    if (t.at[i] == '<' || t.at[i] == '>' || t.at[i] == '&') {
        buffer_add(b, entity_of(t.at[i]));
        return;
    }
    if (is_markup(t, i))
        buffer_add_byte(b, '\\');
    buffer_add_byte(b, t.at[i]);
}

/* Spaces from `from` on; how many. */
static size_t count_spaces(struct text t, size_t from)
{
    size_t n = 0;
    while (from + n < t.n && t.at[from + n] == ' ')
        n++;
    return n;
}

/* A space of another kind at the end of a strong text would undo the asterisks beside it; its
 * entity does not. */
static bool is_wide_space(uint32_t point)
{
    return point != ' ' && uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Zs);
}

static void add_wide_space(struct buffer *b, uint32_t point)
{
    buffer_add(b, TEXT("&#"));
    buffer_add_number(b, (long long)point);
    buffer_add_byte(b, ';');
}

struct text markdown_escaped(struct arena *a, struct text t)
{
    struct text shown = text_trim(text_visible(a, t));
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < shown.n;) {
        size_t spaces = count_spaces(shown, i), next = i;
        uint32_t point = spaces ? ' ' : text_next(shown, &next);
        if (spaces) {
            buffer_add(&b, spaces > 1 ? TEXT("\u2003") : TEXT(" "));
            next = i + spaces;
        } else if (is_wide_space(point))
            add_wide_space(&b, point);
        else if (point < 0x80)
            add_escaped(&b, shown, i);
        else
            buffer_add_point(&b, point);
        i = next;
    }
    return buffer_text(&b);
}

/* --- pieces --------------------------------------------------------------------------------- */

static bool asks_for_attention(enum tone tone)
{
    return tone == TONE_STRONG || tone == TONE_WARN || tone == TONE_BAD;
}

/* What is said: with the digits asked for, before escapes bring digits of their own. */
static struct text said(struct sheet *s, struct text t)
{
    return markdown_escaped(s->arena, text_spoken(s->arena, t, s->thai_digits));
}

static void write_cell(struct sheet *s, struct cell cell)
{
    struct text words =
        cell.tone == TONE_CODE ? markdown_escaped(s->arena, cell.text) : said(s, cell.text);
    struct text mark = words.n && asks_for_attention(cell.tone) ? TEXT("**") : TEXT("");
    buffer_add(s->out, mark);
    buffer_add(s->out, words);
    buffer_add(s->out, mark);
}

static void write_line(struct sheet *s, struct cell body, struct text aside)
{
    struct text words = markdown_escaped(s->arena, aside);
    write_cell(s, body);
    if (words.n)
        buffer_add(s->out, SAY(s->arena, body.text.n ? " (*{}*)" : "(*{}*)", words));
    buffer_add_byte(s->out, '\n');
}

/* --- blocks --------------------------------------------------------------------------------- */

/* In an attribute and in a link; an id has neither blanks nor brackets. */
static struct text anchor_of(struct sheet *s, struct text anchor)
{
    return html_escaped(s->arena, anchor);
}

static void write_heading(struct sheet *s, const struct block *b)
{
    enum { DEEPEST = 6 };
    unsigned level = b->level ? b->level : s->blocks ? 2 : 1;
    if (b->anchor.n)
        buffer_add(s->out, SAY(s->arena, "<a id=\"{}\"></a>\n\n", anchor_of(s, b->anchor)));
    buffer_add_times(s->out, TEXT("#"), level < DEEPEST ? level : DEEPEST);
    buffer_add_byte(s->out, ' ');
    write_line(s, (struct cell){b->text.text, TONE_PLAIN}, b->aside);
}

static void write_paragraph(struct sheet *s, const struct block *b)
{
    write_cell(s, b->text);
    buffer_add_byte(s->out, '\n');
}

/* Depths may be skipped; levels of a list must not, or the line would be read as code.  So a line
 * stands one level below the nearest line above it that is less deep. */
static void write_outline(struct sheet *s, const struct block *b)
{
    unsigned *open = ARENA_ARRAY(s->arena, unsigned, b->lines.n);
    size_t level = 0;
    for (size_t i = 0; i < b->lines.n; i++) {
        const struct outline_line *line = &b->lines.at[i];
        while (level && open[level - 1] >= line->depth)
            level--;
        buffer_add_times(s->out, TEXT("  "), level);
        buffer_add(s->out, TEXT("- "));
        write_line(s, line->body, line->aside);
        open[level++] = line->depth;
    }
}

static bool is_used(const struct block *table, size_t column)
{
    bool used = table->columns.at[column].heading.n;
    for (size_t i = 0; i < table->rows.n; i++)
        used = used || table->rows.at[i].cell[column].text.n;
    return used;
}

static void write_table_row(struct sheet *s, const struct block *b, const bool *used,
                            const struct table_row *row)
{
    bool first = true;
    for (size_t c = 0; c < b->columns.n; c++) {
        if (!used[c])
            continue;
        buffer_add(s->out, TEXT("| "));
        bool linked = first && row->link.n;
        buffer_add_times(s->out, TEXT("&emsp;"), first ? row->depth : 0);
        buffer_add(s->out, linked ? TEXT("[") : TEXT(""));
        write_cell(s, row->cell[c]);
        if (linked)
            buffer_add(s->out, SAY(s->arena, "](#{})", anchor_of(s, row->link)));
        buffer_add(s->out, row->cell[c].text.n ? TEXT(" ") : TEXT(""));
        first = false;
    }
    buffer_add(s->out, TEXT("|\n"));
}

/* Every table has a line of headings in Markdown, even when all are empty. */
static void write_table_head(struct sheet *s, const struct block *b, const bool *used)
{
    struct cell *heading = ARENA_ARRAY(s->arena, struct cell, b->columns.n);
    for (size_t c = 0; c < b->columns.n; c++)
        heading[c].text = b->columns.at[c].heading;
    write_table_row(s, b, used, &(struct table_row){.cell = heading});
    for (size_t c = 0; c < b->columns.n; c++)
        if (used[c])
            buffer_add(s->out,
                       b->columns.at[c].align == ALIGN_RIGHT ? TEXT("| ---: ") : TEXT("| --- "));
    buffer_add(s->out, TEXT("|\n"));
}

static void write_table(struct sheet *s, const struct block *b)
{
    bool *used = ARENA_ARRAY(s->arena, bool, b->columns.n);
    for (size_t c = 0; c < b->columns.n; c++)
        used[c] = is_used(b, c);
    write_table_head(s, b, used);
    for (size_t i = 0; i < b->rows.n; i++)
        write_table_row(s, b, used, &b->rows.at[i]);
}

/* The most backticks in a row that stand in it: the fence around it has more. */
static size_t longest_ticks(struct text t)
{
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < t.n; i++) {
        run = t.at[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

/* As text, whose columns mean something. */
static void write_listing(struct sheet *s, const struct block *b)
{
    enum { SHORTEST_FENCE = 3 };
    struct buffer as_text = buffer_in(s->arena);
    struct document alone = document_in(s->arena);
    struct block *copy = ARENA_NEW(s->arena, struct block);
    *copy = *b;
    LIST_ADD(s->arena, &alone.blocks, copy);
    render_text(&as_text, &alone, (struct text_style){.thai_digits = s->thai_digits});
    size_t ticks = longest_ticks(buffer_text(&as_text)) + 1;
    ticks = ticks < SHORTEST_FENCE ? SHORTEST_FENCE : ticks;
    buffer_add_times(s->out, TEXT("`"), ticks);
    buffer_add(s->out, TEXT("text\n"));
    buffer_add(s->out, buffer_text(&as_text));
    buffer_add_times(s->out, TEXT("`"), ticks);
    buffer_add(s->out, TEXT("\n"));
}

static void write_formula(struct sheet *s, const struct block *b)
{
    write_paragraph(s, b);
    buffer_add(s->out, TEXT("\n```math\n\\displaystyle "));
    formula_latex(s->out, b->formula, s->thai_digits);
    buffer_add(s->out, TEXT("\n```\n"));
}

static void (*const write_block[])(struct sheet *, const struct block *) = {
    [BLOCK_HEADING] = write_heading, [BLOCK_PARAGRAPH] = write_paragraph,
    [BLOCK_TABLE] = write_table,     [BLOCK_OUTLINE] = write_outline,
    [BLOCK_LISTING] = write_listing, [BLOCK_FORMULA] = write_formula,
};

/* An empty line; between two lists also a comment, or they would be read as one. */
static void write_gap(struct sheet *s, const struct block *before, const struct block *b)
{
    bool lists = before->kind == BLOCK_OUTLINE && b->kind == BLOCK_OUTLINE;
    buffer_add(s->out, lists ? TEXT("\n<!-- -->\n\n") : TEXT("\n"));
}

void render_markdown(struct buffer *out, const struct document *d, bool thai_digits)
{
    struct sheet s = {.out = out, .arena = out->arena, .thai_digits = thai_digits};
    const struct block *before = NULL;
    for (size_t i = 0; i < d->blocks.n; i++) {
        const struct block *b = d->blocks.at[i];
        if (b->kind == BLOCK_CHART)
            continue;
        if (before)
            write_gap(&s, before, b);
        write_block[b->kind](&s, b);
        before = b;
        s.blocks++;
    }
}
