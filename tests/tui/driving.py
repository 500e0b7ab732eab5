"""Run the app without a terminal, and read what it draws."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip

from herniatui.card.library import DEFAULT_CARD, Deck, find, open_deck
from herniatui.consult.walk import place
from herniatui.storage.store import TalkStore
from herniatui.tui.app import HerniaApp
from herniatui.tui.host import Ending
from herniatui.tui.screens.base import TalkScreen
from herniatui.tui.textual_internals import is_layout_pending, is_paint_pending
from herniatui.tui.widgets.page import Page

SOUP = str(Path(__file__).parent.parent / "cards" / "soep")
HOSTILE = str(Path(__file__).parent.parent / "cards" / "vijandig")
NAMES = {"+": "plus", "-": "minus", "?": "question_mark", " ": "space"}
_CHARACTERS = {name: character for character, name in NAMES.items()}

LONGEST = 300.0
"""Seconds after which a talk is ended, so that a test that hangs fails, and says where."""
DEADLINE = 20.0
"""Seconds that anything may take; only a test that fails waits this long."""

SPINS, PAUSE = 200, 0.002
"""Turns of the event loop in which all is usually handled, and seconds between checks after that."""

MOST_WINDOWS = 50
"""Window-fulls that no page of these tests has."""

NOW = datetime(2026, 1, 15, 10, 30, tzinfo=UTC)


def new_store() -> TalkStore:
    """Return an empty store with a fixed clock."""
    return TalkStore(Path(tempfile.mkdtemp(dir=Path.home())) / "herniatui", now=lambda: NOW)


def key_event(key: str) -> events.Key:
    """Return the event of a key, given as a character or as its name in Textual."""
    if len(key) == 1:
        return events.Key(_character_to_key(key), key)
    return events.Key(key, _CHARACTERS.get(key))


def make_app(
    card: str = DEFAULT_CARD, theme: str = "light", ascii_only: bool = False, store: TalkStore | None = None
) -> HerniaApp:
    """Return the app with this card, on a fixed day; it saves in this store, or in a new one."""
    deck = _shipped(card) if card in (DEFAULT_CARD, SOUP, HOSTILE) else open_deck(find(card))
    return HerniaApp(deck, theme=theme, ascii_only=ascii_only, today=NOW.date, store=store or new_store())


@cache
def _shipped(card: str) -> Deck:
    """Return a card that no test changes; reading it took a tenth of a talk."""
    return open_deck(find(card))


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
            await talking.settle()
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
        """Press keys, separated by spaces, each when the one before has been handled and painted."""
        for key in keys.split():
            self.app.post_message(key_event(key))
            await self.settle()
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
        """Wait until all input is handled, workers have finished and the screen is painted.

        `Pilot.pause` waits 20 ms at least, and sends a message to each widget: together a third of the time of a talk.
        """
        spins = 0
        while self.app.is_running and self._paint_what_is_handled():
            spins += 1
            await asyncio.sleep(0 if spins < SPINS else PAUSE)

    def _paint_what_is_handled(self) -> bool:
        """Paint, if all input is handled; return whether there was anything to wait for or to paint."""
        app = self.app
        if app.gate.is_busy or not all(worker.is_finished for worker in app.workers):
            return True
        screen = app.screen
        if not is_paint_pending(screen) and not is_layout_pending(screen) and not screen._callbacks:
            return False
        screen.call_later(screen._on_timer_update)
        return True

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
