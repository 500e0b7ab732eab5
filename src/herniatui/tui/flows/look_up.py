"""Look up the linked words on screen."""

from collections.abc import Sequence

from herniatui.card.links import Term, terms_in
from herniatui.i18n import _
from herniatui.tui.host import Host


def look_up(host: Host, texts: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Show the linked words of these texts, each word once; a message if there are none.

    Args:
        host: the app.
        texts: heading and texts of each part of the list, those nearest to the cursor first.
    """
    found: dict[Term, str] = {}
    for heading, part in texts:
        found = dict.fromkeys(terms_in(part, host.deck.additions.links), heading) | found
    headings = [heading for heading, _part in texts]
    terms = sorted(found.items(), key=lambda item: headings.index(item[1]))
    if not terms:
        host.show_message(_("There are no words here that are explained on a website."))
        return
    from herniatui.tui.screens.lookup import LookupScreen  # lazy import: QR codes

    host.push_screen(LookupScreen(terms))
