"""Pictures of a question as page rows: the numbers of one statement, or all numbers and times."""

from collections.abc import Iterator

from herniatui.card.figures import figures
from herniatui.card.model import Card, Question
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.numbers import question_numbers, statement_numbers, title_lines
from herniatui.tui.rows.pictures import Links
from herniatui.tui.rows.time_lines import timeline_rows


def statement_picture(
    card: Card, question: Question, option: int, statement_id: str, height: int, links: Links = ()
) -> Iterator[Row]:
    """Yield the numbers of a statement of the option with this index, in a window of so many lines; nothing if none."""
    found = [figure for figure in figures(question, option) if figure.frequency and figure.is_about(statement_id)]
    return statement_numbers(card, question, option, found, height, links)


def question_picture(card: Card, question: Question, links: Links = ()) -> Iterator[Row]:
    """Yield all numbers of a question, then its times; nothing if its words have neither."""
    rows = [*question_numbers(card, question, links), *timeline_rows(card, question, links)]
    if rows:
        yield Row("", drawing=lambda width: [(), *title_lines(card, question, width)])
        yield from rows
