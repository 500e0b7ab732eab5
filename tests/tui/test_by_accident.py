"""Keys pressed by accident: no decision, preference, mark or confirmation that the key bar did not name."""

from string import ascii_lowercase

import pytest

from herniatui.commands.command import Where
from herniatui.commands.declared import COMMANDS
from herniatui.consult.history import Talk
from herniatui.consult.model import EMPTY, Consult
from herniatui.consult.walk import CLOSING, START
from herniatui.tui.screens.decision import DecisionScreen
from herniatui.tui.widgets.bars import KeyBar
from tests.tui.driving import SOUP, Talking, talk

PLACES = {
    "Start": "",
    "a question": "3",
    "a question, option B": "3 b",
    "a picture": "3 b down down down p",
    "all numbers": "3 p p",
    "Beslissen": "o",
    "Beslissen, on a choice": "o b",
    "Afsluiten": "o pagedown pagedown pagedown",
    "help": "f1",
    "saved talks": "f5",
    "side by side": "3 z",
    "whole card": "f3",
}
SIZES = [(60, 18), (100, 30)]
ENDING = {"q", "r"}
"""Keys that end a talk in which nothing was said."""


def said(consult: Consult) -> tuple[object, ...]:
    """Return what a stray key must not change."""
    preferences = tuple((question, said.preference) for question, said in consult.said if said.preference)
    return consult.decision, preferences, consult.marks, consult.discussed, consult.taught_back


async def press_from(talking: Talking, place: str, keys: str) -> None:
    await talking.press(PLACES[place])
    await talking.press(keys)


@pytest.mark.parametrize("place", PLACES)
async def test_no_letter_decides_prefers_marks_or_confirms_on_any_screen(place: str) -> None:
    """Somebody who believes to be on another screen."""
    async with talk(PLACES[place], size=(160, 30)) as talking:
        for key in ascii_lowercase:
            await talking.press(key)
            assert said(talking.app.talk.consult) == said(EMPTY), key
            if talking.app.return_value is not None:
                return
            if talking.app.screen.is_modal or key == "p":
                await talking.press("escape escape")


@pytest.mark.parametrize("place", PLACES)
async def test_enter_once_too_often_says_nothing(place: str) -> None:
    async with talk(PLACES[place], size=SIZES[0]) as talking:
        had = "o b" in PLACES[place]  # there Enter chooses, as the key bar says
        if had:
            assert "Enter kiezen" in bar(talking)
        for _ in range(25):
            await talking.press("enter")
        consult = talking.app.talk.consult
        assert said(consult)[1:] == said(EMPTY)[1:]
        assert consult.decision.option == ("operatie" if had else None)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_no_key_of_deciding_needs_the_cursor_on_a_row(size: tuple[int, int]) -> None:
    async with talk("o", size=size) as talking:
        on_nothing = talking.app.talk
        keys = {key for command in COMMANDS if Where.DECISION in command.where for key, _action in command.keys}
        for key in sorted(keys - ENDING):
            await talking.press(key)
            assert said(talking.app.talk.consult)[1:] == said(EMPTY)[1:], key
            await talking.press("escape escape" + " f3" * talking.app.shows_card)
            talking.app.go_on(on_nothing)
            await talking.settle()
            assert isinstance(talking.app.screen, DecisionScreen), key
        assert talking.app.return_value is None


def bar(talking: Talking) -> str:
    """Return the text of the key bar."""
    pieces = talking.app.screen.query_one(KeyBar)._pieces
    return " ".join("".join(text for text, _look in pieces).split())


@pytest.mark.parametrize("place", ["Start", "a question", "Beslissen", "Afsluiten"])
async def test_a_key_that_is_held_says_nothing(place: str) -> None:
    async with talk() as talking:
        for key in ["v", "b", "0", "o", "x", "g", "down", "up", "left", "right", "tab", "p", "u", "ctrl+y"]:
            await talking.press(PLACES[place])
            await talking.press(" ".join([key] * 6))
            assert talking.app.talk.consult == EMPTY, key
            await talking.press("escape")
            talking.app.go_on(Talk())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("card", ["hernia-in-de-rug", SOUP])
async def test_a_clicker_shows_the_whole_card_and_says_nothing(card: str, size: tuple[int, int]) -> None:
    async with talk(size=size, card=card) as talking:
        app = talking.app
        everything = {
            (question.id, option.id) for question in app.deck.card.questions for option in app.deck.card.options
        }
        for _ in range(200):
            if app.talk.walk.stop == CLOSING:
                break
            await talking.press("pagedown")
        assert app.talk.walk.stop == CLOSING
        assert app.talk.walk.seen == everything
        for _ in range(200):
            if app.talk.walk.stop == START:
                break
            await talking.press("pageup")
        assert app.talk.walk.stop == START
        assert app.talk.consult == EMPTY


async def test_the_clicker_ticks_and_chooses_nothing_where_the_cursor_stands_on_it() -> None:
    for keys in ("pagedown", "o a pagedown", "o 0 pagedown", "o 0 enter down pagedown"):
        async with talk(keys) as talking:
            consult = talking.app.talk.consult
            assert (consult.decision.option, consult.decision.needs, consult.chosen) == (None, frozenset(), ())
