"""What was said, question by question, ready to be shown or written: as given, unweighted, without a total."""

from msgspec import Struct

from herniatui.card.model import Card, Question, letter
from herniatui.consult.model import Consult, Said
from herniatui.consult.walk import Walk, order
from herniatui.report import phrases
from herniatui.report.phrases import Marked


class QuestionAccount(Struct, frozen=True):
    """What was said about one question."""

    number: int
    """The number of the question on the card, from 1."""
    question: Question
    unseen: tuple[str, ...]
    """The letters of the options that were not shown."""
    said: Said
    marked: tuple[Marked, ...]

    @property
    def looked_at(self) -> str:
        """How far it was looked at, in words; empty if every option was shown."""
        if self.is_half_seen:
            return phrases.not_looked_at(self.unseen)
        return phrases.NOT_LOOKED_AT if self.unseen else ""

    @property
    def is_half_seen(self) -> bool:
        """Whether some options were shown, and others not."""
        return 0 < len(self.unseen) < len(self.question.answers)

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
            unseen=_unseen(card, walk, question_id),
            said=consult.about(question_id),
            marked=_marked(card, consult, by_id[question_id][1]),
        )
        for question_id in order(card, consult.chosen)
    ]


def _unseen(card: Card, walk: Walk, question_id: str) -> tuple[str, ...]:
    options = enumerate(card.options)
    return tuple(letter(index) for index, option in options if (question_id, option.id) not in walk.seen)


def _marked(card: Card, consult: Consult, question: Question) -> tuple[Marked, ...]:
    return tuple(
        Marked(marks, option.id, text)
        for option, answer in zip(card.options, question.answers, strict=True)
        for top in answer
        for statement, text in top.with_headings()
        if (marks := consult.marks_of(statement.id))
    )
