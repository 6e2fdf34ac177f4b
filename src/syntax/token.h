/* Tokens of rule files.
 *
 * Floor: syntax.  Kinds are the token kinds of grammar/rules.y (enum rules_tokentype), whose
 * declarations are also the one table of keywords. */
#ifndef KEN_SYNTAX_TOKEN_H
#define KEN_SYNTAX_TOKEN_H

#include "base/list.h"
#include "base/span.h"
#include "base/text.h"

/* Rules have hundreds of thousands of them: three words each. */
struct token {
    struct span at;
    const char *says; /* its text, `bytes` long: as written; of a string, what it says */
    uint32_t bytes;
    int kind;
};

static inline struct text token_text(const struct token *t)
{
    return (struct text){t->says, t->bytes};
}

struct comment {
    struct span at;
    size_t before; /* index of the token that follows it */
};

struct tokens {
    struct arena *arena;       /* they lie in one of their own */
    LIST_OF(struct token) all; /* ends with the end of the file */
    LIST_OF(struct comment) comments;
};

#endif
