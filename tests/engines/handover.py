#!/usr/bin/env python3
"""What --online hands over, done by the tool itself: handover.py RUTTER

MariaDB of this machine and pt-online-schema-change, on a table with rows and a trigger. The script stops at the command, the command is
run as it is printed (beside the address of the server), and what the script holds behind it is run then: the dump has to be
that of to.sql, every row has to be there, and a plan has nothing left to do. The way back, which could change a row, is not handed over.
Exit code 77: one of the two is not here.
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from servers import Absent, Mariadb, Refused  # noqa: E402

FROM = """
CREATE TABLE orders (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, amount INT NOT NULL, note VARCHAR(20), code CHAR(4), UNIQUE KEY code (code));
CREATE TABLE changes (at_time DATETIME, what VARCHAR(100));
CREATE TRIGGER watch AFTER UPDATE ON orders FOR EACH ROW INSERT INTO changes VALUES (NOW(), CONCAT('order ', NEW.id));
"""
TO = """
CREATE TABLE orders (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, amount BIGINT NOT NULL COMMENT 'in the order''s "own" money',
  note VARCHAR(20), code CHAR(4), extra INT, UNIQUE KEY code (code));
CREATE TABLE changes (at_time DATETIME, what VARCHAR(100));
CREATE TRIGGER watch AFTER UPDATE ON orders FOR EACH ROW INSERT INTO changes VALUES (NOW(), CONCAT('order ', NEW.id));
"""
ROWS = "INSERT INTO orders (amount, note, code) SELECT seq, CONCAT('n', seq), IF(seq % 3, LPAD(seq, 4, '0'), NULL) FROM seq_1_to_2000"


def plan(server, rutter, target, *more):
    command = [rutter, "plan", "--from", server.url("shop"), "--to", target, "--online", "pt-osc", *more]
    r = subprocess.run(command, capture_output=True, text=True)
    assert r.returncode in (0, 2), r.stderr
    return r.stdout


def there(server, rutter, target):
    """With what is not for the client done by the tool."""
    steps = json.loads(plan(server, rutter, target, "--format", "json"))["steps"]
    script = plan(server, rutter, target, "--format", "sql")
    commands = [s["command"] for s in steps if s["command"]]
    assert len(commands) == 1, f"one step was to be handed over, of\n{script}"
    try:
        server.load("shop", script)
        raise AssertionError("the client ran on past the command")
    except Refused as e:
        assert re.search(r"step (\d+) is a command of its own", str(e)), f"the client stopped for something else: {e}"
    *command, table = commands[0]
    osc = subprocess.run([*command, "--no-version-check", f"{table},h=127.0.0.1,P={server.port},u=root"], capture_output=True, text=True)
    assert osc.returncode == 0, f"{commands[0]}\n{osc.stdout}{osc.stderr}"
    server.load("shop", script[script.index("SIGNAL"):].split("\n", 1)[1])


def back(server, rutter, target):
    """A number may be too large by then: the tool, which would change it without a word, is not given the step."""
    script = plan(server, rutter, target, "--format", "sql")
    assert "not handed over to pt-osc: rows that do not fit" in script, script
    server.load("shop", script)


def main():
    rutter = sys.argv[1]
    if not shutil.which("pt-online-schema-change"):
        print("not run: pt-online-schema-change is not here (Debian's percona-toolkit)")
        return 77
    try:
        server = Mariadb()
    except Absent as e:
        print(f"not run: {e}")
        return 77
    try:
        with tempfile.TemporaryDirectory() as folder:
            for name, sql in (("from", FROM), ("to", TO)):
                (Path(folder) / f"{name}.sql").write_text(sql)
                server.create(name)
                server.load(name, sql)
            server.create("shop")
            server.load("shop", FROM)
            server.ask("shop", ROWS)
            rows = server.ask("shop", "SELECT id, amount, note, code FROM orders ORDER BY id")
            for target, way in (("to", there), ("from", back)):
                way(server, rutter, f"{folder}/{target}.sql")
                left = plan(server, rutter, f"{folder}/{target}.sql")
                assert left.startswith("nothing to do"), f"{target}.sql: something is left to do\n{left}"
                # The tool spells a trigger anew.
                got, wanted = (["".join(o.replace("`", "").split()) for o in server.dump(d)] for d in ("shop", target))
                assert got == wanted, "\n".join([f"{target}.sql: the dump is another", *got, "wanted", *wanted])
                assert server.ask("shop", "SELECT id, amount, note, code FROM orders ORDER BY id") == rows, "rows were lost"
    finally:
        server.stop()
    print("handed over: 2,000 rows and a trigger are what they were")
    return 0


if __name__ == "__main__":
    sys.exit(main())
