"""Look up the linked words of what is on screen."""

from collections.abc import Sequence

from herniatui.card.links import terms_in
from herniatui.i18n import _
from herniatui.tui.host import Host


def look_up(host: Host, here: Sequence[str], around: Sequence[str], called: str) -> None:
    """Show the linked words of the texts under the cursor (`here`), then those of the texts around it.

    `called` is the heading of the others.
    """
    links = host.deck.additions.links
    first = terms_in(here, links)
    others = [term for term in terms_in(around, links) if term not in first]
    if not first and not others:
        host.show_message(_("There are no words here that are explained on a website."))
        return
    from herniatui.tui.screens.lookup import LookupScreen  # lazy import: QR codes

    host.push_screen(LookupScreen(first, others, called))
