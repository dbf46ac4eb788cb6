#!/usr/bin/env python3
"""Plans as they were approved: run.py [--update] [--only GLOB] RUTTER [CASES]

A case is a folder <dialect>/<kind>/<case> with from.sql and to.sql, and options (command-line words) where it needs
some. Its plan is compared with plan.sql and its inverse with inverse.sql beside them; a case that cannot be planned has
refused.txt, what is said on standard error. --update writes these files instead.
"""
import argparse
import concurrent.futures
import difflib
import fnmatch
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def made(case, dialect, rutter):
    """-> {file name: text}"""
    options = (case / "options").read_text().split() if (case / "options").exists() else []
    command = [rutter, "plan", "--from", "from.sql", "--to", "to.sql", "--dialect", dialect, "--format", "sql", *options]
    out = {}
    for name, more in (("plan.sql", []), ("inverse.sql", ["--inverse"])):
        r = subprocess.run([*command, *more], cwd=case, capture_output=True, text=True, timeout=300)
        if r.returncode == 1:
            return {"refused.txt": r.stderr}
        if r.returncode:
            return {"refused.txt": f"exit {r.returncode}\n{r.stderr}"}
        out[name] = r.stdout + "".join(f"-- says: {l}\n" for l in r.stderr.splitlines())
    return out


def check(case, root, rutter, update):
    got, message = made(case, case.relative_to(root).parts[0], rutter), ""
    for name in ("plan.sql", "inverse.sql", "refused.txt"):
        file, new = case / name, got.get(name, "")
        old = file.read_text() if file.exists() else ""
        if old == new:
            continue
        if not update:
            lines = difflib.unified_diff(old.splitlines(), new.splitlines(), "approved", "made", lineterm="")
            message += f"--- {file}\n" + "\n".join(lines) + "\n"
        elif new:
            file.write_text(new)
        else:
            file.unlink()
    return message


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("rutter")
    p.add_argument("cases", nargs="?", default=str(HERE))
    p.add_argument("--only", default="*")
    p.add_argument("--update", action="store_true")
    a = p.parse_args()
    root, rutter = Path(a.cases).resolve(), os.path.abspath(a.rutter)
    cases = [f.parent for f in sorted(root.rglob("from.sql")) if fnmatch.fnmatch(str(f.parent), f"*{a.only}*")]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        failures = [m for m in pool.map(lambda c: check(c, root, rutter, a.update), cases) if m]
    print("\n".join(failures))
    print(f"{len(cases) - len(failures)} of {len(cases)} cases are as approved")
    return 1 if failures or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
