# The workload in jq:   jq -nr --slurpfile criteria criteria.json -f score.jq records.ndjson
def day: (.[0:4] | tonumber) as $y | (.[5:7] | tonumber) as $m | (.[8:10] | tonumber) as $d
  | (if $m <= 2 then [$y - 1, $m + 12] else [$y, $m] end) as [$y, $m]
  | 365 * $y + ($y / 4 | floor) - ($y / 100 | floor) + ($y / 400 | floor) + ((153 * $m - 457) / 5 | floor) + $d;

def half_up: (. * 10000 + 0.5 + 1e-7 | floor) / 10000;

def level($t): if . <= $t[0] then 1 elif . >= $t[4] then 5 else
    (if . < $t[1] then 0 elif . < $t[2] then 1 elif . < $t[3] then 2 else 3 end) as $i
    | $i + 1 + (. - $t[$i]) / ($t[$i + 1] - $t[$i]) | half_up end;

def part($r): if .of == null then .levels as $t | $r[.is] | level($t)
  elif $r[.of] == null then null
  else .levels as $t | $r[.is] / $r[.of] * 100 | level($t) end;

def steps($r; $working; $first): . as $steps
  | (first(range(0; 5) | select($r[$steps[.].done] == null)) // 5) as $done
  | reduce $steps[0:$done][] as $s ($done;
      if $s.by == null then . else ($r[$s.done] | day) as $d
        | if $d <= $s.by then . else . - 0.1 * ($working[$d - $first] - $working[$s.by - $first]) end end)
  | [1, .] | max | half_up;

def shown: if . == null then "" else (. * 10000 | round) as $n
  | "\($n / 10000 | floor).\($n % 10000 + 10000 | tostring[1:])" end;

("2022-01-01" | day) as $first
| $criteria[0] as $c
| ([$c.holidays[] | day | {key: tostring, value: true}] | from_entries) as $free
| (reduce range($first; "2025-12-31" | day) as $d ([];
    . + [(.[-1] // 0) + (if ($d - $first + 5) % 7 < 5 and ($free[$d | tostring] | not) then 1 else 0 end)])) as $working
| ($c.due | day) as $due
| [$c.indicators[] | if .steps then .steps |= map(if .by then .by |= day else . end) else . end] as $indicators
| inputs as $r
| [$indicators[] | if .steps then .steps | steps($r; $working; $first)
    else [.parts[] | part($r)] | if .[0] == null then null else add / length | half_up end end] as $scores
| (reduce range(0; $scores | length) as $i ([0, 0];
    if $scores[$i] == null then . else $indicators[$i].points as $p | [.[0] + $scores[$i] * $p, .[1] + $p] end)) as [$sum, $of]
| ([0, ($r.submitted | day) - $due] | max) as $late
| [$r.id, ($scores[] | shown), ([0, ($sum / $of | half_up) - 0.01 * $late] | max | shown)] | join(",")
