"""All output of the commands: text and documents, as UTF-8 with LF on every system, without terminal control codes.

Text from outside (file names, options, ids, messages of the system or of argparse) is cleaned here, so callers pass it
on as it is.
"""

import errno
import os
import re
import sys
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from typing import TextIO

from herniatui.cli.outcome import OK, PROBLEMS, Refused
from herniatui.i18n import _
from herniatui.isolation import isolated, terminal_has_isolates
from herniatui.report.card_text import folded
from herniatui.report.file_output import is_there, save
from herniatui.sanitize import cleaned

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Lone surrogates: in them, Python holds the bytes of a file name that is not UTF-8."""


def prepare() -> None:
    """Make both streams write UTF-8 with LF, whatever the system, the locale and PYTHONIOENCODING."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # None if it was closed
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def say(text: str, *, end: str = "\n", flush: bool = False) -> None:
    """Print the requested text to stdout."""
    _write(sys.stdout, text, end, flush)


def say_line(text: str, *, signs: Mapping[str, str], end: str = "\n", flush: bool = False) -> None:
    """Print a line of a walk in lines: in a terminal folded between words to its width, elsewhere as it is.

    A terminal breaks words, and what reads its rows aloud then reads halves; in a pipe and a file a line is a line.

    Args:
        text: The line.
        signs: Signs to replace by others.
        end: What ends it.
        flush: Whether to print it at once.
    """
    for sign, plain in signs.items():
        text = text.replace(sign, plain)
    say(folded(text) if is_terminal() and end == "\n" else text, end=end, flush=flush)


def confirm(question: str, unasked: str, no: str, about: Sequence[str] = ()) -> None:
    """Ask a question that is answered by yes or no.

    Args:
        question: The question, with a space at its end.
        unasked: Why nothing was done, for when nobody can be asked.
        no: That nothing was done.
        about: Lines to print before the question.

    Raises:
        Refused: The answer is not yes, or nobody can be asked.
    """
    if not (sys.stdin and sys.stdin.isatty()):
        raise Refused(unasked)
    for line in about:
        say(line)
    say(question, end="", flush=True)
    if sys.stdin.readline().strip().lower() not in ("j", "ja", "y"):
        raise Refused(no)


def complain(text: str) -> None:
    """Print a problem or a notice to stderr, in one line."""
    _write(sys.stderr, _clean(text).strip().replace("\n", " "), "\n", flush=True)


def refuse(message: object) -> None:
    """Print to stderr, in one line, why the program cannot do this."""
    complain(_("herniatui: {message}").format(message=message))


def is_terminal() -> bool:
    """Return whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def flush() -> None:
    """Flush stdout."""
    if sys.stdout is not None:
        sys.stdout.flush()


def is_reader_gone(error: OSError) -> bool:
    """Return whether this is about a pipe whose reader has exited; on Windows that is an invalid argument."""
    is_pipe_of_windows = os.name == "nt" and error.errno == errno.EINVAL and error.filename is None
    return isinstance(error, BrokenPipeError) or is_pipe_of_windows


def stop_printing() -> None:
    """Discard buffered output, so that Python does not report a failing flush at exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def refuse_to_print(path: str | None, is_text: bool) -> None:
    """Raise `Refused` if a binary document would be printed to a terminal."""
    if path in (None, "-") and not is_text and is_terminal():
        raise Refused(_("this is not for reading in a terminal; name a file: --out FILE"))


def write_document(data: bytes, is_text: bool, path: str | None = None, *, replace: bool = False) -> int:
    """Print a document, or write it to a file.

    Args:
        data: the document, in UTF-8 if it is text.
        is_text: whether a terminal can show it.
        path: the file to write; None or `-` to print.
        replace: whether an existing file may be replaced.

    Returns:
        The exit code.
    """
    if path is None or path == "-":
        _print_document(data, is_text)
        return OK
    if is_there(path) and not replace:
        wrong = _("there is a file of this name already; with --force it is replaced: {path}").format(path=path)
    else:
        wrong = save(path, data, replace=replace)
    if wrong:
        refuse(wrong)
        return PROBLEMS
    complain(_("Saved: {path}").format(path=path))
    return OK


def _print_document(data: bytes, is_text: bool) -> None:
    if is_text and is_terminal():
        say(data.decode(), end="")
    elif sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def _write(stream: TextIO | None, text: str, end: str, flush: bool) -> None:
    if stream is None:  # closed; the other stream has another purpose
        return
    text = _clean(text)
    is_isolated = stream.isatty() and terminal_has_isolates()
    stream.write((isolated(text) if is_isolated else text) + end)
    if flush:
        stream.flush()


def _clean(text: str) -> str:
    return cleaned(_SURROGATE.sub("\ufffd", text))
