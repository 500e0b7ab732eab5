"""The calm layout: which rows of a question are on the page at a time, and where that is, in words."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from rich.cells import cell_len

from herniatui.card.figures import figures
from herniatui.card.model import Card, Question, Statement, letter
from herniatui.consult.model import Consult
from herniatui.consult.quotes import current_answers
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.numbers import option_heading
from herniatui.tui.rows.statements import BULLETS

Steps = list[tuple[str, ...]]
"""The pages of an option: ids of the statements on each."""


def steps(question: Question, option: int) -> Steps:
    """Return the pages of the option with this index, in card order: one statement each.

    A heading is not a page but stands above each statement under it, whose meaning it carries. A number and the
    statement about the others (88 and 12 of the same hundred) are one page, so that nobody sees one frame alone.
    """
    pages: Steps = []
    other_frames = {
        figure.rest.statement.id: figure.sentence.statement.id for figure in figures(question, option) if figure.rest
    }
    for statement, _depth in question.statements(option):
        if statement.id in other_frames:
            first = next(index for index, page in enumerate(pages) if other_frames[statement.id] in page)
            pages[first:] = [(*(shown for page in pages[first:] for shown in page), statement.id)]
        elif not statement.is_heading:
            pages.append((statement.id,))
    return pages


def step_at(question: Question, option: int, line: str | None) -> str:
    """Return the statement to show for this position of the cursor: itself, the first under a heading, or the first."""
    order = [statement.id for statement, _depth in question.statements(option)]
    shown = {statement for page in steps(question, option) for statement in page}
    from_here = order[order.index(line) :] if line in order else order
    return next((statement for statement in [*from_here, *order] if statement in shown), "")


def page_rows(rows: Sequence[Row], question: Question, option: int, step: str) -> Iterator[Row]:
    """Yield the rows of the page with this statement: the headings above it, and the statement without its bullet.

    An empty cell of the card is a page of its own.

    Args:
        rows: of all statements of the option, as on a page of all.
        question: the question.
        option: index of the option.
        step: the statement under the cursor. Its marks are shown above the page, those of the others below them.
    """
    if not question.answers[option]:
        yield from (replace(row, gap=False) for row in rows)
    page = next((page for page in steps(question, option) if step in page), ())
    lead = BULLETS[0] if len(page) > 1 else ""
    above: tuple[Statement, ...] = ()
    for statement, headings in _with_headings(question.answers[option]):
        if statement.id not in page:
            continue
        for heading in headings[len(above) :] if headings[: len(above)] == above else headings:
            yield from _alone(rows, heading.id, is_heading=True)
        above = headings
        yield from _alone(rows, statement.id, lead, is_step=statement.id == step)


def _with_headings(statements: Sequence[Statement]) -> Iterator[tuple[Statement, tuple[Statement, ...]]]:
    """Yield each statement that is no heading, in card order, with the headings above it."""
    for statement in statements:
        if not statement.is_heading:
            yield statement, ()
        own = (statement,) if statement.is_heading else ()
        for below, headings in _with_headings(statement.children):
            yield below, (*own, *headings)


def _alone(
    rows: Sequence[Row], statement: str, lead: str = "", *, is_step: bool = False, is_heading: bool = False
) -> Iterator[Row]:
    """Yield the row of this statement, and those without a key after it, as they stand on a page of its own."""
    at = next((index for index, row in enumerate(rows) if row.key == statement), None)
    if at is None:
        return
    row = rows[at]
    key, painted = ("", statement) if is_heading else (statement, "")
    yield replace(
        row, key=key, painted=painted, lead=lead, indent=0, gap=False, marks="", marks_in_words="", beside=None
    )
    if row.marks_in_words and not is_step:
        yield Row(row.marks_in_words, look="quiet")
    for after in rows[at + 1 :]:
        if after.key:
            break
        yield replace(after, indent=0)


def with_marks_below(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows with the marks of each in words on a line below it, for a page without cells beside the text."""
    for row in rows:
        yield replace(row, marks="", marks_in_words="")
        if row.marks_in_words:
            yield Row(row.marks_in_words, look="quiet", indent=row.indent)


def spaced(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with an empty line before each."""
    return [replace(row, gap=True) for row in rows]


def progress(card: Card, question: Question, option: int, step: str, consult: Consult, width: int) -> str:
    """Return where this statement is, and its marks: `Uitspraak 3 van 8, B Operatie`, and `− zorgen` on a second line.

    Where `width` has no room for that, the option is on the first line and the rest on the second. It has two lines at
    every statement of every option of the question, so that nothing jumps.
    """
    counts = [sum(map(len, steps(question, at))) for at in range(len(card.options))]
    longest = max(cell_len(_on_a_line(card, at, count, count)) for at, count in enumerate(counts))
    order = [statement for page in steps(question, option) for statement in page]
    number = order.index(step) + 1 if step in order else 0
    marks = phrases.outstanding(current_answers(consult).marks_of(step))
    if not order:
        return f"{option_heading(card, option)}\n"
    if longest <= width:
        return f"{_on_a_line(card, option, number, counts[option])}\n{phrases.signs_in_words(marks)}"
    where = _("Statement {number} of {count}").format(number=number, count=counts[option])
    lines = (f"{where}   {words}".rstrip() for words in (phrases.signs_in_words(marks), phrases.signs(marks)))
    return "\n".join([option_heading(card, option), next((line for line in lines if cell_len(line) <= width), where)])


def _on_a_line(card: Card, option: int, number: int, count: int) -> str:
    name = f"{letter(option)} {card.options[option].short}"
    return _("Statement {number} of {count}, {option}").format(number=number, count=count, option=name)
