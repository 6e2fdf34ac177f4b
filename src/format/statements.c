/* Fact files: from text to pieces and statements.
 *
 * The pieces are those of grammar/facts.l, comments and line ends kept. */
#include "format/statements.h"

#include <string.h>

#include "render/text.h"

struct reading {
    struct statements *s;
    struct diags *d;
    struct text text;
    size_t i;     /* bytes read */
    size_t lines; /* line ends since the last piece or comment */
    bool well;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static bool ends_word(char c)
{
    return is_blank(c) || c == '\n' || c == '"' || c == '{' || c == '}' || c == '=';
}

static size_t word_end(struct text t, size_t i)
{
    while (i < t.n && !ends_word(t.at[i])) {
        size_t comma = i;
        while (comma < t.n && t.at[comma] == ',')
            comma++;
        if (comma > i && (comma == t.n || ends_word(t.at[comma])))
            return i;
        i = comma > i ? comma : i + 1;
    }
    return i;
}

static size_t line_end(struct text t, size_t i)
{
    const char *end = memchr(t.at + i, '\n', t.n - i);
    return end ? (size_t)(end - t.at) : t.n;
}

/* Behind the closing quote; 0 when there is none on the line. */
static size_t text_end(struct text t, size_t i)
{
    for (i++; i < t.n && t.at[i] != '\n'; i++) {
        if (t.at[i] == '"')
            return i + 1;
        if (t.at[i] == '\\' && i + 1 < t.n && t.at[i + 1] != '\n')
            i++;
    }
    return 0;
}

static size_t column_of(const struct reading *r, size_t at)
{
    size_t start = at;
    while (start > 0 && r->text.at[start - 1] != '\n')
        start--;
    return width_columns((struct text){r->text.at + start, at - start});
}

/* Whether the comment that begins here stands behind a piece, or goes on from one that does. */
static bool trails(const struct reading *r)
{
    const struct statements *s = r->s;
    const struct fact_comment *above = s->comments.n ? &s->comments.at[s->comments.n - 1] : NULL;
    if (!r->lines)
        return s->pieces.n;
    return r->lines == 1 && above && above->trails && above->before == s->pieces.n &&
           column_of(r, above->at) == column_of(r, r->i);
}

static void add_comment(struct reading *r)
{
    size_t end = line_end(r->text, r->i);
    struct fact_comment c = {.text = text_trim((struct text){r->text.at + r->i, end - r->i}),
                             .at = r->i,
                             .before = r->s->pieces.n,
                             .lines = r->lines,
                             .trails = trails(r)};
    LIST_ADD(r->s->arena, &r->s->comments, c);
    r->i = end;
    r->lines = 0;
}

static void add_piece(struct reading *r, enum piece_kind kind, size_t end)
{
    struct piece p = {
        .kind = kind, .text = {r->text.at + r->i, end - r->i}, .at = r->i, .lines = r->lines};
    LIST_ADD(r->s->arena, &r->s->pieces, p);
    r->i = end;
    r->lines = 0;
}

static void not_closed(struct reading *r)
{
    struct diag *g = DIAG_PLAIN(r->d, K0109, source_span(r->s->source, r->i, r->i + 1));
    diag_says(g, TEXT("opened here"));
    diag_help(g,
              TEXT("a text ends with `\"` on the line it begins on; `\\n` stands for a new line"));
    r->well = false;
    r->i = line_end(r->text, r->i);
}

static void scan(struct reading *r)
{
    while (r->i < r->text.n) {
        char c = r->text.at[r->i];
        size_t end;
        if (c == '\n' || is_blank(c)) {
            r->lines += c == '\n';
            r->i++;
        } else if (c == '#')
            add_comment(r);
        else if (c == '"' && (end = text_end(r->text, r->i)) == 0)
            not_closed(r);
        else if (c == '"')
            add_piece(r, PIECE_TEXT, end);
        else if (c == '{' || c == '}')
            add_piece(r, c == '{' ? PIECE_OPEN : PIECE_CLOSE, r->i + 1);
        else if (c == '=' || c == ',')
            add_piece(r, c == '=' ? PIECE_EQUALS : PIECE_COMMA, r->i + 1);
        else
            add_piece(r, PIECE_WORD, word_end(r->text, r->i));
    }
}

/* --- statements ----------------------------------------------------------------------------- */

static const struct piece *piece_at(const struct statements *s, size_t i)
{
    return i < s->pieces.n ? &s->pieces.at[i] : NULL;
}

/* Whether a line ends between a piece and the one before it. */
static bool begins_line(const struct statements *s, size_t *comment, size_t piece)
{
    size_t lines = s->pieces.at[piece].lines;
    for (; *comment < s->comments.n && s->comments.at[*comment].before <= piece; ++*comment)
        lines += s->comments.at[*comment].before == piece ? s->comments.at[*comment].lines : 0;
    return lines > 0;
}

struct parsing {
    struct statements *s;
    size_t i, comment; /* read so far */
    size_t open[FACTS_NESTING + 1];
    size_t depth;
};

static bool is_from(const struct statements *s, const struct statement *now, size_t i)
{
    const struct piece *second = piece_at(s, now->from + 1);
    return i > now->from + 1 && second->kind == PIECE_WORD &&
           text_equal(second->text, TEXT("from"));
}

static bool add_statements(struct parsing *p, struct statement *into);

/* The pieces of one statement, from the first on; false when braces do not fit. */
static bool add_statement(struct parsing *p, struct statement *into)
{
    struct statements *s = p->s;
    struct statement now = {.from = p->i};
    bool in_pairs = false;
    for (; p->i < s->pieces.n; p->i++) {
        enum piece_kind kind = s->pieces.at[p->i].kind;
        if (begins_line(s, &p->comment, p->i) && p->i > now.from && !in_pairs)
            break;
        if (kind == PIECE_CLOSE && !in_pairs)
            break;
        in_pairs = in_pairs && kind != PIECE_CLOSE;
        if (kind != PIECE_OPEN || in_pairs)
            continue;
        if (!now.block && is_from(s, &now, p->i)) {
            in_pairs = true;
            continue;
        }
        if (now.block || p->i == now.from)
            return false;
        now.to = p->i;
        now.block = p->i + 1;
        p->open[p->depth] = p->i++;
        if (++p->depth > FACTS_NESTING || !add_statements(p, &now))
            return false;
        p->depth--;
        now.close = p->i;
    }
    now.behind = p->i;
    now.to = now.block ? now.to : p->i;
    LIST_ADD(s->arena, &into->inner, now);
    return !in_pairs;
}

/* Up to the `}` that closes the block, or to the end of the file. */
static bool add_statements(struct parsing *p, struct statement *into)
{
    while (p->i < p->s->pieces.n && p->s->pieces.at[p->i].kind != PIECE_CLOSE)
        if (!add_statement(p, into))
            return false;
    return into->block ? p->i < p->s->pieces.n : p->i == p->s->pieces.n;
}

bool statements_read(struct statements *into, struct arena *a, const struct source *s,
                     struct diags *d)
{
    *into = (struct statements){.arena = a, .source = s};
    struct reading r = {.s = into, .d = d, .text = s->content, .well = true};
    scan(&r);
    if (!r.well)
        return false;
    struct parsing p = {.s = into};
    if (add_statements(&p, &into->all))
        return true;
    bool ends = p.i >= into->pieces.n;
    size_t at = ends ? s->content.n : into->pieces.at[p.i].at;
    struct diag *g =
        DIAG_ADD(d, K0201, source_span(s, at, ends ? at : at + 1),
                 ends ? TEXT("the file ends here")
                      : SAY(d->arena, "`{}` cannot stand here", into->pieces.at[p.i].text),
                 ends ? TEXT("`}`") : TEXT("the end of the line"));
    if (ends && p.depth)
        diag_label(d, g,
                   source_span(s, into->pieces.at[p.open[p.depth - 1]].at,
                               into->pieces.at[p.open[p.depth - 1]].at + 1),
                   TEXT("opened here and never closed"));
    return false;
}

static bool statement_same(const struct statement *p, const struct statement *q)
{
    if (p->from != q->from || p->to != q->to || p->block != q->block || p->behind != q->behind ||
        p->inner.n != q->inner.n)
        return false;
    for (size_t i = 0; i < p->inner.n; i++)
        if (!statement_same(&p->inner.at[i], &q->inner.at[i]))
            return false;
    return true;
}

bool statements_same(const struct statements *a, const struct statements *b)
{
    if (a->pieces.n != b->pieces.n || a->comments.n != b->comments.n)
        return false;
    for (size_t i = 0; i < a->pieces.n; i++) {
        const struct piece *p = &a->pieces.at[i], *q = &b->pieces.at[i];
        if (p->kind != q->kind || !text_equal(p->text, q->text))
            return false;
    }
    for (size_t i = 0; i < a->comments.n; i++) {
        const struct fact_comment *p = &a->comments.at[i], *q = &b->comments.at[i];
        if (p->before != q->before || !text_equal(p->text, q->text))
            return false;
    }
    return statement_same(&a->all, &b->all);
}
