"""The file config.toml: where it is, its text, and what is wrong when it cannot be read at all."""

import errno
import os
import re
from pathlib import Path

from platformdirs import user_config_path

from herniatui.card.problems import Problem
from herniatui.i18n import _
from herniatui.private_files import make_folder, write_whole
from herniatui.system_errors import reason

FILE = "config.toml"
MAX_BYTES = 100_000
MAX_LINE = 2000


def settings_file() -> Path:
    """Return where config.toml is, or would be."""
    return user_config_path("herniatui", appauthor=False) / FILE


class Unreadable(Exception):
    """The file as a whole is no use."""

    def __init__(self, text: str, line: int = 1, column: int = 1) -> None:
        super().__init__(text)
        self.problem = Problem(text, line, column)


def read_text(path: Path) -> str:
    """Return the text of the file; empty if there is none. Raises `Unreadable`."""
    try:
        if path.is_fifo() or path.is_char_device():
            raise OSError(errno.EINVAL, "")  # opening it could wait for ever
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise Unreadable(_("cannot be read ({reason})").format(reason=reason(error))) from None
    if len(data) > MAX_BYTES:
        raise Unreadable(_("the file is larger than 100 kB, which no settings need"))
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")  # Notepad may put a mark before the text
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(_("this line is not UTF-8; save the file as UTF-8"), line) from None
    for number, line_text in enumerate(text.split("\n"), 1):
        if len(line_text) > MAX_LINE:  # Python's reader of TOML takes half a minute over 50,000 keys in a row
            raise Unreadable(_("this line is too long: more than 2000 characters"), number)
    return text


def no_toml(message: str, text: str) -> Unreadable:
    """Return in our words what Python's reader of TOML could not read in this text, and where."""
    at = re.search(r"\(at line (\d+), column (\d+)\)", message)
    last = text.count("\n") + 1, len(text) - text.rfind("\n")
    line, column = (int(at[1]), int(at[2])) if at else last
    twice = _("this stands here twice; keep one")
    backslash = _("a \\ between double quotes is a special sign; use single quotes: 'D:\\Summaries'")
    hints = {
        "Invalid value": _('a value is expected here; text stands between quotes, as in theme = "dark"'),
        "Cannot overwrite": twice,
        "Cannot declare": twice,
        "Unescaped '\\'": backslash,
        "Invalid hex": backslash,
        "Expected '='": _('a line says what is set, with = between: theme = "dark"'),
    }
    hint = next((words for begin, words in hints.items() if message.startswith(begin)), "")
    return Unreadable(hint or _("this line cannot be read; look at its quotes and brackets"), line, column)


def write_new(path: Path, text: str) -> str:
    """Write this file and make its folder; return what went wrong in a sentence, or an empty string.

    Only this user can read them. A file that exists is never overwritten.
    """
    try:
        make_folder(path.parent)
        write_whole(path, text.encode())
    except FileExistsError:
        if os.path.lexists(path):
            return _("there are settings already, and they stay as they are: {path}").format(path=path)
        return _("{path} cannot be written: {folder} is no folder").format(path=path, folder=path.parent)
    except OSError as error:
        return _("{path} cannot be written ({reason})").format(path=path, reason=reason(error))
    return ""
