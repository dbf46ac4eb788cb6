#!/usr/bin/env python3
"""What becomes of rows? rows.py RUTTER CASES --engine E [--root DIR] [--only GLOB]

Every table of from.sql (or old.sql) gets a few rows, made up from the types of its columns; the plan to to.sql (new.sql) is run on them,
and then its inverse. A case is wrong when

    - a step fails that was not said to be able to, or
    - no step was said to lose anything, or to be undone less than exactly, and a row is not what it was when the way back has been run.

Exit code 0: none is; 77: the server is not here.
"""
import argparse
import concurrent.futures
import fnmatch
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import servers  # noqa: E402
from roundtrip import asked_version  # noqa: E402

POSTGRES_FILL = r"""
CREATE FUNCTION pg_temp.made_up(type oid, modifier int, i int) RETURNS text LANGUAGE plpgsql AS $$
DECLARE t pg_type; length int; label text;
BEGIN
  SELECT * INTO t FROM pg_type WHERE oid = type;
  length := CASE WHEN t.typcategory = 'V' THEN modifier ELSE modifier - 4 END;
  IF t.typtype = 'd' THEN RETURN pg_temp.made_up(t.typbasetype, t.typtypmod, i); END IF;
  IF t.typtype = 'e' THEN
    SELECT quote_literal(enumlabel) INTO label FROM pg_enum WHERE enumtypid = type ORDER BY enumsortorder
      OFFSET (i - 1) % (SELECT greatest(count(*), 1) FROM pg_enum WHERE enumtypid = type) LIMIT 1;
    RETURN coalesce(label, 'NULL');
  END IF;
  IF t.typcategory = 'A' AND t.typelem <> 0 THEN
    RETURN format('ARRAY[%s]::%s', pg_temp.made_up(t.typelem, modifier, i), format_type(type, NULL));
  END IF;
  RETURN CASE
    WHEN t.typname IN ('json', 'jsonb') THEN quote_literal(format('{"a": %s}', i))
    WHEN t.typname = 'uuid' THEN quote_literal(md5(i::text))
    WHEN t.typname = 'bytea' THEN quote_literal('\x0' || i)
    WHEN t.typname = 'point' THEN format('point(%s, 0)', i)
    WHEN t.typname = 'macaddr' THEN quote_literal('08:00:2b:01:02:0' || i)
    WHEN t.typname IN ('numeric') AND modifier > 0 AND (length >> 16) & 65535 <= length & 2047 THEN '0.' || i
    WHEN t.typcategory = 'N' AND t.typname NOT LIKE 'reg%' THEN i::text
    WHEN t.typcategory = 'B' THEN (i % 2 = 0)::text
    WHEN t.typcategory = 'S' THEN quote_literal(CASE WHEN modifier > 4 THEN right('val' || i, length) ELSE 'val' || i END)
    WHEN t.typcategory = 'D' THEN quote_literal(format('2024-02-0%s 12:00:0%s.25', i, i))
    WHEN t.typcategory = 'T' THEN quote_literal(i || ' days 2 hours')
    WHEN t.typcategory = 'I' THEN quote_literal('10.0.0.' || i)
    WHEN t.typcategory = 'V' THEN quote_literal(CASE WHEN modifier > 0 THEN lpad(i::bit(2)::text, length, '0') ELSE '101' END)
    WHEN t.typtype = 'r' THEN quote_literal('empty')
    ELSE 'NULL' END;
END $$;
DO $$
DECLARE t record; names text; made text; there boolean;
BEGIN
  FOR t IN SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
      WHERE relkind IN ('r', 'p') AND NOT relispartition AND nspname !~ '^pg_|^information_schema$' LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', t.name) INTO there;
    FOR i IN 1..3 LOOP
      CONTINUE WHEN there;
      SELECT string_agg(quote_ident(attname), ', '), string_agg(pg_temp.made_up(atttypid, atttypmod, i), ', ') INTO names, made
        FROM pg_attribute WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity <> 'a';
      BEGIN
        EXECUTE format('INSERT INTO %s (%s) VALUES (%s)', t.name, names, made);
      EXCEPTION WHEN OTHERS THEN NULL;
      END;
    END LOOP;
  END LOOP;
END $$;
"""
POSTGRES_TABLES = r"""
SELECT format('SELECT %L, to_jsonb(t) FROM ONLY %I.%I t;', n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'r' AND nspname !~ '^pg_|^information_schema$'
"""
MYSQL_COLUMNS = r"""
SELECT JSON_ARRAY(c.table_name, c.column_name, LOWER(c.data_type), LOWER(c.column_type), c.character_maximum_length, c.numeric_precision, c.numeric_scale,
  c.extra LIKE '%GENERATED%' OR c.extra LIKE '%INVISIBLE%' AND c.column_name = 'my_row_id')
FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
WHERE c.table_schema = DATABASE() AND t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
"""


def mysql_value(kind, whole, length, precision, scale, i):
    if kind in ("enum", "set"):
        labels = re.findall(r"'((?:[^']|'')*)'", whole)
        return f"'{labels[(i - 1) % len(labels)]}'" if labels else "NULL"
    if "int" in kind or kind in ("float", "double", "bit"):
        return str(i % 2 if whole in ("tinyint(1)", "bit(1)") else i)
    if kind == "decimal":
        return f"0.{i}" if precision == scale else str(i)
    if kind in ("date", "datetime", "timestamp"):
        return f"'2024-02-0{i} 12:00:0{i}'" if kind != "date" else f"'2024-02-0{i}'"
    return {"time": f"'12:00:0{i}'", "year": f"202{i}", "json": f"'{{\"a\": {i}}}'", "point": f"POINT({i}, 0)", "geometry": f"POINT({i}, 0)",
            "uuid": f"'00000000-0000-0000-0000-00000000000{i}'", "inet6": f"'::{i}'", "inet4": f"'10.0.0.{i}'"}.get(kind, f"RIGHT('val{i}', {min(int(length or 4), 4)})")


class Rows:
    """The tables of a database that lies on a server."""

    def __init__(self, server, db):
        self.server, self.db = server, db

    def fill(self):
        """Three times, so that tables that refer to others find their rows."""
        for _ in range(3):
            if self.server.dialect == "postgres":
                self.server.batch(self.db, POSTGRES_FILL)
            else:
                filled = self.all()
                inserts = self.sqlite_inserts(filled) if self.server.dialect == "sqlite" else self.mysql_inserts(filled)
                self.server.batch(self.db, "\n".join(inserts))

    def mysql_inserts(self, filled):
        tables = {}
        for line in self.server.ask(self.db, MYSQL_COLUMNS).splitlines():
            table, column, *type_of, computed = json.loads(line)
            if not int(computed) and table not in filled:
                tables.setdefault(table, []).append((column, type_of))
        quote = lambda name: "`" + name.replace("`", "``") + "`"
        for table, columns in tables.items():
            for i in (1, 2, 3):
                yield (f"INSERT INTO {quote(table)} ({', '.join(quote(c) for c, _ in columns)}) VALUES "
                       f"({', '.join(mysql_value(*t, i) for _, t in columns)});")

    def sqlite_inserts(self, filled):
        quote = lambda name: '"' + name.replace('"', '""') + '"'
        for table, _, kind in self.sqlite_tables():
            if kind != "table" or table in filled:
                continue
            columns = [(name, type_.upper()) for _, name, type_, _, _, _, hidden in self.sqlite(f"PRAGMA table_xinfo({quote(table)})") if not hidden]
            for i in (1, 2, 3):
                value = lambda t: str(i) if re.search("INT|BOOL|NUM|DEC|REAL|FLOA|DOUB", t) else f"x'0{i}'" if "BLOB" in t else f"'val{i}'"
                yield f"INSERT INTO {quote(table)} ({', '.join(quote(c) for c, _ in columns)}) VALUES ({', '.join(value(t) for _, t in columns)});"

    def sqlite(self, sql):
        import sqlite3
        with sqlite3.connect(self.server.path(self.db)) as con:
            con.text_factory = lambda b: b.decode(errors="replace")
            return con.execute(sql).fetchall()

    def sqlite_tables(self):
        return [(name, wr, kind) for _, name, kind, _, wr, _ in self.sqlite("PRAGMA table_list") if not name.startswith("sqlite_")]

    def all(self):
        """{table: its rows, sorted, each a dict of texts}"""
        out = {}
        if self.server.dialect == "sqlite":
            for table, _, kind in self.sqlite_tables():
                if kind == "table":
                    names = [c[1] for c in self.sqlite(f'PRAGMA table_xinfo("{table}")') if c[6] in (0, 2, 3)]
                    shown = ", ".join('quote("{}")'.format(n.replace('"', '""')) for n in names)
                    out[table] = [dict(zip(names, row)) for row in self.sqlite('SELECT {} FROM "{}"'.format(shown, table.replace('"', '""')))]
        elif self.server.dialect == "postgres":
            script, _ = self.server.batch(self.db, POSTGRES_TABLES)
            for line in self.server.batch(self.db, script)[0].splitlines():
                table, row = line.split("|", 1)
                out.setdefault(table, []).append(json.loads(row))
        else:
            tables = {}
            for line in self.server.ask(self.db, MYSQL_COLUMNS).splitlines():
                table, column, *_ = json.loads(line)
                tables.setdefault(table, []).append(column)
            quote = lambda name: "`" + name.replace("`", "``") + "`"
            text = lambda name: "'" + name.replace("\\", "\\\\").replace("'", "''") + "'"
            for table, columns in tables.items():
                shown = ", ".join(f"{text(c)}, HEX(CAST({quote(c)} AS BINARY))" for c in columns)
                out[table] = [json.loads(line) for line in self.server.ask(self.db, f"SELECT JSON_OBJECT({shown}) FROM {quote(table)}").splitlines()]
        return {t: sorted(rows, key=lambda r: json.dumps(r, sort_keys=True)) for t, rows in out.items() if rows}


class Wrong(Exception):
    pass


class Tool:
    def __init__(self, program, dialect):
        self.program, self.dialect = os.path.abspath(program), dialect

    def plan(self, case, source, target, *more):
        """-> its text; None: it refuses, which is not looked at here."""
        options = (case / "options").read_text().split() if (case / "options").exists() else []
        r = subprocess.run([self.program, "plan", "--from", source, "--to", target, "--dialect", self.dialect, *options, *more], cwd=case,
                           capture_output=True, text=True, timeout=300)
        return r.stdout if r.returncode in (0, 2) else None


def failed_step(script, error):
    """The number of the step in whose statement a client stopped; None: it did not say where."""
    at = re.search(r"(?:<stdin>:|near line |at line )(\d+)", error)
    if not at:
        return None
    numbers = re.findall(r"^-- (\d+)\. ", "\n".join(script.split("\n")[:int(at.group(1))]), flags=re.M)
    return int(numbers[-1]) - 1 if numbers else None


def check(case, server, tool, slot):
    """-> what was done, in a word."""
    db = f"rows_{slot}"
    old, new = ("from.sql", "to.sql") if (case / "from.sql").exists() else ("old.sql", "new.sql")
    for role in (case / "roles").read_text().split() if (case / "roles").exists() else []:
        server.role(role)
    try:
        for file in (new, old):
            server.create(db)
            server.load(db, (case / file).read_text(errors="replace"))
    except servers.Refused:
        return "does not load"
    rows = Rows(server, db)
    rows.fill()
    before = rows.all()
    if not before:
        return "no rows"
    with tempfile.TemporaryDirectory() as folder:
        source = f"{folder}/live.json"  # both ways from what is there now
        if subprocess.run([tool.program, "snapshot", server.url(db), "--output", source], capture_output=True).returncode:
            return "refused"
        plans = [tool.plan(case, source, new, "--format", f, *way) for f in ("json", "sql") for way in ((), ("--inverse",))]
    if None in plans:
        return "refused"
    steps, _, script, inverse = json.loads(plans[0])["steps"], None, plans[2], plans[3]
    if not steps:
        return "nothing to do"
    shown = lambda s: f"{s['sql']}\n   losses {s['losses']}, hazards {s['hazards']}, undo {s['undo']}"
    try:
        server.load(db, script)
    except servers.Refused as e:
        step = failed_step(script, str(e))
        said = steps[step]["hazards"] if step is not None else [h for s in steps for h in s["hazards"]]
        if not said:
            raise Wrong(f"fails, and nothing said so: {e}\n-- in\n{script}")
        return "fails, as was said"
    if any(s["losses"] or s["undo"]["class"] in ("loses data", "irreversible") for s in steps):
        return "loses, as was said"
    for s in steps:
        query = s["undo"]["query"]
        if query and server.batch(db, query + ";\n")[0].strip():
            return "is not exact, as was said"
    try:
        server.load(db, inverse)
    except servers.Refused as e:
        raise Wrong(f"the way back fails: {e}\n-- in\n{inverse}\n-- of\n" + "\n".join(map(shown, steps)))
    after = rows.all()
    if after != before:
        lines = [f"{t}: was {before.get(t)}\n   is {after.get(t)}" for t in sorted({*before, *after}) if before.get(t) != after.get(t)]
        raise Wrong("rows are not what they were:\n" + "\n".join(lines) + "\n-- of\n" + "\n".join(map(shown, steps)) + f"\n-- back\n{inverse}")
    return "comes back"


def main():
    p = argparse.ArgumentParser()
    p.add_argument("rutter")
    p.add_argument("cases", nargs="+")
    p.add_argument("--engine", required=True)
    p.add_argument("--root", default="")
    p.add_argument("--only", default="*")
    p.add_argument("--jobs", type=int, default=2)
    a = p.parse_args()
    try:
        server = servers.start(a.engine, a.root)
    except servers.Absent as e:
        print(f"not run: {e}")
        return 77
    tool = Tool(a.rutter, server.dialect)
    folders = sorted({f.parent for c in a.cases for name in ("from.sql", "old.sql") for f in Path(c).rglob(name)
                      if fnmatch.fnmatch(str(f.parent), f"*{a.only}*") and not (f.parent / "refused.txt").exists()
                      and asked_version(f.parent) <= getattr(server, "version", asked_version(f.parent))})
    results, slots = {}, threading.local()

    def one(case):
        if not hasattr(slots, "number"):
            slots.number = threading.get_ident()
        try:
            return case, check(case, server, tool, slots.number)
        except Wrong as e:
            print(f"## {case}\n{e}\n", flush=True)
            return case, "wrong"
        except Exception as e:  # the check itself
            print(f"## {case}\nnot checked: {type(e).__name__}: {e}\n", flush=True)
            return case, "not checked"

    try:
        with concurrent.futures.ThreadPoolExecutor(a.jobs) as pool:
            for _, result in pool.map(one, folders):
                results[result] = results.get(result, 0) + 1
    finally:
        server.stop()
    print(f"{len(folders)} cases: " + ", ".join(f"{n} {r}" for r, n in sorted(results.items())))
    return 1 if results.get("wrong") or results.get("not checked") else 0


if __name__ == "__main__":
    sys.exit(main())
