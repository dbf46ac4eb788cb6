"""Throw-away database servers on loopback, asked with their own clients only. The standard library is enough."""
from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path


class Refused(Exception):
    """A script that the server refused; the message is the server's own."""


class Absent(Exception):
    """There is no such server on this machine."""


def run(args, text=None, env=None, timeout=600):
    return subprocess.run(args, input=text, capture_output=True, text=True, errors="replace", timeout=timeout,
                          env={**os.environ, **(env or {})})


def settled(sql):
    """What the server makes of its own text when it reads it again: IN over varchar is the one family it changes."""
    return re.sub(r"\(ARRAY\[((?:'(?:[^']|'')*'::character varying(?:, )?)+)\]\)::text\[\]",
                  lambda m: "ARRAY[" + re.sub(r"('(?:[^']|'')*'::character varying)", r"(\1)::text", m.group(1)) + "]", sql)


class Sqlite:
    """SQLite, through its client; a database is a file. Read through pragmas, so that quotes and blanks do not count."""

    dialect = "sqlite"

    def __init__(self, root=""):
        if not shutil.which("sqlite3"):
            raise Absent("no sqlite3 in PATH")
        self.dir = tempfile.mkdtemp(prefix="sqlite-")
        major, minor, patch = map(int, run(["sqlite3", "--version"]).stdout.split()[0].split("."))
        self.version = major * 1000000 + minor * 1000 + patch

    def path(self, db):
        return f"{self.dir}/{db}.db"

    def url(self, db):
        return "sqlite:" + self.path(db)

    def create(self, db):
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(self.path(db) + suffix).unlink(missing_ok=True)
        run(["sqlite3", self.path(db), "vacuum"])

    def load(self, db, sql):
        r = run(["sqlite3", "-batch", "-bail", self.path(db)], sql)
        if r.returncode:
            raise Refused(r.stderr.strip())

    def batch(self, db, script):
        """Goes on after an error. What it printed, and the errors by the numbers of their lines."""
        r = run(["sqlite3", "-batch", self.path(db)], script)
        return r.stdout, {int(n): text for n, text in re.findall(r"near line (\d+): (.*)", r.stderr)}

    def dump(self, db):
        """Every object's text without comments, quotes and superfluous blanks, and what the pragmas say of tables."""
        con = sqlite3.connect(self.path(db))
        plain = lambda sql: re.sub(r'[\s"`\[\]]+', " ", re.sub(r"--[^\n]*|/\*.*?\*/", " ", sql, flags=re.S)).strip()
        tidy = lambda sql: re.sub(r" ?([(),.=]) ?", r"\1", plain(sql)).lower()
        out = []
        for kind, name, sql in con.execute("select type, name, sql from sqlite_schema where sql is not null and name not like 'sqlite_%'").fetchall():
            if kind != "table" or "virtual" in sql[:20].lower():
                out.append(f"{kind} {name}: {tidy(sql)}")
                continue
            ask = lambda query: con.execute(query, (name,)).fetchall()
            indexes = [(u, o, con.execute("select name, \"desc\", coll from pragma_index_xinfo(?) where key", (i,)).fetchall())
                       for i, u, o in ask("select name, \"unique\", origin from pragma_index_list(?) where origin <> 'c'")]
            keys = ask("select \"table\", \"from\", \"to\", on_update, on_delete from pragma_foreign_key_list(?)")
            words = sorted(w for w in re.findall(r"check\([^()]*(?:\([^()]*\)[^()]*)*\)|\bas\([^()]*(?:\([^()]*\)[^()]*)*\)|collate \w+|autoincrement|deferrable|on conflict \w+", tidy(sql)))
            out.append(f"table {name}: {ask('select name, lower(type), [notnull], dflt_value, pk, hidden from pragma_table_xinfo(?)')} "
                       f"{ask('select wr, strict from pragma_table_list(?)')} {sorted(map(str, keys))} {sorted(map(str, indexes))} {words}")
        con.close()
        return sorted(out)

    def stop(self):
        shutil.rmtree(self.dir, ignore_errors=True)


class Postgres:
    """One PostgreSQL server: started here from bindir (or the newest there is), or one that listens on port already."""

    dialect = "postgres"

    def __init__(self, bindir=None, port=None):
        self.port, self.dir = port, None
        if not port:
            self.start(bindir)
        self.major = int(self.psql("postgres", "-At", "-c", "show server_version_num").stdout) // 10000

    def start(self, bindir):
        if not bindir:
            found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda p: int(p.parts[-3]))
            program = found[-1] if found else shutil.which("postgres")
            if not program:
                raise Absent("no PostgreSQL server programs in /usr/lib/postgresql or PATH")
            bindir = str(Path(program).parent)
        self.dir = tempfile.mkdtemp(prefix="postgres-")
        lib = Path(bindir).parent / "lib"
        env = ["env", f"LD_LIBRARY_PATH={lib}"] if lib.is_dir() else []
        if os.getuid() == 0:  # the server refuses to run as root
            shutil.chown(self.dir, "postgres")
            env = ["runuser", "-u", "postgres", "--", *env]
        r = run([*env, f"{bindir}/initdb", "-D", self.dir + "/data", "-A", "trust", "-U", "postgres", "--no-sync", "-E",
                 "UTF8", "--locale=C.UTF-8"])
        if r.returncode:
            raise RuntimeError(r.stderr)
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        with open(self.dir + "/log", "w") as log:
            self.process = subprocess.Popen(
                [*env, f"{bindir}/postgres", "-D", self.dir + "/data", "-p", str(self.port), "-k", self.dir,
                 *(f"-c{o}" for o in ("listen_addresses=127.0.0.1", "fsync=off", "full_page_writes=off",
                                      "wal_level=logical"))],
                stdout=subprocess.DEVNULL, stderr=log, start_new_session=True)
        end = time.time() + 60
        while self.psql("postgres", "-c", "select 1").returncode:
            if time.time() > end:
                raise RuntimeError("the server did not start in 60 s: " + self.dir + "/log")
            time.sleep(0.2)

    def url(self, db):
        return f"postgres://postgres@127.0.0.1:{self.port}/{db}"

    def psql(self, db, *more, text=None):
        return run(["psql", "-X", "-q", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", db,
                    "-v", "ON_ERROR_STOP=1", *more], text)

    def create(self, db):
        self.drop(db)
        r = self.psql("postgres", "-c", f'create database "{db}" template template0')
        if r.returncode:
            raise RuntimeError(r.stderr)

    def drop(self, db):
        """A database that subscribes is not dropped before its subscriptions are."""
        r = self.psql(db, "-At", "-c", "select quote_ident(subname) from pg_subscription where subdbid = "
                      "(select oid from pg_database where datname = current_database())")
        for name in r.stdout.split("\n") if r.returncode == 0 else []:
            if name:
                for action in ("alter subscription %s disable", "alter subscription %s set (slot_name = none)",
                               "drop subscription %s"):
                    self.psql(db, "-c", action % name)
        self.psql("postgres", "-c", f'drop database if exists "{db}"' + (" with (force)" if self.major >= 13 else ""))

    def role(self, name):
        self.psql("postgres", "-c", 'create role "%s"' % name.replace('"', '""'))

    def load(self, db, sql):
        r = self.psql(db, "-f", "-", text=sql)
        if r.returncode:
            raise Refused(r.stderr.strip())

    def batch(self, db, script):
        """As for SQLite."""
        r = self.psql(db, "-At", "-v", "ON_ERROR_STOP=0", "-f", "-", text=script)
        return r.stdout, {int(n): text for n, text in re.findall(r"<stdin>:(\d+): ERROR: +(.*)", r.stderr)}

    def dump(self, db, program="pg_dump"):
        """pg_dump's statements, sorted; the order of columns and of grants is not compared."""
        r = run([program, "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-s", db])
        if r.returncode:
            raise RuntimeError(r.stderr)
        out = []
        for part in re.split(r"\n--\n-- Name: [^\n]*\n--\n", r.stdout)[1:]:
            part = re.sub(r"\n--\n-- PostgreSQL database dump complete.*", "", part, flags=re.S)
            part = re.sub(r"^\\(un)?restrict.*$|^SET default_(tablespace|table_access_method) = .*;$", "", part,
                          flags=re.M).strip()
            m = re.match(r"(CREATE (?:UNLOGGED |FOREIGN )?TABLE [^\n]* \(\n)(.*?)(\n\)[^\n]*.*)", part, flags=re.S)
            if m:
                part = m.group(1) + "\n".join(sorted(l.rstrip(",") for l in m.group(2).split("\n"))) + m.group(3)
            if part.startswith(("GRANT ", "REVOKE ")):
                part = "\n".join(sorted(part.split("\n")))
            if part:
                out.append(part)
        return sorted(map(settled, out))

    def stop(self):
        if self.dir:
            os.killpg(self.process.pid, signal.SIGINT)
            self.process.wait()
            shutil.rmtree(self.dir, ignore_errors=True)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Mariadb:
    """MariaDB or MySQL, started here: MariaDB of this machine, or what is in a changed root."""

    dialect = "mariadb"

    def __init__(self, root=""):
        self.root, self.port = root, free_port()
        program = self.program()
        self.dir = tempfile.mkdtemp(prefix="rutter-my-", dir=root + "/tmp" if root else None)
        inner = self.dir[len(root):]
        os.mkdir(self.dir + "/data")
        pre = ["chroot", root] if root else []
        r = run([*pre, *self.install(inner)])
        if r.returncode:
            raise RuntimeError(r.stderr + r.stdout)
        with open(self.dir + "/log", "w") as log:
            self.process = subprocess.Popen(
                [*pre, program, "--no-defaults", "--user=root", f"--datadir={inner}/data", f"--port={self.port}",
                 "--bind-address=127.0.0.1", f"--socket={inner}/s", f"--pid-file={inner}/pid", "--skip-log-bin",
                 "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=64M", *self.options],
                stdout=log, stderr=log, start_new_session=True)
        end = time.time() + 90
        while self.client("-e", "select 1").returncode:
            if time.time() > end:
                raise RuntimeError("the server did not start in 90 s: " + self.dir + "/log")
            time.sleep(0.2)

    options = ["--event-scheduler=OFF"]

    def program(self):
        found = [p for p in ("/usr/sbin/mariadbd", "/usr/bin/mariadbd") if os.path.exists(self.root + p)]
        if not found or not shutil.which("mariadb"):
            raise Absent(f"no MariaDB server in {self.root or 'this machine'}")
        return found[0]

    def install(self, inner):
        return ["mariadb-install-db", "--no-defaults", "--force", f"--datadir={inner}/data", "--user=root",
                "--auth-root-authentication-method=normal", "--skip-test-db"]

    def client(self, *more, text=None):
        return run(["mariadb", "--no-defaults", "--skip-ssl", "-h", "127.0.0.1", "-P", str(self.port), "-uroot",
                    "--default-character-set=utf8mb4", *more], text)

    def url(self, db):
        return f"mysql://root@127.0.0.1:{self.port}/{db}"

    def create(self, db):
        self.drop(db)
        r = self.client("-e", f"create database `{db}` character set utf8mb4")
        if r.returncode:
            raise RuntimeError(r.stderr)

    def drop(self, db):
        self.client("-e", f"drop database if exists `{db}`")

    def role(self, name):
        self.client("-e", f"create role if not exists `{name}`")

    def load(self, db, sql):
        r = self.client(db, text=sql)
        if r.returncode:
            raise Refused(r.stderr.strip())

    def batch(self, db, script):
        """As for SQLite."""
        r = self.client("-N", "--raw", "--force", db, text=script)
        return r.stdout, {int(n): text for n, text in re.findall(r"ERROR \d+ \(\w+\) at line (\d+): (.*)", r.stderr)}

    def ask(self, db, sql):
        r = self.client("-N", "--raw", "-e", sql, db)
        if r.returncode:
            raise RuntimeError(r.stderr)
        return r.stdout

    def dump(self, db):
        """SHOW CREATE of everything, sorted; keys and constraints of a table may stand in any order, columns may not."""
        out = []
        for line in self.ask(db, "select table_type, table_name from information_schema.tables where table_schema = database()").splitlines():
            kind, name = line.split("\t")
            word = "view" if kind == "VIEW" else "sequence" if kind == "SEQUENCE" else "table"
            text = self.ask(db, f"show create {word} `{name}`").split("\t", 1)[1].strip()
            text = re.sub(r" AUTO_INCREMENT=\d+", "", text.replace(f"`{db}`.", ""))
            m = re.match(r"(CREATE TABLE .*? \(\n)(.*)(\n\).*)", text, flags=re.S)
            if m:
                rows = [l.rstrip(",") for l in m.group(2).split("\n")]
                columns = [l for l in rows if l.startswith("  `")]
                text = m.group(1) + "\n".join(columns + sorted(l for l in rows if not l.startswith("  `"))) + m.group(3)
            out.append(f"{kind} {text}")
        for kind, table in (("procedure", "routines"), ("function", "routines"), ("trigger", "triggers"), ("event", "events")):
            column = "routine" if table == "routines" else kind
            more = f" and routine_type = '{kind}'" if table == "routines" else ""
            for name in self.ask(db, f"select {column}_name from information_schema.{table} where {column}_schema = database(){more}").splitlines():
                text = self.ask(db, f"show create {kind} `{name}`").replace(f"`{db}`.", "")
                out.append(re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?", "", f"{kind} {text}").strip())
        return sorted(out)

    def stop(self):
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait()
        shutil.rmtree(self.dir, ignore_errors=True)


class Mysql(Mariadb):
    dialect = "mysql"
    options = ["--mysqlx=OFF", "--performance-schema=OFF", "--secure-file-priv="]

    def program(self):
        server = self.root + "/usr/sbin/mysqld"
        # MariaDB's packages have a link of that name
        if not os.path.exists(server) or "mariadb" in os.path.realpath(server) or not shutil.which("mariadb"):
            raise Absent(f"no MySQL server in {self.root or 'this machine'}; scripts/other-engines.sh mysql DIR lays one out")
        return "/usr/sbin/mysqld"

    def install(self, inner):
        return ["/usr/sbin/mysqld", "--no-defaults", "--initialize-insecure", "--user=root", f"--datadir={inner}/data"]


def start(engine, root="", bindir=None):
    """Such a server, as it is here, in a changed root, or of the programs in a folder; Absent where there is none."""
    kinds = {"sqlite": Sqlite, "mariadb": Mariadb, "mysql": Mysql}
    return Postgres(bindir) if engine == "postgres" else kinds[engine](root)
