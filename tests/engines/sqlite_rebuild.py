#!/usr/bin/env python3
"""Nothing is lost when a table of SQLite changes: sqlite_rebuild.py RUTTER

A database with rows, indexes, triggers, views, foreign keys from and to, generated columns, a sequence, tables of every
sort and virtual ones is changed in every way that a table can, by the plan, run by the engine's own client, and changed
back by its inverse. Each time:

    rows       of all tables are there, with their rowids and the types of their values; the sequence stands where it stood
    objects    are what the wanted schema says, the others' text to the byte
    whole      integrity_check and foreign_key_check find nothing
    killed     a process that is killed after any statement of the script leaves the database as it was, or done
    refused    rows that the new schema refuses stop the script, and nothing has changed

A table that goes takes no rows of those that refer to it along. The hosted form (no pragmas, one transaction, foreign keys enforced) has to do the same.
"""
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

TABLES = {
    "team": "CREATE TABLE team (id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL COLLATE NOCASE UNIQUE, boss INT REFERENCES member (id) "
            "ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED)",
    "member": """CREATE TABLE member (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- who
  team INT NOT NULL REFERENCES team (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(member.name) < 90),
  size NUMERIC DEFAULT (1 + 1),
  half REAL GENERATED ALWAYS AS (size / 2.0) STORED,
  loud TEXT AS (upper(name)),
  note, /* anything */
  CONSTRAINT named CHECK (size IS NULL OR size >= 0),
  UNIQUE (team, name)
)""",
    "log": "CREATE TABLE log (member INT REFERENCES member ON DELETE CASCADE, what TEXT, at TEXT DEFAULT CURRENT_TIMESTAMP)",
    "badge": "CREATE TABLE badge (member INT REFERENCES member (id), kind TEXT, n INT, PRIMARY KEY (kind, member)) WITHOUT ROWID",
    "pair": "CREATE TABLE pair (a INT NOT NULL, b ANY, c BLOB, PRIMARY KEY (a)) STRICT",
    "odd name": 'CREATE TABLE "odd name" ("the key" INTEGER PRIMARY KEY, "rowid" TEXT, [it\'s] TEXT, `order` INT REFERENCES "odd name" ("the key"))',
    "busy": "CREATE TABLE busy (id INTEGER PRIMARY KEY, t TEXT)",
    "doc": "CREATE VIRTUAL TABLE doc USING fts5(t, content='busy', content_rowid='id')",
    "box": "CREATE VIRTUAL TABLE box USING rtree(id, x0, x1)",
}
REST = """
CREATE INDEX member_name ON member (name COLLATE NOCASE DESC, lower(note)) WHERE note IS NOT NULL;
CREATE UNIQUE INDEX log_one ON log (member, what);
CREATE INDEX "odd index" ON "odd name" ("it's");
CREATE VIEW people AS SELECT m.id, m.name, t.code FROM member m JOIN team t ON t.id = m.team;
CREATE VIEW loud_people AS SELECT p.name, count(*) AS logs FROM people p LEFT JOIN log ON log.member = p.id GROUP BY 1;
CREATE TRIGGER member_in AFTER INSERT ON member BEGIN INSERT INTO log (member, what) VALUES (new.id, 'in; and "counted"'); END;
CREATE TRIGGER member_up AFTER UPDATE OF name ON member WHEN new.name <> old.name BEGIN
  UPDATE log SET what = CASE WHEN what = 'in' THEN 'up' ELSE what END WHERE member = new.id; -- done
END;
CREATE TRIGGER team_out BEFORE DELETE ON team BEGIN DELETE FROM badge WHERE member IN (SELECT id FROM member WHERE team = old.id); END;
CREATE TRIGGER people_in INSTEAD OF INSERT ON people BEGIN INSERT INTO member (team, name) SELECT id, new.name FROM team WHERE code = new.code; END;
"""
ROWS = """PRAGMA foreign_keys = ON;
INSERT INTO team (id, code) VALUES (1, 'red'), (7, 'blue'), (9, 'gone');
INSERT INTO member (id, team, name, size, note) VALUES (3, 1, 'ann', 4, x'00ff'), (5, 7, 'bob', NULL, 2.5), (11, 7, 'eve', '7', 'x'), (40, 1, 'out', 1, NULL);
DELETE FROM member WHERE id = 40; DELETE FROM team WHERE id = 9;
UPDATE team SET boss = 3 WHERE id = 1;
INSERT INTO log (rowid, member, what, at) VALUES (77, 3, 'late', '2024-01-01'), (99, NULL, NULL, NULL);
DELETE FROM log WHERE rowid = 2;
INSERT INTO badge VALUES (3, 'gold', 1), (5, 'gold', 2);
INSERT INTO pair VALUES (1, 'text', x'01'), (2, 3.5, NULL), (3, x'02', x'');
INSERT INTO "odd name" VALUES (8, 'r', 'i', NULL), (9, 's', 'j', 8);
INSERT INTO busy VALUES (4, 'hello world'); INSERT INTO doc (rowid, t) VALUES (4, 'hello world');
INSERT INTO box VALUES (1, 0.5, 1.5);
"""

# Ways to change: name, table, text to replace, replacement, more lines for to.sql's rest (old, new).
WAYS = [
    ("type", "member", "size NUMERIC", "size REAL"),
    ("not null gone", "member", "name TEXT NOT NULL", "name TEXT"),
    ("not null", "log", "member INT REFERENCES", "member INT CHECK (member IS NULL OR member > 0) REFERENCES"),
    ("default", "member", "DEFAULT (1 + 1)", "DEFAULT (2 * 3)"),
    ("default gone", "member", " DEFAULT (1 + 1)", ""),
    ("check changed", "member", "size >= 0", "size >= -1"),
    ("check gone", "member", "  CONSTRAINT named CHECK (size IS NULL OR size >= 0),\n", ""),
    ("check added", "log", "what TEXT", "what TEXT CHECK (what <> '')"),
    ("unique gone", "member", ",\n  UNIQUE (team, name)", ""),
    ("unique added", "badge", "PRIMARY KEY (kind, member)", "UNIQUE (n) ON CONFLICT REPLACE, PRIMARY KEY (kind, member)"),
    ("unique collation", "team", " COLLATE NOCASE", ""),
    ("foreign key action", "member", "ON DELETE CASCADE", "ON DELETE RESTRICT ON UPDATE CASCADE"),
    ("foreign key gone", "badge", " REFERENCES member (id)", ""),
    ("foreign key added", "busy", "t TEXT", "t TEXT, FOREIGN KEY (id) REFERENCES busy (id)"),
    ("deferrable gone", "team", " DEFERRABLE INITIALLY DEFERRED", ""),
    ("generated changed", "member", "size / 2.0", "size / 4.0"),
    ("generated stored", "member", "loud TEXT AS (upper(name))", "loud TEXT AS (upper(name)) STORED"),
    ("generated gone", "member", "  loud TEXT AS (upper(name)),\n", ""),
    ("autoincrement gone", "member", " AUTOINCREMENT", ""),
    ("autoincrement added", "busy", "INTEGER PRIMARY KEY", "INTEGER PRIMARY KEY AUTOINCREMENT"),
    ("without rowid", "busy", "t TEXT)", "t TEXT) WITHOUT ROWID"),
    ("with rowid", "badge", " WITHOUT ROWID", ""),
    ("strict gone", "pair", " STRICT", ""),
    ("strict", "busy", "t TEXT)", "t TEXT) STRICT"),
    ("column at the end", "log", "CURRENT_TIMESTAMP)", "CURRENT_TIMESTAMP, more TEXT NOT NULL DEFAULT 'x')"),
    ("column in the middle", "log", "what TEXT", "more TEXT NOT NULL DEFAULT 'x', what TEXT"),
    ("column with an expression", "log", "CURRENT_TIMESTAMP)", "CURRENT_TIMESTAMP, more TEXT NOT NULL DEFAULT (upper('x')))"),
    ("column with a key", "log", "CURRENT_TIMESTAMP)", "CURRENT_TIMESTAMP, id INTEGER PRIMARY KEY)"),
    ("column referring", "busy", "t TEXT", "t TEXT, team INT REFERENCES team (id)"),
    ("column gone", "log", ", at TEXT DEFAULT CURRENT_TIMESTAMP", ""),
    ("column gone by a rebuild", "badge", " n INT,", ""),
    ("order", "log", "what TEXT, at TEXT DEFAULT CURRENT_TIMESTAMP", "at TEXT DEFAULT CURRENT_TIMESTAMP, what TEXT"),
    ("key", "odd name", '"the key" INTEGER PRIMARY KEY', '"the key" INT PRIMARY KEY'),
    ("odd names", "odd name", "[it's] TEXT", "[it's] INT"),
    ("key of two", "badge", "PRIMARY KEY (kind, member)", "PRIMARY KEY (member, kind)"),
    ("column gone beside strings in double quotes", "log", "what TEXT, at TEXT DEFAULT CURRENT_TIMESTAMP", "what TEXT CHECK (what <> \"never\")"),
    ("comment", "member", "-- who", "-- who it is"),
]
CIRCLE = {"deferrable gone"}  # team and member then refer to each other at once: refused by name where foreign keys are enforced


class Failed(Exception):
    pass


def dump(path, skip=()):
    """-> (objects {name: sql}, rows {table: [...]}); rows with rowid and the types of values, of the columns not in `skip`."""
    db = sqlite3.connect(path)
    db.text_factory = lambda b: b.decode("utf-8", "surrogateescape")
    objects = {n: s for n, s in db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    rows = {}
    for name, kind, wr in db.execute("SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main' AND type <> 'view' AND name <> 'sqlite_schema'").fetchall():
        quoted = '"' + name.replace('"', '""') + '"'
        columns = [c for c, hidden, pk in db.execute("SELECT name, hidden, pk FROM pragma_table_xinfo(?)", (name,)) if hidden == 0 and (name, c) not in skip]
        free = next((r for r in ("rowid", "_rowid_", "oid") if r not in columns), None)
        picked = [free] if kind == "table" and not wr and free and (name, "rowid") not in skip and not name.startswith("sqlite_") else []
        for c in columns:
            q = '"' + c.replace('"', '""') + '"'
            picked += [q, f"typeof({q})"]
        rows[name] = [sorted(columns)] + sorted(db.execute(f"SELECT {', '.join(picked) or 1} FROM {quoted}").fetchall(), key=repr)
        if columns != sorted(columns):  # by name, so that the order of columns does not matter
            order = sorted(range(len(columns)), key=lambda i: columns[i])
            base = len(picked) - 2 * len(columns)
            rows[name][1:] = [r[:base] + tuple(v for i in order for v in r[base + 2 * i:base + 2 * i + 2]) for r in rows[name][1:]]
    for check in ("integrity_check", "foreign_key_check"):
        found = [r for r in db.execute(f"PRAGMA {check}") if r != ("ok",)]
        if found:
            raise Failed(f"{check}: {found}")
    db.close()
    return objects, rows


def schema(tables):
    return ";\n".join(tables.values()) + ";\n" + REST


def squeezed(objects):
    return {n: re.sub(r"\s+", " ", s) for n, s in objects.items()}


def statements(script):
    out, text = [], ""
    for line in script.splitlines(keepends=True):
        text += line
        if sqlite3.complete_statement(text):
            out.append(text)
            text = ""
    return out


class Test:
    def __init__(self, rutter, folder):
        self.rutter, self.folder = os.path.abspath(rutter), Path(folder)
        self.base = self.folder / "base.db"
        r = self.client(self.base, schema(TABLES) + ROWS)
        if r.returncode:
            raise RuntimeError(r.stderr)

    def client(self, path, script):
        return subprocess.run(["sqlite3", "-bail", path], input=script, capture_output=True, text=True)

    def copy(self, name):
        path = self.folder / name
        path.unlink(missing_ok=True)
        path.write_bytes(self.base.read_bytes())
        return path

    def plan(self, source, to, *more):
        r = subprocess.run([self.rutter, "plan", "--from", f"sqlite:{source}", "--to", to, "--format", "sql", "--exit-code", *more],
                           capture_output=True, text=True)
        if r.returncode != 2:
            raise Failed(f"rutter: exit {r.returncode}: {r.stderr}{r.stdout[:300]}")
        return r.stdout

    def run(self, path, script, hosted):
        """A hosted database gives one transaction, with foreign keys, and no pragmas."""
        if not hosted:
            r = self.client(path, script)
            if r.returncode:
                raise Failed(f"{r.stderr}\n{script}")
            return
        if re.search(r"^PRAGMA|^BEGIN|^COMMIT", script, re.M):
            raise Failed(f"pragmas in\n{script}")
        r = self.client(path, "PRAGMA foreign_keys = ON; BEGIN;\n" + script + "\nCOMMIT;")
        if r.returncode:
            raise Failed(f"{r.stderr}\n{script}")

    def way(self, what, table, old, new, hosted):
        if old not in TABLES[table]:
            raise Failed(f"{old!r} is not in {table}")
        options = ["--hosted"] if hosted else []
        to = self.folder / "to.sql"
        wanted = {**TABLES, table: TABLES[table].replace(old, new, 1)}
        to.write_text(schema(wanted))
        work = self.copy("work.db")
        if what == "comment":
            r = subprocess.run([self.rutter, "plan", "--from", f"sqlite:{work}", "--to", to, "--exit-code"], capture_output=True, text=True)
            if r.returncode:
                raise Failed(f"a comment is no change:\n{r.stdout}{r.stderr}")
            return 0
        if hosted and what in CIRCLE:
            r = subprocess.run([self.rutter, "plan", "--from", f"sqlite:{work}", "--to", to, *options], capture_output=True, text=True)
            if r.returncode != 1 or "circle of foreign keys" not in r.stderr:
                raise Failed(f"exit {r.returncode}, not refused: {r.stderr}")
            return 0
        skip = set()
        cols = lambda sql: set(self.columns(sql))
        for c in cols(TABLES[table]) ^ cols(wanted[table]):
            skip.add((table, c))
        if ("WITHOUT ROWID" in TABLES[table]) != ("WITHOUT ROWID" in wanted[table]) or what == "key":
            skip.add((table, "rowid"))
        if "type" == what:
            skip.add((table, "size"))
        self.way_changes = "AUTOINCREMENT" if "autoincrement" in what else ""
        if what == "strict gone":
            skip |= {("pair", "b")}
        objects, rows = dump(work, skip)
        script, inverse = self.plan(work, to, *options), self.plan(work, to, "--inverse", *options)
        goal = self.folder / "goal.db"
        goal.unlink(missing_ok=True)
        self.client(goal, schema(wanted))
        goal_objects = dump(goal)[0]

        self.run(work, script, hosted)
        now_objects, now_rows = dump(work, skip)
        for n in sorted(goal_objects.keys() | now_objects.keys()):
            same = now_objects.get(n) == (goal_objects if n == table else objects).get(n, goal_objects.get(n))
            if not same and squeezed(now_objects).get(n) != squeezed(goal_objects).get(n) or (not same and n != table):
                raise Failed(f"{n} is\n{now_objects.get(n)}\nand should be\n{goal_objects.get(n)}\n{script}")
        self.same_rows(rows, now_rows, script)

        if not hosted:
            self.killed(script, work, skip)
        self.run(work, inverse, hosted)
        back_objects, back_rows = dump(work, skip)
        for n in sorted(objects.keys() | back_objects.keys()):
            if squeezed(back_objects).get(n) != squeezed(objects).get(n):
                raise Failed(f"back, {n} is\n{back_objects.get(n)}\nand was\n{objects.get(n)}\n{inverse}")
        self.same_rows(rows, back_rows, inverse)
        return len(statements(script))

    def columns(self, sql):
        db = sqlite3.connect(":memory:")
        db.execute(sql)
        name = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchone()[0]
        return [c for c, hidden in db.execute("SELECT name, hidden FROM pragma_table_xinfo(?)", (name,)) if hidden == 0]

    def same_rows(self, was, now, script):
        for t in sorted(was.keys() | now.keys()):
            a, b = was.get(t), now.get(t)
            if t == "sqlite_sequence" and "AUTOINCREMENT" in self.way_changes:
                continue
            if a != b:
                raise Failed(f"the rows of {t} were\n{a}\nand are\n{b}\n{script}")

    def killed(self, script, done, skip):
        """After each statement the process is killed: the database is as it was, or the work is done."""
        before, after = dump(self.base, skip), dump(done, skip)
        parts = statements(script)
        for n in range(1, len(parts) + 1):
            path = self.copy("killed.db")
            pid = os.fork()
            if pid == 0:
                try:
                    db = sqlite3.connect(path, isolation_level=None)
                    for part in parts[:n]:
                        db.execute(part)
                finally:
                    os.kill(os.getpid(), signal.SIGKILL)
            os.waitpid(pid, 0)
            now = dump(path, skip)
            if now != before and now != after:
                raise Failed(f"killed after statement {n} of\n{script}\nit is neither as it was nor done")

    def gone(self, hosted):
        """A table goes that others refer to, run by a client that enforces foreign keys: the others keep their rows."""
        path, to = self.folder / "gone.db", self.folder / "to.sql"
        path.unlink(missing_ok=True)
        child = "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INT%s, only TEXT)"
        r = self.client(path, "CREATE TABLE parent (id INTEGER PRIMARY KEY);" + child % " REFERENCES parent (id) ON DELETE CASCADE" + ";"
                        "CREATE TABLE grandchild (child INT REFERENCES child (id) ON DELETE CASCADE);"
                        "INSERT INTO parent VALUES (1), (2); INSERT INTO child VALUES (5, 1, 'a'), (6, 2, NULL); INSERT INTO grandchild VALUES (5), (6);")
        if r.returncode:
            raise RuntimeError(r.stderr)
        to.write_text(child % "" + "; CREATE TABLE grandchild (child INT REFERENCES child (id) ON DELETE CASCADE);")
        rows = dump(path)[1]
        script = self.plan(path, to, *(["--hosted"] if hosted else []))
        self.run(path, script if hosted else "PRAGMA foreign_keys = ON;\n" + script, hosted)
        now = dump(path)[1]
        del rows["parent"]
        self.same_rows(rows, now, script)

    def refused(self, what, table, old, new, rows, message):
        to = self.folder / "to.sql"
        to.write_text(schema({**TABLES, table: TABLES[table].replace(old, new, 1)}))
        work = self.copy("work.db")
        db = sqlite3.connect(work)
        db.execute(rows)
        db.commit()
        db.close()
        plain = lambda: b"".join(l.encode("utf-8", "surrogateescape") for l in self.lines(work))
        before, script = plain(), self.plan(work, to)
        r = self.client(work, script)
        if r.returncode == 0 or message not in r.stderr:
            raise Failed(f"{what}: exit {r.returncode}, {r.stderr!r}, wanted {message!r}\n{script}")
        if plain() != before:
            raise Failed(f"{what}: something has changed")

    def lines(self, path):
        db = sqlite3.connect(path)
        out = list(db.iterdump())
        db.close()
        return out


REFUSED = [
    ("a foreign key", "busy", "t TEXT", "t TEXT, FOREIGN KEY (id) REFERENCES team (id)", "SELECT 1", "foreign keys refer to rows that are there"),
    ("not null", "log", "what TEXT", "what TEXT NOT NULL", "SELECT 1", "NOT NULL constraint failed"),
    ("a check", "badge", "n INT", "n INT CHECK (n > 1)", "SELECT 1", "CHECK constraint failed"),
    ("unique, whatever it says of conflicts", "badge", "n INT", "n INT UNIQUE ON CONFLICT REPLACE", "UPDATE badge SET n = 1", "UNIQUE constraint failed"),
    ("strict", "busy", "t TEXT)", "t INT) STRICT", "SELECT 1", "cannot store TEXT value in INT column"),
]


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    failed = tried = killed = 0
    only = sys.argv[2] if len(sys.argv) > 2 else ""
    with tempfile.TemporaryDirectory(prefix="rebuild-") as folder:
        test = Test(sys.argv[1], folder)
        for hosted in (False, True):
            for what, table, old, new in WAYS:
                if only and only not in what:
                    continue
                tried += 1
                try:
                    n = test.way(what, table, old, new, hosted)
                    killed += 0 if hosted else n
                except Failed as e:
                    failed += 1
                    print(f"--- {what} of {table}{' (hosted)' if hosted else ''}\n{e}\n", flush=True)
        for hosted in (False, True):
            tried += 1
            try:
                test.gone(hosted)
            except Failed as e:
                failed += 1
                print(f"--- a table that others refer to is gone{' (hosted)' if hosted else ''}: {e}\n", flush=True)
        for case in REFUSED:
            if only and only not in case[0]:
                continue
            tried += 1
            try:
                test.refused(*case)
            except Failed as e:
                failed += 1
                print(f"--- refused: {e}\n", flush=True)
    print(f"{tried - failed} of {tried} changes lose nothing; killed after each of {killed} statements")
    return 1 if failed or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
