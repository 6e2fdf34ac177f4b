"""Who takes part in the benchmark, and how each is started.  For tests/bench/run."""
from measure import HERE, ROOT, compiled

KEN = ROOT / "build" / "ken"


class Peer:
    """`command(records)` scores a file of records; `many(n, records)` those for n indicators, if it can."""

    def __init__(self, name, label, form, command, many=None):
        self.name, self.label, self.form, self.command, self.many = name, label, form, command, many


def batch(records, *more, rules=HERE / "workload.ken"):
    return [KEN, "batch", rules, records, "--bare", "--no-header", "--format", "csv", *more]


def lua(criteria, records):
    return ["luajit", HERE / "peers/score.lua", criteria, records]


def node(engine):
    return lambda criteria, records: ["node", HERE / "peers/score.js", engine, criteria, records]


def jq(criteria, records):
    return ["jq", "-nr", "--slurpfile", "criteria", criteria, "-f", HERE / "peers/score.jq", records]


def sqlite(records):
    return ["sh", "-c", 'python3 "$0" "$1" "$2" | sqlite3 :memory:', HERE / "peers/score_sql.py", HERE / "criteria.json", records]


def peers():
    criteria = HERE / "criteria.json"
    hand, hand_many = compiled("hand", "peers/hand.c"), compiled("hand_many", "peers/hand_many.c")
    plain, logic = node("plain"), node("json-logic")
    return [
        Peer("ken", "Ken", "ndjson", batch, lambda n, records: batch(records, rules=f"many-{n}.ken")),
        Peer("ken-csv", "Ken", "csv", batch),
        Peer("c", "C by hand", "ndjson", lambda records: [hand, records],
             lambda n, records: [hand_many, f"many-{n}.tsv", records]),
        Peer("c-csv", "C by hand", "csv", lambda records: [hand, records]),
        Peer("lua", "LuaJIT, lua-cjson", "ndjson", lambda records: lua(criteria, records),
             lambda n, records: lua(f"many-{n}.json", records)),
        Peer("node", "Node", "ndjson", lambda records: plain(criteria, records),
             lambda n, records: plain(f"many-{n}.json", records)),
        Peer("json-logic", "json-logic, compiled", "ndjson", lambda records: logic(criteria, records),
             lambda n, records: logic(f"many-{n}.json", records)),
        Peer("mawk", "mawk", "csv", lambda records: ["mawk", "-f", HERE / "peers/score.awk", records]),
        Peer("sqlite", "SQLite", "csv", sqlite),
        Peer("jq", "jq", "ndjson", lambda records: jq(criteria, records)),
    ]
