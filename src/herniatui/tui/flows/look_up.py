"""Look up the linked words on screen."""

from collections.abc import Sequence

from herniatui.commands.looking_up import terms
from herniatui.i18n import _
from herniatui.tui.host import Host


def look_up(host: Host, texts: Sequence[tuple[str, Sequence[str]]], clicked: str = "") -> None:
    """Show the linked words of these texts, each word once; a message if there are none.

    Args:
        host: the app.
        texts: heading and texts of each part of the list, those nearest to the cursor first.
        clicked: the word that was clicked, or the piece of it on one line; it comes before the others.
    """
    found = terms(texts, host.deck.links, clicked)
    if not found:
        host.show_message(_("There are no words here that are explained."))
        return
    from herniatui.tui.screens.lookup import LookupScreen  # lazy import: QR codes

    host.push_screen(LookupScreen(found))
