#!/usr/bin/env python3
"""Plans as documents: saved_plans.py RUTTER [CASES]

For each case that has a plan: the JSON follows docs/plan.schema.json (where python3-jsonschema is installed), and
it is a source itself: the plan from the schema it leads to, to the case's to.sql, is empty.
"""
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
try:
    import jsonschema
    SCHEMA = jsonschema.Draft202012Validator(json.loads((HERE.parents[1] / "docs/plan.schema.json").read_text()))
except ImportError:
    SCHEMA = None


def check(case, dialect, rutter):
    options = (case / "options").read_text().split() if (case / "options").exists() else []

    def plan(source, *more):
        return subprocess.run([rutter, "plan", "--from", source, "--to", "to.sql", "--dialect", dialect, *more], cwd=case,
                              capture_output=True, text=True, timeout=300)

    with tempfile.TemporaryDirectory() as folder:
        saved = f"{folder}/saved.plan.json"
        r = plan("from.sql", "--format", "json", "--output", saved, *options)
        if r.returncode:
            return [r.stderr]
        document = json.loads(Path(saved).read_text())
        problems = [f"{e.json_path}: {e.message}" for e in SCHEMA.iter_errors(document)] if SCHEMA else []
        r = plan(saved, "--exit-code", "--format", "sql")
        if r.returncode:
            problems.append(f"not the schema that it leads to: {r.stdout}{r.stderr}")
    return problems


def main():
    rutter, root = os.path.abspath(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else HERE).resolve()
    cases = [f.parent for f in sorted(root.rglob("from.sql")) if not (f.parent / "refused.txt").exists()]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for case, problems in zip(cases, pool.map(lambda c: check(c, c.relative_to(root).parts[0], rutter), cases)):
            failed += bool(problems)
            for p in problems:
                print(f"{case}: {p}")
    if SCHEMA is None:
        print("python3-jsonschema is not installed: the documents were not compared with their schema")
    print(f"{len(cases) - failed} of {len(cases)} saved plans are good")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
