"""The file config.toml: its location, its text, and the problem if it cannot be read at all."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_config_path

from herniatui.card.problems import Problem, Problems, replace_unprintables
from herniatui.card.text_file import read_text
from herniatui.i18n import _
from herniatui.private_files import make_folder, write_whole
from herniatui.system_errors import reason

FILE = "config.toml"
MAX_BYTES = 100_000
MAX_LINE = 2000


def settings_file() -> Path:
    """Return the path of config.toml, whether or not it exists."""
    return user_config_path("herniatui", appauthor=False) / FILE


class Unreadable(Exception):
    """No setting of the file can be used; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text)
        self.problem = problem


def read_config(path: Path, problems: Problems) -> str:
    """Return the text of the file, which may be missing, and add a problem for every unprintable character.

    Raises:
        Unreadable: if there is no text to parse.
    """
    unreadable = Problems()
    text = read_text(
        path, unreadable, MAX_BYTES, _("the file is larger than 100 kB, which no settings need"), optional=True
    )
    if text is None:
        raise Unreadable(unreadable[0])
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:  # tomllib takes half a minute over 50,000 dotted keys on a line
            raise Unreadable(Problem(_("this line is too long: more than 2000 characters"), number))
    return replace_unprintables(text, problems)


def no_toml(message: str, text: str) -> Unreadable:
    """Return the problem that `tomllib` reported with this message, in Dutch, with line and column."""
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
    return Unreadable(Problem(hint or _("this line cannot be read; look at its quotes and brackets"), line, column))


def write_new(path: Path, text: str) -> str:
    """Write this file, and its folder if missing; return the problem in a sentence, or an empty string.

    Only this user can read them. An existing file is never overwritten.
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


def wrong_settings(problems: Sequence[Problem]) -> str:
    """Return the message at the start about problems in the settings; empty if there are none."""
    if not problems:
        return ""
    first, *others = problems
    single = _("{file}, line {line}: {problem} (see: herniatui config)")
    several = _("{file}, line {line}: {problem} (and {count} more; see: herniatui config)")
    return (several if others else single).format(file=FILE, line=first.line, problem=first.text, count=len(others))
