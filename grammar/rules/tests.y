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
