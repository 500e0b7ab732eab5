"""Codes as they stand on a page, read from their drawing."""

import re

import pytest

from herniatui.report.handout import html_bytes
from herniatui.report.handout.svg import code
from tests.report.handout.handouts import DAY, DECK

_BOX = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")
ADDRESSES = ["https://a.nl", *dict.fromkeys(link.address for link in DECK.additions.links), f"https://a.nl/{'b' * 287}"]


def white_around(svg: str) -> tuple[int, int, int, int]:
    """Return how many white modules there are left of the code, above it, right of it and under it."""
    box = _BOX.search(svg)
    assert box
    wide, high = map(int, box.groups())
    runs = [tuple(map(int, run)) for run in _RUN.findall(svg)]
    left, top = min(x for x, _y, _long, _back in runs), min(y for _x, y, _long, _back in runs)
    right, bottom = max(x + long for x, _y, long, _back in runs), max(y + 1 for _x, y, _long, _back in runs)
    return left, top, wide - right, high - bottom


@pytest.mark.parametrize("address", ADDRESSES, ids=len)
def test_every_code_has_four_white_modules_around(address: str) -> None:
    assert white_around(code(address, "Code").svg) == (4, 4, 4, 4)


def test_so_has_every_code_on_the_page() -> None:
    page = html_bytes(DECK, None, None, DAY).decode()
    found = [svg for svg in re.findall(r"<svg.*?</svg>", page, re.DOTALL) if _RUN.search(svg)]
    assert len(found) == len({link.address for link in DECK.additions.links})
    assert {white_around(svg) for svg in found} == {(4, 4, 4, 4)}
