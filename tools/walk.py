"""Walk through a talk with an installed program, in lines from a pipe, and export it: `python tools/walk.py PROGRAM`.

The release workflow does this with everything that is attached to a release, on every system. Needs Python alone.
"""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

TALK = """\
2

+ 4
v b
n weer op de fiets naar mijn werk
o
b
j
q
b
"""
"""Tick question 2, go there, mark, prefer, note, decide for B (yes), stop, and keep."""
FORMATS = {
    "note": "weer op de fiets naar mijn werk",
    "soep": "weer op de fiets naar mijn werk",
    "html": "<!DOCTYPE html>",
    "fhir": '"Bundle"',
    "json": '"consult"',
    "csv": ";",
    "pdf": "%PDF-1.7",
}
"""What is in each export."""


class NotWell(Exception):
    """The program does not do what it should; the message tells what."""


def walk(program: str) -> None:
    """Walk with this program, and export the talk. Raises `NotWell`."""
    with TemporaryDirectory() as home:
        env = {**os.environ, "HOME": home, "XDG_STATE_HOME": home, "LOCALAPPDATA": home, "PYTHONUTF8": "1"}
        env.pop("PYTHONPATH", None)
        told = _run(env, program, "--linear", answers=TALK)
        if not re.search("^Besluit: .*operatie", _run(env, program, "report", _id(env, program)), re.I | re.M):
            raise NotWell(f"there is no decision in the note of this talk:\n{told}")
        for form, content in FORMATS.items():
            path = Path(home) / f"export.{form}"
            _run(env, program, "report", _id(env, program), "--format", form, "--out", str(path))
            if content.encode() not in path.read_bytes():
                raise NotWell(f"{content!r} is not in {form}")


def _id(env: dict[str, str], program: str) -> str:
    found = re.match(r"\w+", _run(env, program, "resume"))
    if not found:
        raise NotWell("the talk was not kept")
    return found[0]


def _run(env: dict[str, str], *command: str, answers: str = "") -> str:
    done = subprocess.run(command, env=env, input=answers, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise NotWell(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def main(arguments: Sequence[str]) -> int:
    """Walk with the program of this path; return 0 if all is well, 1 if not, 2 if it was called wrongly."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        walk(arguments[0])
    except NotWell as why:
        print(why, file=sys.stderr)
        return 1
    print("The program walks, saves and exports.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
