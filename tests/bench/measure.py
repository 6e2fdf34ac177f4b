"""Programs as whole processes: built, tried, timed in rounds.  For tests/bench/run."""
import os
import statistics
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = Path(os.environ.get("BENCH_WORK", ROOT / "build" / "bench"))
os.environ["NODE_PATH"] = str(WORK / "node_modules")


def sh(command, **more):
    return subprocess.run(command, shell=True, check=True, cwd=WORK, **more)


def made(name, command):
    """The file in the working folder, made by a command that writes it to standard output, unless it is there."""
    path = WORK / name
    if not path.exists():
        part = WORK / (name + ".part")
        sh(f"{command} > {part}")
        part.rename(path)
    return path


def compiled(name, source):
    """A program of ours; a source that is newer makes it again."""
    path, source = WORK / name, HERE / source
    if not path.exists() or path.stat().st_mtime < source.stat().st_mtime:
        sh(f"gcc -std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -O2 -Wall -Wextra -o {path} {source}")
    return path


class Run:
    """One run of a process."""

    def __init__(self, fields):
        self.wall, self.user, self.system = (int(f) / 1e6 for f in fields[:3])
        self.cpu = self.user + self.system
        self.megabytes = int(fields[3]) / 1024
        self.status = int(fields[4])


def timed(command, out=None):
    """Run it once. `command` is a list; its output goes to `out`, a scratch file unless told."""
    out = out or WORK / "out"
    timer = compiled("timer", "timer.c")
    got = subprocess.run([timer, out, *command], check=True, capture_output=True, text=True, cwd=WORK)
    run = Run(got.stdout.split())
    if run.status != 0:
        raise SystemExit(f"exit status {run.status}: {' '.join(map(str, command))}\n{got.stderr}")
    return run


class Medians:
    """Of several runs of one process."""

    def __init__(self, runs):
        self.runs = len(runs)
        for what in ("wall", "user", "system", "cpu", "megabytes"):
            setattr(self, what, statistics.median(getattr(r, what) for r in runs))


def rounds(commands, n):
    """Of {name: command}: every one of them takes its turn in each of `n` rounds, so a busy moment of the machine hits all of them
    alike."""
    runs = {name: [] for name in commands}
    for _ in range(n):
        for name, command in commands.items():
            runs[name].append(timed(command))
    return {name: Medians(r) for name, r in runs.items()}
