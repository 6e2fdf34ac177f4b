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
