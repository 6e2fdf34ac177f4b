/* From tokens to a tree.
 *
 * Floor: syntax. */
#ifndef KEN_SYNTAX_PARSE_H
#define KEN_SYNTAX_PARSE_H

#include "syntax/token.h"
#include "syntax/tree.h"

/* The tree of a token list.  Always a tree: what was wrong is reported, and a broken or missing
 * node marks the place. */
struct tree *parse_tokens(struct arena *a, const struct tokens *tokens, struct diags *d);

/* Called by the grammar: the next token. */
const struct token *parse_next(struct tree *t);

/* Called by the grammar: `found` cannot stand at `at`, one of `expected` could. */
void parse_unexpected(struct tree *t, int found, struct span at, const int *expected, int n);

#endif
