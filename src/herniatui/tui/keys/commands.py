"""Look up the commands of a screen, as bindings, as key bar and as a table."""

from collections.abc import Iterator, Sequence

from textual.binding import Binding

from herniatui.i18n import _
from herniatui.tui.keys.command import Command, Where
from herniatui.tui.keys.declared import COMMANDS
from herniatui.tui.keys.key_bars import FIXED_KEYS, KEY_BARS


def named(name: str, among: Sequence[Command] = COMMANDS) -> Command:
    """Return the command of this name."""
    return next(command for command in among if command.name == name)


def commands(where: Where, among: Sequence[Command] = COMMANDS) -> Iterator[Command]:
    """Yield the commands that work on this screen, as declared."""
    return (command for command in among if where in command.where)


def bindings(where: Where) -> list[Binding]:
    """Return what the keys do on this screen. The id of a binding is its action, for keys that people choose."""
    return [
        Binding(key, action, command.words, show=False, id=action)
        for command in commands(where)
        for key, action in command.keys
    ]


def fixed_bindings(where: Where) -> list[Binding]:
    """Return the bindings of this screen that are no commands."""
    return [Binding(key, action, show=False) for key, action in FIXED_KEYS[where]]


def key_bar(where: Where, among: Sequence[Command] = COMMANDS) -> list[tuple[str, str]]:
    """Return keys and short words for the key bar of this screen, most important first, help last."""
    chosen = [named(name, among) for name in (*KEY_BARS[where], "help")]
    return [(command.brief, command.short) for command in chosen]


def key_table() -> str:
    """Return the table of all keys in Markdown, for the README."""
    lines = [_("| key | does |"), "|---|---|"]
    lines += [f"| {command.shown} | {command.words} |" for command in COMMANDS]
    return "\n".join(lines)
