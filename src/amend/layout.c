/* Lines of the base: where something new goes, and what goes with something that is taken away.
 *
 * What stands on lines of its own is taken away with them, from the line end before to its last
 * character, and what is put on a line of its own begins with a line end: so the two meet well. */
#include <string.h>

#include "amend/amending.h"

enum {
    INDENT = 200,       /* bytes of indentation that are followed */
    LINES_ABOVE = 1000, /* comment lines, or empty ones, that go with what is below them */
};

/* A text whose lines are asked for. */
struct page {
    struct sources *sources;
    const struct source *source;
    struct text t;
};

static struct page page_of(const struct amending *c, const struct source *s)
{
    return (struct page){c->d->sources, s, s->content};
}

static size_t line_start(const struct page *p, size_t i)
{
    return source_line_start(p->sources, p->source, i);
}

static size_t line_end(struct text t, size_t i)
{
    const char *end = i < t.n ? memchr(t.at + i, '\n', t.n - i) : NULL;
    size_t at = end ? (size_t)(end - t.at) : t.n;
    return at > i && t.at[at - 1] == '\r' ? at - 1 : at;
}

static size_t skip_blanks(struct text t, size_t i)
{
    while (i < t.n && (t.at[i] == ' ' || t.at[i] == '\t' || t.at[i] == '\r'))
        i++;
    return i;
}

/* Whether nothing but blanks and a comment stands from `i` to the end of its line. */
static bool ends_there(struct text t, size_t i)
{
    i = skip_blanks(t, i);
    return i >= t.n || t.at[i] == '\n' || t.at[i] == '#';
}

static bool is_blank(struct text t, size_t line)
{
    size_t i = skip_blanks(t, line);
    return i >= t.n || t.at[i] == '\n';
}

static bool is_comment(struct text t, size_t line)
{
    size_t i = skip_blanks(t, line);
    return i < t.n && t.at[i] == '#';
}

static bool closes(struct text t, size_t line)
{
    size_t i = skip_blanks(t, line);
    return i < t.n && t.at[i] == '}';
}

static struct text indentation(struct text t, size_t line)
{
    size_t n = 0;
    while (n < INDENT && line + n < t.n && (t.at[line + n] == ' ' || t.at[line + n] == '\t'))
        n++;
    return (struct text){t.at + line, n};
}

struct text indent_of(const struct amending *c, const struct source *s, uint32_t address)
{
    struct page p = page_of(c, s);
    return indentation(p.t, line_start(&p, address - s->base));
}

/* Whether only blanks stand before `lo` in its line. */
static bool begins_line(const struct page *p, size_t lo)
{
    while (lo && (p->t.at[lo - 1] == ' ' || p->t.at[lo - 1] == '\t'))
        lo--;
    return !lo || p->t.at[lo - 1] == '\n';
}

/* Whether all of its lines are its own. */
static bool has_own_lines(const struct page *p, size_t lo, size_t hi)
{
    return begins_line(p, lo) && ends_there(p->t, hi);
}

/* The start of the first of the comment lines right above a line. */
static size_t with_comments(const struct page *p, size_t line)
{
    for (int i = 0; i < LINES_ABOVE && line; i++) {
        size_t above = line_start(p, line - 1);
        if (!is_comment(p->t, above))
            break;
        line = above;
    }
    return line;
}

/* The start of the first of the empty lines right above a line. */
static size_t with_gap(const struct page *p, size_t line)
{
    for (int i = 0; i < LINES_ABOVE && line; i++) {
        size_t above = line_start(p, line - 1);
        if (!above || !is_blank(p->t, above))
            break;
        line = above;
    }
    return line;
}

struct span lines_of(const struct amending *c, struct span at)
{
    struct page p = page_of(c, c->base->source);
    size_t lo = at.lo - p.source->base, hi = at.hi - p.source->base;
    if (!has_own_lines(&p, lo, hi))
        return at;
    size_t first = with_comments(&p, line_start(&p, lo));
    return source_span(p.source, skip_blanks(p.t, first), line_end(p.t, hi));
}

/* On a line with others. */
static struct span removal_inline(const struct page *p, size_t lo, size_t hi)
{
    if (begins_line(p, lo))
        return source_span(p->source, lo, skip_blanks(p->t, hi));
    while (lo && (p->t.at[lo - 1] == ' ' || p->t.at[lo - 1] == '\t'))
        lo--;
    return source_span(p->source, lo, hi);
}

struct span removal_of(const struct amending *c, struct span at, uint32_t *beside)
{
    struct page p = page_of(c, c->base->source);
    size_t lo = at.lo - p.source->base, hi = at.hi - p.source->base;
    *beside = at.lo;
    if (!has_own_lines(&p, lo, hi))
        return removal_inline(&p, lo, hi);
    size_t first = with_comments(&p, line_start(&p, lo)), last = line_end(p.t, hi);
    size_t next = last < p.t.n ? last + 1 + (p.t.at[last] == '\r') : p.t.n;
    *beside = p.source->base + (uint32_t)(first ? first - 1 : 0);
    if (is_blank(p.t, next) || closes(p.t, next))
        first = with_gap(&p, first);
    return first ? source_span(p.source, first - 1 - (first > 1 && p.t.at[first - 2] == '\r'), last)
                 : source_span(p.source, 0, next);
}

/* Whether empty lines stand between what is on lines of its own and its neighbours. */
static bool is_spaced(const struct page *p, size_t first, size_t last)
{
    size_t next = last < p->t.n ? last + 1 : p->t.n;
    return (first && is_blank(p->t, line_start(p, first - 1))) ||
           (next < p->t.n && is_blank(p->t, next));
}

/* Whether the line begins in what it stands in, not before. */
static bool begins_in(const struct amending *c, const struct thing *owner, size_t start)
{
    return !start || !owner->body || start > owner->body - c->base->source->base;
}

struct spot spot_after(const struct amending *c, const struct thing *owner, struct span at,
                       bool block)
{
    struct page p = page_of(c, c->base->source);
    size_t lo = at.lo - p.source->base, hi = at.hi - p.source->base, start = line_start(&p, lo);
    struct text indent = indentation(p.t, start);
    if (!begins_in(c, owner, start) || !ends_there(p.t, hi))
        return (struct spot){at.hi, TEXT("   "), TEXT(""), indent};
    size_t last = line_end(p.t, hi);
    bool spaced = block && is_spaced(&p, with_comments(&p, start), last);
    return (struct spot){p.source->base + (uint32_t)last,
                         SAY(c->a, "{}{}", spaced ? TEXT("\n\n") : TEXT("\n"), indent), TEXT(""),
                         indent};
}

struct spot spot_before(const struct amending *c, const struct thing *owner, struct span at,
                        bool block)
{
    struct page p = page_of(c, c->base->source);
    size_t lo = at.lo - p.source->base, hi = at.hi - p.source->base, start = line_start(&p, lo);
    struct text indent = indentation(p.t, start);
    if (!begins_in(c, owner, start) || !begins_line(&p, lo))
        return (struct spot){at.lo, TEXT(""), TEXT("   "), indent};
    size_t first = with_comments(&p, start);
    bool spaced = block && is_spaced(&p, first, line_end(p.t, hi));
    if (!first)
        return (struct spot){p.source->base, indent, spaced ? TEXT("\n\n") : TEXT("\n"), indent};
    return (struct spot){p.source->base + (uint32_t)(first - 1), SAY(c->a, "\n{}", indent),
                         spaced ? TEXT("\n") : TEXT(""), indent};
}

struct spot spot_inside(const struct amending *c, const struct thing *owner)
{
    const struct source *s = c->base->source;
    if (!owner->node)
        return (struct spot){s->base + (uint32_t)s->content.n, TEXT(""), TEXT("\n"), TEXT("")};
    return (struct spot){owner->node->at.hi - 1, TEXT(" "), TEXT(" "),
                         indent_of(c, s, owner->node->at.lo)};
}

size_t put_at(struct amending *c, struct spot spot, struct span verbatim)
{
    struct pieces p = {0};
    struct span by = {verbatim.lo, verbatim.lo};
    pieces_make(c, &p, spot.before, by);
    pieces_add_indented(c, &p, verbatim, spot.indent);
    pieces_make(c, &p, spot.behind, by);
    return edit_add(c, spot.at, spot.at, p);
}

/* --- tokens ----------------------------------------------------------------------------------- */

const struct token *token_from(const struct rule_text *d, uint32_t address)
{
    size_t lo = 0, hi = d->tokens->all.n;
    while (lo < hi) {
        size_t middle = lo + (hi - lo) / 2;
        if (d->tokens->all.at[middle].at.lo < address)
            lo = middle + 1;
        else
            hi = middle;
    }
    return &d->tokens->all.at[lo < d->tokens->all.n ? lo : d->tokens->all.n - 1];
}

const struct token *token_before(const struct rule_text *d, uint32_t address)
{
    const struct token *t = token_from(d, address);
    return t > d->tokens->all.at ? t - 1 : t;
}
