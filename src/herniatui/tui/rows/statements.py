"""Rows of the statements of a question, and the lines with what was said about the question."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from herniatui.card.figures import Figure, figures
from herniatui.card.links import Link, linked_spans
from herniatui.card.model import Card, Question
from herniatui.consult.model import MAX_IMPORTANCE, Consult, Said
from herniatui.consult.quotes import current_answers
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.recap import UNKNOWN, Marked, earlier_accounts, earlier_marks
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.pictures import small_picture

BULLETS = ("• ", "– ", "· ")


def statement_rows(question: Question, option: int, hint: str = "", links: tuple[Link, ...] = ()) -> Iterator[Row]:
    """Yield a row for each statement of this option, nested as on the card, with its number in small.

    `hint` stands beside a statement of which the picture is too large to stand there. Words with one of these links are
    underlined.
    """
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
            beside=small_picture(pictures.get(statement.id, []), hint),
            links=linked_spans(statement.text, links),
        )


def _earlier_mark(marked: Marked) -> str:
    """Return the text for marks that were set on earlier words of a statement, with those words if they are known."""
    signs = phrases.signs(marked.marks)
    if marked.since == UNKNOWN:
        return _("{signs} was set earlier; {since}").format(signs=signs, since=marked.since)
    return _("{signs} was set on earlier words: {words}").format(signs=signs, words=marked.words)


def with_marks(rows: Iterable[Row], card: Card, consult: Consult) -> list[Row]:
    """Return the rows with the marks of this consult; rows without marks are the same objects.

    A mark that was set on earlier words of a statement stands on a row of its own below it.
    """
    marks = current_answers(consult)
    marked = {statement for statement, _mark in marks.marks}
    earlier = earlier_marks(card, consult) if consult.words else {}
    shown: list[Row] = []
    for row in rows:
        shown.append(replace(row, marks=phrases.signs(marks.marks_of(row.key))) if row.key in marked else row)
        indent = row.indent + len(BULLETS[0])
        shown += [Row(_earlier_mark(told), look="quiet", indent=indent) for told in earlier.get(row.key, ())]
    return shown


def said_lines(card: Card, question: Question, consult: Consult) -> str:
    """Return what was said about the question: preference and importance, and under it the beginning of the note.

    That something was said of earlier words of the question or of an option stands on a line of its own.
    """
    said = current_answers(consult).about(question.id)
    nothing = _("not said yet")
    preference = phrases.preference(card, said.preference) if said.preference else nothing
    weighs = _importance(said) or nothing
    lines = [
        "   ".join(
            (
                _("Preference: {preference}").format(preference=preference),
                _("Weighs: {importance}").format(importance=weighs),
            )
        )
    ]
    if said.note:
        lines.append(_("Note: {words}").format(words=phrases.quoted(said.note.partition("\n")[0])))
    if consult.words:
        lines += _earlier_line(card, question, consult)
    return "\n".join(lines)


def _earlier_line(card: Card, question: Question, consult: Consult) -> Iterator[str]:
    """Yield a line naming the kinds of answers to earlier words of the question; Decide shows them in full."""
    told = [answers for answers in earlier_accounts(card, consult) if answers.id == question.id]
    kinds = {
        _("preference"): any(answers.preference for answers in told),
        _("how important"): any(answers.said.importance for answers in told),
        _("note"): any(answers.said.note for answers in told),
    }
    if any(kinds.values()):
        names = ", ".join(name for name, exists in kinds.items() if exists)
        yield _("Said earlier, of other words: {answers}. See Decide.").format(answers=names)


def _importance(said: Said) -> str:
    return f"{stars(said.importance)} {phrases.IMPORTANCE[said.importance]}" if said.importance else ""


def stars(importance: int) -> str:
    """Return an importance of 1 to 3 as filled stars out of three."""
    return "★" * importance + "☆" * (MAX_IMPORTANCE - importance)
