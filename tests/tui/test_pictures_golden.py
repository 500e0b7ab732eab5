"""Golden files: every kind of picture at two widths.

To write the files again after an intended change: GOLDEN=1 python -m pytest tests/tui/test_pictures_golden.py
"""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from herniatui.card.library import DEFAULT_CARD
from tests.support.program import NUMBERS
from tests.tui.driving import SOUP, talk

FOLDER = Path(__file__).parent / "pictures"
WIDTHS = (80, 120)
LOW, HIGH = 40, 200
"""Heights at which everything is in view."""

# Name of the file: card, keys that open the picture, height of the window.
PICTURES = {
    "van-de-100": (DEFAULT_CARD, "2 p", LOW),
    "minder-dan": (DEFAULT_CARD, "3 down down down down p", LOW),
    "meer-dan": (DEFAULT_CARD, "3 " + "down " * 8 + "p", LOW),
    "met-de-anderen": (DEFAULT_CARD, "2 down down down p", LOW),
    "van-de-1000": (DEFAULT_CARD, "3 b " + "down " * 5 + "p", LOW),
    "twee-getallen": (SOUP, "2 p", HIGH),
    "onbekend": (DEFAULT_CARD, "4 p", LOW),
    "samen": (DEFAULT_CARD, "3 p", HIGH),
    "samen-drie-keuzes": (SOUP, "2 p p", HIGH),
    "samen-met-tijden": (DEFAULT_CARD, "2 p p", HIGH),
    "tijden": (DEFAULT_CARD, "5 p", HIGH),
    "van-tot": (str(NUMBERS), "1 p", LOW),
    "ongeveer": (str(NUMBERS), "1 down p", LOW),
    "hooguit-en-minstens": (str(NUMBERS), "1 down down p", HIGH),
    "alleen-woorden": (str(NUMBERS), "1 down down down p", LOW),
    "strook": (str(NUMBERS), "1 b down p", LOW),
    "samen-alle-vormen": (str(NUMBERS), "1 p p", HIGH),
    "open-tijden": (str(NUMBERS), "2 p", HIGH),
    "geen-plaatje": (str(NUMBERS), "3 p", LOW),
    "klein-alle-vormen": (str(NUMBERS), "1", LOW),
    "klein": (DEFAULT_CARD, "2", LOW),
    "klein-risicos": (DEFAULT_CARD, "3 b", LOW),
}
ALL = [pytest.param(name, width, id=f"{name}-{width}") for name in PICTURES for width in WIDTHS]


def golden(name: str, width: int) -> Path:
    return FOLDER / f"{name}-{width}.txt"


def as_text(lines: Sequence[str]) -> str:
    """Return the content of a file: these lines without walk bar, key bar and surrounding empty lines."""
    return "\n".join(line.rstrip() for line in lines[1:-1]).strip("\n") + "\n"


@pytest.mark.parametrize(("name", "width"), ALL)
async def test_the_picture_is_as_in_its_file(name: str, width: int) -> None:
    card, keys, height = PICTURES[name]
    async with talk(keys, card=card, size=(width, height)) as talking:
        drawn = as_text(talking.lines)
    if os.environ.get("GOLDEN"):
        golden(name, width).write_text(drawn, encoding="utf-8")
    assert drawn == golden(name, width).read_text(encoding="utf-8")


def test_there_is_no_other_file() -> None:
    assert set(FOLDER.iterdir()) == {golden(name, width) for name in PICTURES for width in WIDTHS}
