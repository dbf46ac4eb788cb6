#!/usr/bin/env python3
"""What reading and planning cost: run.py BUILD [DIALECT=TABLES,...]...   (default: postgres=100,1000,10000 mysql=10000)

For PostgreSQL: time and peak memory of a plan, of a plan between two equal files, and of a bare parse of both files.
For the other dialects: how fast the grammar engine reads, and the plan where rutter plans for the dialect.
Best of five runs each (three from 10,000 tables on), taken in turns. "cpu" is the ratio of the time on a processor,
which a busy machine disturbs less than the ratio of the time that went by.
"""
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent


def measure(command):
    """-> (seconds that went by, seconds on a processor, MB at most)"""
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) not in (0, 2):
        sys.exit(f"failed: {' '.join(command)}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best_of(runs, commands):
    """The least time, the most memory."""
    measured = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            measured[name].append(measure(command))
    return {name: (min(w for w, _, _ in m), min(c for _, c, _ in m), max(b for _, _, b in m)) for name, m in measured.items()}


def plans(rutter, dialect):
    command = [rutter, "plan", "--dialect", dialect, "--from", "empty", "--to", "empty"]
    return subprocess.run(command, capture_output=True).returncode == 0


def main():
    build = Path(sys.argv[1])
    rutter, parse, speed = str(build / "rutter"), str(build / "bench/parse_only"), str(build / "bench/grammar_speed")
    for argument in sys.argv[2:] or ["postgres=100,1000,10000", "mysql=10000"]:
        dialect, sizes = argument.split("=")
        for n in map(int, sizes.split(",")):
            with tempfile.TemporaryDirectory() as folder:
                subprocess.run([sys.executable, str(HERE / "generate.py"), dialect, str(n), folder], check=True)
                a, b = f"{folder}/from.sql", f"{folder}/to.sql"
                size = (os.path.getsize(a) + os.path.getsize(b)) / 1e6
                print(f"{dialect}, {n} tables, {size:.1f} MB of SQL", flush=True)
                if dialect != "postgres":
                    subprocess.run([speed, dialect, a], check=True)
                if not plans(rutter, dialect):
                    print(f"  rutter does not plan for {dialect}", flush=True)
                    continue
                plan = [rutter, "plan", "--dialect", dialect, "--format", "sql", "--from", a, "--to"]
                commands = {"plan": [*plan, b], "same": [*plan, a]}
                if dialect == "postgres":
                    commands["bare parse"] = [parse, a, b]
                best = best_of(3 if n >= 10000 else 5, commands)
                bare = best.get("bare parse")
                for name, (wall, cpu, memory) in best.items():
                    line = f"  {name:<10} {wall * 1000:8.0f} ms {cpu * 1000:8.0f} ms cpu {memory:6.0f} MB"
                    if bare and name != "bare parse":
                        line += f"   {wall / bare[0]:4.1f} times the bare parse, cpu {cpu / bare[1]:4.1f}"
                    print(line, flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main()
