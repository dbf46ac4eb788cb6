#!/usr/bin/env python3
"""The terminal picture of the README is what the program prints: readme.py [--update] RUTTER README"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def main():
    update = "--update" in sys.argv
    rutter, readme = [a for a in sys.argv[1:] if a != "--update"]
    text = Path(readme).read_text()
    picture = re.search(r"```console\n(.*?)```", text, re.S).group(1)
    made, code = "", 0
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as bindir:
        os.symlink(os.path.abspath(rutter), os.path.join(bindir, "rutter"))
        env = {**os.environ, "PATH": bindir + ":" + os.environ["PATH"]}
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", picture, re.M):
            if command.startswith("cat "):
                Path(folder, command[4:]).write_text(shown)
                got = shown
            elif command == "echo $?":
                got = f"{code}\n"
            else:
                r = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, env=env)
                got, code = r.stdout + r.stderr, r.returncode
            made += f"$ {command}\n{got}"
    if made == picture:
        return 0
    if update:
        Path(readme).write_text(text.replace(picture, made))
        return 0
    print(f"{readme} shows\n{picture}\nand the program prints\n{made}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
