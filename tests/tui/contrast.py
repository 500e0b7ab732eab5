"""Drawn segments, and their contrast."""

from rich.color import Color, ColorSystem
from rich.segment import Segment

from tests.tui.driving import Talking, drawn_strips

THEMES = ("light", "dark", "contrast")
NOT_TEXT = {*map(chr, range(0x2500, 0x25A0)), *"●○◊"}
"""Box drawing, blocks and icons; everything else is text."""


def drawn(talking: Talking) -> list[Segment]:
    """Return the segments on screen, apart from white space."""
    strips = drawn_strips(talking.app)
    return [segment for strip in strips for segment in strip if segment.text.strip()]


def is_text(segment: Segment) -> bool:
    return any(character not in NOT_TEXT for character in segment.text if not character.isspace())


def colours(segment: Segment, in_256: bool) -> tuple[Color, Color]:
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    pair = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)
    if in_256:
        pair = (pair[0].downgrade(ColorSystem.EIGHT_BIT), pair[1].downgrade(ColorSystem.EIGHT_BIT))
    return pair


def luminance(colour: Color) -> float:
    """Return the relative luminance as defined by WCAG 2."""
    parts = [part / 255 for part in colour.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(segment: Segment, in_256: bool) -> float:
    """Return the contrast ratio of a segment as defined by WCAG 2."""
    return ratio(*colours(segment, in_256))


def ratio(first: Color, second: Color) -> float:
    """Return the contrast ratio of two colours as defined by WCAG 2."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
