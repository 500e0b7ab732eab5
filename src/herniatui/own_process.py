"""Processes that the program starts of itself, for work that must not happen in the process of a talk.

All of them go through one hidden sub-command, `herniatui --child PART`: a bundle has no Python to give a script to, as
its `sys.executable` is the program.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

CHILD = "--child"
_PARTS = {"typeset": "herniatui.report.handout.typesetting", "open-address": "herniatui.open_address"}
"""Module of each part; its `main` takes arguments, and returns an exit code."""


def is_bundled() -> bool:
    """Return whether this is the program in a folder, without a Python of its own to be called."""
    return bool(getattr(sys, "frozen", False))


def command_line(part: str, *arguments: str) -> list[str]:
    """Return the command line that runs this part in a process of its own."""
    program = [sys.executable] if is_bundled() else [sys.executable, "-P", "-m", "herniatui"]
    return [*program, CHILD, part, *arguments]


def run_part(arguments: Sequence[str]) -> int:
    """Run a part of the program, given its name and arguments; return its exit code."""
    module = import_module(_PARTS[arguments[0]])
    code: int = module.main(arguments[1:])
    return code


def restore_library_path() -> None:
    """Undo for programs of the system what the loader of a bundle set: they would load its libraries for theirs."""
    if is_bundled() and os.name == "posix":
        for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
            before = os.environ.pop(f"{name}_ORIG", None)
            if before is not None:
                os.environ[name] = before
            else:
                os.environ.pop(name, None)
