"""What tests/bench/run found, as Markdown, as JSON and as plots."""
import json
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent


def said(command):
    return subprocess.run(command, shell=True, check=False, capture_output=True, text=True).stdout.strip()


def machine():
    model = said("lscpu | sed -n 's/^Model name: *//p'") or said("uname -m")
    load = Path("/proc/loadavg").read_text(encoding="ascii").split()[0]
    return f"{said('nproc')} cores of {model}, load {load}, {said('gcc --version | head -1')}"


def count(n):
    return f"{round(n, -4 if n >= 1_000_000 else -3 if n >= 100_000 else -2):,.0f}"


def table(head, rows):
    yield "| " + " | ".join(head) + " |"
    yield "|---|" + "--:|" * (len(head) - 1)
    for row in rows:
        yield "| " + " | ".join(str(cell) for cell in row) + " |"
    yield ""


def throughput(found, peers):
    sizes = sorted({n for of in found.values() for n in of})
    yield "Records per CPU second (user and system) of whole processes, from facts on disk to scores on disk:"
    yield ""
    rows = []
    for p in sorted((p for p in peers if found.get(p.name)), key=lambda p: -max(n / m.cpu for n, m in found[p.name].items())):
        of = found[p.name]
        last = of[max(of)]
        rows.append([p.label, p.form] + [count(n / of[n].cpu) if n in of else "" for n in sizes] +
                    [count(max(of) / last.wall), f"{last.megabytes:.1f}", f"{of[min(of)].wall * 1000:.1f}"])
    yield from table(["", "from"] + [f"{n:,} records" for n in sizes] + ["a second of the clock", "MB", f"ms for {min(sizes):,}"], rows)


def pairs(found, what):
    yield what
    yield ""
    yield from table(["", "records", "records per CPU second", "a second of the clock", "MB"],
                     [[name, f"{n:,}", count(n / m.cpu), count(n / m.wall), f"{m.megabytes:.1f}"] for name, (n, m) in found.items()])


def growth(found, peers, unit, each):
    sizes = sorted({n for of in found.values() for n in of})
    yield f"What {unit} cost: to load the rules and score one record, in ms of CPU; then each of them in each record, in ns ({each})."
    yield ""
    yield from table([""] + [f"{n:,} {unit}" for n in sizes] + ["MB"],
                     [[p.label] + [f"{of[n][0] * 1e3:.1f}, {of[n][1] * 1e9:.0f}" if n in of else "" for n in sizes] +
                      [f"{of[max(of)][2]:.1f}"] for p, of in ((p, found[p.name]) for p in peers if found.get(p.name))])


def markdown(found, peers):
    yield f"Machine: {found['machine']}"
    yield ""
    yield from throughput(found["throughput"], peers)
    if "jobs" in found:
        yield from pairs(found["jobs"], "Threads:")
        yield from pairs(found["country"], "From a pipe into a pipe, what the two `cat` at its ends take included:")
        if found["explain"]:
            yield from pairs(found["explain"], "With reasons:")
    yield from growth(found["indicators"], peers, "indicators", "reading, scoring and printing together")
    if "rows" in found:
        yield from growth(found["rows"], peers, "rows", "a row has a date, a word and a number")
        yield "Other verbs:"
        yield ""
        yield "```text"
        yield found["verbs"].rstrip()
        yield "```"


def plain(value):
    """For JSON: medians as what they hold."""
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return {k: plain(v) for k, v in vars(value).items()} if hasattr(value, "__dict__") else value


def points(path, found, peers, values):
    """One block a program, its label above: what gnuplot takes as `index`."""
    blocks = []
    for p in (p for p in peers if found.get(p.name)):
        label = f'"{p.label}, CSV"' if p.form == "csv" else f'"{p.label}"'
        blocks.append("\n".join([label] + [" ".join(map(str, (n, *values(n, m)))) for n, m in sorted(found[p.name].items())]))
    path.write_text("\n\n\n".join(blocks) + "\n", encoding="utf-8")


def write(work, found, peers):
    text = "\n".join(markdown(found, peers))
    (work / "results.md").write_text(text + "\n", encoding="utf-8")
    (work / "results.json").write_text(json.dumps(plain(found), indent=1) + "\n", encoding="utf-8")
    points(work / "records.dat", found["throughput"], peers, lambda n, m: [n / m.cpu])
    points(work / "indicators.dat", found["indicators"], peers, lambda n, m: [m[0] * 1e3, m[1] * 1e9])
    subprocess.run(["gnuplot", HERE / "plots.gp"], check=True, cwd=work)
    print(text)
