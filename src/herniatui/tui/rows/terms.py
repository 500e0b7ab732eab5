"""Terms on screen, and where they are explained, as page rows."""

from collections.abc import Iterator, Sequence

from herniatui.card.links import Term
from herniatui.i18n import _
from herniatui.tui.rows.layout import Row


def term_rows(here: Sequence[Term], others: Sequence[Term], heading: str) -> Iterator[Row]:
    """Yield a row per term, with its address or the site and the word to look up there.

    The key of a row is the index of its term in `[*here, *others]`.

    Args:
        here: terms of the text under the cursor.
        others: terms elsewhere on screen.
        heading: of the others.
    """
    number = 0
    for title, terms in ((_("In this line"), here), (heading, others)):
        if terms:
            yield Row(title, look="ours", gap=number > 0)
        for term in terms:
            yield Row(f"{term.word}\n{_where(term)}", key=str(number), gap=True, links=((0, len(term.word)),))
            number += 1


def _where(term: Term) -> str:
    if not term.link.look_up:
        return term.link.address
    return "\n".join((term.link.address, _("Look up there: {word}").format(word=term.link.look_up)))
