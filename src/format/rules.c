/* Rule files: laid out, and checked to say what they said. */
#include "format/layout.h"
#include "rules.tab.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

struct read {
    const struct tokens *tokens;
    const struct tree *tree;
};

/* The facts in tests are compared as facts, so they are no part of the tree. */
static struct read read_rules(struct arena *a, const struct source *s, struct diags *d)
{
    struct tokens *tokens = lex_source(a, s, d);
    for (size_t i = 1; i < tokens->all.n; i++)
        if (tokens->all.at[i].kind == TOK_RAW && tokens->all.at[i - 1].kind == TOK_LBRACE)
            tokens->all.at[i].bytes = 0;
    return (struct read){tokens, parse_tokens(a, tokens, d)};
}

static struct text written(const struct source *s, struct span at)
{
    return (struct text){s->content.at + (at.lo - s->base), at.hi - at.lo};
}

static bool same_token(struct arena *a, const struct source *s, const struct read *was,
                       const struct source *t, const struct read *is, size_t i, struct diags *d)
{
    const struct token *p = &was->tokens->all.at[i], *q = &is->tokens->all.at[i];
    struct statements *facts = facts_of_test(a, s, was->tokens, i, d);
    if (p->kind != q->kind)
        return false;
    if (!facts)
        return text_equal(written(s, p->at), written(t, q->at));
    struct statements *other = facts_of_test(a, t, is->tokens, i, d);
    return other && statements_same(facts, other);
}

/* Whether tokens, comments and what they mean together are the same. */
static bool says_the_same(struct arena *a, const struct source *s, const struct read *was,
                          const struct source *t, const struct read *is, struct diags *d)
{
    if (was->tokens->all.n != is->tokens->all.n ||
        was->tokens->comments.n != is->tokens->comments.n)
        return false;
    for (size_t i = 0; i < was->tokens->all.n; i++)
        if (!same_token(a, s, was, t, is, i, d))
            return false;
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
    struct layout *l = layout_of(a, s, was.tokens, d);
    if (d->errors > errors)
        return (struct formatted){0};
    layout_gaps(l, was.tree->root);
    layout_items(l);
    struct text text = page_text(&l->page);
    struct sources *apart = sources_new(a);
    struct diags silent = diags_in(a, apart);
    const struct source *made = diags_add_source(&silent, s->name, text);
    struct read is = made ? read_rules(a, made, &silent) : (struct read){0};
    if (made && !silent.errors && says_the_same(a, s, &was, made, &is, &silent))
        return (struct formatted){.text = text};
    DIAG_ADD(d, K1000, source_span(s, 0, 0), s->name);
    return (struct formatted){.fault = true};
}

struct text format_made(struct arena *a, struct text rules)
{
    struct diags silent = diags_in(a, sources_new(a));
    const struct source *s = diags_add_source(&silent, TEXT(""), rules);
    struct formatted f = s ? format_rules(a, s, &silent) : (struct formatted){0};
    return f.text.at ? f.text : rules;
}
