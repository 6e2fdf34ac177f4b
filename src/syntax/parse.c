/* From tokens to a tree: the loop between scanner and parser. */
#include "syntax/parse.h"

#include "rules.tab.h"

/* Keep track of the brackets that are open: a parser stack grows with nothing else, since every
 * list of the grammar is left-recursive.  False when they are too many. */
static bool track_nesting(struct tree *t, const struct token *token)
{
    if (token->kind == TOK_LBRACE || token->kind == TOK_LPAREN) {
        if (t->opened >= TREE_DEPTH) {
            DIAG_ADD(t->diags, K0205, token->at, text_number(t->arena, TREE_DEPTH));
            return false;
        }
        t->open[t->opened++] = token->at;
    } else if (t->opened > 0)
        t->opened--;
    return true;
}

static bool is_bracket(int kind)
{
    return kind >= TOK_LBRACE && kind <= TOK_RPAREN;
}

/* After too much of anything the text ends for the parser. */
const struct token *parse_next(struct tree *t)
{
    const struct token *next = &t->tokens->all.at[t->read];
    if (diags_are_hopeless(t->diags, t->errors_before) ||
        (is_bracket(next->kind) && !track_nesting(t, next)))
        t->given_up = true;
    if (t->given_up)
        return &t->tokens->all.at[t->tokens->all.n - 1];
    t->now = t->read++;
    return next;
}

struct tree *parse_tokens(struct arena *a, const struct tokens *tokens, struct diags *d)
{
    struct tree *t = ARENA_NEW(a, struct tree);
    *t = (struct tree){.arena = a, .diags = d, .tokens = tokens, .errors_before = d->errors};
    rules_parse(t);
    t->tokens = NULL;
    if (!t->root || t->given_up) {
        struct node *gap = TREE(t, broken, ((struct span){0, 0}), .text = {0});
        t->root = TREE(t, file, gap->at, .items = tree_list(t, (struct nodes){0}, gap));
    }
    return t;
}
