"""Terms on screen, and where they are explained, as page rows."""

from collections.abc import Iterator, Sequence

from herniatui.card.links import Term
from herniatui.i18n import _
from herniatui.tui.rows.layout import Row


def term_rows(terms: Sequence[tuple[Term, str]]) -> Iterator[Row]:
    """Yield a row per term, with what the card says about it, and its address or the site and the word to look up.

    Args:
        terms: each with the heading that it stands under. The key of its row is its index.
    """
    above = ""
    for number, (term, heading) in enumerate(terms):
        if heading != above:
            yield Row(heading, look="ours", gap=number > 0)
            above = heading
        told = "\n".join(filter(None, (term.word, term.link.explanation, _where(term))))
        yield Row(told, key=str(number), gap=True, links=((0, len(term.word)),))


def _where(term: Term) -> str:
    if not term.link.look_up:
        return term.link.address
    return "\n".join((term.link.address, _("Look up there: {word}").format(word=term.link.look_up)))
