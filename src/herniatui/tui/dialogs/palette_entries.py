"""What the command palette finds: what can be done on a screen, every question, and the themes."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from textual.fuzzy import Matcher

from herniatui.card.model import Card
from herniatui.i18n import _
from herniatui.tui.keys.commands import Command, Where, commands
from herniatui.tui.terminal.themes import THEMES

_THEME_NAMES = {"light": _("light theme"), "dark": _("dark theme"), "contrast": _("high contrast theme")}


class Entry(Struct, frozen=True):
    """One line of the palette: what it says, and the action it runs on the screen beneath."""

    words: str
    action: str


NOTHING = Entry(_("nothing found; see all keys in the help"), "app.read_help")


def entries(card: Card, where: Where, among: Sequence[Command]) -> Iterator[Entry]:
    """Yield everything that can be done on this screen by one key or another."""
    for command in commands(where, among):
        actions = {action for _key, action in command.keys}
        if len(actions) == 1 and command.name != "palette":
            yield Entry(f"{command.words} ({command.shown})", actions.pop())
    if where is not Where.READING:
        for number, question in enumerate(card.questions, 1):
            yield Entry(f"{number}  {question.text}", f"question({number})")
    for theme in THEMES:
        yield Entry(_THEME_NAMES[theme.name], f"app.use_theme('{theme.name}')")


def matching(all_entries: Sequence[Entry], query: str) -> list[Entry]:
    """Return the entries that match what was typed, the best first; where none does, the way to help."""
    if not query.strip():
        return list(all_entries)
    matcher = Matcher(query)
    scores = {entry: matcher.match(entry.words) for entry in all_entries}
    found = sorted((entry for entry in all_entries if scores[entry]), key=lambda entry: -scores[entry])
    return found or [NOTHING]
