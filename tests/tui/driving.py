"""Run the app without a terminal, and read what it draws."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.consult.walk import place
from herniatui.storage.store import TalkStore
from herniatui.tui.app import HerniaApp
from herniatui.tui.host import Ending
from herniatui.tui.screens.base import TalkScreen
from herniatui.tui.widgets.page import Page

SOUP = str(Path(__file__).parent.parent / "cards" / "soep")
HOSTILE = str(Path(__file__).parent.parent / "cards" / "vijandig")
NAMES = {"+": "plus", "-": "minus", "?": "question_mark", " ": "space"}
_CHARACTERS = {name: character for character, name in NAMES.items()}

LONGEST = 300.0
"""Seconds after which a talk is ended, so that a test that hangs fails, and says where."""
DEADLINE = 20.0
"""Seconds that anything may take; only a test that fails waits this long."""

MOST_WINDOWS = 50
"""Window-fulls that no page of these tests has."""

NOW = datetime(2026, 1, 15, 10, 30, tzinfo=UTC)


def new_store() -> TalkStore:
    """Return an empty store with a fixed clock."""
    return TalkStore(Path(tempfile.mkdtemp(dir=Path.home())) / "herniatui", now=lambda: NOW)


def key_event(key: str) -> events.Key:
    """Return the event of a key, given as a character or as its name in Textual."""
    name = NAMES.get(key, key)
    return events.Key(name, key if len(key) == 1 else _CHARACTERS.get(name))


def make_app(
    card: str = DEFAULT_CARD, theme: str = "light", ascii_only: bool = False, store: TalkStore | None = None
) -> HerniaApp:
    """Return the app with this card, on a fixed day; it saves in this store, or in a new one."""
    deck, store = open_deck(find(card)), store or new_store()
    return HerniaApp(deck, theme=theme, ascii_only=ascii_only, today=NOW.date, store=store)


@asynccontextmanager
async def talk(
    keys: str = "",
    *,
    card: str = DEFAULT_CARD,
    size: tuple[int, int] = (100, 30),
    theme: str = "light",
    store: TalkStore | None = None,
) -> AsyncIterator["Talking"]:
    """Run the app and press these keys, separated by spaces."""
    app = make_app(card, theme, store=store)
    try:
        async with asyncio.timeout(LONGEST), app.run_test(size=size) as pilot:
            talking = Talking(app, pilot)
            await talking.press(keys)
            yield talking
    finally:
        app.session.close(keep=True)  # ends its threads


class Talking:
    """The running app, and how to drive it."""

    def __init__(self, app: HerniaApp, pilot: Pilot[Ending]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, keys: str) -> None:
        """Press keys, separated by spaces."""
        await self.pilot.press(*(NAMES.get(key, key) for key in keys.split()))
        await self.settle()

    async def walk_on(self) -> None:
        """Press Enter until another option or another stop is on screen."""
        before = place(self.app.talk.walk)
        for _ in range(MOST_WINDOWS):
            await self.press("enter")
            if place(self.app.talk.walk) != before:
                return
        raise AssertionError(self.text)

    async def type(self, text: str) -> None:
        """Type a text."""
        for character in text:
            self.app.post_message(events.Key(_character_to_key(character), character))
        await self.settle()

    async def settle(self) -> None:
        """Wait until all input is handled, workers have finished and the screen is painted."""
        await self.pilot.pause()
        while self.app.gate.is_busy:
            await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        return drawn_lines(self.app)

    @property
    def text(self) -> str:
        """The text on screen."""
        return "\n".join(self.lines)

    @property
    def words(self) -> str:
        """The text on screen with white space folded, so that line breaks do not matter."""
        return " ".join(self.text.split())

    @property
    def page(self) -> Page:
        """The page of the active screen; with columns, the page with the cursor."""
        screen = self.app.screen
        return screen.page if isinstance(screen, TalkScreen) else screen.query_one(Page)


def drawn_lines(app: HerniaApp) -> list[str]:
    """Return the text that the app draws, line by line."""
    return ["".join(segment.text for segment in strip) for strip in drawn_strips(app)]


def drawn_strips(app: HerniaApp) -> list[Strip]:
    """Return the segments that the app draws, line by line."""
    return app.screen._compositor.render_strips()
