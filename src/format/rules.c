/* Rule files: laid out, and checked to say what they said. */
#include "format/layout.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

struct read {
    const struct tokens *tokens;
    const struct tree *tree;
};

static struct read read_rules(struct arena *a, const struct source *s, struct diags *d)
{
    const struct tokens *tokens = lex_source(a, s, d);
    return (struct read){tokens, parse_tokens(a, tokens, d)};
}

static struct text written(const struct source *s, struct span at)
{
    return (struct text){s->content.at + (at.lo - s->base), at.hi - at.lo};
}

/* Whether tokens, comments and what they mean together are the same. */
static bool says_the_same(const struct source *s, const struct read *was, const struct source *t,
                          const struct read *is)
{
    if (was->tokens->all.n != is->tokens->all.n ||
        was->tokens->comments.n != is->tokens->comments.n)
        return false;
    for (size_t i = 0; i < was->tokens->all.n; i++) {
        const struct token *p = &was->tokens->all.at[i], *q = &is->tokens->all.at[i];
        if (p->kind != q->kind || !text_equal(written(s, p->at), written(t, q->at)))
            return false;
    }
    for (size_t i = 0; i < was->tokens->comments.n; i++) {
        const struct comment *p = &was->tokens->comments.at[i], *q = &is->tokens->comments.at[i];
        if (p->before != q->before ||
            !text_equal(text_trim(written(s, p->at)), text_trim(written(t, q->at))))
            return false;
    }
    return node_same(was->tree->root, is->tree->root);
}

struct formatted format_rules(struct arena *a, const struct source *s, struct diags *d)
{
    size_t errors = d->errors;
    struct read was = read_rules(a, s, d);
    if (d->errors > errors)
        return (struct formatted){0};
    struct layout *l = layout_of(a, s, was.tokens);
    layout_gaps(l, was.tree->root);
    layout_items(l);
    struct text text = page_text(&l->page);
    struct sources *apart = sources_new(a);
    struct diags silent = diags_in(a, apart);
    const struct source *made = diags_add_source(&silent, s->name, text);
    struct read is = made ? read_rules(a, made, &silent) : (struct read){0};
    if (made && !silent.errors && says_the_same(s, &was, made, &is))
        return (struct formatted){.text = text};
    DIAG_ADD(d, K1000, source_span(s, 0, 0), s->name);
    return (struct formatted){.fault = true};
}
