"""The command palette: what can be done here, every question, and the themes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from herniatui.tui.commands import Where, commands
from herniatui.tui.themes import THEMES
from herniatui.words import _

if TYPE_CHECKING:
    from herniatui.tui.app import HerniaApp

_THEME_NAMES = {"light": _("light theme"), "dark": _("dark theme"), "contrast": _("high contrast theme")}


class Entry(Struct, frozen=True):
    """One line of the palette: what it says, and the action it runs on the screen beneath."""

    words: str
    action: str


class Palette(Provider):
    """Finds entries by what they say."""

    async def discover(self) -> Hits:
        """Yield everything there is."""
        for entry in self._entries():
            yield DiscoveryHit(cast(str, Content(entry.words)), self._runner(entry), text=entry.words)

    async def search(self, query: str) -> Hits:
        """Yield what matches the query; where nothing does, the way to help."""
        matcher = self.matcher(query)
        found = False
        for entry in self._entries():
            score = matcher.match(entry.words)
            if score > 0:
                found = True
                yield Hit(score, cast(str, matcher.highlight(entry.words)), self._runner(entry), text=entry.words)
        if not found:
            nothing = _("nothing found; see all keys in the help")
            yield Hit(1, nothing, self._runner(Entry(nothing, "app.read_help")), text=nothing)

    def _runner(self, entry: Entry):  # type: ignore[no-untyped-def]
        async def run() -> None:
            await self.screen.run_action(entry.action)

        return run

    def _entries(self) -> Iterator[Entry]:
        app = cast("HerniaApp", self.app)
        where = getattr(self.screen, "where", Where.READING)
        for command in commands(where, app.commands):
            actions = {action for _key, action in command.keys}
            if len(actions) == 1 and command.name != "palette":
                yield Entry(f"{command.words} ({command.shown})", actions.pop())
        if where is not Where.READING:
            for number, question in enumerate(app.deck.card.questions, 1):
                yield Entry(f"{number}  {question.text}", f"question({number})")
        for theme in THEMES:
            yield Entry(_THEME_NAMES[theme.name], f"app.use_theme('{theme.name}')")


def palette_screen() -> CommandPalette:
    """Return the palette, to be pushed."""
    return CommandPalette(providers=[Palette], placeholder=_("Search: a question, a command, a theme"))
