#!/usr/bin/env python3
"""Is it true what a plan says of a change of type? conversions.py RUTTER --engine E [--root DIR]

For every pair of the types in conversions/E.json ("types": their values; "table": one with such a column; "shown": the value as text; "prelude": what is there beside them; "session": how values are read) a column goes from the one to the other and back, as the plan and its inverse say,
with the values that stand there for the type. Then

    fails     what fails was said to be able to, and the query that is to find it, where there is one, finds it
    found     what the query finds does fail
    comes back  where the way back was called exact, or its query finds nothing, it runs, and every value is what it was
               (but where a loss was announced)

Exit code 0: all of that holds; 77: the server is not here.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import servers  # noqa: E402


def plan(rutter, server, before, after, *more):
    with tempfile.TemporaryDirectory() as d:
        for name, text in (("from.sql", before), ("to.sql", after)):
            Path(d, name).write_text(text)
        r = subprocess.run([rutter, "plan", "--from", d + "/from.sql", "--to", d + "/to.sql", "--dialect", server.dialect, "--format", "json",
                            *more], capture_output=True, text=True)
        if r.returncode not in (0, 2):
            raise RuntimeError(r.stderr)
        return json.loads(r.stdout)["steps"]


class Way:
    """What a plan does to one table, and what it says of that."""

    def __init__(self, steps):
        self.sql = [" ".join(s["sql"].split("\n")) for s in steps]
        self.hazards = [h for s in steps for h in s["hazards"]]
        self.losses = [x for s in steps for x in s["losses"]]
        order = ["exact", "conditional", "loses data", "irreversible"]
        worst = max((s["undo"] for s in steps), key=lambda u: order.index(u["class"]), default={"class": "exact", "query": ""})
        self.undo = worst["class"]
        self.undo_query = worst["query"]


def ways(steps, count):
    of = [[] for _ in range(count)]
    for s in steps:
        of[int(re.search(r"\bt(\d+)\b", s["object"]).group(1))].append(s)
    return [Way(s) for s in of]


class Script:
    """Statements of one line each, run by the engine's client, which goes on after an error."""

    def __init__(self):
        self.lines = []
        self.asked = 0

    def say(self, sql):
        self.lines.append(sql.rstrip(";") + ";")
        return len(self.lines)

    def ask(self, what):
        """A number by which the answers are found again; a query of two columns: a key, a value."""
        self.asked += 1
        self.say(f"SELECT '#{self.asked}', {what}")
        return self.asked

    def run(self, server):
        out, errors = server.batch("x", "\n".join(self.lines) + "\n")
        answers = {}
        for line in out.split("\n"):
            if line.startswith("#"):
                number, *rest = re.split(r"\t|\|", line[1:], maxsplit=1)
                answers.setdefault(int(number), []).append(rest[0] if rest else "")
        return answers, errors


def check(rutter, server, source, data, report):
    """All that the values of one type can become."""
    types = data["types"]
    targets = [t for t in types if t != source]
    table = [data["table"].format(i=i, type="{type}") for i in range(len(targets))]
    beside = [data["prelude"]] if "prelude" in data else []
    before = ";\n".join(beside + [t.format(type=source) for t in table])
    after = ";\n".join(beside + [t.format(type=target) for t, target in zip(table, targets)])
    there = ways(plan(rutter, server, before, after), len(targets))
    back = ways(plan(rutter, server, before, after, "--inverse"), len(targets))
    script, trials = Script(), []
    if "session" in data:
        script.say(data["session"])
    for i, (target, up, down) in enumerate(zip(targets, there, back)):
        values = types[source]
        # one by one where some may fail
        for group in [[v] for v in values] if up.hazards or up.undo_query else [values]:
            script.say(f"DROP TABLE IF EXISTS t{i}")
            script.say(table[i].format(type=source))
            for n, v in enumerate(group):
                script.say(f"INSERT INTO t{i} VALUES ({n}, {v})")
            shown = f"n, {data['shown']} FROM t{i} ORDER BY n"
            t = {"target": target, "values": group, "up": up, "down": down, "was": script.ask(shown)}
            t["found"] = [script.ask(f"1 WHERE EXISTS ({h['query']})") if h["query"] else None for h in up.hazards]
            t["there"] = [script.say(s) for s in up.sql]
            t["unsafe"] = script.ask(f"1 WHERE EXISTS ({up.undo_query})") if up.undo_query else None
            t["between"] = script.ask(shown)
            t["back"] = [script.say(s) for s in down.sql]
            t["is"] = script.ask(shown)
            trials.append(t)
        script.say(f"DROP TABLE IF EXISTS t{i}")
    answers, errors = script.run(server)
    for t in trials:
        report.count += 1
        up = t["up"]
        name = f"{source} -> {t['target']} of {', '.join(t['values'])}"
        failed = [errors[n] for n in t["there"] if n in errors]
        claims = "; ".join(h["what"] for h in up.hazards) or "nothing"
        found = [n in answers for n in t["found"] if n]
        if failed and not up.hazards:
            report.wrong(name, f"fails, and nothing said so: {failed[0]}")
        elif failed and found and len(found) == len(up.hazards) and not any(found):
            report.wrong(name, f"fails ({failed[0]}), and no query finds the row: {[h['query'] for h in up.hazards]}")
        elif not failed and any(found):
            report.wrong(name, f"does not fail, and a query says so: {[h['query'] for h in up.hazards]}")
        if failed or not up.sql:
            continue
        exact = up.undo == "exact" or (up.undo == "conditional" and t["unsafe"] and t["unsafe"] not in answers)
        if up.losses or not exact:
            continue
        failed = [errors[n] for n in t["back"] if n in errors]
        if failed:
            report.wrong(name, f"the way back is called exact, and fails: {failed[0]}")
        elif answers.get(t["was"]) != answers.get(t["is"]):
            report.wrong(name, f"comes back as {answers.get(t['is'])}, was {answers.get(t['was'])}, "
                               f"between {answers.get(t['between'])}; said: {claims}")


class Report:
    def __init__(self):
        self.count, self.bad = 0, 0

    def wrong(self, name, what):
        self.bad += 1
        print(f"{name}: {what}", flush=True)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("rutter")
    p.add_argument("--engine", required=True)
    p.add_argument("--root", default="")
    p.add_argument("--only", help="one type to come from")
    a = p.parse_args()
    data = json.loads(Path(__file__).with_name("conversions").joinpath(a.engine + ".json").read_text())
    try:
        server = servers.start(a.engine, a.root)
    except servers.Absent as e:
        print(f"not run: {e}")
        return 77
    report = Report()
    try:
        server.create("x")
        if "prelude" in data:
            server.load("x", data["prelude"] + ";")
        types = data["types"]
        for source in types:
            if not a.only or a.only == source:
                check(a.rutter, server, source, data, report)
    finally:
        server.stop()
    print(f"{report.count} conversions of {len(types)} types, {report.bad} not as the plan says")
    return 1 if report.bad else 0


if __name__ == "__main__":
    sys.exit(main())
