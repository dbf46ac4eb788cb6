#!/usr/bin/env python3
"""Time and peak memory of a plan beside a bare parse of the same two files: run.py RUTTER PARSE_ONLY [TABLES...]

Best of five runs each (three from 10,000 tables on), taken in turns; prints a table and the ratios.
"""
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent


def measure(command):
    """-> (seconds, MB at most)"""
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) not in (0, 2):
        sys.exit(f"failed: {' '.join(command)}")
    return seconds, usage.ru_maxrss / 1024


def main():
    rutter, parse, sizes = sys.argv[1], sys.argv[2], [int(n) for n in sys.argv[3:]] or [100, 1000, 10000]
    print(f"{'tables':>7} {'MB of SQL':>9} | {'plan':>9} {'memory':>8} | {'same':>9} {'memory':>8} | {'bare parse':>10} {'memory':>8} | {'ratio':>6}")
    for n in sizes:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, str(HERE / "generate.py"), str(n), folder], check=True)
            a, b = f"{folder}/from.sql", f"{folder}/to.sql"
            plan = [rutter, "plan", "--dialect", "postgres", "--format", "sql", "--from", a, "--to"]
            commands = {"plan": [*plan, b], "same": [*plan, a], "parse": [parse, a, b]}
            runs = {name: [] for name in commands}
            for _ in range(3 if n >= 10000 else 5):
                for name, command in commands.items():
                    runs[name].append(measure(command))
            best = {name: (min(t for t, _ in r), max(m for _, m in r)) for name, r in runs.items()}
            size = (os.path.getsize(a) + os.path.getsize(b)) / 1e6
            cell = lambda name: f"{best[name][0] * 1000:7.0f} ms {best[name][1]:5.0f} MB"
            print(f"{n:>7} {size:>9.1f} | {cell('plan')} | {cell('same')} | {cell('parse')}  | {best['plan'][0] / best['parse'][0]:5.1f}x", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main()
