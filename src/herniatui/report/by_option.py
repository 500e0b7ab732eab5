"""The recap before the decision: what was said, per option and question, the questions that matter most first."""

from collections.abc import Sequence

from herniatui.card.model import Card
from herniatui.consult.model import Mark
from herniatui.report import phrases
from herniatui.report.recap import Marked, QuestionAccount

UNDER = (Mark.APPEALS, Mark.WORRIES, Mark.EXPLAINED)
"""The marks under which a statement can stand, in the order of the output."""


def weighed(accounts: Sequence[QuestionAccount]) -> list[QuestionAccount]:
    """Return the accounts of current words, most important first; equal ones stay in the order of the walk."""
    return sorted((told for told in accounts if not told.since), key=lambda told: -told.said.importance)


def of_option(card: Card, told: Sequence[QuestionAccount], index: int) -> dict[Mark, list[Marked]]:
    """Return the marked statements of an option by the mark that they stand under, each once: a worry goes first."""
    name = phrases.option_name(card, card.options[index].id)
    parts: dict[Mark, list[Marked]] = {mark: [] for mark in UNDER}
    for found in (found for question in told for found in question.marked):
        if not found.since and found.option == name and not is_open(found):
            shown = next(mark for mark in (Mark.WORRIES, Mark.APPEALS, Mark.EXPLAINED) if mark in found.marks)
            parts[shown].append(found)
    return parts


def to_explain(told: Sequence[QuestionAccount]) -> list[Marked]:
    """Return the statements that are still to be explained."""
    return [found for question in told for found in question.marked if is_open(found) and not found.since]


def others(marked: Marked, shown: Mark) -> tuple[Mark, ...]:
    """Return the marks of a statement beside the one that it stands under."""
    return tuple(mark for mark in phrases.outstanding(marked.marks) if mark is not shown)


def is_open(marked: Marked) -> bool:
    """Return whether a statement is still to be explained."""
    return Mark.EXPLAIN in phrases.outstanding(marked.marks)
