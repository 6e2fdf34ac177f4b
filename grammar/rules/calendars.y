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
