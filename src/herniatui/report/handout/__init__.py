"""The page to take home, as a web page or for the printer; without a consult, the bare card to write on with a pen."""

from datetime import date

from herniatui.card.library import Deck
from herniatui.consult.model import Consult
from herniatui.consult.walk import Walk


def html_bytes(deck: Deck, consult: Consult | None, walk: Walk | None, day: date) -> bytes:
    """Return the page as one HTML file in UTF-8 that needs nothing from elsewhere.

    Without a consult it is the bare card; without a walk nothing is said of what was looked at. The same input gives
    the same bytes.
    """
    from herniatui.report.handout.as_html import written
    from herniatui.report.handout.build import handout

    return written(handout(deck, consult, walk, day))


def pdf_bytes(deck: Deck, consult: Consult | None, walk: Walk | None, day: date) -> bytes:
    """Return the page as a PDF on A4 that is both PDF/UA-1 (for those who do not see it) and PDF/A-2a (to keep).

    What goes in is as for `html_bytes`; the same input gives the same bytes. A character that no font at hand has is
    printed as a square, and the page says so. Raises `NotPossible` (`report.formats`) where no PDF can be made.
    """
    from herniatui.report.handout.as_pdf import written
    from herniatui.report.handout.build import handout

    return written(handout(deck, consult, walk, day), day)
