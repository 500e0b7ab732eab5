"""QR codes of the handout, read from their SVG."""

import re

import pytest

from herniatui.report.handout import html_bytes
from herniatui.report.handout.svg import code
from tests.report.handout.handouts import DAY, DECK

_BOX = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")
ADDRESSES = ["https://a.nl", *dict.fromkeys(link.address for link in DECK.additions.links), f"https://a.nl/{'b' * 287}"]


def quiet_zone(svg: str) -> tuple[int, int, int, int]:
    """Return the number of white modules left of the code, above it, right of it and below it."""
    box = _BOX.search(svg)
    assert box
    width, height = map(int, box.groups())
    runs = [tuple(map(int, run)) for run in _RUN.findall(svg)]
    left, top = min(x for x, _y, _length, _back in runs), min(y for _x, y, _length, _back in runs)
    right, bottom = max(x + length for x, _y, length, _back in runs), max(y + 1 for _x, y, _length, _back in runs)
    return left, top, width - right, height - bottom


@pytest.mark.parametrize("address", ADDRESSES, ids=len)
def test_every_code_has_a_quiet_zone_of_four_modules(address: str) -> None:
    assert quiet_zone(code(address, "Code").svg) == (4, 4, 4, 4)


def test_every_code_on_the_page_has_a_quiet_zone_of_four_modules() -> None:
    page = html_bytes(DECK, None, None, DAY).decode()
    found = [svg for svg in re.findall(r"<svg.*?</svg>", page, re.DOTALL) if _RUN.search(svg)]
    assert len(found) == 1
    assert {quiet_zone(svg) for svg in found} == {(4, 4, 4, 4)}
