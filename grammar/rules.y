/* The grammar of rule files.
 *
 * It knows when; syntax/tree.h knows what.  An action makes one node.  README.md beside this file says how
 * the two generated files are made and what may be changed without thinking. */

/* The version whose skeleton this was written for. */
%require "3.8"
/* No global state: two parses may run at once. */
%define api.pure full
/* Names of this parser begin so, and tokens with TOK_. */
%define api.prefix {rules_}
%define api.token.prefix {TOK_}
/* Token kinds are small numbers in the order of the declarations below. */
%define api.token.raw
%define api.value.type union
/* A place is a span of bytes. */
%define api.location.type {struct span}
%locations
/* Messages are made by syntax/unexpected.c from the tokens that could really stand there. */
%define parse.error custom
%define parse.lac full
/* A conflict is a mistake in the language. */
%expect 0
%param {struct tree *t}

%code requires {
#include "syntax/token.h"
#include "syntax/tree.h"
}

%code provides {
/* Whether a keyword may also be a name. */
bool rules_keyword_is_soft(int token);
/* How users spell a token: a keyword or sign as it is, or words such as "a name". */
const char *rules_token_words(int token);
}

%code {
#include "syntax/parse.h"

/* Symbols follow each other, and an empty one lies where the one before it ends: nowhere at the start of the file. */
#define YYLLOC_DEFAULT(now, rhs, n)                                                                \
    ((now).hi = YYRHSLOC(rhs, n).hi,                                                               \
     (now).lo = !(n)                             ? (now).hi                                        \
                : span_is_nowhere(YYRHSLOC(rhs, 1)) ? YYRHSLOC(rhs, n).lo                          \
                                                    : YYRHSLOC(rhs, 1).lo)

/* Called for exhausted memory only: syntax errors come through yyreport_syntax_error. */
static void rules_error(const struct span *at, struct tree *t, const char *says);

/* The next token (syntax/parse.c). */
static int rules_lex(RULES_STYPE *value, struct span *at, struct tree *t)
{
    const struct token *next = parse_next(t);
    *at = next->at;
    /* Every token that carries a value carries its text. */
    value->TOK_NAME = token_text(next);
    return next->kind;
}
}

/* What tokens are called is what users read.  Words that are never names come first, then SOFT ones. */
%token EOF 0 "end of file"
%token <struct text> NAME "a name"  NUM "a number"  DOTTED "an id"  STR "a text in quotes"
%token <struct text> DAY "a date"  MON "a month"  RAW "a value as a fact file says it"
%token LBRACE "{"  RBRACE "}"  LPAREN "("  RPAREN ")"  COMMA ","  COLON ":"  DOT "."  DOTS ".."
%token PERCENT "%"  PLUS "+"  MINUS "-"  TIMES "*"  DIVIDE "/"
%token EQ "="  NE "!="  LT "<"  LE "<="  GT ">"  GE ">="
%token BAD "something that is not part of the language"
%token HARD_FIRST "(the words that are never names begin here)"
%token AND "and"  OR "or"  NOT "not"  IN "in"  OF "of"  OVER "over"  WHERE "where"
%token IF "if"  THEN "then"  ELSE "else"  WHEN "when"  OTHERWISE "otherwise"  IS "is"
%token PER "per"  BY "by"  TO "to"  UNTIL "until"  AFTER "after"
%token FROM "from"  ABOVE "above"  BELOW "below"  YES "yes"  NO "no"  YES_NO "yes/no"
%token SOFT_FIRST "(the words that may also be names begin here)"
%token <struct text> CRITERIA "criteria"  ERA "era"  PERIOD "period"  CLOSES "closes"  SCALE "scale"  USE "use"
%token <struct text> CITE "cite"  DATED "dated"  PAGE "page"  NOTE "note"  TITLE "title"  UNITS "units"
%token <struct text> MISSING "missing"  SCORES "scores"  APPLICABLE "applicable"  APPLIES "applies"
%token <struct text> DROP "drop"  GIVE "give"  WEIGHT "weight"  FACTS "facts"  GROUP "group"
%token <struct text> INDICATOR "indicator"  PART "part"  PARTS "parts"  POINTS "points"  UNIT "unit"
%token <struct text> MEASURE "measure"  LEVELS "levels"  STEPPED "stepped"  BANDS "bands"  STEPS "steps"  DONE "done"  LATE "late"
%token <struct text> SCORE "score"  LET "let"  PENALTY "penalty"  FLOOR "floor"  CAP "cap"
%token <struct text> ROUND "round"  SHOW "show"  MULTIPLE "multiple"  DECIMALS "decimals"
%token <struct text> HALF "half"  UP "up"  EVEN "even"  DOWN "down"  TRUNCATE "truncate"
%token <struct text> STATUS "status"  EXACTLY "exactly"  REQUIRES "requires"  REASON "reason"
%token <struct text> CALENDAR "calendar"  COVERS "covers"  WEEKEND "weekend"  HOLIDAY "holiday"
%token <struct text> NUMBER "number"  INTEGER "integer"  TEXT "text"  DATE "date"  MONTH "month"  ONE "one"
%token <struct text> SET "set"  TABLE "table"  OPTIONAL "optional"  FIXED "fixed"  AT "at"  LEAST "least"
%token <struct text> MOST "most"  KEY "key"  THOUSAND "thousand"  MILLION "million"  BILLION "billion"
%token <struct text> WORKING "working"  DAY_WORD "day"  DAYS "days"  GIVEN "given"
%token <struct text> COUNT "count"  DISTINCT "distinct"  FIRST "first"  LAST "last"  SHARE "share"  SUM "sum"  MEAN "mean"  MIN "min"  MAX "max"
%token <struct text> ALL "all"  ANY "any"
%token <struct text> BEFORE "before"  START "start"  END "end"  MONTHS "months"  ENDS "ends"  CLIPPED "clipped"  CARRIED "carried"
%token <struct text> BEST "best"  NONE "none"  PRODUCT "product"  WEIGHTED "weighted"
%token <struct text> BONUS "bonus"  AMOUNT "amount"  FREE "free"
%token <struct text> DEFINE "define"
%token <struct text> ADJUST "adjust"  PLUS_WORD "plus"  MINUS_WORD "minus"
%token <struct text> EXTRAPOLATED "extrapolated"
%token <struct text> ACHIEVED "achieved"  INDEPENDENT "independent"
%token <struct text> WEIGHTS "weights"
%token <struct text> GRADE "grade"
%token <struct text> EVIDENCE "evidence"  COUNTS "counts"  WITH "with"
%token <struct text> AMENDS "amends"  CHANGE "change"  ADD "add"  REMOVE "remove"  MOVE "move"  INTO "into"  STEP "step"
%token <struct text> RENUMBER "renumber"  RENAME "rename"  FACT "fact"  AS "as"  FORMERLY "formerly"
%token <struct text> SHIFT "shift"  DATES "dates"  EXCEPT "except"  EFFECTIVE "effective"
%token <struct text> TEST "test"  TESTS "tests"  EXPECT "expect"  BECAUSE "because"  INCOMPLETE "incomplete"
%token <struct text> DROPPED "dropped"  ERROR_WORD "error"  WARNING "warning"
%token <struct text> ALLOW "allow"
%token <struct text> COLUMNS "columns"  IGNORE "ignore"  OTHERS "others"
%token SOFT_LAST "(the words that may also be names end here)"

%nterm <struct node *> item member common criteria head cite cite_dated cite_page
%nterm <struct node *> unit_declaration declaration type attribute criterion id
%nterm <struct node *> rows formula policy step step_property penalty_item band title_opt string
%nterm <struct node *> point below_opt score_band stretch calendar_item holiday rounding show_rounding amount name callable path signed
%nterm <struct node *> expr cond not comparison sum primary aggregate where_opt
%nterm <struct node *> counted literal number points_number plain unit simple_unit unit_opt range date quantified target
%nterm <struct nodes> items members units declarations columns names attributes words
%nterm <struct nodes> args parameters score_bands points numbers steps step_properties penalty_items no_amount with_number with_formula bands calendar_items targets
%nterm <struct nodes> path_names and_list or_list
%nterm <struct node *> table_row table_row_by case_head case_keys key levels level_row band_row
%nterm <struct nodes> table_rows table_rows_by keys level_rows band_rows
%nterm <struct node *> weight_row
%nterm <struct nodes> ids weight_rows weight_values
%nterm <int> month_ends day_unit_many date_part extreme level_kind first_last height day_unit mode compare aggregator scale_word edge_low edge_high reason_opt all_any bound penalty_or_bonus
%nterm <struct text> built_in soft
%nterm <struct node *> adjust_line when_opt step_share row_aggregate
%nterm <struct nodes> adjust_lines
%nterm <int> adjust_kind
%nterm <struct node *> penalty let define facts units_block calendar formerly formerly_in cite_effective
%nterm <struct node *> amendment thing placed amended_step step_change place place_opt removal removed
%nterm <struct nodes> step_changes except_opt
%nterm <int> place_kind property
%nterm <struct node *> test test_line expected tested wanted figure because because_opt because_word open_name raw
%nterm <struct nodes> test_lines tested_ids because_words
%nterm <int> exactly_opt
%nterm <struct node *> columns_block column_line
%nterm <struct nodes> column_lines
%nterm <struct text> open_soft other_soft hard

%%

/* The productions stand in rules/, and are put here when the parser is made. */

%%

bool rules_keyword_is_soft(int token)
{
    return TOK_SOFT_FIRST < token && token < TOK_SOFT_LAST;
}

const char *rules_token_words(int token)
{
    return yysymbol_name((yysymbol_kind_t)token);
}

static void rules_error(const struct span *at, struct tree *t, const char *says)
{
    (void)says;
    DIAG_ADD(t->diags, K0205, *at, text_number(t->arena, TREE_DEPTH));
}

static int yyreport_syntax_error(const yypcontext_t *context, struct tree *t)
{
    yysymbol_kind_t expected[YYNTOKENS];
    int n = yypcontext_expected_tokens(context, expected, YYNTOKENS);
    int tokens[YYNTOKENS];
    for (int i = 0; i < n; i++)
        tokens[i] = (int)expected[i];
    parse_unexpected(t, (int)yypcontext_token(context), *yypcontext_location(context), tokens, n);
    return 0;
}
