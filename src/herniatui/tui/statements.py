"""The statements of a question as rows of a page, and what was said about the question."""

from collections.abc import Iterator

from herniatui.card.figures import Figure, figures
from herniatui.card.links import Link, places
from herniatui.card.model import Card, Question
from herniatui.consult.model import HEAVIEST, Consult
from herniatui.report import phrases
from herniatui.tui.pictures import beside
from herniatui.tui.rows import Row
from herniatui.words import _

BULLETS = ("• ", "– ", "· ")


def statement_rows(
    question: Question, option: int, consult: Consult, hint: str = "", links: tuple[Link, ...] = ()
) -> Iterator[Row]:
    """Yield a row for each statement of this option, nested as on the card, with its number in small and its marks.

    `hint` stands beside a statement of which the picture is too large to stand there. Words with one of these links are
    underlined.
    """
    pictures: dict[str, list[Figure]] = {}
    for figure in figures(question, option):
        pictures.setdefault(figure.says.statement.id, []).append(figure)
    for statement, depth in question.statements(option):
        yield Row(
            statement.text,
            key=statement.id,
            look="heading" if statement.is_heading else "text",
            lead="" if statement.paragraph else BULLETS[min(depth, len(BULLETS) - 1)],
            indent=2 * depth,
            marks=phrases.signs(consult.marks_of(statement.id)),
            gap=depth == 0,
            beside=beside(pictures.get(statement.id, []), hint),
            links=places(statement.text, links),
        )


def said_lines(card: Card, question: Question, consult: Consult) -> str:
    """Return what was said about the question: preference and importance, and under it the beginning of the note."""
    said = consult.about(question.id)
    preference = phrases.preference(card, said.preference) if said.preference else _("not said yet")
    weighs = f"{stars(said.importance)} {phrases.IMPORTANCE[said.importance]}" if said.importance else _("not said yet")
    line = "   ".join(
        (
            _("Preference: {preference}").format(preference=preference),
            _("Weighs: {importance}").format(importance=weighs),
        )
    )
    if not said.note:
        return line
    return "\n".join((line, _("Note: {words}").format(words=phrases.quoted(said.note.partition("\n")[0]))))


def stars(importance: int) -> str:
    """Return the importance, 1 to 3, as stars out of three."""
    return "★" * importance + "☆" * (HEAVIEST - importance)
