"""Print a file with the system's own printing: CUPS on Linux and macOS, the program for such files on Windows."""

import os
import subprocess
import sys
from pathlib import Path

from herniatui.desktop.background import run_with_timeout

TIMEOUT = 10.0
"""Seconds to wait for a program of the system: the print server may be on a network."""
_NO_DESTINATION = "no system default destination"


async def find_printer() -> str:
    """Return the name of the default printer without blocking the event loop; empty if there is none."""
    return await run_with_timeout(default_printer, 2 * TIMEOUT, fallback="")


async def print_in_background(path: Path, printer: str) -> bool:
    """Print the file without blocking the event loop; return whether the system accepted it in time."""
    return await run_with_timeout(lambda: print_file(path, printer), 2 * TIMEOUT, fallback=False)


def default_printer() -> str:
    """Return the name of the default printer, or of the only one; empty if there is none. Blocks."""
    if sys.platform == "win32":
        return _windows_printer()
    default = _output("lpstat", "-d")
    if ":" in default and not default.startswith(_NO_DESTINATION):
        return default.partition(":")[2].strip()
    names = _output("lpstat", "-e").split()
    return names[0] if len(names) == 1 else ""


def print_file(path: Path, printer: str) -> bool:
    """Print the file on this printer; return whether the system accepted it. Blocks.

    The system gets the path; no text of the talk is on a command line or in a job title but the name of the file.
    """
    if sys.platform == "win32":
        try:
            os.startfile(path, "print")  # noqa: S606 (the program that the user chose for such files)
        except OSError:  # no program on this computer prints such files
            return False
        return True
    return _run("lp", "-s", "-d", printer, "--", str(path)) is not None


def _output(*argv: str) -> str:
    done = _run(*argv)
    return done.stdout if done else ""


def _run(*argv: str) -> "subprocess.CompletedProcess[str] | None":
    """Run a program of CUPS, detached from the terminal, in English; return None if it fails or times out."""
    try:
        return subprocess.run(  # noqa: S603 (programs of the system; no shell)
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
            env={**os.environ, "LC_ALL": "C"},
            timeout=TIMEOUT,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None


def _windows_printer() -> str:
    """Return the user's default printer from the registry, where the value is `name,driver,port`."""
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(
                winreg.HKEY_CURRENT_USER, r"Software\Microsoft\Windows NT\CurrentVersion\Windows"
            ) as key:
                return str(winreg.QueryValueEx(key, "Device")[0]).partition(",")[0]
        except OSError:
            return ""
    return ""
