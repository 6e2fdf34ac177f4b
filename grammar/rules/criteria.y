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
