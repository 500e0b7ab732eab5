"""The answers as a table, to count with: a row for each talk and question, for a spreadsheet in Dutch."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from io import StringIO
from unicodedata import normalize

from msgspec.structs import replace

from herniatui.card.file_format import MAX_OPTIONS
from herniatui.card.library import Deck
from herniatui.card.model import Card, letter
from herniatui.consult.model import Consult, Decision, Mark, Need, Preference
from herniatui.consult.quotes import current_answers
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.card_info import edition
from herniatui.report.recap import QuestionAccount, earlier_accounts, earlier_decision
from herniatui.storage.record import Record
from herniatui.storage.resume import TalkOfCard

SEPARATOR = ";"
"""What a spreadsheet in Dutch takes for the separator: the comma is in its numbers."""

_BOM = "\ufeff"
"""By this Excel sees that a file is UTF-8."""

_FORMULA = ("=", "+", "-", "@")
"""What begins a formula (OWASP, CSV Injection); its full-width forms are normalized to these."""

_MARKS = {
    Mark.APPEALS: _("fine"),
    Mark.WORRIES: _("worries"),
    Mark.EXPLAIN: _("more explanation"),
    Mark.EXPLAINED: _("explained"),
}

_YES, _NO = _("yes"), _("no")

Row = dict[str, object]
"""Cells by column name; a missing cell is empty."""


def csv_file(deck: Deck, record: Record, day: date, talk_id: str = "", words: bool = False) -> bytes:  # noqa: ARG001
    """Return the table of one stored talk (`report.formats`)."""
    return csv_of_all([TalkOfCard(talk_id, deck, record)], words)


def csv_of_all(talks: Sequence[TalkOfCard], words: bool = False) -> bytes:
    """Return the table of any number of talks (`report.formats`), about cards of two to six options.

    Rows are in the order of the talks and of the card, below a header row. What is about the talk as a whole is on each
    of its rows. An empty cell means that nothing was said, or that the card has no such option. Marks are counted per
    option. Answers to words that the card no longer has are not counted: a column has them in words, and a question
    that is gone has a row of its own. RFC 4180, but for the separator; line breaks in a cell are LF, as in Excel.

    No cell is a formula: one that would be is prefixed with an apostrophe. Own words are in quotation marks, so that
    they are no date or number either.

    Args:
        talks: The talks, fitted to their cards.
        words: Whether to add what was typed: the patient's own words, and the clinician's label.
    """
    file = StringIO(newline="")
    table = csv.DictWriter(file, columns(words), extrasaction="raise", delimiter=SEPARATOR)
    table.writeheader()
    for talk in talks:
        for row in _rows(talk, words):
            table.writerow({column: _safe(cell) for column, cell in row.items()})
    return (_BOM + file.getvalue()).encode()


def columns(words: bool = False) -> list[str]:
    """Return the column names: the same for every card, with the options by letter."""
    per_option = [name for index in range(MAX_OPTIONS) for name in _option_columns(letter(index))]
    return [
        _("talk"),
        _("date"),
        _("card"),
        _("version"),
        _("number"),
        _("question"),
        _("text of the question"),
        _("chosen as number"),
        _("preference"),
        _("strong preference"),
        _("weighs (1 to 3)"),
        *per_option,
        _("discussed"),
        _("told back"),
        _("handed out"),
        _("decision"),
        _("how certain"),
        _("needed"),
        _("said of earlier words"),
        *(_word_columns() if words else ()),
    ]


def _option_columns(letter: str) -> list[str]:
    """Return the column names of an option: its name, whether it was viewed, and its marks."""
    return [f"{name} {letter}" for name in (_("option"), _("looked at"), *_MARKS.values())]


def _word_columns() -> tuple[str, ...]:
    """Return the names of the columns of free text."""
    return _("own words"), _("own words, whole talk"), _("needed: something else"), _("again"), _("label")


def _rows(talk: TalkOfCard, words: bool) -> Iterator[Row]:
    card, consult = talk.deck.card, talk.record.consult
    today, earlier = current_answers(consult), earlier_accounts(card, consult)
    outcome = earlier_decision(card, consult)
    before = [_("Decision: {option}").format(option=outcome)] if outcome else []
    of_talk = _of_talk(talk, today.decision, words)
    for index, question in enumerate(card.questions):
        before_it = [told for told in earlier if told.id == question.id]
        yield of_talk | _of_question(talk, today, index, words) | _earlier(before, before_it, words)
    for told in earlier:
        if not told.number:
            gone: Row = {_("question"): told.id, _("text of the question"): told.text}
            yield of_talk | gone | _earlier(before, [told], words)


def _of_talk(talk: TalkOfCard, decision: Decision, words: bool) -> Row:
    """Return the cells that every row of a talk has."""
    card, consult = talk.deck.card, talk.record.consult
    row: Row = {
        _("talk"): talk.id,
        _("date"): talk.day.isoformat(),  # every locale takes it for the same date
        _("card"): card.id,
        _("version"): edition(card, talk.deck.sha256),
        _("told back"): _YES if consult.taught_back else "",
        _("handed out"): _YES if consult.handed_out else "",
        _("decision"): _decision(card, decision),
        _("how certain"): phrases.CERTAINTY[decision.certainty] if decision.certainty else "",
        _("needed"): ", ".join(phrases.NEEDS[need] for need in Need if need in decision.needs),
    }
    if words:
        free = (consult.note, decision.other, decision.when, talk.record.label)
        row |= dict(zip(_word_columns()[1:], map(_quoted, free), strict=True))
    return row


def _of_question(talk: TalkOfCard, consult: Consult, index: int, words: bool) -> Row:
    """Return the cells of a question, with the answers to its current words."""
    card, walk = talk.deck.card, talk.record.walk
    question = card.questions[index]
    said = consult.about(question.id)
    row: Row = {
        _("number"): index + 1,
        _("question"): question.id,
        _("text of the question"): question.text,
        _("chosen as number"): consult.chosen.index(question.id) + 1 if question.id in consult.chosen else "",
        **_preference(card, said.preference),
        _("weighs (1 to 3)"): said.importance or "",
        _("discussed"): _YES if question.id in consult.discussed else "",
    }
    for place, option in enumerate(card.options):
        statements = [statement.id for statement, _depth in question.statements(place)]
        marks = [sum((statement, mark) in consult.marks for statement in statements) for mark in _MARKS]
        cells = [phrases.option_name(card, option.id), _yes_or_no((question.id, option.id) in walk.seen), *marks]
        row |= dict(zip(_option_columns(letter(place)), cells, strict=True))
    if words:
        row[_("own words")] = _quoted(said.note)
    return row


def _earlier(before: list[str], earlier: list[QuestionAccount], words: bool) -> Row:
    """Return the cell with the answers to words that the card no longer has."""
    lines = [*before, *(line for told in earlier for line in _earlier_lines(told, words))]
    return {_("said of earlier words"): "\n".join(lines)}


def _earlier_lines(told: QuestionAccount, words: bool) -> list[str]:
    """Return a heading and a line for each answer; nothing if they are only words that are not wanted."""
    if not words:
        told = replace(told, said=replace(told.said, note=""))
    lines = [f"{phrases.signs_in_words(marked.marks)}: {marked.words}" for marked in told.marked]
    if told.preference:
        lines.insert(0, _("Preference: {preference}").format(preference=told.preference))
    if told.said.importance:
        importance = phrases.IMPORTANCE[told.said.importance]
        lines.insert(0, _("Weighs: {importance}").format(importance=importance))
    if told.said.note:
        lines.append(_quoted(told.said.note))
    return [told.heading, *lines] if lines or told.is_chosen else []


def _decision(card: Card, decision: Decision) -> str:
    if decision.not_yet:
        return _("not yet")
    return phrases.option_name(card, decision.option) if decision.option else ""


def _preference(card: Card, preference: Preference | None) -> Row:
    if preference is None or preference.option is None:
        return {_("preference"): phrases.NO_PREFERENCE if preference else ""}
    return {
        _("preference"): phrases.option_name(card, preference.option),
        _("strong preference"): _yes_or_no(preference.strong),
    }


def _yes_or_no(value: bool) -> str:
    return _YES if value else _NO


def _quoted(words: str) -> str:
    return phrases.quoted(words) if words else ""


def _safe(cell: object) -> object:
    """Return the cell such that no spreadsheet evaluates it."""
    return f"'{cell}" if isinstance(cell, str) and normalize("NFKC", cell).lstrip().startswith(_FORMULA) else cell
