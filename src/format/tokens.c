/* The tokens of a rule file as the layout sees them. */
#include "format/layout.h"
#include "render/text.h"
#include "rules.tab.h"

struct text token_written(const struct layout *l, size_t token)
{
    struct span at = l->tokens->all.at[token].at;
    return (struct text){l->source->content.at + (at.lo - l->source->base), at.hi - at.lo};
}

int token_kind(const struct layout *l, size_t token)
{
    return l->tokens->all.at[token].kind;
}

size_t token_at(const struct layout *l, struct span at)
{
    size_t from = 0, to = l->n;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (l->tokens->all.at[middle].at.lo < at.lo)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

size_t token_behind(const struct layout *l, struct span at)
{
    return token_at(l, (struct span){at.hi, at.hi});
}

bool comments_within(const struct layout *l, size_t from, size_t to)
{
    return from < to && l->comment[from + 1] < l->comment[to + 1];
}

struct text comment_text(const struct layout *l, size_t comment)
{
    struct span at = l->tokens->comments.at[comment].at;
    return text_trim(
        (struct text){l->source->content.at + (at.lo - l->source->base), at.hi - at.lo});
}

static size_t lines_between(const struct layout *l, uint32_t from, uint32_t to)
{
    size_t lines = 0;
    for (uint32_t i = from; i < to; i++)
        lines += l->source->content.at[i - l->source->base] == '\n';
    return lines;
}

/* Where the token before `token` ends, or the text begins. */
static uint32_t end_above(const struct layout *l, size_t token)
{
    return token ? l->tokens->all.at[token - 1].at.hi : l->source->base;
}

size_t lines_above_comment(const struct layout *l, size_t comment)
{
    const struct comment *c = &l->tokens->comments.at[comment];
    bool first = comment == l->comment[c->before];
    uint32_t from = first ? end_above(l, c->before) : l->tokens->comments.at[comment - 1].at.hi;
    return lines_between(l, from, c->at.lo);
}

size_t lines_above_token(const struct layout *l, size_t token)
{
    size_t behind = l->comment[token + 1];
    uint32_t from =
        behind > l->comment[token] ? l->tokens->comments.at[behind - 1].at.hi : end_above(l, token);
    return lines_between(l, from, l->tokens->all.at[token].at.lo);
}

static size_t column_of(const struct layout *l, struct span at)
{
    size_t offset = at.lo - l->source->base, start = offset;
    while (start > 0 && l->source->content.at[start - 1] != '\n')
        start--;
    return width_columns((struct text){l->source->content.at + start, offset - start});
}

bool comment_goes_on(const struct layout *l, size_t comment)
{
    const struct comment *c = &l->tokens->comments.at[comment];
    return comment > l->comment[c->before] && lines_above_comment(l, comment) == 1 &&
           column_of(l, c->at) == column_of(l, c[-1].at);
}

static void find_braces(struct layout *l)
{
    size_t open = 0; /* 1 + the innermost `{` */
    for (size_t i = 0; i < l->n; i++) {
        int kind = token_kind(l, i);
        if (kind == TOK_RBRACE && open) {
            l->match[open - 1] = i;
            open = l->brace[open - 1];
        }
        l->brace[i] = open;
        if (kind == TOK_LBRACE)
            open = i + 1;
    }
}

static void find_comments(struct layout *l)
{
    size_t c = 0;
    for (size_t i = 0; i <= l->n + 1; i++) {
        while (c < l->tokens->comments.n && l->tokens->comments.at[c].before < i)
            c++;
        l->comment[i] = c;
    }
}

struct statements *facts_of_test(struct arena *a, const struct source *s,
                                 const struct tokens *tokens, size_t token, struct diags *d)
{
    const struct token *t = &tokens->all.at[token];
    if (t->kind != TOK_RAW || !token || tokens->all.at[token - 1].kind != TOK_LBRACE)
        return NULL;
    struct source *part = ARENA_NEW(a, struct source);
    struct statements *facts = ARENA_NEW(a, struct statements);
    *part = *s;
    part->content = (struct text){s->content.at + (t->at.lo - s->base), t->at.hi - t->at.lo};
    part->base = t->at.lo;
    return statements_read(facts, a, part, d) ? facts : NULL;
}

struct layout *layout_of(struct arena *a, const struct source *s, const struct tokens *tokens,
                         struct diags *d)
{
    struct layout *l = ARENA_NEW(a, struct layout);
    size_t n = tokens->all.n - 1;
    *l = (struct layout){.arena = a,
                         .source = s,
                         .tokens = tokens,
                         .n = n,
                         .gap = ARENA_ARRAY(a, struct gap, n + 1),
                         .width = ARENA_ARRAY(a, unsigned, n + 1),
                         .brace = ARENA_ARRAY(a, size_t, n + 1),
                         .match = ARENA_ARRAY(a, size_t, n + 1),
                         .comment = ARENA_ARRAY(a, size_t, n + 2),
                         .columns = ARENA_ARRAY(a, size_t, n + 1),
                         .facts = ARENA_ARRAY(a, struct statements *, n + 1),
                         .page = page_in(a)};
    for (size_t i = 0; i < n; i++)
        l->facts[i] = facts_of_test(a, s, tokens, i, d);
    for (size_t i = 0; i < n; i++)
        l->width[i] = l->facts[i] ? 0 : (unsigned)width_columns(token_written(l, i));
    find_braces(l);
    find_comments(l);
    return l;
}
