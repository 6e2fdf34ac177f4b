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
