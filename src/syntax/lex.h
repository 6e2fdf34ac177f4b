/* From source text to tokens.
 *
 * Floor: syntax. */
#ifndef KEN_SYNTAX_LEX_H
#define KEN_SYNTAX_LEX_H

#include "base/diag.h"
#include "syntax/token.h"

/* The tokens of `s`, ending with the end of the file; comments aside.  What cannot be a token is
 * reported and then read as it was probably meant, or left out.  A text that is not UTF-8 or holds
 * control characters is reported and has no tokens. */
struct tokens *lex_source(struct arena *a, const struct source *s, struct diags *d);

#endif
