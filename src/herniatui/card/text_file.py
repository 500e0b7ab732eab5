"""Reader of small text files from outside: cards, additions, note templates and settings."""

import errno
from pathlib import Path

from herniatui.card.problems import Problem, Problems
from herniatui.i18n import _
from herniatui.system_errors import reason

MAX_BYTES = 1 << 20
"""Maximum size of a file of a card."""
_TOO_LARGE = _("the file is larger than 1 MiB; split it into several cards")


def read_text(
    path: Path,
    problems: Problems,
    max_bytes: int = MAX_BYTES,
    too_large: str = _TOO_LARGE,
    *,
    optional: bool = False,
) -> str | None:
    """Return the text of a UTF-8 file, with LF as its line break, or None after adding the problem.

    Args:
        path: the file.
        problems: the list that a problem is added to.
        max_bytes: maximum size of the file.
        too_large: the problem of a larger file.
        optional: whether a missing file counts as an empty one.
    """
    try:
        if path.is_fifo() or path.is_char_device():
            raise OSError(errno.EINVAL, "")  # opening it could block for ever
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        if optional and isinstance(error, FileNotFoundError | NotADirectoryError):
            return ""
        problems.append(Problem(_("cannot be read ({reason})").format(reason=reason(error))))
        return None
    if len(data) > max_bytes:
        problems.append(Problem(too_large))
        return None
    try:
        return _with_lf(data.decode("utf-8-sig"))  # Notepad may write a byte order mark
    except UnicodeDecodeError as error:
        before = _with_lf(error.object[: error.start].decode("utf-8"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        problems.append(Problem(_("this line is not UTF-8; save the file as UTF-8"), line, column))
        return None


def _with_lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
