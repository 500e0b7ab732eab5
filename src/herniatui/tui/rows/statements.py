"""Rows of the statements of a question, and the lines with what was said about the question."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from herniatui.card.figures import Figure, figures
from herniatui.card.links import Link, linked_spans
from herniatui.card.model import Card, Question
from herniatui.card.quoted_words import bold_spans
from herniatui.consult.model import Consult, Mark
from herniatui.consult.quotes import current_answers
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.recap import UNKNOWN, Marked, earlier_marks
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.pictures import small_picture

BULLETS = ("• ", "– ", "· ")


def statement_rows(
    question: Question,
    option: int,
    picture_key: str = "",
    links: tuple[Link, ...] = (),
    *,
    is_right_to_left: bool = False,
) -> Iterator[Row]:
    """Yield a row for each statement of this option, nested as on the card, with its number in small.

    An option without any has one row without a key, in the program's words.

    `picture_key` shows the pictures that are too large to stand beside their statement. Words with one of these links
    are underlined. `is_right_to_left` is so for a card in such a language.
    """
    if not question.answers[option]:
        yield Row(phrases.EMPTY_CELL, look="quiet", gap=True)
    pictures: dict[str, list[Figure]] = {}
    for figure in figures(question, option):
        pictures.setdefault(figure.sentence.statement.id, []).append(figure)
    for statement, depth in question.statements(option):
        yield Row(
            statement.text,
            key=statement.id,
            look="heading" if statement.is_heading else "text",
            lead="" if statement.paragraph else BULLETS[min(depth, len(BULLETS) - 1)],
            indent=2 * depth,
            gap=depth == 0,
            beside=small_picture(pictures.get(statement.id, []), picture_key),
            links=linked_spans(statement.text, links),
            bold=bold_spans(statement.text, statement.bold),
            is_right_to_left=is_right_to_left,
        )


def _earlier_mark(marked: Marked) -> str:
    """Return the text for marks that were set on earlier words of a statement, with those words if they are known."""
    signs = phrases.signs(marked.marks)
    if marked.since == UNKNOWN:
        return _("{signs} was set earlier; {since}").format(signs=signs, since=marked.since)
    return _("{signs} was set on earlier words: {words}").format(signs=signs, words=marked.words)


def _with_marks(row: Row, marks: tuple[Mark, ...]) -> Row:
    shown = phrases.outstanding(marks)
    return replace(row, marks=phrases.signs(shown), marks_in_words=phrases.signs_in_words(shown))


def with_marks(rows: Iterable[Row], card: Card, consult: Consult) -> list[Row]:
    """Return the rows with the marks of this consult; rows without marks are the same objects.

    A mark that was set on earlier words of a statement stands on a row of its own below it.
    """
    marks = current_answers(consult)
    marked = {statement for statement, _mark in marks.marks}
    earlier = earlier_marks(card, consult) if consult.words else {}
    shown: list[Row] = []
    for row in rows:
        shown.append(_with_marks(row, marks.marks_of(row.key)) if row.key in marked else row)
        indent = row.indent + len(BULLETS[0])
        shown += [Row(_earlier_mark(told), look="quiet", indent=indent) for told in earlier.get(row.key, ())]
    return shown
