"""Random keys: no crash, always a focus, and undo returns exactly to the start."""

import asyncio

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from herniatui.card.library import DEFAULT_CARD
from herniatui.commands.declared import COMMANDS
from herniatui.consult import walk
from herniatui.consult.model import EMPTY
from herniatui.tui.app import HerniaApp
from herniatui.tui.dialogs.choice import ChoiceDialog
from herniatui.tui.dialogs.text import WritingScreen
from tests.support.soak import soaking
from tests.tui.driving import SOUP, Talking, make_app

LEAVING = {"save", "clipboard", "again", "quit"}
KEYS = sorted({key for command in COMMANDS if command.name not in LEAVING for key, _action in command.keys})
# Keys of no command, or of dialogs only.
OTHERS = ["escape", "tab", "shift+tab", "home", "end", "delete", "x", "j", "y", "f5", "ctrl+c", "é", "漢"]

SIZES = st.tuples(st.integers(20, 300), st.integers(5, 100))
STEPS = st.lists(st.one_of(st.sampled_from(KEYS), st.sampled_from(OTHERS), SIZES), min_size=40, max_size=120)


@given(card=st.sampled_from([DEFAULT_CARD, SOUP]), steps=STEPS)
@settings(max_examples=soaking(short=2, long=40), deadline=None, suppress_health_check=list(HealthCheck))
def test_no_sequence_of_keys_and_sizes_breaks_anything(card: str, steps: list[str | tuple[int, int]]) -> None:
    asyncio.run(walk_at_random(make_app(card), steps))


async def walk_at_random(app: HerniaApp, steps: list[str | tuple[int, int]]) -> None:
    card = app.deck.card
    texts = list(card.texts())
    async with app.run_test(size=(80, 24)) as pilot:
        talking = Talking(app, pilot)
        for step in steps:
            if isinstance(step, tuple):
                await pilot.resize_terminal(*step)
            elif not ends_the_app(app, step):
                await talking.press(step)
            if not app.is_running:
                return
            assert app.focused is not None
            assert app.talk.walk.stop in walk.stops(card, app.talk.consult.chosen)
        for _ in range(3):
            await talking.press("escape")
            if isinstance(app.screen, WritingScreen):
                await talking.press("x")  # throws a changed text away
        if not app.is_running:
            return
        for _ in range(len(app.talk.past)):
            await talking.press("u")
        assert app.talk.consult == EMPTY
        assert list(app.deck.card.texts()) == texts


def ends_the_app(app: HerniaApp, key: str) -> bool:
    """Whether this key would stop the program: an answer to a question, or Ctrl+C if nothing would be lost."""
    if isinstance(app.screen, ChoiceDialog):
        return key in ("j", "y", "w", "b")
    return key == "ctrl+c" and app.talk.consult == EMPTY
