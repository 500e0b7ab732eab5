"""A consult as data: the saved record itself, and a table for those who count."""

import csv
from io import StringIO

from msgspec.structs import replace

from herniatui.card.model import Card, letter
from herniatui.consult.model import Consult, Decision, Mark
from herniatui.consult.quotes import CardWords, now, with_words
from herniatui.consult.walk import Walk, options_seen
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.note import question_lines
from herniatui.report.recap import QuestionAccount, decided_earlier, told_earlier
from herniatui.storage.compatibility import with_digests
from herniatui.storage.record import Record, to_bytes

NONE = ":none"
"""Where people said that they have no preference; with a colon, as no id of an option has one."""
NOT_YET = ":not-yet"
"""Where it was decided not to decide yet."""

_FORMULA = ("=", "+", "-", "@")


def json_bytes(card: Card, record: Record) -> bytes:
    """Return the saved consult as a file, as it is on disk: with the words of every answer."""
    words = CardWords(card)
    consult, walk = with_words(words, record.consult), with_digests(words, record.walk)
    return to_bytes(replace(record, consult=consult, walk=walk))


def columns(card: Card) -> list[str]:
    """Return the names of the columns: three for each option of the card, named by its letter."""
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
        _("decision"),
        _("needed"),
        _("again"),
        _("said of earlier words"),
    ]


def csv_bytes(card: Card, consult: Consult, walk: Walk) -> bytes:
    """Return one line per question, in the order of the card, under a line with the names of the columns.

    RFC 4180 in UTF-8. Options and questions are given by id, so that tables of several consults can be put together;
    what is empty was not said. Marks are counted per option. The decision stands on every line. The note that belongs
    to no question is left out. What was said of words that the card no longer has is not counted: the last column
    tells it in words, for a question that is gone on a line of its own. A cell that a spreadsheet would take for a
    formula gets an apostrophe in front.
    """
    file = StringIO(newline="")
    table = csv.writer(file)
    table.writerow(columns(card))
    today, earlier = now(consult), told_earlier(card, consult)
    outcome = decided_earlier(card, consult)
    decision = _decision(today.decision)
    before = [_("Decision: {option}").format(option=outcome)] if outcome else []
    lines = [
        [
            *_question(card, today, walk, index),
            *decision,
            _told(before, [one for one in earlier if one.id == question.id]),
        ]
        for index, question in enumerate(card.questions)
    ]
    empty = [""] * (len(columns(card)) - 5 - len(decision) - 1)
    lines += [
        [card.id, card.origin.version, "", one.id, one.text, *empty, *decision, _told(before, [one])]
        for one in earlier
        if not one.number
    ]
    for line in lines:
        table.writerow([_safe(cell) for cell in line])
    return file.getvalue().encode()


def _told(before: list[str], earlier: list[QuestionAccount]) -> str:
    """Return what was said of earlier words, as the note has it."""
    return "\n".join([*before, *(line for one in earlier for line in question_lines(one))])


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
    ]


def _marks(card: Card, consult: Consult, index: int) -> list[int]:
    statements = [
        [statement.id for statement, _depth in card.questions[index].statements(option)]
        for option in range(len(card.options))
    ]
    return [sum((one, mark) in consult.marks for one in ids) for ids in statements for mark in Mark]


def _decision(decision: Decision) -> list[object]:
    outcome = NOT_YET if decision.not_yet else decision.option or ""
    return [outcome, "; ".join(phrases.needs(decision)), decision.when]


def _safe(cell: object) -> object:
    """Return the cell so that no spreadsheet computes it."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip().startswith(_FORMULA) else cell
