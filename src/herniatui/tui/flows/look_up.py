"""Look up the linked words on screen."""

from collections.abc import Sequence

from herniatui.card.links import terms_in
from herniatui.i18n import _
from herniatui.tui.host import Host


def look_up(host: Host, here: Sequence[str], around: Sequence[str], called: str) -> None:
    """Show the linked words under the cursor, then those elsewhere on screen; a message if there are none.

    Args:
        host: the app.
        here: texts under the cursor.
        around: the other texts on screen.
        called: heading of the words in the other texts.
    """
    links = host.deck.additions.links
    terms = terms_in(here, links)
    others = [term for term in terms_in(around, links) if term not in terms]
    if not terms and not others:
        host.show_message(_("There are no words here that are explained on a website."))
        return
    from herniatui.tui.screens.lookup import LookupScreen  # lazy import: QR codes

    host.push_screen(LookupScreen(terms, others, called))
