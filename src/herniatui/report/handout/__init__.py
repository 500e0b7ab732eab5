"""The handout: the page to take home, as HTML or PDF. Without a consult it is the blank card, to circle on with a pen.

Lazy imports: each format loads only its own modules.
"""

from collections.abc import Callable
from datetime import date

from herniatui.card.library import Deck
from herniatui.consult.model import Consult
from herniatui.consult.walk import Walk
from herniatui.storage.record import Record

_BEYOND = "\u0250"
"""The first character behind the Latin letters of European languages."""


def html_bytes(deck: Deck, consult: Consult | None, walk: Walk | None, day: date, *, short: bool = False) -> bytes:
    """Return the handout as one self-contained HTML file in UTF-8. Deterministic.

    Args:
        deck: The card with its additions.
        consult: What was said; None for the blank card.
        walk: What was viewed; None leaves the notes on unviewed questions out.
        day: The day of the talk, printed on the handout.
        short: Whether to leave the card out, so that only the page about the talk remains.
    """
    from herniatui.report.handout.as_html import to_html
    from herniatui.report.handout.build import handout

    return to_html(handout(deck, consult, walk, day, short=short))


def html_file(deck: Deck, record: Record, day: date, *, short: bool = False) -> bytes:
    """Return the handout of a stored talk as HTML (`report.formats`)."""
    return html_bytes(deck, record.consult, record.walk, day, short=short)


def pdf_bytes(
    deck: Deck,
    consult: Consult | None,
    walk: Walk | None,
    day: date,
    *,
    short: bool = False,
    warn: Callable[[str], None] | None = None,
) -> bytes:
    """Return the handout as an A4 PDF, both PDF/UA-1 (for screen readers) and PDF/A-2a (for archives). Deterministic.

    A character missing from all fonts is printed as a square, which the handout then explains.

    Args:
        deck: The card with its additions.
        consult: What was said; None for the blank card.
        walk: What was viewed; None leaves the notes on unviewed questions out.
        day: The day of the talk, printed on the handout.
        short: Whether to leave the card out, so that only the page about the talk remains.
        warn: Called with a sentence that names the characters printed as squares, if there are any.

    Raises:
        NotPossible: If the PDF cannot be made (`report.formats`).
    """
    from herniatui.report.handout.as_pdf import to_pdf
    from herniatui.report.handout.build import handout
    from herniatui.report.handout.unprinted import message

    printed = to_pdf(handout(deck, consult, walk, day, short=short), day)
    if warn and printed.unprinted:
        warn(message(printed.unprinted))
    return printed.data


def pdf_remark(deck: Deck, day: date) -> str:
    """Return what a PDF of the blank card cannot print, by making it; empty for nothing, or if no PDF can be made here.

    A card in letters that every page has is not made, as that takes half a second.
    """
    if all(letter < _BEYOND or not letter.isalpha() for letter in "".join(deck.card.texts())):
        return ""
    from herniatui.report.formats import NotPossible
    from herniatui.report.handout.as_pdf import to_pdf
    from herniatui.report.handout.build import handout
    from herniatui.report.handout.unprinted import remark

    try:
        return remark(to_pdf(handout(deck, None, None, day), day).unprinted)
    except NotPossible:
        return ""


def pdf_file(
    deck: Deck, record: Record, day: date, *, short: bool = False, warn: Callable[[str], None] | None = None
) -> bytes:
    """Return the handout of a stored talk as PDF (`report.formats`)."""
    return pdf_bytes(deck, record.consult, record.walk, day, short=short, warn=warn)
