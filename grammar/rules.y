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

/* --- a file ------------------------------------------------------------------------------- */

file:
  items                            { t->root = TREE(t, file, @$, .items = $items); }
;

items:
  %empty                           { $$ = (struct nodes){0}; }
| items item                       { $$ = tree_list(t, $1, $item); }
| items error                      { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

item:
  head
| common
| criteria
| criterion
| facts
| units_block
| columns_block
| "status" "{" bands "}"           { $$ = TREE(t, status, @$, .bands = $bands); }
| define
| calendar
| "amends" string                  { $$ = TREE(t, amends, @$, .file = $string); }
| "shift" "dates" NUM name except_opt
    { $$ = TREE(t, shift, @$, .count = TREE(t, number, @NUM, .digits = $NUM), .unit = $name, .except = $except_opt); }
| "rename" "fact" path[from] "as" path[to]
    { $$ = TREE(t, rename, @$, .from = $from, .to = $to); }
| amendment
| cite "{" items "}"               { $$ = TREE(t, cited, @$, .cite = $cite, .items = $items); }
| "tests" string                   { $$ = TREE(t, tests, @$, .file = $string); }
| test
;

facts:
  "facts" "{" declarations "}"     { $$ = TREE(t, facts, @$, .declarations = $declarations); }
;

units_block:
  "units" "{" units "}"            { $$ = TREE(t, units, @$, .units = $units); }
;

/* How records call facts. */
columns_block:
  "columns" "{" column_lines "}"   { $$ = TREE(t, columns, @$, .lines = $column_lines); }
;

column_lines:
  %empty                           { $$ = (struct nodes){0}; }
| column_lines column_line         { $$ = tree_list(t, $1, $2); }
| column_lines error               { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

column_line:
  path "from" string               { $$ = TREE(t, column, @$, .path = $path, .name = $string); }
| path "from" string "in" unit     { $$ = TREE(t, column, @$, .path = $path, .name = $string, .unit = $unit); }
| "era" name                       { $$ = TREE(t, era, @$, .name = $name); }
| "ignore" words                   { $$ = TREE(t, ignore, @$, .names = $words); }
| "ignore" "others"                { $$ = TREE(t, ignore, @$, .names = {0}); }
;

define:
  "define" callable "(" parameters ")" title_opt "=" expr
    { $$ = TREE(t, define, @$, .name = $callable, .parameters = $parameters, .title = $title_opt, .value = $expr); }
;

calendar:
  "calendar" name title_opt "{" calendar_items "}"
    { $$ = TREE(t, calendar, @$, .name = $name, .title = $title_opt, .items = $calendar_items); }
;

except_opt: %empty { $$ = (struct nodes){0}; } | "except" ids { $$ = $ids; } ;

criteria:
  "criteria" name title_opt        { $$ = TREE(t, criteria, @$, .id = $name, .title = $title_opt); }
;

head:
  "era" name                       { $$ = TREE(t, era, @$, .name = $name); }
| "period" range                   { $$ = TREE(t, period, @$, .range = $range); }
| "closes" date                    { $$ = TREE(t, closes, @$, .date = $date); }
| "use" string                     { $$ = TREE(t, use, @$, .file = $string); }
| "month" "ends" month_ends        { $$ = TREE(t, month_ends, @$, .kind = $month_ends); }
;

month_ends: "clipped" { $$ = MONTHS_CLIPPED; } | "carried" { $$ = MONTHS_CARRIED; } ;

parameters:
  name                             { $$ = tree_list(t, (struct nodes){0}, $name); }
| parameters "," name              { $$ = tree_list(t, $1, $name); }
;

units:
  %empty                           { $$ = (struct nodes){0}; }
| units unit_declaration           { $$ = tree_list(t, $1, $2); }
| units error                      { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

unit_declaration:
  NAME title_opt
    { $$ = TREE(t, unit_declaration, @$, .name = TREE(t, word, @1, .text = $NAME), .title = $title_opt); }
;

/* --- facts -------------------------------------------------------------------------------- */

declarations:
  %empty                           { $$ = (struct nodes){0}; }
| declarations declaration         { $$ = tree_list(t, $1, $declaration); }
| declarations error               { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

declaration:
  names title_opt "{" declarations "}"
    { $$ = TREE(t, fact_group, @$, .names = $names, .title = $title_opt, .declarations = $4); }
| names title_opt ":" type attributes
    { $$ = TREE(t, fact, @$, .names = $names, .title = $title_opt, .type = $type, .attributes = $attributes); }
| "formerly" path formerly_in      { $$ = TREE(t, formerly, @$, .was = $path, .in = $formerly_in); }
;

names:
  path                             { $$ = tree_list(t, (struct nodes){0}, $path); }
| names "," path                   { $$ = tree_list(t, $1, $path); }
;

type:
  "number"                         { $$ = TREE(t, type, @$, .kind = WRITTEN_NUMBER); }
| "number" "in" unit               { $$ = TREE(t, type, @$, .kind = WRITTEN_NUMBER, .unit = $unit); }
| "integer"                        { $$ = TREE(t, type, @$, .kind = WRITTEN_INTEGER); }
| "integer" "in" unit              { $$ = TREE(t, type, @$, .kind = WRITTEN_INTEGER, .unit = $unit); }
| "text"                           { $$ = TREE(t, type, @$, .kind = WRITTEN_TEXT); }
| "date"                           { $$ = TREE(t, type, @$, .kind = WRITTEN_DATE); }
| "month"                          { $$ = TREE(t, type, @$, .kind = WRITTEN_MONTH); }
| "yes/no"                         { $$ = TREE(t, type, @$, .kind = WRITTEN_YES_NO); }
| "one" "of" "(" words ")"         { $$ = TREE(t, type, @$, .kind = WRITTEN_CHOICE, .words = $words); }
| "set" "of" "text"                { $$ = TREE(t, type, @$, .kind = WRITTEN_SET); }
| "set" "of" "(" words ")"         { $$ = TREE(t, type, @$, .kind = WRITTEN_SET, .words = $words); }
| "table" "{" columns "}"          { $$ = TREE(t, type, @$, .kind = WRITTEN_TABLE, .columns = $columns); }
| "table" error "}"                { $$ = TREE(t, broken, @$, .text = {0}); }
;

columns:
  declarations
;

words:
  string                           { $$ = tree_list(t, (struct nodes){0}, $string); }
| words "," string                 { $$ = tree_list(t, $1, $string); }
;

attributes:
  %empty                           { $$ = (struct nodes){0}; }
| attributes "," attribute         { $$ = tree_list(t, $1, $attribute); }
;

attribute:
  "optional"                       { $$ = TREE(t, attribute, @$, .kind = ATTRIBUTE_OPTIONAL); }
| "fixed"                          { $$ = TREE(t, attribute, @$, .kind = ATTRIBUTE_FIXED); }
| plain "decimals"                 { $$ = TREE(t, attribute, @$, .kind = ATTRIBUTE_DECIMALS, .value = $plain); }
| "at" "least" plain               { $$ = TREE(t, attribute, @$, .kind = ATTRIBUTE_LEAST, .value = $plain); }
| "at" "most" plain                { $$ = TREE(t, attribute, @$, .kind = ATTRIBUTE_MOST, .value = $plain); }
| "key" name                       { $$ = TREE(t, attribute, @$, .kind = ATTRIBUTE_KEY, .value = $name); }
| "requires" "evidence"            { $$ = TREE(t, attribute, @$, .kind = ATTRIBUTE_EVIDENCE); }
| "formerly" path formerly_in
    { $$ = TREE(t, attribute, @$, .kind = ATTRIBUTE_FORMERLY, .value = TREE(t, formerly, @$, .was = $path, .in = $formerly_in)); }
;

/* --- groups, indicators, parts ------------------------------------------------------------ */

criterion:
  height id title_opt "{" members "}"
    { $$ = TREE(t, criterion, @$, .height = $height, .id = $id, .title = $title_opt, .items = $members); }
| height error "{" members "}"     { $$ = TREE(t, broken, @$, .text = {0}); }
;

height:
  "group"                          { $$ = HEIGHT_GROUP; }
| "indicator"                      { $$ = HEIGHT_INDICATOR; }
| "part"                           { $$ = HEIGHT_PART; }
;

members:
  %empty                           { $$ = (struct nodes){0}; }
| members member                   { $$ = tree_list(t, $1, $member); }
| members error                    { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

member:
  common
| criterion
| "weight" number                  { $$ = TREE(t, weight, @$, .number = $number); }
| "points" number                  { $$ = TREE(t, points, @$, .number = $number); }
| "unit" string                    { $$ = TREE(t, shown_unit, @$, .text = $string); }
| "applies" "when" cond "otherwise" policy
    { $$ = TREE(t, applies, @$, .when = $cond, .policy = $policy); }
| "measure" expr                   { $$ = TREE(t, measure, @$, .value = $expr); }
| "levels" levels                  { $$ = $levels; $$->at = @$; }
| "levels" "by" path "{" level_rows "}"
    { $$ = TREE(t, levels, @$, .by = $path, .rows = $level_rows); }
| "bands" "{" score_bands "}"      { $$ = TREE(t, bands, @$, .bands = $score_bands); }
| "bands" "by" path "{" band_rows "}"
    { $$ = TREE(t, bands, @$, .by = $path, .rows = $band_rows); }
| "steps" "{" steps "}"            { $$ = TREE(t, steps, @$, .steps = $steps); }
| "independent" "steps" "{" steps "}"
    { $$ = TREE(t, steps, @$, .steps = $4, .independent = 1); }
| formerly
| amendment
| cite "{" members "}"             { $$ = TREE(t, cited, @$, .cite = $cite, .items = $members); }
;

formerly:
  "formerly" id formerly_in        { $$ = TREE(t, formerly, @$, .was = $id, .in = $formerly_in); }
;

formerly_in: %empty { $$ = NULL; } | "in" name { $$ = $name; } ;

/* What may stand in the head of the file, for the total, and in any criterion. */
common:
  cite
| "note" string                    { $$ = TREE(t, note, @$, .text = $string); }
| "allow" name string              { $$ = TREE(t, allow, @$, .lint = $name, .because = $string); }
| "title" name string              { $$ = TREE(t, title, @$, .language = $name, .text = $string); }
| "scale" range                    { $$ = TREE(t, scale, @$, .range = $range); }
| "scale" "none"                   { $$ = TREE(t, scale, @$, .range = NULL); }
| "score" expr                     { $$ = TREE(t, score, @$, .value = $expr); }
| "missing" "scores" signed[n]
    { $$ = TREE(t, missing, @$, .policy = TREE(t, policy, @$, .kind = POLICY_SCORE, .value = $n)); }
| "missing" "drop"
    { $$ = TREE(t, missing, @$, .policy = TREE(t, policy, @$, .kind = POLICY_DROP)); }
| "not" "applicable" policy        { $$ = TREE(t, not_applicable, @$, .policy = $policy); }
| penalty
| "adjust" "{" adjust_lines "}"    { $$ = TREE(t, adjust, @$, .lines = $adjust_lines); }
| "grade" "{" bands "}"            { $$ = TREE(t, grade, @$, .bands = $bands); }
| bound signed                     { $$ = TREE(t, bound, @$, .kind = $bound, .number = $signed); }
| "round" targets rounding         { $$ = TREE(t, round, @$, .targets = $targets, .rounding = $rounding); }
| "show" targets show_rounding     { $$ = TREE(t, show, @$, .targets = $targets, .rounding = $show_rounding); }
| let
| "weights" ids "{" weight_rows "}"
    { $$ = TREE(t, weights, @$, .ids = $ids, .rows = $weight_rows); }
;

penalty:
  penalty_or_bonus name title_opt "{" penalty_items "}"
    { $$ = TREE(t, penalty, @$, .is_bonus = $1, .name = $name, .title = $title_opt, .items = $penalty_items); }
;

let:
  "let" name title_opt "=" expr
    { $$ = TREE(t, let, @$, .name = $name, .title = $title_opt, .value = $expr); }
;

ids:
  id                               { $$ = tree_list(t, (struct nodes){0}, $id); }
| ids "," id                       { $$ = tree_list(t, $1, $id); }
;

weight_rows:
  %empty                           { $$ = (struct nodes){0}; }
| weight_rows weight_row           { $$ = tree_list(t, $1, $2); }
| weight_rows error                { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

weight_row:
  case_head ":" weight_values
    { $$ = TREE(t, case_row, @$, .head = $case_head, .value = TREE(t, values, @3, .values = $3)); }
;

weight_values:
  number                           { $$ = tree_list(t, (struct nodes){0}, $number); }
| weight_values "," number         { $$ = tree_list(t, $1, $number); }
;

cite:
  "cite" string cite_dated cite_page cite_effective
    { $$ = TREE(t, cite, @$, .document = $string, .dated = $cite_dated, .page = $cite_page, .effective = $cite_effective); }
;
cite_dated: %empty { $$ = NULL; } | "dated" date { $$ = $date; } ;
cite_page: %empty { $$ = NULL; } | "page" number { $$ = $number; } ;
cite_effective: %empty { $$ = NULL; } | "effective" date { $$ = $date; } ;

policy:
  "drop"                           { $$ = TREE(t, policy, @$, .kind = POLICY_DROP); }
| "score" signed                   { $$ = TREE(t, policy, @$, .kind = POLICY_SCORE, .value = $signed); }
| "give" "weight" "to" id          { $$ = TREE(t, policy, @$, .kind = POLICY_GIVE, .value = $id); }
;

/* Lines from top to bottom; each works on what the line above has made. */
adjust_lines:
  %empty                           { $$ = (struct nodes){0}; }
| adjust_lines adjust_line         { $$ = tree_list(t, $1, $2); }
| adjust_lines error               { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

adjust_line:
  adjust_kind expr when_opt        { $$ = TREE(t, adjust_line, @$, .kind = $adjust_kind, .value = $expr, .when = $when_opt); }
| "round" rounding when_opt
    { $$ = TREE(t, adjust_line, @$, .kind = ADJUST_ROUND, .value = $rounding, .when = $when_opt); }
;

adjust_kind:
  "plus"                           { $$ = ADJUST_PLUS; }
| "minus"                          { $$ = ADJUST_MINUS; }
| "at" "least"                     { $$ = ADJUST_AT_LEAST; }
| "at" "most"                      { $$ = ADJUST_AT_MOST; }
;

when_opt: %empty { $$ = NULL; } | "when" cond { $$ = $cond; } ;

penalty_or_bonus: "penalty" { $$ = 0; } | "bonus" { $$ = 1; } ;
bound: "floor" { $$ = BOUND_FLOOR; } | "cap" { $$ = BOUND_CAP; } ;

levels:
  numbers level_kind below_opt
    { $$ = TREE(t, levels, @$, .values = $numbers, .kind = $level_kind, .below = $below_opt); }
| points level_kind below_opt
    { $$ = TREE(t, levels, @$, .values = $points, .kind = $level_kind, .below = $below_opt); }
;

level_rows:
  %empty                           { $$ = (struct nodes){0}; }
| level_rows level_row             { $$ = tree_list(t, $1, $2); }
| level_rows error                 { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

level_row:
  case_keys ":" levels             { $$ = TREE(t, case_row, @$, .head = $case_keys, .value = $levels); }
;

band_rows:
  %empty                           { $$ = (struct nodes){0}; }
| band_rows band_row               { $$ = tree_list(t, $1, $2); }
| band_rows error                  { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

band_row:
  case_keys "{" score_bands "}"
    { $$ = TREE(t, case_row, @$, .head = $case_keys, .value = TREE(t, bands, @3, .bands = $score_bands)); }
;

/* level : value, where not every level of the scale has one */
points:
  point                            { $$ = tree_list(t, (struct nodes){0}, $point); }
| points "," point                 { $$ = tree_list(t, $1, $point); }
;

point:
  signed[score] ":" signed[value]
    { $$ = TREE(t, level, @$, .score = $score, .value = $value); }
;

level_kind:
  %empty                           { $$ = LEVELS_LINEAR; }
| "stepped"                        { $$ = LEVELS_STEPPED; }
| "extrapolated"                   { $$ = LEVELS_EXTRAPOLATED; }
;
below_opt: %empty { $$ = NULL; } | "below" signed { $$ = $signed; } ;

numbers:
  signed                           { $$ = tree_list(t, (struct nodes){0}, $signed); }
| numbers "," signed               { $$ = tree_list(t, $1, $signed); }
;

steps:
  %empty                           { $$ = (struct nodes){0}; }
| steps step                       { $$ = tree_list(t, $1, $step); }
| steps error                      { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

step:
  NUM title_opt when_opt "done" cond step_properties
    { $$ = TREE(t, step, @$, .number = TREE(t, number, @1, .digits = $NUM), .title = $title_opt, .when = $when_opt, .done = $cond,
                .properties = $6); }
| NUM title_opt when_opt "achieved" step_share step_properties
    { $$ = TREE(t, step, @$, .number = TREE(t, number, @1, .digits = $NUM), .title = $title_opt, .when = $when_opt, .achieved = $step_share,
                .properties = $6); }
;

/* Not every expression: the next step begins with a number, so `best 3` would be read two ways. */
step_share: sum | row_aggregate ;

step_properties:
  %empty                           { $$ = (struct nodes){0}; }
| step_properties step_property    { $$ = tree_list(t, $1, $2); }
;

step_property:
  "points" number                  { $$ = TREE(t, points, @$, .number = $number); }
| "by" sum                         { $$ = TREE(t, by, @$, .deadline = $sum); }
| "late" points_number "per" day_unit
    { $$ = TREE(t, late, @$, .amount = $points_number, .unit = $day_unit); }
| "requires" "evidence"            { $$ = TREE(t, evidence, @$, .wanted = EVIDENCE_LISTED); }
| "counts" "with" "evidence"       { $$ = TREE(t, evidence, @$, .wanted = EVIDENCE_COUNTS); }
| "note" string                    { $$ = TREE(t, note, @$, .text = $string); }
| cite
;

day_unit:
  "day"                            { $$ = UNIT_DAY; }
| "working" "day"                  { $$ = UNIT_WORKING_DAY; }
| "month"                          { $$ = UNIT_MONTH; }
;

/* No number may follow `amount EXPRESSION`: `best 3` would be read two ways. */
penalty_items: no_amount | with_number | with_formula ;

no_amount:
  %empty                           { $$ = (struct nodes){0}; }
| no_amount penalty_item           { $$ = tree_list(t, $1, $2); }
| no_amount error                  { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

with_number:
  no_amount amount                 { $$ = tree_list(t, $1, $amount); }
| with_number amount               { $$ = tree_list(t, $1, $amount); }
| with_number penalty_item         { $$ = tree_list(t, $1, $2); }
| with_number error                { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

with_formula:
  no_amount formula                { $$ = tree_list(t, $1, $formula); }
| with_number formula              { $$ = tree_list(t, $1, $formula); }
| with_formula formula             { $$ = tree_list(t, $1, $formula); }
| with_formula penalty_item        { $$ = tree_list(t, $1, $2); }
| with_formula error               { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

penalty_item:
  "when" cond                      { $$ = TREE(t, condition, @$, .when = $cond); }
| "first" points_number "free"     { $$ = TREE(t, free, @$, .number = $points_number); }
| "cap" number                     { $$ = TREE(t, bound, @$, .kind = BOUND_CAP, .number = $number); }
| "note" string                    { $$ = TREE(t, note, @$, .text = $string); }
| cite
| removal
;

amount:
  points_number "per" day_unit "after" sum[after] "until" sum[until]
    { $$ = TREE(t, amount, @$, .each = $points_number, .unit = $day_unit, .after = $after, .until = $until); }
| points_number "per" rows         { $$ = TREE(t, amount, @$, .each = $points_number, .value = $rows); }
| points_number                    { $$ = TREE(t, amount, @$, .each = $points_number); }
;

formula:
  "amount" expr                    { $$ = TREE(t, amount, @$, .value = $expr); }
;

rows:
  path where_opt                   { $$ = TREE(t, aggregate, @$, .kind = AGGREGATE_COUNT, .over = $path, .where = $where_opt); }
;

/* A number without a unit, so that `per` can follow, or `of`. */
points_number:
  NUM                              { $$ = TREE(t, number, @$, .digits = $NUM); }
;

/* --- rounding and display ----------------------------------------------------------------- */

targets:
  target                           { $$ = tree_list(t, (struct nodes){0}, $target); }
| targets "," target               { $$ = tree_list(t, $1, $target); }
;

target:
  name
;

rounding:
  "to" plain mode
    { $$ = TREE(t, rounding, @$, .to = ROUNDING_TO_PLACES, .amount = $plain, .mode = $mode); }
| "to" plain "decimals" mode
    { $$ = TREE(t, rounding, @$, .to = ROUNDING_TO_PLACES, .amount = $plain, .mode = $mode); }
| "to" "multiple" "of" plain mode
    { $$ = TREE(t, rounding, @$, .to = ROUNDING_TO_MULTIPLE, .amount = $plain, .mode = $mode); }
;

show_rounding:
  "to" plain
    { $$ = TREE(t, rounding, @$, .to = ROUNDING_TO_PLACES, .amount = $plain, .mode = ROUND_HALF_UP); }
| "to" plain "decimals"
    { $$ = TREE(t, rounding, @$, .to = ROUNDING_TO_PLACES, .amount = $plain, .mode = ROUND_HALF_UP); }
| rounding
;

mode:
  "half" "up"                      { $$ = ROUND_HALF_UP; }
| "half" "even"                    { $$ = ROUND_HALF_EVEN; }
| "up"                             { $$ = ROUND_UP; }
| "down"                           { $$ = ROUND_DOWN; }
| "truncate"                       { $$ = ROUND_DOWN; }
;

/* --- bands: the same notation wherever a range earns something ---------------------------- */

bands:
  %empty                           { $$ = (struct nodes){0}; }
| bands band                       { $$ = tree_list(t, $1, $band); }
| bands error                      { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

band:
  stretch ":" name title_opt reason_opt
    { $$ = TREE(t, band, @$, .stretch = $stretch, .name = $name, .title = $title_opt, .needs_reason = $reason_opt); }
;

score_bands:
  %empty                           { $$ = (struct nodes){0}; }
| score_bands score_band           { $$ = tree_list(t, $1, $2); }
| score_bands error                { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

score_band:
  stretch ":" signed[score]        { $$ = TREE(t, score_band, @$, .stretch = $stretch, .score = $score); }
;

stretch:
  edge_low signed[low]             { $$ = TREE(t, stretch, @$, .low_kind = $1, .low = $low); }
| edge_high signed[high]           { $$ = TREE(t, stretch, @$, .high_kind = $1, .high = $high); }
| edge_low signed[low] edge_high signed[high]
    { $$ = TREE(t, stretch, @$, .low_kind = $1, .low = $low, .high_kind = $3, .high = $high); }
| "exactly" signed[low]            { $$ = TREE(t, stretch, @$, .low_kind = EDGE_EXACTLY, .low = $low); }
| "otherwise"                      { $$ = TREE(t, stretch, @$, .low_kind = EDGE_OTHERWISE); }
;

edge_low: "from" { $$ = EDGE_FROM; } | "above" { $$ = EDGE_ABOVE; } ;
edge_high: "to" { $$ = EDGE_TO; } | "below" { $$ = EDGE_BELOW; } ;
reason_opt: %empty { $$ = 0; } | "requires" "reason" { $$ = 1; } ;

/* --- calendars ---------------------------------------------------------------------------- */

calendar_items:
  %empty                           { $$ = (struct nodes){0}; }
| calendar_items calendar_item     { $$ = tree_list(t, $1, $2); }
| calendar_items error             { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

calendar_item:
  "covers" range                   { $$ = TREE(t, covers, @$, .range = $range); }
| "weekend" names                  { $$ = TREE(t, weekend, @$, .days = $names); }
| holiday
| "note" string                    { $$ = TREE(t, note, @$, .text = $string); }
| cite
| removal
;

holiday:
  "holiday" date title_opt         { $$ = TREE(t, holiday, @$, .date = $date, .name = $title_opt); }
;

/* --- amendments: what becomes of another rule file ----------------------------------------- */

/* In a file that amends, and in what it changes.  What is changed or added is said as anywhere else. */
amendment:
  "change" thing                   { $$ = TREE(t, change, @$, .what = $thing); }
| "change" placed                  { $$ = TREE(t, change, @$, .what = $placed); }
| "add" thing                      { $$ = TREE(t, addition, @$, .what = $thing); }
| "add" placed place_opt           { $$ = TREE(t, addition, @$, .what = $placed, .place = $place_opt); }
| "move" height id place           { $$ = TREE(t, move, @$, .height = $height, .id = $id, .place = $place); }
| "renumber" id[from] "as" id[to]  { $$ = TREE(t, renumber, @$, .from = $from, .to = $to); }
| removal
;

thing: penalty | let | define | facts | units_block | calendar ;
placed: criterion | amended_step ;

place: place_kind id               { $$ = TREE(t, place, @$, .kind = $place_kind, .id = $id); } ;
place_opt: %empty { $$ = NULL; } | place ;
place_kind: "after" { $$ = PLACE_AFTER; } | "before" { $$ = PLACE_BEFORE; } | "into" { $$ = PLACE_INTO; } ;

amended_step:
  "step" NUM title_opt "{" step_changes "}"
    { $$ = TREE(t, amended_step, @$, .number = TREE(t, number, @NUM, .digits = $NUM), .title = $title_opt, .items = $step_changes); }
;

step_changes:
  %empty                           { $$ = (struct nodes){0}; }
| step_changes step_change         { $$ = tree_list(t, $1, $2); }
| step_changes error               { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

step_change:
  step_property
| "when" cond                      { $$ = TREE(t, condition, @$, .when = $cond); }
| "done" cond                      { $$ = TREE(t, done, @$, .done = $cond); }
| "achieved" step_share            { $$ = TREE(t, done, @$, .achieved = $step_share); }
| removal
;

removal: "remove" removed          { $$ = $removed; $$->at = @$; } ;

removed:
  height id                        { $$ = TREE(t, removal, @$, .of = NODE_criterion, .height = $height, .name = $id); }
| "step" NUM                       { $$ = TREE(t, removal, @$, .of = NODE_step, .name = TREE(t, number, @NUM, .digits = $NUM)); }
| penalty_or_bonus name            { $$ = TREE(t, removal, @$, .of = NODE_penalty, .name = $name); }
| "let" name                       { $$ = TREE(t, removal, @$, .of = NODE_let, .name = $name); }
| "define" callable                { $$ = TREE(t, removal, @$, .of = NODE_define, .name = $callable); }
| "fact" path                      { $$ = TREE(t, removal, @$, .of = NODE_fact, .name = $path); }
| "unit" NAME                      { $$ = TREE(t, removal, @$, .of = NODE_unit_declaration, .name = TREE(t, word, @NAME, .text = $NAME)); }
| "calendar" name                  { $$ = TREE(t, removal, @$, .of = NODE_calendar, .name = $name); }
| "holiday" date                   { $$ = TREE(t, removal, @$, .of = NODE_holiday, .name = $date); }
| "use" string                     { $$ = TREE(t, removal, @$, .of = NODE_use, .name = $string); }
| "title" name                     { $$ = TREE(t, removal, @$, .of = NODE_title, .name = $name); }
| "note" title_opt                 { $$ = TREE(t, removal, @$, .of = NODE_note, .name = $title_opt); }
| "allow" name                     { $$ = TREE(t, removal, @$, .of = NODE_allow, .name = $name); }
| "cite" title_opt                 { $$ = TREE(t, removal, @$, .of = NODE_cite, .name = $title_opt); }
| "round" name              { $$ = TREE(t, removal, @$, .of = NODE_round, .name = $name); }
| "show" name               { $$ = TREE(t, removal, @$, .of = NODE_show, .name = $name); }
| bound                            { $$ = TREE(t, removal, @$, .of = NODE_bound, .height = $bound); }
| property                         { $$ = TREE(t, removal, @$, .of = $property); }
;

/* What stands once is removed by its word. */
property:
  "period"                         { $$ = NODE_period; }
| "closes"                         { $$ = NODE_closes; }
| "status"                         { $$ = NODE_status; }
| "columns"                        { $$ = NODE_columns; }
| "grade"                          { $$ = NODE_grade; }
| "scale"                          { $$ = NODE_scale; }
| "missing"                        { $$ = NODE_missing; }
| "not" "applicable"               { $$ = NODE_not_applicable; }
| "adjust"                         { $$ = NODE_adjust; }
| "weights"                        { $$ = NODE_weights; }
| "weight"                         { $$ = NODE_weight; }
| "points"                         { $$ = NODE_points; }
| "unit"                           { $$ = NODE_shown_unit; }
| "applies"                        { $$ = NODE_applies; }
| "measure"                        { $$ = NODE_measure; }
| "levels"                         { $$ = NODE_levels; }
| "bands"                          { $$ = NODE_bands; }
| "steps"                          { $$ = NODE_steps; }
| "score"                          { $$ = NODE_score; }
| "by"                             { $$ = NODE_by; }
| "late"                           { $$ = NODE_late; }
| "when"                           { $$ = NODE_condition; }
| "evidence"                       { $$ = NODE_evidence; }
| "free"                           { $$ = NODE_free; }
;

/* --- tests ---------------------------------------------------------------------------------- */

test:
  "test" string "{" test_lines "}"
    { $$ = TREE(t, test, @$, .name = $string, .lines = $test_lines); }
;

test_lines:
  %empty                           { $$ = (struct nodes){0}; }
| test_lines test_line             { $$ = tree_list(t, $1, $2); }
| test_lines error                 { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

test_line:
  "facts" string                   { $$ = TREE(t, test_facts, @$, .file = $string); }
| "facts" "{" raw "}"              { $$ = TREE(t, test_facts, @$, .text = $raw); }
| "set" path "=" raw               { $$ = TREE(t, test_set, @$, .path = $path, .value = $raw); }
| "set" path "="                   { $$ = TREE(t, test_set, @$, .path = $path, .value = NULL); }
| "expect" expected                { $$ = $expected; $$->at = @$; }
;

/* What a fact file would say is one token: the scanner knows where it begins and ends. */
raw: RAW                           { $$ = TREE(t, word, @$, .text = $RAW); } ;

expected:
  tested wanted because_opt        { $$ = TREE(t, expect, @$, .of = $tested, .what = $wanted, .because = $because_opt); }
| tested because                   { $$ = TREE(t, expect, @$, .of = $tested, .because = $because); }
| "error" NAME                     { $$ = TREE(t, expect, @$, .what = TREE(t, expect_problem, @$, .severity = DIAG_ERROR, .code = TREE(t, word, @NAME, .text = $NAME))); }
| "warning" NAME                   { $$ = TREE(t, expect, @$, .what = TREE(t, expect_problem, @$, .severity = DIAG_WARNING, .code = TREE(t, word, @NAME, .text = $NAME))); }
;

tested:
  tested_ids                       { $$ = TREE(t, tested, @$, .height = HEIGHT_TOTAL, .ids = $tested_ids); }
| height id                        { $$ = TREE(t, tested, @$, .height = $height, .ids = tree_list(t, (struct nodes){0}, $id)); }
| height id[in] "/" id[part]
    { $$ = TREE(t, tested, @$, .height = $height, .ids = tree_list(t, tree_list(t, (struct nodes){0}, $in), $part)); }
;

tested_ids:
  NUM                              { $$ = tree_list(t, (struct nodes){0}, TREE(t, word, @$, .text = $1)); }
| DOTTED                           { $$ = tree_list(t, (struct nodes){0}, TREE(t, word, @$, .text = $1)); }
| open_name                        { $$ = tree_list(t, (struct nodes){0}, $1); }
| tested_ids "/" id                { $$ = tree_list(t, $1, $id); }
;

wanted:
  open_name[aspect] exactly_opt figure
    { $$ = TREE(t, expect_figure, @$, .aspect = $aspect, .exactly = $exactly_opt, .value = $figure); }
| "status" name                    { $$ = TREE(t, expect_mark, @$, .grade = 0, .name = $name); }
| "grade" name                     { $$ = TREE(t, expect_mark, @$, .grade = 1, .name = $name); }
| "incomplete"                     { $$ = TREE(t, expect_incomplete, @$, .range = NULL); }
| "incomplete" signed[low] ".." signed[high]
    { $$ = TREE(t, expect_incomplete, @$, .range = TREE(t, range, span_join(@low, @high), .low = $low, .high = $high)); }
| "not" "applicable"               { $$ = TREE(t, expect_out, @$, .dropped = 0); }
| "dropped"                        { $$ = TREE(t, expect_out, @$, .dropped = 1); }
;

exactly_opt: %empty { $$ = 0; } | "exactly" { $$ = 1; } ;

figure:
  signed
| NUM[over] "/" NUM[under] unit_opt
    { $$ = TREE(t, fraction, @$, .over = $over, .under = $under, .unit = $unit_opt); }
| "-" NUM[over] "/" NUM[under] unit_opt
    { $$ = TREE(t, negation, @$, .operand = TREE(t, fraction, @$, .over = $over, .under = $under, .unit = $unit_opt)); }
;

because_opt: %empty { $$ = NULL; } | because ;

/* Reasons have a vocabulary of their own (check/because.def). */
because:
  "because" because_words          { $$ = TREE(t, because, @$, .words = $because_words); }
;

because_words:
  because_word                     { $$ = tree_list(t, (struct nodes){0}, $1); }
| because_words because_word       { $$ = tree_list(t, $1, $2); }
;

because_word:
  NUM                              { $$ = TREE(t, word, @$, .text = $1); }
| STR                              { $$ = TREE(t, string, @$, .text = $1); }
| open_name
| other_soft                       { $$ = TREE(t, word, @$, .text = $1); }
| hard                             { $$ = TREE(t, word, @$, .text = $1); }
| "." name                         { $$ = TREE(t, after_point, @$, .name = $name); }
| "-" NUM                          { $$ = TREE(t, negation, @$, .operand = TREE(t, number, @NUM, .digits = $NUM)); }
;

/* Words of sentences that are never names. */
hard:
  "above" { $$ = TEXT("above"); }
| "after" { $$ = TEXT("after"); }
| "and" { $$ = TEXT("and"); }
| "below" { $$ = TEXT("below"); }
| "by" { $$ = TEXT("by"); }
| "in" { $$ = TEXT("in"); }
| "is" { $$ = TEXT("is"); }
| "no" { $$ = TEXT("no"); }
| "not" { $$ = TEXT("not"); }
| "of" { $$ = TEXT("of"); }
| "otherwise" { $$ = TEXT("otherwise"); }
| "over" { $$ = TEXT("over"); }
| "until" { $$ = TEXT("until"); }
| "when" { $$ = TEXT("when"); }
;

/* --- cases: rows of which one holds ------------------------------------------------------- */

case_head:
  "when" cond                      { $$ = TREE(t, case_head, @$, .when = $cond); }
| "otherwise"                      { $$ = TREE(t, case_head, @$, .when = NULL); }
;

case_keys:
  keys                             { $$ = TREE(t, case_head, @$, .keys = $keys); }
| "otherwise"                      { $$ = TREE(t, case_head, @$, .when = NULL); }
;

keys:
  key                              { $$ = tree_list(t, (struct nodes){0}, $key); }
| keys "," key                     { $$ = tree_list(t, $1, $key); }
;

key:
  STR                              { $$ = TREE(t, string, @$, .text = $1); }
| "yes"                            { $$ = TREE(t, truth, @$, .value = 1); }
| "no"                             { $$ = TREE(t, truth, @$, .value = 0); }
;

/* --- expressions -------------------------------------------------------------------------- */

/* Strata, loosest first; "( expr )" is the only way back up.  An aggregate reaches to the end of its clause. */
expr:
  cond
| aggregate
| "if" cond "then" expr[yes] "else" expr[no]
    { $$ = TREE(t, choice, @$, .when = $cond, .yes = $yes, .no = $no); }
| "table" "{" table_rows "}"       { $$ = TREE(t, table, @$, .rows = $table_rows); }
| "table" "by" path "{" table_rows_by "}"
    { $$ = TREE(t, table, @$, .by = $path, .rows = $table_rows_by); }
;

table_rows:
  %empty                           { $$ = (struct nodes){0}; }
| table_rows table_row             { $$ = tree_list(t, $1, $2); }
| table_rows error                 { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

table_row:
  case_head ":" expr               { $$ = TREE(t, case_row, @$, .head = $case_head, .value = $expr); }
;

table_rows_by:
  %empty                           { $$ = (struct nodes){0}; }
| table_rows_by table_row_by       { $$ = tree_list(t, $1, $2); }
| table_rows_by error              { $$ = tree_list(t, $1, TREE(t, broken, @2, .text = {0})); }
;

table_row_by:
  case_keys ":" expr               { $$ = TREE(t, case_row, @$, .head = $case_keys, .value = $expr); }
;

/* All `and` or all `or`: mixing them needs parentheses. */
cond:
  not
| and_list                         { $$ = TREE(t, logic, @$, .op = OP_AND, .operands = $1); }
| or_list                          { $$ = TREE(t, logic, @$, .op = OP_OR, .operands = $1); }
;

and_list:
  not[a] "and" not[b]              { $$ = tree_list(t, tree_list(t, (struct nodes){0}, $a), $b); }
| and_list "and" not               { $$ = tree_list(t, $1, $not); }
;

or_list:
  not[a] "or" not[b]               { $$ = tree_list(t, tree_list(t, (struct nodes){0}, $a), $b); }
| or_list "or" not                 { $$ = tree_list(t, $1, $not); }
;

not:
  comparison
| "not" not[operand]               { $$ = TREE(t, denial, @$, .operand = $operand); }
;

comparison:
  sum
| sum[l] compare sum[r]            { $$ = TREE(t, binary, @$, .op = $compare, .left = $l, .right = $r); }
| sum[l] "in" sum[r]               { $$ = TREE(t, binary, @$, .op = OP_IN, .left = $l, .right = $r); }
| sum[l] "in" sum[low] ".." sum[high]
    { $$ = TREE(t, binary, @$, .op = OP_IN, .left = $l, .right = TREE(t, range, span_join(@low, @high), .low = $low, .high = $high)); }
| sum[l] "is" "given"              { $$ = TREE(t, given, @$, .operand = $l); }
| quantified
;

quantified:
  all_any "of" path "in" sum       { $$ = TREE(t, all_in, @$, .kind = $all_any, .of = $path, .in = $sum); }
;

all_any: "all" { $$ = AGGREGATE_ALL; } | "any" { $$ = AGGREGATE_ANY; } ;

compare:
  "="                              { $$ = OP_EQ; }
| "!="                             { $$ = OP_NE; }
| "<"                              { $$ = OP_LT; }
| "<="                             { $$ = OP_LE; }
| ">"                              { $$ = OP_GT; }
| ">="                             { $$ = OP_GE; }
;

/* One stratum with three strengths, the tightest last: most expressions are one figure, and each stratum is a step
 * for every one of them.  The strengths are for these five rules: elsewhere they would hide a conflict. */
%left "+" "-";
%left "*" "/";
%precedence SIGN;
sum:
  primary
| sum[l] "+" sum[r]                { $$ = TREE(t, binary, @$, .op = OP_ADD, .left = $l, .right = $r); }
| sum[l] "-" sum[r]                { $$ = TREE(t, binary, @$, .op = OP_SUBTRACT, .left = $l, .right = $r); }
| sum[l] "*" sum[r]                { $$ = TREE(t, binary, @$, .op = OP_MULTIPLY, .left = $l, .right = $r); }
| sum[l] "/" sum[r]                { $$ = TREE(t, binary, @$, .op = OP_DIVIDE, .left = $l, .right = $r); }
| "-" sum[operand] %prec SIGN      { $$ = TREE(t, negation, @$, .operand = $operand); }
;

primary:
  literal
| path
| "(" expr ")"                     { $$ = $expr; }
| "(" error ")"                    { $$ = TREE(t, broken, @$, .text = {0}); }
| callable "(" args ")"            { $$ = TREE(t, call, @$, .name = $callable, .args = $args); }
| callable "(" ")"                 { $$ = TREE(t, call, @$, .name = $callable); }
| extreme "(" args ")"             { $$ = TREE(t, extreme, @$, .kind = $extreme, .operands = $args); }
| "score" "of" id                  { $$ = TREE(t, score_of, @$, .id = $id); }
| "round" "(" expr rounding ")"    { $$ = TREE(t, rounded, @$, .value = $expr, .rounding = $rounding); }
| counted day_unit_many "after" primary[from]
    { $$ = TREE(t, shifted, @$, .count = $counted, .unit = $2, .from = $from); }
| counted day_unit_many "before" primary[from]
    { $$ = TREE(t, shifted, @$, .count = $counted, .unit = $2, .back = 1, .from = $from); }
| date_part "of" primary[whole]    { $$ = TREE(t, part_of_date, @$, .kind = $1, .of = $whole); }
;

/* How many: 30 days after, (grace) days after. */
counted:
  NUM                              { $$ = TREE(t, number, @$, .digits = $NUM); }
| "(" expr ")"                     { $$ = $expr; }
;

day_unit_many:
  "days"                           { $$ = UNIT_DAY; }
| "working" "days"                 { $$ = UNIT_WORKING_DAY; }
| "months"                         { $$ = UNIT_MONTH; }
;

date_part:
  "start"                          { $$ = PART_START; }
| "end"                            { $$ = PART_END; }
| "month"                          { $$ = PART_MONTH; }
;

aggregate:
  row_aggregate
| "best" points_number "of" "parts"
    { $$ = TREE(t, of_parts, @$, .kind = AGGREGATE_BEST, .count = $points_number); }
;

row_aggregate:
  "count" "of" path where_opt
    { $$ = TREE(t, aggregate, @$, .kind = AGGREGATE_COUNT, .over = $path, .where = $where_opt); }
| "count" "distinct" name "over" path where_opt
    { $$ = TREE(t, aggregate, @$, .kind = AGGREGATE_DISTINCT, .of = TREE(t, path, @name, .names = tree_list(t, (struct nodes){0}, $name)),
                .over = $path, .where = $where_opt); }
| first_last "of" sum "over" path "by" name where_opt
    { $$ = TREE(t, aggregate, @$, .kind = $1, .of = $sum, .over = $path, .where = $where_opt,
                .by = TREE(t, path, @name, .names = tree_list(t, (struct nodes){0}, $name))); }
| "share" "of" path "where" cond
    { $$ = TREE(t, aggregate, @$, .kind = AGGREGATE_SHARE, .over = $path, .where = $cond); }
| aggregator "of" sum "over" path where_opt
    { $$ = TREE(t, aggregate, @$, .kind = $1, .of = $sum, .over = $path, .where = $where_opt); }
| all_any "of" path "where" cond
    { $$ = TREE(t, aggregate, @$, .kind = $1, .over = $path, .where = $cond); }
| aggregator "of" "parts"          { $$ = TREE(t, of_parts, @$, .kind = $1); }
| day_unit_many "after" sum[after] "until" sum[until]
    { $$ = TREE(t, days, @$, .unit = $1, .after = $after, .until = $until); }
| "product" "of" "parts"           { $$ = TREE(t, of_parts, @$, .kind = AGGREGATE_PRODUCT); }
| "weighted" "mean" "of" "parts"   { $$ = TREE(t, of_parts, @$, .kind = AGGREGATE_WEIGHTED_MEAN); }
;

extreme: "min" { $$ = AGGREGATE_MIN; } | "max" { $$ = AGGREGATE_MAX; } ;

args:
  expr                             { $$ = tree_list(t, (struct nodes){0}, $expr); }
| args "," expr                    { $$ = tree_list(t, $1, $expr); }
;

first_last: "first" { $$ = AGGREGATE_FIRST; } | "last" { $$ = AGGREGATE_LAST; } ;

aggregator:
  "sum"                            { $$ = AGGREGATE_SUM; }
| "mean"                           { $$ = AGGREGATE_MEAN; }
| "min"                            { $$ = AGGREGATE_MIN; }
| "max"                            { $$ = AGGREGATE_MAX; }
;

where_opt: %empty { $$ = NULL; } | "where" cond { $$ = $cond; } ;

/* --- words and literals ------------------------------------------------------------------- */

literal:
  number
| date
| STR                              { $$ = TREE(t, string, @$, .text = $1); }
| "yes"                            { $$ = TREE(t, truth, @$, .value = 1); }
| "no"                             { $$ = TREE(t, truth, @$, .value = 0); }
;

number:
  NUM unit_opt
    { $$ = $unit_opt ? TREE(t, quantity, @$, .digits = $NUM, .unit = $unit_opt) : TREE(t, number, @$, .digits = $NUM); }
| NUM "%"                          { $$ = TREE(t, percent, @$, .digits = $NUM); }
;

signed:
  number
| "-" number                       { $$ = TREE(t, negation, @$, .operand = $number); }
;

/* A number without a unit, where a name may follow. */
plain:
  NUM                              { $$ = TREE(t, number, @$, .digits = $NUM); }
| NUM "%"                          { $$ = TREE(t, percent, @$, .digits = $NUM); }
| "-" NUM                          { $$ = TREE(t, negation, @$, .operand = TREE(t, number, @2, .digits = $NUM)); }
;

unit_opt: %empty { $$ = NULL; } | unit ;

unit:
  simple_unit
| simple_unit[above] "per" NAME
    { $$ = TREE(t, unit, @$, .scale = $above->unit.scale, .name = $above->unit.name,
                .per = TREE(t, word, @NAME, .text = $NAME)); }
;

simple_unit:
  NAME                             { $$ = TREE(t, unit, @$, .name = TREE(t, word, @$, .text = $1)); }
| scale_word NAME                  { $$ = TREE(t, unit, @$, .scale = $1, .name = TREE(t, word, @2, .text = $2)); }
;

scale_word:
  "thousand"                       { $$ = SCALE_THOUSAND; }
| "million"                        { $$ = SCALE_MILLION; }
| "billion"                        { $$ = SCALE_BILLION; }
;

range:
  sum[low] ".." sum[high]          { $$ = TREE(t, range, @$, .low = $low, .high = $high); }
;

date:
  DAY                              { $$ = TREE(t, date, @$, .text = $1); }
| MON                              { $$ = TREE(t, month, @$, .text = $1); }
;

path:
  path_names                       { $$ = TREE(t, path, @$, .names = $1); }
;

path_names:
  name                             { $$ = tree_list(t, (struct nodes){0}, $name); }
| path_names "." name              { $$ = tree_list(t, $1, $name); }
;

id:
  NUM                              { $$ = TREE(t, word, @$, .text = $1); }
| DOTTED                           { $$ = TREE(t, word, @$, .text = $1); }
| name
;

string: STR                        { $$ = TREE(t, string, @$, .text = $1); } ;
title_opt: %empty { $$ = NULL; } | string ;

name:
  NAME                             { $$ = TREE(t, word, @$, .text = $1); }
| soft                             { $$ = TREE(t, word, @$, .text = $1); }
| built_in                         { $$ = TREE(t, word, @$, .text = $1); }
;

/* A name in front of "(": of a formula. */
callable:
  NAME                             { $$ = TREE(t, word, @$, .text = $1); }
| soft                             { $$ = TREE(t, word, @$, .text = $1); }
;

open_name:
  NAME                             { $$ = TREE(t, word, @$, .text = $1); }
| open_soft                        { $$ = TREE(t, word, @$, .text = $1); }
| built_in                         { $$ = TREE(t, word, @$, .text = $1); }
;

/* In front of "(" they are formulas of the language. */
built_in: "max" | "min" | "round" ;

/* Every other keyword of the SOFT list: its spelling is a name where a name is expected.  In a line of a test only some
 * can begin an id or a figure, and what begins the next line cannot go on with this one. */
soft: open_soft | other_soft | "expect" | "facts" | "set" ;

open_soft:
  "achieved" | "add" | "adjust" | "all" | "allow" | "amends" | "amount" | "any" | "applicable" | "applies" | "as" | "at"
| "bands" | "before" | "best" | "billion" | "bonus"
| "calendar" | "cap" | "carried" | "change" | "cite" | "clipped" | "closes" | "columns" | "count" | "counts" | "covers" | "criteria"
| "date" | "dated" | "dates" | "day" | "days" | "decimals" | "define" | "distinct" | "done" | "down" | "drop"
| "effective" | "end" | "ends" | "era" | "even" | "evidence" | "except" | "extrapolated"
| "fact" | "first" | "fixed" | "floor" | "formerly" | "free"
| "give" | "given"
| "half" | "holiday"
| "ignore" | "independent" | "integer" | "into"
| "key"
| "last" | "late" | "least" | "let" | "levels"
| "mean" | "measure" | "million" | "minus" | "missing" | "month" | "months" | "most" | "move" | "multiple"
| "none" | "note" | "number"
| "one" | "optional" | "others"
| "page" | "parts" | "penalty" | "period" | "plus" | "points" | "product"
| "reason" | "remove" | "rename" | "renumber" | "requires"
| "scale" | "score" | "scores" | "share" | "shift" | "show" | "start" | "step" | "stepped" | "steps" | "sum"
| "table" | "test" | "tests" | "text" | "thousand" | "title" | "truncate"
| "unit" | "units" | "up" | "use"
| "weekend" | "weight" | "weighted" | "weights" | "with" | "working"
;

other_soft:
  "because" | "dropped" | "error" | "exactly" | "grade" | "group" | "incomplete" | "indicator" | "part" | "status" | "warning"
;

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
