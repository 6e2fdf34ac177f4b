/* Facts in tests: what stands there is for the reader of fact files, and one token here. */
#include "syntax/scan.h"

/* Of the token that stands so many before the end; of none, 0. */
static int kind_before(const struct lexer *l, size_t n)
{
    return n <= l->tokens->all.n ? l->tokens->all.at[l->tokens->all.n - n].kind : 0;
}

/* `test "name"`, but not a criterion, penalty or calendar that is called so. */
static bool names_test(const struct lexer *l)
{
    static const int named[] = {TOK_GROUP, TOK_INDICATOR, TOK_PENALTY, TOK_BONUS, TOK_CALENDAR};
    if (l->depth || kind_before(l, 1) != TOK_STR || kind_before(l, 2) != TOK_TEST)
        return false;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (kind_before(l, 3) == named[i])
            return false;
    return true;
}

/* True of lines: an empty block of facts has them too. */
bool lexer_open(struct lexer *l)
{
    bool lines = l->in_test && l->depth == 1 && kind_before(l, 1) == TOK_FACTS;
    l->in_test = l->in_test || names_test(l);
    l->depth++;
    l->raw_depth = 0;
    l->raw_from = l->raw_to = l->end;
    lexer_token(l, TOK_LBRACE);
    return lines;
}

bool lexer_close(struct lexer *l)
{
    l->depth -= l->depth > 0;
    l->in_test = l->in_test && l->depth;
    return lexer_token(l, TOK_RBRACE);
}

bool lexer_equals(struct lexer *l)
{
    l->raw_from = l->raw_to = l->end;
    lexer_token(l, TOK_EQ);
    return l->in_test && l->depth == 1;
}

void lexer_piece(struct lexer *l)
{
    if (l->raw_from == l->raw_to)
        l->raw_from = l->begin;
    l->raw_to = l->end;
}

/* Nothing behind `=` is no token: the fact then has no value. */
bool lexer_raw(struct lexer *l, size_t next)
{
    l->begin = l->raw_from;
    l->end = l->raw_to;
    if (l->raw_to > l->raw_from || kind_before(l, 1) == TOK_LBRACE)
        lexer_token(l, TOK_RAW);
    l->begin = l->end = next;
    return true;
}
