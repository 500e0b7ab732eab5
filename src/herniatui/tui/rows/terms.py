"""Terms on screen, and where they are explained, as page rows."""

from collections.abc import Iterator, Sequence

from herniatui.card.links import Term
from herniatui.card.model import Card, Question
from herniatui.i18n import _
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.numbers import option_heading


def term_rows(terms: Sequence[tuple[Term, str]]) -> Iterator[Row]:
    """Yield a row per term, with its address or the site and the word to look up there.

    Args:
        terms: each with the heading that it stands under. The key of its row is its index.
    """
    above = ""
    for number, (term, heading) in enumerate(terms):
        if heading != above:
            yield Row(heading, look="ours", gap=number > 0)
            above = heading
        yield Row(f"{term.word}\n{_where(term)}", key=str(number), gap=True, links=((0, len(term.word)),))


def _where(term: Term) -> str:
    if not term.link.look_up:
        return term.link.address
    return "\n".join((term.link.address, _("Look up there: {word}").format(word=term.link.look_up)))


def texts_around(card: Card, question: Question, option: int, statement_id: str) -> list[tuple[str, list[str]]]:
    """Return the text of a statement, those of its option, and all of the question, each part with its heading.

    Args:
        card: names the option.
        question: the question.
        option: index of the option.
        statement_id: of the statement; its text is empty if the option has none of this id.
    """
    texts = [
        {statement.id: statement.text for statement, _depth in question.statements(index)}
        for index in range(len(card.options))
    ]
    return [
        (_("In this line"), [texts[option].get(statement_id, "")]),
        (option_heading(card, option), list(texts[option].values())),
        (_("At this question"), [question.text, *(text for own in texts for text in own.values())]),
    ]
