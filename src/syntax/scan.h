/* Between the generated scanner (grammar/rules.l) and lex*.c: private to them.
 *
 * The scanner finds where a token ends and calls one function here; that function decides what it
 * is. */
#ifndef KEN_SYNTAX_SCAN_H
#define KEN_SYNTAX_SCAN_H

#include "rules.tab.h"
#include "syntax/lex.h"

struct lexer {
    struct arena *arena;
    struct diags *diags;
    const struct source *source;
    struct tokens *tokens;
    struct map *keywords; /* spelling to token kind */
    size_t errors_before;
    size_t begin, end;                  /* of the text the scanner stands on, within the source */
    struct text now;                    /* that text */
    size_t depth;                       /* braces that are open */
    bool in_test;                       /* they are those of a `test`, and what stands in it */
    size_t raw_from, raw_to, raw_depth; /* what a fact file would say, and the braces in it */
};

/* Scan `n` bytes at `text`, which are followed by two NUL bytes and may be written to. */
void scan_all(struct lexer *lexer, char *text, size_t n);

/* The next `n` bytes are a match. */
static inline void lexer_step(struct lexer *l, const char *text, size_t n)
{
    l->begin = l->end;
    l->end += n;
    l->now = (struct text){text, n};
}
void lexer_comment(struct lexer *l);

/* Where the match stands, and bytes of the source: texts of tokens are slices of it, for the
 * scanner's own buffer is only lent. */
struct span lexer_span(const struct lexer *l);
struct text lexer_slice(const struct lexer *l, size_t from, size_t to);

/* Adds a token with that text and returns true. */
bool lexer_add(struct lexer *l, int kind, struct text text);

/* Each adds what the match is and returns true.  What is no part of the language is reported, and
 * read as what it was meant as where that is certain. */
bool lexer_token(struct lexer *l, int kind);
bool lexer_name(struct lexer *l);
bool lexer_date(struct lexer *l);
bool lexer_string(struct lexer *l, size_t open, size_t close);
bool lexer_curly(struct lexer *l);
bool lexer_hyphens(struct lexer *l);
bool lexer_run_on(struct lexer *l);
bool lexer_foreign(struct lexer *l);

bool lexer_commas(struct lexer *l);

bool lexer_close(struct lexer *l);

/* A brace or `=`, whose token is added.  True where what follows is for the reader of facts: then
 * its pieces, and lexer_raw makes one token of them; the scanner goes on at `next`. */
bool lexer_open(struct lexer *l);
bool lexer_equals(struct lexer *l);
void lexer_piece(struct lexer *l);
bool lexer_raw(struct lexer *l, size_t next);

/* Adds one token and returns how many bytes of the match it used; the scanner goes on behind them.
 */
size_t lexer_month_name(struct lexer *l);

/* A fault of ours inside the generated code. */
_Noreturn void lexer_fault(void *scanner, const char *says);

#endif
