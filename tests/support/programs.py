"""External programs that some tests need, and that no Python package provides.

If a program is missing, its tests are skipped and the summary of the run shows the reason. If `CI` is set they fail,
unless `TESTS_WITHOUT` names the program (names separated by spaces).

As a script it needs only Python, and prints the Debian packages of the missing programs.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from typing import NoReturn


@dataclass(frozen=True)
class Program:
    """An external program: its possible names, and its package on Debian and Ubuntu."""

    names: tuple[str, ...]
    package: str
    trial: tuple[str, ...] = field(default=())
    """Arguments of a call that must succeed; without any, the program only has to exist."""


_HAS_LIBRARY = (
    "import ctypes.util, sys, sysconfig; name = 'python%d.%d' % sys.version_info[:2]; "
    "sys.exit(not (sysconfig.get_config_var('Py_ENABLE_SHARED') or ctypes.util.find_library(name)))"
)

PROGRAMS = {
    "chromium": Program(("chromium", "chromium-browser", "google-chrome"), "chromium"),
    "libpython": Program((sys.executable,), f"libpython3.{sys.version_info.minor}", ("-c", _HAS_LIBRARY)),
    "make": Program(("make",), "make"),
    "node": Program(("node",), "nodejs"),
    "npm": Program(("npm",), "npm"),
    "soffice": Program(("soffice",), "libreoffice-calc-nogui"),
    "objdump": Program(("objdump",), "binutils"),
    "setpriv": Program(("setpriv",), "util-linux"),
    "strace": Program(("strace",), "strace", ("-qq", "-o", os.devnull, "true")),  # a container may forbid it
    "unzip": Program(("unzip",), "unzip"),
}


def program(name: str) -> str:
    """Return the path of this program; if it is missing, skip the calling test, or fail it in CI."""
    path, missing = _find(PROGRAMS[name])
    if not path:
        do_without(name, f"{name} {missing}; on Debian and Ubuntu: apt install {PROGRAMS[name].package}")
    return path


def do_without(name: str, reason: str) -> NoReturn:
    """Skip the calling test for want of this program, or of what it brings, or fail it in CI."""
    import pytest  # not needed when run as a script

    if os.environ.get("CI") and name not in _optional():
        pytest.fail(f"{reason}. In CI no test goes without: install it, or name it in TESTS_WITHOUT")
    raise pytest.skip.Exception(reason)


def found(name: str) -> str:
    """Return the path of this program; empty if it is missing."""
    return _find(PROGRAMS[name])[0]


def missing_packages() -> list[str]:
    """Return the Debian packages of the missing programs, apart from those in `TESTS_WITHOUT`."""
    wanted = [program for name, program in PROGRAMS.items() if name not in _optional()]
    return sorted(program.package for program in wanted if not _find(program)[0])


def _find(wanted: Program) -> tuple[str, str]:
    """Return the path of the program, or an empty path and the reason."""
    path = next((path for name in wanted.names if (path := shutil.which(name))), "")
    if not path:
        return "", "is not installed"
    if wanted.trial and subprocess.run([path, *wanted.trial], capture_output=True, check=False).returncode != 0:
        return "", "is installed but does not work here"
    return path, ""


def _optional() -> list[str]:
    return os.environ.get("TESTS_WITHOUT", "").split()


if __name__ == "__main__":
    sys.stdout.write("".join(f"{package}\n" for package in missing_packages()))
