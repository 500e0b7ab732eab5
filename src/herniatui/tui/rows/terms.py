"""Looking up: the terms of what is on screen, as rows of a page."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from herniatui.card.links import Term, terms_in
from herniatui.i18n import _
from herniatui.tui.rows.layout import Row

if TYPE_CHECKING:
    from herniatui.tui.app import HerniaApp


def look_up(app: "HerniaApp", here: Sequence[str], around: Sequence[str], called: str) -> None:
    """Show the terms of the texts that are `here`, under the cursor, and then those of the texts around it.

    `called` is what the heading says of the others.
    """
    links = app.deck.additions.links
    first = terms_in(here, links)
    others = [term for term in terms_in(around, links) if term not in first]
    if not first and not others:
        app.tell(_("There are no words here that are explained on a website."))
        return
    from herniatui.tui.screens.lookup import LookupScreen

    app.push_screen(LookupScreen(first, others, called))


def term_rows(first: Sequence[Term], others: Sequence[Term], called: str) -> Iterator[Row]:
    """Yield the terms under the cursor and then the others, each with its address or where to look it up.

    The key of a row is the number of the term.
    """
    number = 0
    for heading, terms in ((_("In this line"), first), (called, others)):
        if terms:
            yield Row(heading, look="ours", gap=number > 0)
        for term in terms:
            yield Row(f"{term.word}\n{_where(term)}", key=str(number), gap=True, links=((0, len(term.word)),))
            number += 1


def _where(term: Term) -> str:
    if not term.link.look_up:
        return term.link.address
    return "\n".join((term.link.address, _("Look up there: {word}").format(word=term.link.look_up)))
