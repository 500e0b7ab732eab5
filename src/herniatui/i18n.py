"""Every word of ours that a person reads, from the Dutch catalogue in `locale/`.

Message ids are English; people see Dutch, whatever the language of the machine, because the cards are Dutch.
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
