"""Running the app without a terminal, and reading what it draws."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.tui.app import HerniaApp
from herniatui.tui.widgets.page import Page

SOUP = str(Path(__file__).parent.parent / "cards" / "soep")
HOSTILE = str(Path(__file__).parent.parent / "cards" / "vijandig")
NAMES = {"+": "plus", "-": "minus", "?": "question_mark", " ": "space"}


def hernia_app(card: str = DEFAULT_CARD, theme: str = "light", ascii_only: bool = False) -> HerniaApp:
    """Return the app with this card, on a day that is always the same."""
    return HerniaApp(open_deck(find(card)), theme=theme, ascii_only=ascii_only, today=lambda: date(2026, 1, 15))


@asynccontextmanager
async def talk(
    keys: str = "", *, card: str = DEFAULT_CARD, size: tuple[int, int] = (100, 30), theme: str = "light"
) -> AsyncIterator["Talking"]:
    """Run the app and press these keys, separated by spaces."""
    app = hernia_app(card, theme)
    async with app.run_test(size=size) as pilot:
        talking = Talking(app, pilot)
        await talking.press(keys)
        yield talking


class Talking:
    """The running app, and what one can do with it."""

    def __init__(self, app: HerniaApp, pilot: Pilot[bool]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, keys: str) -> None:
        """Press keys, separated by spaces."""
        await self.pilot.press(*(NAMES.get(key, key) for key in keys.split()))
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.pilot.press(*(NAMES.get(character, character) for character in text))
        await self.pilot.pause()

    @property
    def lines(self) -> list[str]:
        """What is on screen, line by line."""
        return drawn_lines(self.app)

    @property
    def text(self) -> str:
        """What is on screen."""
        return "\n".join(self.lines)

    @property
    def words(self) -> str:
        """What is on screen, with white space folded, so that line breaks do not matter."""
        return " ".join(self.text.split())

    @property
    def page(self) -> Page:
        """The page in front."""
        return self.app.screen.query_one(Page)


def drawn_lines(app: HerniaApp) -> list[str]:
    """Return what the app draws, line by line."""
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]
