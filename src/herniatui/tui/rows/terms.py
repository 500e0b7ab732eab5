"""Looking up: the terms of what is on screen, as rows of a page."""

from collections.abc import Iterator, Sequence

from herniatui.card.links import Term
from herniatui.i18n import _
from herniatui.tui.rows.layout import Row


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
