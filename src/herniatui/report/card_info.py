"""Provenance of a card in words: its origin, what is unknown of it, and what the project added."""

from herniatui.card.library import Deck
from herniatui.card.model import Card
from herniatui.i18n import _

_CODE_LENGTH = 8
"""Number of digits of the checksum that are shown; enough to distinguish versions of a card."""


def edition(card: Card, sha256: str) -> str:
    """Return the version of a card: `versie 4.2 van mei 2025, controlecode 0822e6b1`.

    It has the version and date that the card states, and the first digits of the checksum of its file (left out if
    `sha256` is empty). Never the date of the file, which is unrelated to the age of the text.
    """
    origin = card.origin
    if origin.version and origin.date:
        known = _("version {version} of {date}").format(version=origin.version, date=origin.date)
    elif origin.version:
        known = _("version {version}").format(version=origin.version)
    else:
        known = _("version of {date}").format(date=origin.date) if origin.date else _("version unknown")
    code = _("{edition}, check code {code}").format(edition=known, code=sha256[:_CODE_LENGTH])
    return code if sha256 else known


def about(deck: Deck) -> list[tuple[str, list[str]]]:
    """Return headings, each with its paragraphs; a heading without paragraphs is left out."""
    additions, origin = deck.additions, deck.card.origin
    parts = [
        (
            _("Origin"),
            [
                _("Named on the card: {publisher}").format(publisher=origin.publisher),
                _("This card: {edition}").format(edition=edition(deck.card, deck.sha256)),
                "" if origin.date else _("Date: unknown"),
                _("Licence: {licence}").format(licence=origin.licence or _("unknown")),
                _("The words of the card belong to its makers. The licence of this program is for the program only."),
            ],
        ),
        (_("What the source does not say"), list(origin.remarks)),
        (_("Added by this program, not words of the card"), list(additions.added)),
        (_("International requirements for decision aids (IPDAS) that the card meets"), list(additions.ipdas.met)),
        (_("Requirements (IPDAS) that the card does not meet"), list(additions.ipdas.not_met)),
    ]
    return [(heading, [line for line in lines if line]) for heading, lines in parts if lines]
