"""One key, one meaning; and the key bar names what matters most, in any window."""

import pytest

from herniatui.commands.command import WALK
from herniatui.commands.declared import COMMANDS
from herniatui.consult.model import Preference
from herniatui.tui.widgets.bars import KeyBar
from tests.tui.driving import SOUP, Talking, talk


def test_a_key_runs_the_same_command_on_all_screens_of_the_walk() -> None:
    commands: dict[str, set[str]] = {}
    for command in COMMANDS:
        if command.where & WALK:
            for key, _action in command.keys:
                commands.setdefault(key, set()).add(command.name)
    assert {key: names for key, names in commands.items() if len(names) > 1} == {}
    assert {name for key in "abcdef" for name in commands[key]} == {"option"}


def bar(talking: Talking) -> str:
    """Return the text of the key bar."""
    pieces = talking.app.screen.query_one(KeyBar)._pieces
    return " ".join("".join(text for text, _look in pieces).split())


@pytest.mark.parametrize(
    ("size", "card", "letters"),
    [((60, 18), "hernia-in-de-rug", "a b"), ((60, 18), SOUP, "a b c"), ((40, 12), "hernia-in-de-rug", "a b")],
)
async def test_what_enter_does_the_options_and_help_are_always_in_the_bar(
    size: tuple[int, int], card: str, letters: str
) -> None:
    async with talk("4" if size == (40, 12) else "1", card=card, size=size) as talking:
        for _ in range(10):
            text = bar(talking)
            assert text.startswith("Enter ")
            assert f"{letters} keuze" in text
            assert text.endswith("F1 hulp")
            await talking.press("enter")
            if talking.app.talk.walk.stop.startswith(":"):
                break


async def test_the_bar_says_where_enter_goes() -> None:
    async with talk() as talking:
        said = []
        for keys in ("", "enter", "enter", "5", "enter", "enter"):
            await talking.press(keys)
            said.append(bar(talking).partition("  ")[0].split(" a b")[0].split(" ↑↓")[0].split(" 0 ")[0])
        assert said[0] == "Enter naar vraag 1"
        assert said[1:3] == ["Enter naar B Operatie", "Enter naar vraag 2"]
        assert said[3:5] == ["Enter naar B Operatie", "Enter naar Beslissen"]
        assert said[5] == "Enter naar Afsluiten"


# The preference


async def test_a_preference_is_asked_in_the_line_where_the_answer_will_stand() -> None:
    async with talk("2 v") as talking:
        assert "Voorkeur: a Bewegen en medicijnen · b Operatie · g geen voorkeur" in talking.text
        await talking.press("b")
        assert "Voorkeur: B Operatie" in talking.text
        assert talking.app.talk.walk.option_of("wanneer-minder") == "bewegen"  # the tab stays


async def test_the_same_answer_makes_it_strong_and_then_takes_it_off() -> None:
    async with talk("2 v b v b") as talking:
        assert talking.app.talk.consult.about("wanneer-minder").preference == Preference("operatie", strong=True)
        await talking.press("v b")
        assert talking.app.talk.consult.about("wanneer-minder").preference is None


async def test_no_preference_is_an_answer_too() -> None:
    async with talk("2 v g") as talking:
        assert talking.app.talk.consult.about("wanneer-minder").preference == Preference(None)


@pytest.mark.parametrize(
    ("key", "seen"), [("down", ""), ("w", "importance"), ("3", ""), ("enter", ""), ("v", ""), ("f", "")]
)
async def test_any_other_key_closes_the_question_unanswered_and_does_its_own_work(key: str, seen: str) -> None:
    async with talk("2 down v") as talking:
        before = talking.app.talk
        await talking.press(key)
        assert "g geen voorkeur" not in talking.text
        said = talking.app.talk.consult.about("wanneer-minder")
        assert said.preference is None
        assert bool(said.importance) == (key == "w")
        if key in ("down", "3", "enter"):
            assert talking.app.talk.walk != before.walk


async def test_the_question_does_not_wait_at_another_question() -> None:
    async with talk("2 v 3 b") as talking:
        assert talking.app.talk.consult.about("risicos").preference is None
        assert talking.app.talk.walk.option_of("risicos") == "operatie"
