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
