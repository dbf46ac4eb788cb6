#!/usr/bin/env python3
"""The law of dialects/postgres/snapshot.sql, on a real server: a snapshot's statements make the database again.

    snapshot_law.py [--bindir DIR] [--port N] [--pg-dump FILE] [--jobs N] SQL-FILES-OR-FOLDERS...

For each file: load it into an empty database A (skipped if the server refuses it); take the snapshot of A; run the
statements of all its objects, in their order, in an empty database B; take the snapshot of B. Then

    same      the two documents are equal, but for the database's name and the sizes
    dump      pg_dump -s of A and of B are equal (where there is a pg_dump that can read the server)

A server is started for the run and stopped at the end, on loopback only, from --bindir (a lib folder beside it is
added to LD_LIBRARY_PATH); --port takes one that runs already. Roles that a file needs are named in a meta.json
beside it ("roles_needed"). A file named NN-*.sql is for servers from version NN on. Only the standard library and the servers' own clients are used.
Exit code 0 when every file that loads passes.
"""
from __future__ import annotations

import argparse
import collections
import concurrent.futures
import difflib
import hashlib
import json
import os
import os
import re
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from servers import Absent, Postgres, Refused, settled  # noqa: E402

SNAPSHOT = Path(__file__).resolve().parents[2] / "dialects/postgres/snapshot.sql"

# What a restore sets before it begins: names are qualified, bodies of functions may mention what comes later.
PREAMBLE = """SET check_function_bodies = false;
SET search_path = '';
SET client_min_messages = warning;
SET standard_conforming_strings = on;
SET lc_monetary = 'C';
SET row_security = off;
"""


# A case whose passwords are this word: it may not stand in the document. (Its dumps differ, of course.)
SECRET = "hidden-secret"


def snapshot(server, db):
    """The document as text, as the page of the format says to take it."""
    r = server.psql(db, "-At", "-f", str(SNAPSHOT))
    if r.returncode:
        raise Refused("snapshot.sql: " + r.stderr.strip())
    return r.stdout


def comparable(text):
    """One line for each statement, without what two equal schemas may differ in."""
    doc = json.loads(text)
    out = [json.dumps(doc[k], sort_keys=True) for k in ("settings", "missing", "unmodelled")]
    for o in doc["objects"]:
        head = " ".join(str(o[k]) for k in ("kind", "schema", "table", "name") if k in o)
        out += [head + ": " + settled(s) for s in o["sql"]]
    return out


def script(text):
    return PREAMBLE + "".join(s + ";\n" for o in json.loads(text)["objects"] for s in o["sql"])


def differs(a, b, what):
    if a != b:
        lines = difflib.unified_diff("\n".join(a).split("\n"), "\n".join(b).split("\n"), f"{what} of A", f"{what} of B", lineterm="", n=1)
        return "\n".join(list(lines)[:40])
    return ""


def check(path, server, program, slot):
    """-> (outcome, message)"""
    a, b = f"law_a{slot}", f"law_b{slot}"
    meta = path.parent / "meta.json"
    for role in (json.loads(meta.read_text()).get("roles_needed") or [] if meta.exists() else []):
        server.role(role)
    needs = re.match(r"(1\d)-", path.name)
    if needs and int(needs.group(1)) > server.major:
        return "newer", ""
    sql = path.read_text(errors="replace")
    try:
        server.create(a)
        server.load(a, sql)
    except Refused as e:
        return "skipped", str(e)[:200]
    try:
        first = snapshot(server, a)
        if SECRET in first:
            return "leaked", first[max(0, first.index(SECRET) - 200):][:300]
        server.create(b)
        replay = script(first)
        try:
            server.load(b, replay)
        except Refused as e:
            return "replay", str(e)[:600]
        # columns of children may stand in another order: the parents' first
        d = differs(comparable(first), comparable(snapshot(server, b)), "snapshot")
        if d:
            return "same", d
        d = ""
        if program and SECRET not in sql:
            d = differs(server.dump(a, program), server.dump(b, program), "dump")
        return ("dump", d) if d else ("passed", "")
    except (Refused, json.JSONDecodeError) as e:
        return "snapshot", str(e)[:600]


def files(paths):
    """Every .sql below the folders, once for each text."""
    seen = set()
    for p in map(Path, paths):
        for f in ([p] if p.is_file() else sorted(p.rglob("*.sql"))):
            key = hashlib.sha256(f.read_bytes()).digest()
            if key not in seen:
                seen.add(key)
                yield f


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bindir")
    parser.add_argument("--port", type=int)
    parser.add_argument("--pg-dump", default=shutil.which("pg_dump"), help="'' to compare snapshots only")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--quiet", action="store_true", help="no list of skipped files")
    parser.add_argument("paths", nargs="+")
    args = parser.parse_args()

    try:
        server = Postgres(args.bindir, args.port)
    except Absent as e:
        print(f"skipped: {e}")
        return 77
    count = collections.Counter()
    try:
        slots = list(range(args.jobs))

        def one(path):
            slot = slots.pop()
            try:
                return path, *check(path, server, args.pg_dump, f"{os.getpid()}_{slot}")
            except Exception as e:  # a time-out, a server that went away: reported, not fatal to the others
                return path, "broken", repr(e)[:600]
            finally:
                slots.append(slot)

        with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
            for path, outcome, message in pool.map(one, files(args.paths)):
                count[outcome] += 1
                if outcome not in ("passed", "skipped", "newer") or (outcome == "skipped" and not args.quiet):
                    print(f"{outcome} {path}\n{message}", flush=True)
        for slot in slots:
            for side in "ab":
                server.drop(f"law_{side}{os.getpid()}_{slot}")
    finally:
        server.stop()
    print(" ".join(f"{k}={v}" for k, v in sorted(count.items())))
    return 0 if not set(count) - {"passed", "skipped", "newer"} else 1


if __name__ == "__main__":
    sys.exit(main())
