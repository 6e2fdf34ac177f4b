/* The cells of a statement of a fact file.
 *
 * A value stays as it is written, blanks included: bare words may be a text, whose blanks count.
 * Between everything else blanks mean nothing. */
#include "format/facts_cells.h"

#include "render/text.h"

enum { GAP_CELLS = 2, GAP_ASIDES = 3 };

static const struct piece *piece(const struct statements *s, size_t i)
{
    return &s->pieces.at[i];
}

static bool is_word(const struct statements *s, size_t i, struct text word)
{
    return piece(s, i)->kind == PIECE_WORD && text_equal(piece(s, i)->text, word);
}

/* Pieces as they stand there. */
static struct text as_written(const struct statements *s, size_t from, size_t to)
{
    const struct piece *last = piece(s, to - 1);
    size_t lo = piece(s, from)->at;
    return (struct text){s->source->content.at + lo, last->at + last->text.n - lo};
}

/* Pieces with single blanks between them, but three in front of the second and later pairs. */
static struct text spaced(const struct statements *s, size_t from, size_t to)
{
    struct buffer b = buffer_in(s->arena);
    bool in_pairs = false;
    for (size_t i = from; i < to; i++) {
        bool pair = in_pairs && piece(s, i)->kind != PIECE_CLOSE && i + 1 < to &&
                    piece(s, i + 1)->kind == PIECE_EQUALS && piece(s, i - 1)->kind != PIECE_OPEN;
        buffer_add_times(&b, TEXT(" "), i == from ? 0 : pair ? GAP_ASIDES : 1);
        buffer_add(&b, piece(s, i)->text);
        in_pairs = in_pairs || piece(s, i)->kind == PIECE_OPEN;
    }
    return buffer_text(&b);
}

static struct line line_in(const struct statements *s, enum line_kind kind, size_t cells)
{
    struct arena *a = s->arena;
    return (struct line){.kind = kind,
                         .text = ARENA_ARRAY(a, struct text, cells),
                         .row = {.cells = ARENA_ARRAY(a, struct column_cell, cells)},
                         .pad = ARENA_ARRAY(a, size_t, cells)};
}

static void add_cell(struct line *l, struct text t, unsigned column, unsigned gap)
{
    size_t i = l->row.n++;
    l->text[i] = t;
    l->row.cells[i] = (struct column_cell){
        .width = width_columns(t), .column = column, .gap = gap, .spaces = gap};
}

/* --- numbers -------------------------------------------------------------------------------- */

static bool is_digit(struct text t, size_t *i)
{
    size_t next = *i;
    uint32_t point = next < t.n ? text_next(t, &next) : 0;
    if ((point < '0' || point > '9') && (point < 0xE50 || point > 0xE59))
        return false;
    *i = next;
    return true;
}

/* A number alone, `%` included; `*behind` are the columns from its point on. */
static bool is_number(struct text t, size_t *behind)
{
    size_t i = t.n && t.at[0] == '-', digits = 0;
    *behind = 0;
    if (i == 1 && t.n == 1)
        return true;
    while (is_digit(t, &i) || (digits && i < t.n && t.at[i] == ',' && ++i))
        digits++;
    size_t whole = i;
    if (i < t.n && t.at[i] == '.')
        for (i++; is_digit(t, &i);)
            digits++;
    i += i < t.n && t.at[i] == '%';
    *behind = width_columns(text_after(t, whole));
    return digits && i == t.n;
}

static bool begins_as_number(struct text t)
{
    size_t i = t.n > 1 && t.at[0] == '-';
    return is_digit(t, &i) || text_equal(t, TEXT("-"));
}

/* --- lines ---------------------------------------------------------------------------------- */

static bool is_height(const struct statements *s, size_t i)
{
    return is_word(s, i, TEXT("group")) || is_word(s, i, TEXT("indicator")) ||
           is_word(s, i, TEXT("part"));
}

/* `claim 1.1/use  measure  82.63%` */
static struct line claim_of(const struct statements *s, const struct statement *now)
{
    struct line l = line_in(s, LINE_CLAIM, 3);
    size_t n = now->to - now->from, target = now->from + 1 + (n > 4 && is_height(s, now->from + 1));
    size_t behind, value = target + 2;
    if (n < 4) {
        add_cell(&l, spaced(s, now->from, now->to), 0, 0);
        return l;
    }
    add_cell(&l, spaced(s, now->from, target + 1), 0, 0);
    add_cell(&l, piece(s, target + 1)->text, 1, GAP_CELLS);
    add_cell(&l, as_written(s, value, now->to), 2, GAP_CELLS);
    struct text number = piece(s, value)->text;
    if (!is_number(number, &behind))
        return l;
    l.row.cells[2].right = true;
    l.pad[2] = l.row.cells[2].width - (width_columns(number) - behind);
    return l;
}

static bool is_aside(const struct statements *s, size_t i)
{
    return is_word(s, i, TEXT("evidence")) || is_word(s, i, TEXT("because"));
}

/* The reason of `n/a` belongs to it; other asides have columns of their own. */
static size_t value_end(const struct statements *s, const struct statement *now)
{
    size_t i = now->from + 1;
    while (i < now->to && !is_aside(s, i))
        i++;
    bool na = now->to > now->from + 1 &&
              (is_word(s, now->from + 1, TEXT("n/a")) || is_word(s, now->from + 1, TEXT("N/A")));
    if (na && i == now->from + 2 && i + 1 < now->to && is_word(s, i, TEXT("because")))
        i += 2;
    return i;
}

/* `capital.used  3,866.43 million baht   evidence "..."` */
static struct line fact_of(const struct statements *s, const struct statement *now)
{
    struct line l = line_in(s, LINE_FACT, now->to - now->from + 1);
    size_t end = value_end(s, now), value = now->from + 1;
    add_cell(&l, piece(s, now->from)->text, 0, 0);
    if (value < end) {
        bool made = is_word(s, value, TEXT("from")) || (value + 1 < end && is_aside(s, value + 1));
        add_cell(&l, made ? spaced(s, value, end) : as_written(s, value, end), 1, GAP_CELLS);
    }
    for (unsigned column = 2; end < now->to; column++) {
        size_t from = end++;
        while (end < now->to && !is_aside(s, end))
            end++;
        add_cell(&l, spaced(s, from, end), column, GAP_ASIDES);
    }
    return l;
}

struct line line_of(const struct statements *s, const struct statement *now, bool top)
{
    static const char *const heads[] = {"facts", "office", "era", "as"};
    size_t first = now->from, n = now->to - first;
    struct line l = line_in(s, LINE_ALONE, 2);
    if (top && is_word(s, first, TEXT("claim")))
        return claim_of(s, now);
    if (top && n == 3 && is_word(s, first, TEXT("reason"))) {
        l.kind = LINE_REASON;
        add_cell(&l, spaced(s, first, first + 2), 0, 0);
        add_cell(&l, piece(s, first + 2)->text, 1, 1);
        return l;
    }
    for (size_t i = 0; top && i < sizeof heads / sizeof *heads; i++)
        if (is_word(s, first, text_of(heads[i]))) {
            add_cell(&l, spaced(s, first, now->to), 0, 0);
            return l;
        }
    return fact_of(s, now);
}

/* What stands behind the points of numbers in the last cells gets as wide as the widest. */
void lines_pad(struct line *lines, size_t n)
{
    size_t widest = 0;
    for (size_t i = 0; i < n; i++)
        if (lines[i].kind == LINE_CLAIM && lines[i].pad[lines[i].row.n - 1] > widest)
            widest = lines[i].pad[lines[i].row.n - 1];
    for (size_t i = 0; i < n; i++) {
        struct line *l = &lines[i];
        if (l->kind != LINE_CLAIM || !l->row.cells[l->row.n - 1].right)
            continue;
        l->row.cells[l->row.n - 1].width += widest - l->pad[l->row.n - 1];
        l->pad[l->row.n - 1] = 0; /* nothing stands behind */
    }
}

/* --- tables --------------------------------------------------------------------------------- */

/* Whether these pieces can hardly be one fact and its value: its first is no name, or a number
 * stands where none can in a number with its unit or in a date. */
static bool is_surely_row(const struct statements *s, const struct statement *row)
{
    if (begins_as_number(piece(s, row->from)->text))
        return true;
    for (size_t i = row->from + 1; i < row->to; i++) {
        bool number = begins_as_number(piece(s, i)->text);
        bool after_number = i > row->from + 1 && begins_as_number(piece(s, i - 1)->text);
        if ((piece(s, i)->kind == PIECE_TEXT && row->to - row->from > 2) ||
            (number && after_number))
            return true;
    }
    return false;
}

bool is_table(const struct statements *s, const struct statement *block)
{
    bool surely = false;
    for (size_t i = 0; i < block->inner.n; i++) {
        const struct statement *now = &block->inner.at[i];
        if (now->block || now->to - now->from != block->inner.at->to - block->inner.at->from)
            return false;
        for (size_t p = now->from; p < now->to; p++)
            if ((piece(s, p)->kind != PIECE_WORD && piece(s, p)->kind != PIECE_TEXT) ||
                (i == 0 && begins_as_number(piece(s, p)->text)) ||
                (p > now->from && is_aside(s, p)))
                return false;
        surely = surely || (i > 0 && is_surely_row(s, now));
    }
    return surely;
}

/* Whether a column holds numbers alone, and how far they reach behind their points. */
static bool is_number_column(const struct statements *s, const struct statement *block, size_t c,
                             size_t *behind)
{
    bool any = false;
    *behind = 0;
    for (size_t i = 1; i < block->inner.n; i++) {
        struct text t = piece(s, block->inner.at[i].from + c)->text;
        size_t here;
        if (text_equal(t, TEXT("\"\"")))
            continue;
        if (!is_number(t, &here))
            return false;
        any = true;
        *behind = here > *behind ? here : *behind;
    }
    return any;
}

void lines_of_table(const struct statements *s, const struct statement *block, struct line *lines)
{
    size_t columns = block->inner.at->to - block->inner.at->from;
    for (size_t i = 0; i < block->inner.n; i++)
        lines[i] = line_in(s, LINE_ROW, columns);
    for (size_t c = 0; c < columns; c++) {
        size_t behind, here;
        bool numbers = is_number_column(s, block, c, &behind);
        for (size_t i = 0; i < block->inner.n; i++) {
            struct text t = piece(s, block->inner.at[i].from + c)->text;
            add_cell(&lines[i], t, (unsigned)c, c ? GAP_CELLS : 0);
            struct column_cell *cell = &lines[i].row.cells[c];
            cell->right = numbers && c;
            if (cell->right && i && is_number(t, &here)) {
                lines[i].pad[c] = behind - here;
                cell->width += lines[i].pad[c];
            }
        }
    }
}
