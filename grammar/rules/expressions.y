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
