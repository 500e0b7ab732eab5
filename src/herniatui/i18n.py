"""Gettext catalogue of all text that users see, apart from the cards.

Message ids are English; users see Dutch, whatever the system's language, because the cards are Dutch.
"""

import gettext
from pathlib import Path

LOCALE = Path(__file__).with_name("locale")

_catalogue = gettext.translation("herniatui", LOCALE, languages=["nl"])
_ = _catalogue.gettext
ngettext = _catalogue.ngettext


def with_points(number: int) -> str:
    """Return a whole number as Dutch writes it, with a point before every three digits: `1.204`."""
    return f"{number:,}".replace(",", ".")
