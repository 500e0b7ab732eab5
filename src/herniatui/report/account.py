"""What was said, question by question, ready to be shown or written: as given, unweighted, without a total."""

from msgspec import Struct

from herniatui.card.model import Card, Question
from herniatui.consult.model import Consult, Said
from herniatui.consult.walk import Walk, options_seen, order
from herniatui.report import phrases
from herniatui.report.phrases import Marked


class QuestionAccount(Struct, frozen=True):
    """What was said about one question."""

    number: int
    """The number of the question on the card, from 1."""
    question: Question
    looked_at: str
    """In words, if not every option was shown; otherwise empty."""
    said: Said
    marked: tuple[Marked, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said about this question."""
        return self.said == Said() and not self.marked


def account(card: Card, consult: Consult, walk: Walk) -> list[QuestionAccount]:
    """Return what was said about each question, in the order of the walk."""
    by_id = {question.id: (number, question) for number, question in enumerate(card.questions, 1)}
    return [
        QuestionAccount(
            number=by_id[question_id][0],
            question=by_id[question_id][1],
            looked_at=_looked_at(card, walk, by_id[question_id][1]),
            said=consult.about(question_id),
            marked=_marked(card, consult, by_id[question_id][1]),
        )
        for question_id in order(card, consult.chosen)
    ]


def _looked_at(card: Card, walk: Walk, question: Question) -> str:
    seen = options_seen(card, walk, question)
    if seen == len(card.options):
        return ""
    return phrases.HALF_LOOKED_AT if seen else phrases.NOT_LOOKED_AT


def _marked(card: Card, consult: Consult, question: Question) -> tuple[Marked, ...]:
    return tuple(
        Marked(marks, option.id, text)
        for option, answer in zip(card.options, question.answers, strict=True)
        for top in answer
        for statement, text in top.with_headings()
        if (marks := consult.marks_of(statement.id))
    )
