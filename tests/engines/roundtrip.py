#!/usr/bin/env python3
"""Round trips over our own cases on a throw-away server: roundtrip.py RUTTER CASES [--only GLOB] [--bindir DIR] [--engine NAME] [--root DIR]

For each folder below CASES with from.sql and to.sql (and roles, a list of names, where it needs some):

    goes      the plan from the live catalog of from.sql to to.sql runs, and the dump is that of to.sql
    settles   a second plan, from the catalog it led to, is empty; so is one from the catalog of to.sql itself
    returns   the inverse runs, and the dump is that of from.sql
    offline   the plan made from the two files alone does the same, and so does its inverse

A case with refused.txt is one that has no plan and is left out; the inverse of one with one_way.txt, which says why, is not run. Exit code 77: there is no server here.
"""
import argparse
import concurrent.futures
import difflib
import fnmatch
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from servers import Absent, Refused, start  # noqa: E402


class Failed(Exception):
    pass


class Rutter:
    def __init__(self, program, dialect):
        self.program, self.dialect = os.path.abspath(program), dialect

    def __call__(self, case, *args):
        """-> (exit code, standard output); more than 2 or 1 is a failure."""
        r = subprocess.run([self.program, *args], cwd=case, capture_output=True, text=True, timeout=300)
        if r.returncode not in (0, 2):
            raise Failed(f"rutter {' '.join(args)}: exit {r.returncode}\n{r.stderr}")
        return r.returncode, r.stdout

    def plan(self, case, source, *more):
        options = (case / "options").read_text().split() if (case / "options").exists() else []
        return self(case, "plan", "--from", source, "--to", "to.sql", "--dialect", self.dialect, "--format", "sql",
                    "--exit-code", *options, *more)


def same(got, wanted, what, script):
    if got == wanted:
        return
    lines = difflib.unified_diff("\n".join(got).split("\n"), "\n".join(wanted).split("\n"), "got", "wanted", "", "", 1, "")
    raise Failed(f"{what}\n" + "\n".join(list(lines)[:40]) + f"\n-- after\n{script}")


def load(server, db, sql, what):
    try:
        server.load(db, sql)
    except Refused as e:
        raise Failed(f"{what}: {e}\n-- in\n{sql}")


def check(case, server, rutter, slot):
    work, start, goal = (f"{name}_{slot}" for name in ("work", "start", "goal"))
    if (case / "roles").exists():
        for role in (case / "roles").read_text().split():
            server.role(role)
    for db, file in ((work, "from.sql"), (start, "from.sql"), (goal, "to.sql")):
        server.create(db)
        load(server, db, (case / file).read_text(), f"the server refuses {file}")
    origin, wanted = server.dump(start), server.dump(goal)

    def there_and_back(db, source):
        _, forward = rutter.plan(case, source)
        _, inverse = rutter.plan(case, source, "--inverse")
        load(server, db, forward, f"the plan from {source}")
        same(server.dump(db), wanted, f"the plan from {source} leads elsewhere", forward)
        yield
        if (case / "one_way.txt").exists():
            yield
            return
        load(server, db, inverse, f"the inverse of the plan from {source}")
        same(server.dump(db), origin, f"the inverse of the plan from {source} leads elsewhere", inverse)
        yield

    with tempfile.TemporaryDirectory() as folder:
        snapshot = os.path.join(folder, "live.json")
        rutter(case, "snapshot", server.url(work), "--output", snapshot)
        live = there_and_back(work, snapshot)
        next(live)
        for db in (work, goal):
            code, script = rutter.plan(case, server.url(db))
            if code:
                raise Failed(f"a plan where nothing differs ({db}):\n{script}")
        next(live)
    offline = there_and_back(start, "from.sql")
    next(offline)
    next(offline)


def asked_version(case):
    """Of a plan that only such an engine, or a newer one, can run; 0: any."""
    words = (case / "options").read_text().split() if (case / "options").exists() else []
    return int(words[words.index("--engine-version") + 1]) if "--engine-version" in words else 0


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("rutter")
    p.add_argument("cases")
    p.add_argument("--only", default="*", help="a glob over case folders")
    p.add_argument("--bindir", help="where the server's programs are")
    p.add_argument("--engine", choices=["postgres", "mariadb", "mysql", "sqlite"], default="postgres")
    p.add_argument("--root", default="", help="a changed root to start the server in (scripts/other-engines.sh)")
    p.add_argument("--jobs", type=int, default=2)
    a = p.parse_args()
    try:
        server = start(a.engine, a.root, a.bindir)
    except Absent as e:
        print(f"skipped: {e}")
        return 77
    cases = [f.parent for f in sorted(Path(a.cases).rglob("from.sql"))
             if fnmatch.fnmatch(str(f.parent), f"*{a.only}*") and not (f.parent / "refused.txt").exists()
             and asked_version(f.parent) <= getattr(server, "version", asked_version(f.parent))]
    rutter, slots, lock, failed = Rutter(a.rutter, server.dialect), list(range(a.jobs)), threading.Lock(), 0

    def one(case):
        with lock:
            slot = slots.pop()
        try:
            check(case, server, rutter, slot)
            return case, ""
        except (Failed, RuntimeError, subprocess.TimeoutExpired) as e:
            return case, str(e)
        finally:
            with lock:
                slots.append(slot)

    try:
        with concurrent.futures.ThreadPoolExecutor(a.jobs) as pool:
            for case, message in pool.map(one, cases):
                if message:
                    failed += 1
                    print(f"--- {case}\n{message}\n", flush=True)
    finally:
        server.stop()
    print(f"{len(cases) - failed} of {len(cases)} cases made the round trip")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
