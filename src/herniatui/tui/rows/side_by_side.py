"""Options side by side: when there is room for it, and what is said of what stands in several columns."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace
from rich.cells import cell_len

from herniatui.card.model import Card, letter
from herniatui.consult.history import Talk, moved
from herniatui.consult.walk import CLOSING, DECISION, START, Walk, show_all
from herniatui.i18n import _
from herniatui.tui.rows.layout import Row

NARROWEST, WIDEST = 50, 80
"""Cells of the window for each option: with fewer there are no columns, and more would make lines too long to read."""

GAP = 3
"""Cells between two columns."""


def needed(card: Card) -> int:
    """Return how wide the window must be for the options of this card."""
    return NARROWEST * len(card.options)


def in_force(wanted: bool, width: int, card: Card, walk: Walk) -> bool:
    """Whether options stand side by side in a window of this width, if that is `wanted`."""
    return wanted and width >= needed(card) and walk.stop not in (START, DECISION, CLOSING)


def body_width(card: Card) -> int:
    """Return how many cells the columns take at most, with what is around them."""
    return WIDEST * len(card.options)


def column_width(room: int, card: Card) -> int:
    """Return how wide every column is, where there is room for so many cells; what is left over stays empty."""
    count = len(card.options)
    return (room - GAP * (count - 1)) // count


def seen_together(wanted: bool, width: int, card: Card, talk: Talk) -> Talk:
    """Return the talk with all options looked at, if they stand side by side at its stop."""
    return moved(talk, show_all(card, talk.walk)) if in_force(wanted, width, card, talk.walk) else talk


def too_narrow(width: int, card: Card) -> str:
    """Return why the options cannot stand side by side in a window of this width; empty where they can."""
    if width >= needed(card):
        return ""
    narrow = _(
        "Side by side does not fit: the window must be {needed} columns wide for that, and is {width}. "
        "Make the window wider, or the letters smaller."
    )
    return narrow.format(needed=needed(card), width=width)


def with_others(rows: Iterable[Row], others: Mapping[str, tuple[int, ...]]) -> Iterator[Row]:
    """Yield the rows, and under each statement of which `others` has the id, the options that say the same."""
    for row in rows:
        yield replace(row, beside=None)  # a column is too narrow for it
        if row.key in others:
            same = _("= also for {options}").format(options=_listed([letter(index) for index in others[row.key]]))
            yield Row(same, look="quiet", indent=row.indent + cell_len(row.lead))


def _listed(names: list[str]) -> str:
    *first, last = names
    return _("{first} and {last}").format(first=", ".join(first), last=last) if first else last
