"""Programs that some tests need and no Python package brings: found, or the test is skipped with the reason.

One rule for all of them. Where a program is missing, its tests are skipped, and the reason stands in the summary of the
run. Where `CI` is set they fail instead, unless `TESTS_WITHOUT` names the program (names with spaces between them).

As a script it needs no more than Python itself: it prints the Debian packages of the programs that are missing.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Program:
    """A program, what it is called, and how to get it on Debian and Ubuntu."""

    names: tuple[str, ...]
    package: str
    trial: tuple[str, ...] = field(default=())
    """Arguments with which it must succeed; without any it is enough that the program is there."""


PROGRAMS = {
    "chromium": Program(("chromium", "chromium-browser", "google-chrome"), "chromium"),
    "make": Program(("make",), "make"),
    "setpriv": Program(("setpriv",), "util-linux"),
    "strace": Program(("strace",), "strace", ("-qq", "-o", os.devnull, "true")),  # a container may forbid it
}


def program(name: str) -> str:
    """Return the path of this program; without it, skip the test that asks, or fail it in CI."""
    path, missing = _look_for(PROGRAMS[name])
    if path:
        return path
    import pytest  # not needed when run as a script

    reason = f"{name} {missing}; on Debian and Ubuntu: apt install {PROGRAMS[name].package}"
    if os.environ.get("CI") and name not in _done_without():
        pytest.fail(f"{reason}. In CI no test goes without: install it, or name it in TESTS_WITHOUT")
    raise pytest.skip.Exception(reason)


def found(name: str) -> str:
    """Return the path of this program, or an empty one where it is missing."""
    return _look_for(PROGRAMS[name])[0]


def missing_packages() -> list[str]:
    """Return the Debian packages of the programs that are missing here and must not be."""
    wanted = {name: one for name, one in PROGRAMS.items() if name not in _done_without()}
    return sorted(one.package for one in wanted.values() if not _look_for(one)[0])


def _look_for(wanted: Program) -> tuple[str, str]:
    """Return the path of the program, or an empty path and what is wrong."""
    path = next((path for name in wanted.names if (path := shutil.which(name))), "")
    if not path:
        return "", "is not installed"
    if wanted.trial and subprocess.run([path, *wanted.trial], capture_output=True, check=False).returncode != 0:
        return "", "is installed but does not work here"
    return path, ""


def _done_without() -> list[str]:
    return os.environ.get("TESTS_WITHOUT", "").split()


if __name__ == "__main__":
    sys.stdout.write("".join(f"{package}\n" for package in missing_packages()))
