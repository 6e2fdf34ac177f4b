/* The grammar of fact files.
 *
 * It knows lines and blocks.  Inside a line it knows only where the value ends: what the words of a value mean depends on the
 * declared type, and whether a block is a group of facts or a table depends on its name, so both are facts/native.c's
 * business.  For the same reason that file decides by position whether a word is a keyword; the grammar needs no
 * soft keywords.  It also ends the last line of a block, so that `{ used 5 }` may stand on one line.
 *
 * An action hands on what it has at once and keeps nothing: a table of a million rows makes no tree. */

/* The version whose skeleton this was written for. */
%require "3.8"
/* No global state: two parses may run at once. */
%define api.pure full
/* The loop that feeds the parser is ours (facts/native.c). */
%define api.push-pull push
/* Names of this parser begin so, and tokens with TOK_. */
%define api.prefix {facts_}
%define api.token.prefix {TOK_}
/* Token kinds are small numbers in the order of the declarations below. */
%define api.token.raw
/* Every token carries what it says. */
%define api.value.type {struct text}
/* A place is a span of bytes. */
%define api.location.type {struct span}
%locations
/* Messages are made by native.c from the tokens that could really stand there. */
%define parse.error custom
%define parse.lac full
/* A conflict is a mistake in the language. */
%expect 0
%parse-param {struct native *r}

%code requires {
#include "base/span.h"
#include "base/text.h"

struct native;
}

%code provides {
/* How users spell a token: a keyword or sign as it is, or words such as "a word". */
const char *facts_token_words(int token);
}

%code {
#include "facts/native.h"

#define YYLLOC_DEFAULT(now, rhs, n)                                                                \
    ((now) = (n) ? span_join(YYRHSLOC(rhs, 1), YYRHSLOC(rhs, n))                                  \
                 : (struct span){YYRHSLOC(rhs, 0).hi, YYRHSLOC(rhs, 0).hi})

/* Called for exhausted memory only: syntax errors come through yyreport_syntax_error. */
static void facts_error(const struct span *at, struct native *r, const char *says);
}

/* What tokens are called is what users read. */
%token EOF 0 "the end of the file"
%token NEWLINE "the end of the line"
%token WORD "a word"  STR "a text in quotes"
%token COMMA ","  EQ "="  LBRACE "{"  RBRACE "}"
%token FACTS "facts"  FOR "for"  OFFICE "office"  ERA "era"  AS "as"  OF "of"
%token CLAIM "claim"  REASON "reason"  FROM "from"  NA "n/a"  EVIDENCE "evidence"  BECAUSE "because"
%token ENCODING "encoding"  FILE "file"  DATED "dated"

%%

file:
  lines
;

lines:
  %empty
| lines line
;

line:
  NEWLINE
| "facts" "for" WORD NEWLINE       { native_criteria(r, $WORD, @WORD); }
| "office" STR NEWLINE             { native_office(r, $STR, @STR); }
| "era" WORD NEWLINE               { native_era(r, $WORD, @WORD); }
| "as" "of" items NEWLINE          { native_as_of(r); }
| "claim" items NEWLINE            { native_claim(r); }
| "reason" WORD STR NEWLINE        { native_reason(r, $WORD, @WORD, $STR, @STR); }
| entry NEWLINE
| error NEWLINE                    { yyerrok; }
;

entry:
  key asides                       { native_entry(r); }
| key items asides                 { native_entry(r); }
| key "n/a" asides                 { native_na(r, @2); }
| from how asides                  { native_from(r); }
| from how "{" pairs "}" asides    { native_from(r); }
| block asides                     { native_block_asides(r); }
;

block:
  open lines "}"                   { native_close(r); }
;

/* What is written before a value, a block or `from`. */
key:
  WORD                             { native_key(r, TOK_WORD, $1, @1); }
| STR                              { native_key(r, TOK_STR, $1, @1); }
;

open:
  key "{"                          { native_open(r); }
;

items:
  item
| items item
;

item:
  WORD                             { native_item(r, TOK_WORD, $1, @1); }
| STR                              { native_item(r, TOK_STR, $1, @1); }
| ","                              { native_item(r, TOK_COMMA, $1, @1); }
| "="                              { native_item(r, TOK_EQ, $1, @1); }
;

asides:
  %empty
| asides "evidence" proof
| asides "evidence" proof "dated" day
| asides "because" STR             { native_because(r, $STR); }
;

proof:
  STR                              { native_evidence(r, $STR, @STR); }
| "file" STR                       { native_evidence_file(r, $STR, @STR); }
| STR[says] "file" STR[file]
    { native_evidence(r, $says, @says); native_evidence_file(r, $file, @file); }
;

day:
  WORD                             { native_evidence_dated(r, @$); }
| WORD WORD WORD                   { native_evidence_dated(r, @$); }
;

from:
  key "from" STR                   { native_file(r, $STR, @STR); }
;

how:
  %empty
| era
| encoding
| era encoding
| encoding era
;

era:
  "era" WORD                       { native_file_era(r, $WORD, @WORD); }
;

encoding:
  "encoding" WORD                  { native_file_encoding(r, $WORD, @$); }
;

pairs:
  %empty
| pairs NEWLINE
| pairs name[left] "=" name[right] { native_rename(r, $left, @left, $right, @right); }
;

name: WORD | STR ;

%%

const char *facts_token_words(int token)
{
    return yysymbol_name((yysymbol_kind_t)token);
}

static void facts_error(const struct span *at, struct native *r, const char *says)
{
    (void)says;
    native_too_deep(r, *at);
}

static int yyreport_syntax_error(const yypcontext_t *context, struct native *r)
{
    yysymbol_kind_t expected[YYNTOKENS];
    int n = yypcontext_expected_tokens(context, expected, YYNTOKENS);
    int tokens[YYNTOKENS];
    for (int i = 0; i < n; i++)
        tokens[i] = (int)expected[i];
    native_unexpected(r, (int)yypcontext_token(context), *yypcontext_location(context), tokens, n);
    return 0;
}
