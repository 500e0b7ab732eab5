"""The commands as bindings, key bar entries and a table."""

from collections.abc import Sequence

from textual.binding import Binding

from herniatui.commands.command import Command, Where
from herniatui.commands.declared import COMMANDS, commands, named
from herniatui.commands.key_names import display_key
from herniatui.i18n import _
from herniatui.tui.keys.key_bars import FIXED_KEYS, KEY_BARS


def bindings(where: Where) -> list[Binding]:
    """Return the bindings of this screen. Each binding has its action as id, by which the keymap remaps it."""
    return [
        Binding(key, action, command.words, show=False, id=action)
        for command in commands(where)
        for key, action in command.keys
    ]


def fixed_bindings(where: Where) -> list[Binding]:
    """Return the bindings of this screen that do not belong to a command."""
    return [Binding(key, action, show=False) for key, action in FIXED_KEYS[where]]


def key_bar(where: Where, among: Sequence[Command] = COMMANDS, on: str = "", options: int = 0) -> list[tuple[str, str]]:
    """Return the key bar's entries on this screen, keys and short texts: most important first, help last.

    Args:
        where: The screen.
        among: The commands with the keys in force.
        on: What Enter does now; empty: nothing, and it is left out.
        options: Number of options of the card, whose keys are shown.
    """
    entries: list[tuple[str, str]] = []
    for command in (named(name, among) for name in (*KEY_BARS[where], "help")):
        if command.name == "next":
            entries += [(command.brief, on)] if on else []
        elif command.name == "option":
            keys = [display_key(key) for index in range(options) for key in command.keys_of(f"show_option({index})")]
            entries.append((" ".join(keys), command.short))
        elif command.name == "card" and where is Where.CARD:
            entries.append((command.brief, _("back")))
        elif command.action_short:
            keys = [display_key(key) for key, _action in command.keys]
            entries += zip(keys, command.action_short, strict=True)
        else:
            entries.append((command.brief, command.short))
    return entries


def key_table() -> str:
    """Return a Markdown table of all keys, for the documents."""
    lines = [_("| key | does |"), "|---|---|"]
    lines += [f"| {command.shown} | {command.words} |" for command in COMMANDS]
    return "\n".join(lines)
