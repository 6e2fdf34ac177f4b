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
