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
