"""Entries of the command palette: actions of a screen, options, questions and themes."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from textual.fuzzy import Matcher

from herniatui.card.model import Card, letter
from herniatui.commands.command import ON_THE_CARD, Command, Where
from herniatui.commands.declared import commands
from herniatui.commands.key_names import display_key
from herniatui.i18n import _
from herniatui.tui.terminal.themes import THEMES

_THEME_NAMES = {"light": _("light theme"), "dark": _("dark theme"), "contrast": _("high contrast theme")}


class Entry(Struct, frozen=True):
    """A line of the palette: its text, and the action that it runs on the screen below."""

    words: str
    action: str


NOTHING = Entry(_("nothing found; see all keys in the help"), "app.read_help")


def palette_entries(card: Card, where: Where, among: Sequence[Command]) -> Iterator[Entry]:
    """Yield an entry for each action of this screen's commands, then the options, questions and themes."""
    for command in commands(where, among):
        if command.name != "palette":
            yield from _command_entries(command)
    if where in Where.QUESTION | Where.CARD:
        for index, option in enumerate(card.options):
            yield Entry(f"{letter(index)}  {option.name}", f"show_option({index})")
    if where in ON_THE_CARD:
        for number, question in enumerate(card.questions, 1):
            yield Entry(f"{number}  {question.text}", f"question({number})")
    for theme in THEMES:
        yield Entry(_THEME_NAMES[theme.name], f"app.use_theme('{theme.name}')")


def _command_entries(command: Command) -> Iterator[Entry]:
    if len(command.actions) == 1:
        yield Entry(f"{command.words} ({command.shown})", command.actions[0])
    for action, words in command.action_words:
        keys = ", ".join(map(display_key, command.keys_of(action)))
        yield Entry(f"{words} ({keys})", action)


def matching(all_entries: Sequence[Entry], query: str) -> list[Entry]:
    """Return the entries that match the query, best match first; if none does, an entry that opens the help."""
    if not query.strip():
        return list(all_entries)
    matcher = Matcher(query)
    scores = {entry: matcher.match(entry.words) for entry in all_entries}
    found = sorted((entry for entry in all_entries if scores[entry]), key=lambda entry: -scores[entry])
    return found or [NOTHING]
