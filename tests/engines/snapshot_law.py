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
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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


class Refused(Exception):
    pass


def run(args, text=None, env=None, timeout=600):
    return subprocess.run(args, input=text, capture_output=True, text=True, errors="replace", timeout=timeout,
                          env={**os.environ, **(env or {})})


class Server:
    """One PostgreSQL server on loopback: started here from bindir, or one that already listens on port."""

    def __init__(self, bindir, port):
        self.port, self.dir = port, None
        if not port:
            self.start(bindir)
        self.major = int(self.psql("postgres", "-At", "-c", "show server_version_num").stdout) // 10000

    def start(self, bindir):
        if not bindir:
            found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda p: int(p.parts[-3]))
            bindir = str((found[-1] if found else Path(shutil.which("postgres"))).parent)
        self.dir = tempfile.mkdtemp(prefix="snapshot-law-")
        lib = Path(bindir).parent / "lib"
        env = ["env", f"LD_LIBRARY_PATH={lib}"] if lib.is_dir() else []
        if os.getuid() == 0:
            shutil.chown(self.dir, "postgres")
            env = ["runuser", "-u", "postgres", "--", *env]
        r = run([*env, f"{bindir}/initdb", "-D", self.dir + "/data", "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8",
                 "--locale=C.UTF-8"])
        if r.returncode:
            raise RuntimeError(r.stderr)
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        with open(self.dir + "/log", "w") as log:
            self.process = subprocess.Popen(
                [*env, f"{bindir}/postgres", "-D", self.dir + "/data", "-p", str(self.port), "-k", self.dir,
                 *(f"-c{o}" for o in ("listen_addresses=127.0.0.1", "fsync=off", "full_page_writes=off", "wal_level=logical"))],
                stdout=subprocess.DEVNULL, stderr=log, start_new_session=True)
        end = time.time() + 60
        while self.psql("postgres", "-c", "select 1").returncode:
            if time.time() > end:
                raise RuntimeError("the server did not start in 60 s: " + self.dir + "/log")
            time.sleep(0.2)

    def psql(self, db, *more, text=None):
        return run(["psql", "-X", "-q", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", db,
                    "-v", "ON_ERROR_STOP=1", *more], text)

    def drop(self, db):
        """A database that subscribes is not dropped before its subscriptions are."""
        r = self.psql(db, "-At", "-c", "select quote_ident(subname) from pg_subscription where subdbid = "
                      "(select oid from pg_database where datname = current_database())")
        for name in r.stdout.split("\n") if r.returncode == 0 else []:
            if name:
                for action in ("alter subscription %s disable", "alter subscription %s set (slot_name = none)", "drop subscription %s"):
                    self.psql(db, "-c", action % name)
        self.psql("postgres", "-c", f'drop database if exists "{db}"')

    def create(self, db):
        self.drop(db)
        r = self.psql("postgres", "-c", f'create database "{db}" template template0')
        if r.returncode:
            raise RuntimeError(r.stderr)

    def load(self, db, sql):
        r = self.psql(db, "-f", "-", text=sql)
        if r.returncode:
            raise Refused(r.stderr.strip())

    def snapshot(self, db):
        """The document as text, as the page of the format says to take it."""
        r = self.psql(db, "-At", "-f", str(SNAPSHOT))
        if r.returncode:
            raise Refused("snapshot.sql: " + r.stderr.strip())
        return r.stdout

    def stop(self):
        if self.dir:
            os.killpg(self.process.pid, signal.SIGINT)
            self.process.wait()
            shutil.rmtree(self.dir, ignore_errors=True)


def dump(program, server, db):
    """pg_dump's statements, sorted; the order of columns and of grants is not compared."""
    r = run([program, "-h", "127.0.0.1", "-p", str(server.port), "-U", "postgres", "-s", db])
    if r.returncode:
        raise RuntimeError(r.stderr)
    out = []
    for part in re.split(r"\n--\n-- Name: [^\n]*\n--\n", r.stdout)[1:]:
        part = re.sub(r"\n--\n-- PostgreSQL database dump complete.*", "", part, flags=re.S)
        part = re.sub(r"^\\(un)?restrict.*$|^SET default_(tablespace|table_access_method) = .*;$", "", part, flags=re.M).strip()
        m = re.match(r"(CREATE (?:UNLOGGED |FOREIGN )?TABLE [^\n]* \(\n)(.*?)(\n\)[^\n]*.*)", part, flags=re.S)
        if m:
            part = m.group(1) + "\n".join(sorted(l.rstrip(",") for l in m.group(2).split("\n"))) + m.group(3)
        if part.startswith(("GRANT ", "REVOKE ")):
            part = "\n".join(sorted(part.split("\n")))
        if part:
            out.append(part)
    return sorted(map(settled, out))


def settled(sql):
    """What the server makes of its own text when it reads it again: IN over varchar is the one family it changes."""
    return re.sub(r"\(ARRAY\[((?:'(?:[^']|'')*'::character varying(?:, )?)+)\]\)::text\[\]",
                  lambda m: "ARRAY[" + re.sub(r"('(?:[^']|'')*'::character varying)", r"(\1)::text", m.group(1)) + "]", sql)


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
        server.psql("postgres", "-c", 'create role "%s"' % role.replace('"', '""'))
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
        first = server.snapshot(a)
        if SECRET in first:
            return "leaked", first[max(0, first.index(SECRET) - 200):][:300]
        server.create(b)
        replay = script(first)
        try:
            server.load(b, replay)
        except Refused as e:
            return "replay", str(e)[:600]
        # columns of children may stand in another order: the parents' first
        d = differs(comparable(first), comparable(server.snapshot(b)), "snapshot")
        if d:
            return "same", d
        d = ""
        if program and SECRET not in sql:
            d = differs(dump(program, server, a), dump(program, server, b), "dump")
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

    server = Server(args.bindir, args.port)
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
