#!/usr/bin/env python3
"""Whole-command transcripts: run.py [--update] RUTTER TRANSCRIPT...

A transcript is a text file:

    # a comment
    << name.sql          an input file, up to the line >>
    CREATE TABLE t ();
    >>
    $ rutter plan ...    a command, run by sh in a folder of its own; rutter is the program under test, $SOURCE the project's folder
    > text               what it prints on standard output, line by line
    ! text               ... on standard error
    ? 1                  its exit code, where it is not 0

In expected lines [...] stands for any text. --update writes what was printed into the transcript instead.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def parse(lines):
    """-> [("text", [lines]) | ("file", name, [lines]) | ("command", line, [expected])]"""
    parts, i = [], 0
    while i < len(lines):
        line = lines[i]
        i += 1
        if line.startswith("<< "):
            end = lines.index(">>", i)
            parts.append(("file", line[3:], lines[i:end]))
            i = end + 1
        elif line.startswith("$ "):
            begin = i
            while i < len(lines) and lines[i][:1] in (">", "!", "?"):
                i += 1
            parts.append(("command", line[2:], lines[begin:i]))
        else:
            parts.append(("text", line, []))
    return parts


def run(command, folder, program):
    bindir = os.path.join(folder, ".bin")
    env = {**os.environ, "PATH": bindir + ":" + os.environ["PATH"], "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
           "SOURCE": str(Path(__file__).resolve().parents[2]),
           "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    for name in list(env):
        if name.startswith("PG"):
            del env[name]
    r = subprocess.run(["sh", "-c", command], cwd=folder, env=env, capture_output=True, stdin=subprocess.DEVNULL,
                       timeout=300)
    out = []
    for sign, data in ((">", r.stdout), ("!", r.stderr)):
        text = data.decode("utf-8", "backslashreplace").replace(env["SOURCE"], "$SOURCE")
        lines = text.split("\n")
        if lines[-1] == "":
            lines.pop()
        elif lines:
            lines[-1] += "\\"  # no line break at the end
        out += [(sign + " " + l).rstrip() for l in lines]
    if r.returncode:
        out.append(f"? {r.returncode}")
    return out


def matches(wanted, got):
    if len(wanted) != len(got):
        return False
    pattern = lambda w: ".*".join(re.escape(p) for p in w.rstrip().split("[...]"))
    return all(re.fullmatch(pattern(w), g) for w, g in zip(wanted, got))


def check(path, program, update):
    parts, failed, written = parse(Path(path).read_text().split("\n")), 0, []
    with tempfile.TemporaryDirectory(prefix="cli-") as folder:
        os.mkdir(os.path.join(folder, ".bin"))
        os.symlink(os.path.abspath(program), os.path.join(folder, ".bin", "rutter"))
        for kind, head, lines in parts:
            if kind == "text":
                written.append(head)
            elif kind == "file":
                target = Path(folder, head)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text("".join(l + "\n" for l in lines))
                written += ["<< " + head, *lines, ">>"]
            else:
                got = run(head, folder, program)
                good = matches(lines, got)
                written += ["$ " + head, *(lines if good else got)]
                if not good and not update:
                    failed += 1
                    print(f"{path}: $ {head}\n--- wanted\n" + "\n".join(lines) + "\n--- got\n" + "\n".join(got) + "\n")
    if update:
        Path(path).write_text("\n".join(written))
    return failed


def main():
    args = sys.argv[1:]
    update = "--update" in args
    args = [a for a in args if a != "--update"]
    if len(args) < 2:
        sys.exit(__doc__)
    sys.exit(1 if sum(check(path, args[0], update) for path in args[1:]) else 0)


if __name__ == "__main__":
    main()
