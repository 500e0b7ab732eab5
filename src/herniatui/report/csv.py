"""Exports for data processing: the stored record as JSON, and a CSV table with a row per question."""

import csv
from datetime import date
from io import StringIO

from msgspec.structs import replace

from herniatui.card.library import Deck
from herniatui.card.model import Card, letter
from herniatui.consult.model import Consult, Decision, Mark
from herniatui.consult.quotes import CardWords, current_answers, with_words
from herniatui.consult.walk import Walk, options_seen
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.note_values import question_lines
from herniatui.report.recap import QuestionAccount, earlier_accounts, earlier_decision
from herniatui.storage.compatibility import with_digests
from herniatui.storage.record import Record, to_bytes

NONE = ":none"
"""Code for an explicit lack of preference. Option ids contain no colon, so it cannot be one."""
NOT_YET = ":not-yet"
"""Code for the decision not to decide yet."""

_FORMULA = ("=", "+", "-", "@")


def json_file(deck: Deck, record: Record, day: date) -> bytes:  # noqa: ARG001 - all formats take the same arguments
    """Return a stored talk as it is on disk, with the words of every answer (`report.formats`)."""
    words = CardWords(deck.card)
    consult, walk = with_words(words, record.consult), with_digests(words, record.walk)
    return to_bytes(replace(record, consult=consult, walk=walk))


def csv_file(deck: Deck, record: Record, day: date) -> bytes:  # noqa: ARG001
    """Return a stored talk as a table (`report.formats`)."""
    return csv_bytes(deck.card, record.consult, record.walk)


def columns(card: Card) -> list[str]:
    """Return the column names, among which one per mark and option, with the option's letter."""
    marks = [f"{name} {letter(index)}" for index in range(len(card.options)) for name in phrases.MARKS.values()]
    return [
        _("card"),
        _("version"),
        _("number"),
        _("question"),
        _("text of the question"),
        _("chosen as number"),
        _("options shown"),
        _("options"),
        _("preference"),
        _("strong"),
        _("weighs"),
        *marks,
        _("own words"),
        _("discussed"),
        _("told back"),
        _("decision"),
        _("how certain"),
        _("needed"),
        _("again"),
        _("said of earlier words"),
    ]


def csv_bytes(card: Card, consult: Consult, walk: Walk) -> bytes:
    """Return a row per question, in the order of the card, below a header row.

    RFC 4180 in UTF-8. Options and questions are given by id, so that tables of several consults can be joined. An empty
    cell means that nothing was said. Marks are counted per option. The decision is repeated on every row. The note that
    belongs to no question is left out. Answers to words that the card no longer has are not counted: the last column
    has them in words, and a question that is gone has a row of its own. A cell that a spreadsheet would evaluate as a
    formula is prefixed with an apostrophe.
    """
    file = StringIO(newline="")
    table = csv.writer(file)
    table.writerow(columns(card))
    today, earlier = current_answers(consult), earlier_accounts(card, consult)
    outcome = earlier_decision(card, consult)
    decision = _decision(today.decision)
    before = [_("Decision: {option}").format(option=outcome)] if outcome else []
    lines = [
        [
            *_question(card, today, walk, index),
            *decision,
            _earlier(before, [told for told in earlier if told.id == question.id]),
        ]
        for index, question in enumerate(card.questions)
    ]
    empty = [""] * (len(columns(card)) - 5 - len(decision) - 1)
    lines += [
        [card.id, card.origin.version, "", told.id, told.text, *empty, *decision, _earlier(before, [told])]
        for told in earlier
        if not told.number
    ]
    for line in lines:
        table.writerow([_safe(cell) for cell in line])
    return file.getvalue().encode()


def _earlier(before: list[str], earlier: list[QuestionAccount]) -> str:
    """Return answers to words that the card no longer has, as in the note."""
    return "\n".join([*before, *(line for told in earlier for line in question_lines(told))])


def _question(card: Card, consult: Consult, walk: Walk, index: int) -> list[object]:
    question = card.questions[index]
    said = consult.about(question.id)
    preference = said.preference
    return [
        card.id,
        card.origin.version,
        index + 1,
        question.id,
        question.text,
        consult.chosen.index(question.id) + 1 if question.id in consult.chosen else "",
        options_seen(card, walk, question),
        len(card.options),
        (preference.option or NONE) if preference else "",
        int(preference.strong) if preference else "",
        said.importance or "",
        *_marks(card, consult, index),
        said.note,
        int(question.id in consult.discussed),
        int(consult.taught_back),
    ]


def _marks(card: Card, consult: Consult, index: int) -> list[int]:
    statements = [
        [statement.id for statement, _depth in card.questions[index].statements(option)]
        for option in range(len(card.options))
    ]
    return [sum((statement, mark) in consult.marks for statement in ids) for ids in statements for mark in Mark]


def _decision(decision: Decision) -> list[object]:
    outcome = NOT_YET if decision.not_yet else decision.option or ""
    certainty = phrases.CERTAINTY[decision.certainty] if decision.certainty else ""
    return [outcome, certainty, "; ".join(phrases.needs(decision)), decision.when]


def _safe(cell: object) -> object:
    """Return the cell such that no spreadsheet evaluates it."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip().startswith(_FORMULA) else cell
