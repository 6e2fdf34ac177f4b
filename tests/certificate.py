#!/usr/bin/env python3
"""A second witness: checks a certificate from docs/certificate.md alone, in another language.

    python3 tests/certificate.py score.cert        exit status 0: every step follows
"""
import calendar, datetime, functools, hashlib, json, sys
from fractions import Fraction as Number

KINDS = ["left out", "none", "undefined", "missing", "n/a"]


class Absent:
    def __init__(self, kind):
        self.kind = kind

    def __eq__(self, other):
        return isinstance(other, Absent) and self.kind == other.kind


def value(v):
    if isinstance(v, str):
        return Number(v)
    if isinstance(v, bool):
        return v
    for key, make in (("date", datetime.date.fromisoformat), ("month", lambda m: ("month", m)), ("text", lambda t: ("text", t)),
                      ("set", lambda s: ("set", tuple(s))), ("absent", Absent)):
        if key in v:
            return make(v[key])
    return ("range", v["least"] and Number(v["least"]), v["most"] and Number(v["most"]))


def strongest(of):
    ranks = [KINDS.index(x.kind) for x in of if isinstance(x, Absent) and x.kind != "left out"]
    return Absent(KINDS[max(max(ranks), KINDS.index("undefined"))]) if ranks else None


def number_of_month(m):
    return int(m[1][:4]) * 12 + int(m[1][5:]) - 1


def month(n):
    return ("month", "%04d-%02d" % (n // 12, n % 12 + 1))


def month_of(x):
    return x if isinstance(x, tuple) else ("month", x.isoformat()[:7])


def day_of_month(n, day):
    return datetime.date(n // 12, n % 12 + 1, day)


def last_day(n):
    return calendar.monthrange(n // 12, n % 12 + 1)[1]


def rounded(x, step, how):
    whole, part = divmod(abs(x) / step, 1)
    away = {"up": part > 0, "down": False, "half up": part >= Number(1, 2),
            "half even": part > Number(1, 2) or (part == Number(1, 2) and whole % 2 == 1)}[how]
    return (whole + away) * step * (-1 if x < 0 else 1)


class Certificate:
    def __init__(self, text):
        body = text[:text.rindex(b'"sha256": ')]
        self.all = json.loads(text)
        assert hashlib.sha256(body).hexdigest() == self.all["sha256"], "the digest is another one"
        c = self.all["calendar"]
        self.free = set(c["holidays"]) if c else set()
        self.weekend = c["weekend"] if c else []

    def works(self, day):
        c = self.all["calendar"]
        assert c["first"] <= day.isoformat() <= c["last"], "the calendar does not cover this"
        return day.strftime("%A").lower() not in self.weekend and day.isoformat() not in self.free

    def months_on(self, n, x):
        if isinstance(x, tuple):
            return month(number_of_month(x) + n)
        to = number_of_month(month_of(x)) + n
        if x.day <= last_day(to):
            return day_of_month(to, x.day)
        end = day_of_month(to, last_day(to))
        return end + datetime.timedelta(1) if self.all["month ends"] == "carried" else end

    def working_days_on(self, n, day):
        step = datetime.timedelta(1 if n > 0 else -1)
        while n:
            day += step
            n -= (1 if step.days > 0 else -1) * self.works(day)
        return day

    def months(self, after, until):
        if isinstance(after, tuple):
            return Number(max(0, number_of_month(month_of(until)) - number_of_month(after)))
        n = 0
        while self.months_on(n, after) < until:
            n += 1
        return Number(n)

    def chosen(self, of, best):
        rows = [(k, v) for k, v in zip(of[::2], of[1::2]) if not isinstance(k, Absent)]
        if not rows:
            return Absent("undefined")
        key = best(k for k, v in rows)
        values = [v for k, v in rows if k == key]
        return values[0] if all(v == values[0] for v in values) else Absent("undefined")

    def special(self, s, of, given):
        """Operations with a way of their own with what is absent; None for the others."""
        do, how = s["do"], s.get("how")
        if do in ("fact", "cell", "rule", "rows", "constant"):
            assert do != "constant" or given in (0, 1)
            return given
        if do in ("and", "or"):
            decides = do == "or"
            if any(x is decides for x in of):
                return decides
            missing = [x for x in of if x == Absent("missing")]
            return missing[0] if missing else strongest(of) or not decides
        if do == "choose" or (do == "when" and len(of) == 2):
            assert of[0] is True, "the condition does not hold"
            return of[1]
        if do in ("when", "drop"):
            assert of[0] is (do == "drop"), "the condition is another one"
            return Absent("left out")
        if do == "absence":
            return strongest(of)
        if do == "is absent":
            return of[0] == Absent(how)
        if do in ("given", "done"):
            none = isinstance(of[0], Absent) and of[0].kind == "none"
            if none or (isinstance(of[0], Absent)):
                return False if none else of[0]
            return of[0] if do == "done" and isinstance(of[0], bool) else True
        if do == "no score":
            kinds = ["n/a" if x is True or x == Absent("left out") else x.kind if x.kind == "undefined" else "missing" for x in of]
            return Absent(max(kinds, key=KINDS.index))
        if do == "total":
            if how is None:
                return of[0]
            low = of[0] if how in ("at least", "between") else None
            return ("range", low, of[-1] if how in ("at most", "between") else None)
        return None

    def result(self, s, of, given):
        out = self.special(s, of, given)
        if out is not None:
            return out
        absent = strongest(of)
        if absent:
            return absent
        do, there = s["do"], [x for x in of if not isinstance(x, Absent)]
        days = datetime.timedelta
        simple = {
            "add": lambda x, y: x + y, "subtract": lambda x, y: x - y, "multiply": lambda x, y: x * y,
            "divide": lambda x, y: x / y if y else Absent("undefined"), "negate": lambda x: -x,
            "round": lambda x, step: rounded(x, step, s["how"]),
            "equal": lambda x, y: x == y, "less": lambda x, y: x < y, "at most": lambda x, y: x <= y,
            "between": lambda x, low, high: low <= x <= high, "not": lambda x: not x,
            "member": lambda x, y: x[1] in y[1], "all in": lambda x, y: set(x[1]) <= set(y[1]),
            "any in": lambda x, y: bool(set(x[1]) & set(y[1])),
            "days": lambda x, y: Number(max(0, (y - x).days)),
            "working days": lambda x, y: Number(sum(self.works(x + days(i + 1)) for i in range((y - x).days))),
            "months": self.months, "days on": lambda n, x: x + days(int(n)),
            "working days on": lambda n, x: self.working_days_on(int(n), x), "months on": lambda n, x: self.months_on(int(n), x),
            "first day": lambda x: day_of_month(number_of_month(month_of(x)), 1),
            "last day": lambda x: day_of_month(number_of_month(month_of(x)), last_day(number_of_month(month_of(x)))),
            "month": month_of}
        if do in simple:
            return simple[do](*of)
        return {
            "sum": lambda: sum(there, Number(0)), "product": lambda: functools.reduce(lambda x, y: x * y, there),
            "min": lambda: min(there) if there else Absent("undefined"), "max": lambda: max(there) if there else Absent("undefined"),
            "how many": lambda: Number(len(there)), "count": lambda: Number(sum(there)), "distinct": lambda: Number(len(set(there))),
            "sum of greatest": lambda: sum(sorted(there[1:], reverse=True)[:int(there[0])], Number(0)),
            "first": lambda: self.chosen(of, min), "last": lambda: self.chosen(of, max)}[do]()

    def check(self):
        known = []
        for i, s in enumerate(self.all["steps"]):
            assert s["step"] == i + 1 and all(0 < n <= i for n in s["of"]), "step %d stands in another place" % (i + 1)
            given = value(s["is"])
            got = self.result(s, [known[n - 1] for n in s["of"]], given)
            assert type(got) is type(given) and got == given, "step %d does not follow: %s" % (i + 1, s)
            known.append(given)
        assert self.all["steps"][-1]["do"] == "total"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        with open(name, "rb") as file:
            Certificate(file.read()).check()
