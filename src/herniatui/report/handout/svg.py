"""SVG drawings, the same in HTML and PDF: icon arrays whose icons differ in shape, and QR codes."""

from collections.abc import Iterator
from functools import lru_cache
from html import escape

from msgspec import Struct

from herniatui.card.model import Frequency
from herniatui.report import icons

_PITCH = 1.0
"""Distance between icons in millimetres, the same in every array, so that equal numbers are equally large."""
_BLOCK = 10.6
"""Distance between blocks of ten by ten icons, in icons."""
_KEY_PITCH = 2.7
"""Size of an icon in the legend, in millimetres."""
_KINDS = icons.Glyphs("f", "o", "u", "a")
_STRIP_LENGTH, _STRIP_HEIGHT = 10.0, 2.4
"""Size of a strip, in icons: as long as a row of ten."""
_QUIET = 4
"""Width of the quiet zone around a QR code, in modules (ISO/IEC 18004)."""
_MODULE = 0.76
"""Size of a module in millimetres: three dots of a printer with 100 dots per inch."""


class Drawing(Struct, frozen=True):
    """An SVG drawing with its size in millimetres and its text alternative."""

    svg: str
    width: float
    height: float
    words: str
    """Text alternative for screen readers; empty if the adjacent text says the same."""


def picture(frequency: Frequency, words: str) -> Drawing:
    """Return a frequency as an icon array, never rescaled, or as a strip.

    Raises:
        ValueError: If no picture of it is exact (`icons.form`).
    """
    form = icons.form(frequency)
    if form is icons.PictureForm.WORDS:
        raise ValueError(frequency)
    kinds = icons.icons(frequency, _KINDS)
    if form is icons.PictureForm.STRIP:
        return strip(kinds, words)
    return _drawing(*_array(kinds), _PITCH, words)


def icon(kind: str) -> Drawing:
    """Return an icon for a legend: `f` filled, `o` open, `u` unsure, `a` about."""
    return _drawing(*_array(kind), _KEY_PITCH, "")


def strip(kinds: str, words: str = "", length: float = _STRIP_LENGTH) -> Drawing:
    """Return a strip of equal lengths, one for each kind; open ones are only outlined, unsure ones have a stripe."""
    each = length / len(kinds)
    body = "".join(
        _LENGTHS[kind].format(
            x=f"{number * each + 0.1:.2f}", w=f"{each - 0.2:.2f}", middle=f"{(number + 0.5) * each:.2f}"
        )
        for number, kind in enumerate(kinds)
    )
    return _drawing(body, length, _STRIP_HEIGHT, _PITCH, words)


@lru_cache(maxsize=256)
def code(address: str, words: str) -> Drawing:
    """Return a QR code that holds the address and nothing else. Cached; never called with patient text."""
    import segno

    rows = list(segno.make_qr(address, error="m").matrix_iter(border=_QUIET))
    path = "".join(
        f"M{start} {y}h{length}v1h-{length}z" for y, row in enumerate(rows) for start, length in _dark(bytes(row))
    )
    side = len(rows)
    return _drawing(f'<path d="{path}"/>', side, side, _MODULE, words)


def _places(count: int) -> Iterator[tuple[float, float]]:
    """Yield positions in rows of ten, in blocks of ten rows beside each other."""
    for number in range(count):
        block, inside = divmod(number, icons.HUNDRED)
        y, x = divmod(inside, 10)
        yield block * _BLOCK + x, float(y)


@lru_cache(maxsize=256)
def _array(kinds: str) -> tuple[str, float, float]:
    """Return the icons with width and height of the array. Cached: a card says the same number again and again."""
    found: dict[str, list[str]] = {"f": [], "o": [], "u": [], "a": []}
    places = list(_places(len(kinds)))
    for kind, (x, y) in zip(kinds, places, strict=True):
        found[kind].append(_SHAPES[kind].format(x=round(x + _EDGE[kind], 2), y=round(y + 0.5, 2)))
    body = "".join(f'<path d="{"".join(paths)}" {_PAINT[kind]}/>' for kind, paths in found.items() if paths)
    width = max(x for x, _y in places) + 1
    height = max(y for _x, y in places) + 1
    return body, width, height


_CIRCLE = "M{{x}} {{y}}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0-{d} 0z"
_SHAPES = {
    "f": _CIRCLE.format(r=".43", d=".86"),
    "o": _CIRCLE.format(r=".17", d=".34"),
    "u": "M{x} {y}l.36 -.36l.36 .36l-.36 .36z",
    "a": "M{x} {y}m0 -.14q.16 -.22 .32 0t.32 0m-.64 .32q.16 -.22 .32 0t.32 0",
}
_EDGE = {"f": 0.07, "o": 0.33, "u": 0.14, "a": 0.18}
"""Offset of the left edge that centres each shape in its cell."""
_PAINT = {
    "f": 'fill="currentColor"',
    "o": 'fill="currentColor"',
    "u": 'fill="none" stroke="currentColor" stroke-width=".19" stroke-linejoin="round"',
    "a": 'fill="none" stroke="currentColor" stroke-width=".17" stroke-linecap="round"',
}
_OUTLINE = '<rect x="{x}" y=".1" width="{w}" height="2.2" fill="none" stroke="currentColor" stroke-width=".12"/>'
_LENGTHS = {
    "f": '<rect x="{x}" y=".1" width="{w}" height="2.2" fill="currentColor"/>',
    "o": _OUTLINE,
    "u": _OUTLINE + '<path d="M{middle} .5l.36 .7l-.36 .7l-.36 -.7z" ' + _PAINT["u"] + "/>",
    "a": _OUTLINE + '<rect x="{x}" y=".5" width="{w}" height=".5" fill="currentColor"/>'
    '<rect x="{x}" y="1.4" width="{w}" height=".5" fill="currentColor"/>',
}


def _drawing(body: str, width: float, height: float, unit: float, words: str) -> Drawing:
    width_mm, height_mm = round(width * unit, 2), round(height * unit, 2)
    role = f'role="img" aria-label="{escape(words)}"' if words else 'aria-hidden="true"'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" {role} '
        f'width="{width_mm:g}mm" height="{height_mm:g}mm">{body}</svg>'
    )
    return Drawing(svg, width_mm, height_mm, words)


def _dark(row: bytes) -> Iterator[tuple[int, int]]:
    """Yield the start and length of each run of dark modules."""
    start = 0
    for x, dark in enumerate((*row, 0)):
        if not dark:
            if x > start:
                yield start, x - start
            start = x + 1
