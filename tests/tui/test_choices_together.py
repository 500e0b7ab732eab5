"""Beslissen: all choices in view, alike, after any talk and in any window."""

import asyncio
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from herniatui.card.library import open_deck
from tests.support.soak import soaking
from tests.tui.driving import Talking, talk

SIZES = [(60, 18), (80, 24), (100, 30), (160, 45)]
SMALL = [(40, 12), (30, 8)]
KEYS = [
    "down",
    "up",
    "enter",
    "pagedown",
    "backspace",
    "a",
    "b",
    "f",
    "0",
    "space",
    "x",
    "n enter",
    "u",
    "ctrl+y",
    "right",
    "f4",
]
MARKS = ["1 +", "1 b -", "2 w w w", "3 -", "3 down - ?", "3 v a", "2 v b", "4 v g", "5 down +", "2 + down + down ?"]


def card_with(options: int, folder: Path) -> str:
    """Write a card with so many options of long names, and return its path."""
    ids = [f"keuze-{number}" for number in range(options)]
    lines = ["format: 1", "id: proef", "language: nl", "title: Proef", "question: Wat kiest u?", "options:"]
    for number, option in enumerate(ids):
        lines += [
            f"  - id: {option}",
            f"    name: EEN HEEL LANGE NAAM VAN EEN BEHANDELING MET VEEL WOORDEN NUMMER {number}",
        ]
        lines += [f"    short: Keuze {number}"]
    lines.append("questions:")
    for question in range(5):
        lines += [f"  - id: vraag-{question}", f"    text: Vraag {question}?", "    answers:"]
        for option in ids:
            lines += [
                f"      {option}:",
                f"        - id: v{question}-{option}",
                f"          text: Zin {question} over {option}.",
            ]
            lines += [f"        - id: w{question}-{option}", f"          text: Nog een zin {question} over {option}."]
    lines += ["origin:", "  publisher: proef"]
    path = folder / f"proef-{options}.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    open_deck(path)
    return str(path)


def choices_in_view(talking: Talking) -> list[str]:
    """Return the marks of the choices that are on the screen."""
    return [line.strip(" ▌")[:5] for line in talking.lines if line.strip(" ▌").startswith(("( ) ", "(•) "))]


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> dict[int, str]:
    folder = tmp_path_factory.mktemp("kaarten")
    return {options: card_with(options, folder) for options in range(2, 7)}


@given(
    options=st.integers(2, 6),
    size=st.sampled_from(SIZES + SMALL),
    said=st.lists(st.sampled_from(MARKS), max_size=6),
    keys=st.lists(st.sampled_from(KEYS), max_size=10),
)
@settings(
    max_examples=soaking(short=12, long=300), deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
def test_all_choices_are_in_view_or_none(
    cards: dict[int, str], options: int, size: tuple[int, int], said: list[str], keys: list[str]
) -> None:
    asyncio.run(_all_or_none(cards[options], options, size, said, keys))


async def _all_or_none(card: str, options: int, size: tuple[int, int], said: list[str], keys: list[str]) -> None:
    expected = [*"ABCDEF"[:options], "0"]
    async with talk(" ".join([*said, "o"]), card=card, size=size) as talking:
        assert [choice[4] for choice in choices_in_view(talking)] == ([] if size in SMALL else expected)
        for key in keys:
            await talking.press(key)
            found = [choice[4] for choice in choices_in_view(talking)]
            assert found in ([], expected), f"after {key}:\n{talking.text}"


@pytest.mark.parametrize("options", range(2, 7))
@pytest.mark.parametrize("size", SIZES)
async def test_on_arrival_the_cursor_stands_on_no_choice(
    cards: dict[int, str], options: int, size: tuple[int, int]
) -> None:
    async with talk("o", card=cards[options], size=size) as talking:
        assert len(choices_in_view(talking)) == options + 1
        assert not any(line.startswith("▌( )") for line in (line.strip() for line in talking.lines))
        assert talking.page.key == ""


@pytest.mark.parametrize("options", range(2, 7))
async def test_in_a_small_window_all_choices_are_on_a_line_each_or_a_sentence_stands_there(
    cards: dict[int, str], options: int
) -> None:
    async with talk("o a", card=cards[options], size=(40, 12)) as talking:
        lines = [line.strip(" ▌") for line in talking.lines]
        expected = [f"( ) {'ABCDEF'[number]}  Keuze {number}" for number in range(options)] + [
            "( ) 0  Ik beslis nog niet"
        ]
        at = lines.index(expected[0])
        assert [line for line in lines[at:] if line][: len(expected)] == expected
        await talking.pilot.resize_terminal(30, 8)
        await talking.settle()
        found = [choice[4] for choice in choices_in_view(talking)]
        assert found == ([*"ABCDEF"[:options], "0"] if options < 5 else [])
        assert ("Niet alle keuzes passen in dit venster." in talking.words) == (not found)
