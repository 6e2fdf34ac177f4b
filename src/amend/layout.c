/* Lines of the base: where something new goes, and what goes with something that is taken away.
 *
 * What stands on lines of its own is taken away with them, from the line end before to its last
 * character, and what is put on a line of its own begins with a line end: so the two meet well. */
#include <string.h>

#include "amend/amending.h"

static size_t line_start(struct text t, size_t i)
{
    while (i && t.at[i - 1] != '\n')
        i--;
    return i;
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
    return (struct text){t.at + line, skip_blanks(t, line) - line};
}

struct text indent_of(const struct source *s, uint32_t address)
{
    return indentation(s->content, line_start(s->content, address - s->base));
}

/* Whether all of its lines are its own, from a line start on that lies behind `body`. */
static bool has_own_lines(struct text t, size_t lo, size_t hi, size_t body)
{
    size_t start = line_start(t, lo);
    return (start > body || !start) && skip_blanks(t, start) == lo && ends_there(t, hi);
}

/* The start of the first of the comment lines right above a line. */
static size_t with_comments(struct text t, size_t line)
{
    while (line && is_comment(t, line_start(t, line - 1)))
        line = line_start(t, line - 1);
    return line;
}

struct span lines_of(const struct amending *c, struct span at)
{
    const struct source *s = c->base->source;
    struct text t = s->content;
    size_t lo = at.lo - s->base, hi = at.hi - s->base;
    if (!has_own_lines(t, lo, hi, 0))
        return at;
    size_t first = with_comments(t, line_start(t, lo));
    return source_span(s, skip_blanks(t, first), line_end(t, hi));
}

struct span removal_of(const struct amending *c, struct span at, uint32_t *beside)
{
    const struct source *s = c->base->source;
    struct text t = s->content;
    size_t lo = at.lo - s->base, hi = at.hi - s->base;
    *beside = at.lo;
    if (!has_own_lines(t, lo, hi, 0)) {
        size_t start = line_start(t, lo);
        if (skip_blanks(t, start) == lo)
            return source_span(s, lo, skip_blanks(t, hi));
        while (lo && (t.at[lo - 1] == ' ' || t.at[lo - 1] == '\t'))
            lo--;
        return source_span(s, lo, hi);
    }
    size_t first = with_comments(t, line_start(t, lo)), last = line_end(t, hi);
    size_t next = last < t.n ? last + 1 + (t.at[last] == '\r') : t.n;
    *beside = s->base + (uint32_t)(first ? first - 1 : 0);
    bool gap = is_blank(t, next) || closes(t, next);
    while (gap && first && is_blank(t, line_start(t, first - 1)) && line_start(t, first - 1))
        first = line_start(t, first - 1);
    return first ? source_span(s, first - 1 - (first > 1 && t.at[first - 2] == '\r'), last)
                 : source_span(s, 0, next);
}

/* Whether empty lines stand between what is on lines of its own and its neighbours. */
static bool is_spaced(struct text t, size_t first, size_t last)
{
    size_t next = last < t.n ? last + 1 : t.n;
    return (first && is_blank(t, line_start(t, first - 1))) || (next < t.n && is_blank(t, next));
}

static size_t body_of(const struct amending *c, const struct thing *owner)
{
    return owner->body ? owner->body - c->base->source->base : 0;
}

struct spot spot_after(const struct amending *c, const struct thing *owner, struct span at,
                       bool block)
{
    const struct source *s = c->base->source;
    struct text t = s->content;
    size_t lo = at.lo - s->base, hi = at.hi - s->base, start = line_start(t, lo);
    if ((start <= body_of(c, owner) && start) || !ends_there(t, hi))
        return (struct spot){at.hi, TEXT("   "), TEXT(""), indentation(t, start)};
    size_t last = line_end(t, hi);
    struct text indent = indentation(t, start);
    bool spaced = block && is_spaced(t, with_comments(t, start), last);
    return (struct spot){s->base + (uint32_t)last,
                         SAY(c->a, "{}{}", spaced ? TEXT("\n\n") : TEXT("\n"), indent), TEXT(""),
                         indent};
}

struct spot spot_before(const struct amending *c, const struct thing *owner, struct span at,
                        bool block)
{
    const struct source *s = c->base->source;
    struct text t = s->content;
    size_t lo = at.lo - s->base, hi = at.hi - s->base, start = line_start(t, lo);
    struct text indent = indentation(t, start);
    if ((start <= body_of(c, owner) && start) || start + indent.n != lo)
        return (struct spot){at.lo, TEXT(""), TEXT("   "), indent};
    size_t first = with_comments(t, start);
    bool spaced = block && is_spaced(t, first, line_end(t, hi));
    if (!first)
        return (struct spot){s->base, indent, spaced ? TEXT("\n\n") : TEXT("\n"), indent};
    return (struct spot){s->base + (uint32_t)(first - 1), SAY(c->a, "\n{}", indent),
                         spaced ? TEXT("\n") : TEXT(""), indent};
}

struct spot spot_inside(const struct amending *c, const struct thing *owner)
{
    const struct source *s = c->base->source;
    if (!owner->node)
        return (struct spot){s->base + (uint32_t)s->content.n, TEXT(""), TEXT("\n"), TEXT("")};
    return (struct spot){owner->node->at.hi - 1, TEXT(" "), TEXT(" "),
                         indent_of(s, owner->node->at.lo)};
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
