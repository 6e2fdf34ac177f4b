#!/usr/bin/env python3
"""The workload in SQL, written out from the criteria:

    score_sql.py criteria.json records.csv | sqlite3 :memory:

Doubles, so what is rounded half up is first lifted by 10^-7 of a last place.
"""
import csv
import json
import sys
from datetime import date, timedelta


def working_days(holidays):
    """Those up to and including each day."""
    days, n, day = {}, 0, date(2022, 1, 1)
    while day < date(2026, 1, 1):
        n += day.weekday() < 5 and day.isoformat() not in holidays
        days[day.isoformat()] = n
        day += timedelta(1)
    return days


def half_up(x):
    return f"CAST(({x}) * 10000 + 0.5 + 1e-7 AS INTEGER) / 10000.0"


def level(x, t):
    between = [f"WHEN {x} < {t[i]} THEN {half_up(f'{i} + ({x} - {t[i - 1]}) / {t[i] - t[i - 1]:.1f}')}" for i in range(1, 5)]
    return f"CASE WHEN {x} IS NULL THEN NULL WHEN {x} <= {t[0]} THEN 1.0 {' '.join(between)} ELSE 5.0 END"


def measure(p):
    return f"NULLIF({p['is']}, '') / NULLIF({p['of']}, '') * 100.0" if "of" in p else p["is"]


def steps(of, working):
    cases, late = [], ["0"]
    for done, s in enumerate(of):
        cases.append(f"WHEN {s['done']} = '' THEN {done} - 0.1 * ({' + '.join(late)})")
        if "by" in s:
            late.append(f"MAX(0, (SELECT n FROM days WHERE day = {s['done']}) - {working[s['by']]})")
    return half_up(f"MAX(1, CASE {' '.join(cases)} ELSE {len(of)} - 0.1 * ({' + '.join(late)}) END)")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        criteria = json.load(file)
    with open(sys.argv[2], encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    indicators = criteria["indicators"]
    working = working_days(criteria["holidays"])

    measures, scores, weighted, points = [], [], [], []
    for n, i in enumerate(indicators):
        parts = []
        for m, p in enumerate(i.get("parts", [])):
            measures.append(f"{measure(p)} AS x{n}_{m}")
            parts.append(level(f"x{n}_{m}", p["levels"]))
        score = steps(i["steps"], working) if "steps" in i else parts[0]
        scores.append((half_up(f"({' + '.join(parts)}) / {len(parts)}") if len(parts) > 1 else score) + f" AS s{n}")
        weighted.append(f"COALESCE(s{n}, 0) * {i['points']}")
        points.append(f"(s{n} IS NOT NULL) * {i['points']}")
    total = half_up(f"({' + '.join(weighted)}) / ({' + '.join(points)})")
    late = f"MAX(0, julianday(submitted) - julianday('{criteria['due']}'))"

    numbers = {p[what] for i in indicators for p in i.get("parts", []) for what in p if what != "levels"}
    kinds = [f"{name} {'REAL' if name in numbers else 'TEXT'}" for name in columns]
    print(f"CREATE TABLE records({', '.join(kinds)});")
    print("CREATE TABLE days(day TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;")
    print("INSERT INTO days VALUES " + ", ".join(f"('{day}', {n})" for day, n in working.items()) + ";")
    print(f".import --csv --skip 1 {sys.argv[2]} records")
    separator = " || ',' || "
    shown = ["id"] + [f"IIF(s{n} IS NULL, '', printf('%.4f', s{n}))" for n in range(len(indicators))]
    shown.append(f"printf('%.4f', MAX(0, {total} - 0.01 * {late}))")
    print(f"SELECT {separator.join(shown)}")
    print(f"FROM (SELECT *, {', '.join(scores)} FROM (SELECT *, {', '.join(measures)} FROM records));")


main()
