"""An example config.toml: every setting explained, and commented out at its default."""

import json
from collections.abc import Iterable, Iterator
from textwrap import wrap

from msgspec import Struct

from herniatui.i18n import _
from herniatui.settings.model import KEYS, SETTINGS, Settings

_WIDTH = 100


class CommandKeys(Struct, frozen=True):
    """A command whose keys can be configured."""

    command: str
    keys: tuple[str, ...]
    words: str
    """Description of the command."""


def example_config(commands: Iterable[CommandKeys]) -> str:
    """Return the text of a config.toml that explains every setting and key, and changes none."""
    return "\n".join(_lines(commands)) + "\n"


def toml(value: str | bool | int | tuple[str, ...]) -> str:
    """Return a value in TOML; a list of one key becomes a plain string."""
    if isinstance(value, tuple):
        return toml(value[0]) if len(value) == 1 else f"[{', '.join(map(toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _lines(commands: Iterable[CommandKeys]) -> Iterator[str]:
    yield from _explained(
        _("The settings of herniatui. A line that begins with # does nothing: take the # away and change the value.")
    )
    table = ""
    for setting in SETTINGS:
        yield ""
        if setting.table != table:
            table = setting.table
            yield f"[{table}]"
        yield from _explained(setting.words)
        yield f"# {setting.key} = {toml(setting.value_in(Settings()))}"
    yield from ("", f"[{KEYS}]")
    yield from _explained(
        _(
            "The keys of each command. A key is a character, or a name such as enter, space, pagedown, f2 or ctrl+k. "
            'Several keys are a list: ["f2", "k"]. Ctrl+C, Ctrl+Q and Esc stay what they are.'
        )
    )
    for command in commands:
        yield ""
        yield from _explained(command.words)
        yield f"# {command.command} = {toml(command.keys)}"


def _explained(words: str) -> list[str]:
    return [f"# {line}" for line in wrap(words, _WIDTH, break_long_words=False, break_on_hyphens=False)]
