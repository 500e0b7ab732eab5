"""Where a card comes from, what is not known of it, and what the project added, in words."""

from herniatui.card.additions import Additions
from herniatui.card.model import Card
from herniatui.words import _


def about(card: Card, additions: Additions) -> list[tuple[str, list[str]]]:
    """Return headings, each with the paragraphs under it; headings without any are left out."""
    origin = card.origin
    unknown = _("unknown")
    parts = [
        (
            _("Origin"),
            [
                _("Named on the card: {publisher}").format(publisher=origin.publisher),
                _("Date: {date}").format(date=origin.date or unknown),
                _("Version: {version}").format(version=origin.version or unknown),
                _("Licence: {licence}").format(licence=origin.licence or unknown),
                _("The words of the card belong to its makers. The licence of this program is for the program only."),
            ],
        ),
        (_("What the source does not say"), list(origin.remarks)),
        (_("Added by this program, not words of the card"), list(additions.added)),
        (_("International requirements for decision aids (IPDAS) that the card meets"), list(additions.ipdas.met)),
        (_("Requirements (IPDAS) that the card does not meet"), list(additions.ipdas.not_met)),
    ]
    return [(heading, [line for line in lines if line]) for heading, lines in parts if lines]
