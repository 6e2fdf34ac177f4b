#!/usr/bin/env python3
"""The right scores of the workload, in exact fractions: slow, and plain to read.

    tests/bench/oracle.py tests/bench/criteria.json < records.ndjson > scores.csv

README.md says what the rules are.  Nothing here is shared with Ken or with any of the peers.
"""
import json
import sys
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction


def half_up(value):
    """To 4 decimals; no score is negative."""
    return Fraction(int(value * 10000 + Fraction(1, 2)), 10000)


def level(value, levels):
    """1 up to the first threshold, 5 from the last, between two of them as far as the way is done."""
    levels = [Fraction(l) for l in levels]
    if value <= levels[0]:
        return Fraction(1)
    for i in range(1, 5):
        if value < levels[i]:
            return i + (value - levels[i - 1]) / (levels[i] - levels[i - 1])
    return Fraction(5)


def part(record, p):
    value = Fraction(record[p["is"]])
    if "of" in p:
        value = value / Fraction(record[p["of"]]) * 100
    return half_up(level(value, p["levels"]))


def working_days(after, until, holidays):
    days, day = 0, after
    while day < until:
        day += timedelta(1)
        days += day.weekday() < 5 and day not in holidays
    return days


def steps(record, of, holidays):
    """One for each step that is done, from the first without a gap; each working day late takes a tenth."""
    score = Fraction(0)
    for s in of:
        if record[s["done"]] is None:
            break
        score += 1
        if "by" in s:
            late = working_days(date.fromisoformat(s["by"]), date.fromisoformat(record[s["done"]]), holidays)
            score -= Fraction(late, 10)
    return max(Fraction(1), score)


def scores(record, criteria, holidays):
    """One for each indicator, None where it does not apply, and the total."""
    got, weighted, points = [], Fraction(0), 0
    for i in criteria["indicators"]:
        if "steps" in i:
            score = steps(record, i["steps"], holidays)
        elif any("of" in p and record[p["of"]] is None for p in i["parts"]):
            got.append(None)
            continue
        else:
            of = [part(record, p) for p in i["parts"]]
            score = half_up(sum(of) / len(of))
        got.append(score)
        weighted += score * i["points"]
        points += i["points"]
    late = date.fromisoformat(record["submitted"]) - date.fromisoformat(criteria["due"])
    total = half_up(weighted / points) - Fraction(max(0, late.days), 100)
    return got + [max(Fraction(0), total)]


def shown(score):
    if score is None:
        return ""
    digits = score * 10000
    assert digits.denominator == 1
    return f"{digits.numerator // 10000}.{digits.numerator % 10000:04d}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        criteria = json.load(file, parse_float=Decimal)
    holidays = {date.fromisoformat(d) for d in criteria["holidays"]}
    for line in sys.stdin:
        record = json.loads(line, parse_float=Decimal)
        print(",".join([record["id"]] + [shown(s) for s in scores(record, criteria, holidays)]))


if __name__ == "__main__":
    main()
