"""All that the commands print: UTF-8 with LF on every system, and nothing in it that a terminal would obey.

Texts from outside (names of files, options and ids, what a system or a parser says) come here as they are.
"""

import os
import re
import sys
from io import TextIOWrapper
from typing import TextIO

from herniatui.i18n import _
from herniatui.sanitize import cleaned

_NO_CHARACTER = re.compile("[\ud800-\udfff]")
"""Halves of characters, and how Python holds the bytes of a name that are not UTF-8."""


def prepare() -> None:
    """Have both streams write UTF-8 with LF, whatever the system, the locale and PYTHONIOENCODING say."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # None where it was closed
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def say(text: str, *, end: str = "\n", flush: bool = False) -> None:
    """Print what was asked for."""
    _write(sys.stdout, text, end, flush)


def complain(text: str) -> None:
    """Say what is wrong, or what was done, in one line beside what was asked for."""
    _write(sys.stderr, _shown(text).strip().replace("\n", " "), "\n", flush=True)


def refuse(message: object) -> None:
    """Say in one line that the program cannot do this, and why."""
    complain(_("herniatui: {message}").format(message=message))


def print_document(data: bytes) -> None:
    """Print a document as it is."""
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def is_terminal() -> bool:
    """Whether a person reads what is printed."""
    return sys.stdout is not None and sys.stdout.isatty()


def flush() -> None:
    """Hand over what was printed."""
    if sys.stdout is not None:
        sys.stdout.flush()


def stop_printing() -> None:
    """Let what is still to be printed go nowhere, so that Python does not complain on its way out."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(stream: TextIO | None, text: str, end: str, flush: bool) -> None:
    if stream is None:  # closed; the other stream is for something else
        return
    stream.write(_shown(text) + end)
    if flush:
        stream.flush()


def _shown(text: str) -> str:
    return cleaned(_NO_CHARACTER.sub("\ufffd", text))
