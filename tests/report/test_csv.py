"""A consult as data: the stored record, and the table."""

import csv
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from herniatui.card.model import Card
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult, Decision, Mark, Need, Said
from herniatui.consult.quotes import CardWords, with_words
from herniatui.consult.walk import Walk
from herniatui.report import phrases
from herniatui.report.csv import NONE, NOT_YET, columns, csv_bytes, json_file
from herniatui.storage.record import CardStamp, Record, from_bytes
from tests.consult.strategies import CARD as SOUP
from tests.consult.strategies import consults
from tests.report.consults import CARD, HOSTILE_CARD, confirmed, full, seen
from tests.support.program import HERNIA, deck_of

BEFORE_MARKS = 11
WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)


def rows(card: Card, consult: Consult, walk: Walk | None = None) -> list[list[str]]:
    """Return the table as a strict CSV reader reads it, without its header row."""
    text = csv_bytes(card, consult, walk or Walk()).decode()
    first, *table = csv.reader(StringIO(text, newline=""), strict=True)
    assert first == columns(card)
    assert {len(row) for row in table} == {len(first)}
    assert {row.pop() for row in table} == {""}  # no answers to earlier words
    return table


def row(question: str, table: list[list[str]]) -> list[str]:
    return next(row for row in table if row[3] == question)


def test_json_is_the_stored_record_and_can_be_read_back() -> None:
    record = Record(CardStamp(CARD.id), WHEN, WHEN, 3, full())
    told = from_bytes(json_file(deck_of(HERNIA), record, date(2026, 3, 5)))
    assert replace(told.consult, words=()) == record.consult
    assert told.consult == with_words(CardWords(CARD), record.consult)
    assert replace(told, consult=record.consult, walk=replace(told.walk, shown=())) == record


def test_the_table_has_a_row_for_each_question_in_the_order_of_the_card() -> None:
    table = rows(CARD, EMPTY)
    assert [(row[2], row[3], row[4]) for row in table] == [
        (str(number), question.id, question.text) for number, question in enumerate(CARD.questions, 1)
    ]


def test_every_answer_is_in_its_column() -> None:
    table = rows(CARD, full(), seen(("risicos", "bewegen")))
    risks = row("risicos", table)
    assert risks[:BEFORE_MARKS] == [
        *("hernia-in-de-rug", "", "3", "risicos", "Wat zijn de risico’s en bijwerkingen?"),
        *("1", "1", "2", "operatie", "1", "3"),
    ]
    assert risks[BEFORE_MARKS:-7] == ["0", "2", "0", "0", "0", "1", "1", "0"]
    assert risks[-7:] == [
        "Mijn broer is verslaafd geweest.\nDat wil ik niet.",
        "0",
        "0",
        NOT_YET,
        "twijfel",
        "; ".join(phrases.needs(full().decision)),
        "donderdag, aan de telefoon",
    ]
    assert row("behandeling", table)[8:11] == [NONE, "0", "2"]
    assert row("terugkomen", table)[5:11] == ["", "0", "2", "", "", ""]


def test_what_was_discussed_is_on_its_row_and_told_back_on_every_row() -> None:
    table = rows(CARD, confirmed(EMPTY, "risicos"))
    assert {row[3]: row[-6] for row in table} == {
        question.id: "1" if question.id == "risicos" else "0" for question in CARD.questions
    }
    assert {row[-5] for row in table} == {"1"}


def test_the_decision_is_on_every_row_as_the_id_of_its_option() -> None:
    assert {row[-4] for row in rows(CARD, edits.decide(EMPTY, "operatie"))} == {"operatie"}
    assert {row[-4] for row in rows(CARD, EMPTY)} == {""}


@pytest.mark.parametrize("note", ["=1+1", "+31 6", "-5", "@SUM(A1)", '=HYPERLINK("x")', " =1", "\u00a0=1", "-"])
def test_no_cell_is_a_formula(note: str) -> None:
    said = edits.come_back(edits.need_other(edits.note(EMPTY, "risicos", note), note), note)
    risks = row("risicos", rows(CARD, said))
    assert risks[-1] == risks[-7] == f"'{note.strip()}"
    assert risks[-2] == phrases.quoted(note.strip())


@pytest.mark.parametrize("note", ["  =1+1", "\n=1", "\u00a0=1", " -"])
def test_white_space_before_a_formula_does_not_hide_it(note: str) -> None:
    """Text typed in the program has no white space around it; a stored talk made by other means may."""
    said = Consult(said=(("risicos", Said(note=note)),), decision=Decision(not_yet=True, when=note))
    risks = row("risicos", rows(CARD, said))
    assert risks[-1] == risks[-7] == f"'{note}"


def test_quotes_commas_and_line_breaks_in_a_note_survive_the_round_trip() -> None:
    note = 'Hij zei: "nee", en toen\n"ja"; klaar'
    assert row("risicos", rows(CARD, edits.note(EMPTY, "risicos", note)))[-7] == note


def test_rows_end_as_rfc_4180_requires() -> None:
    data = csv_bytes(CARD, EMPTY, Walk())
    assert data.count(b"\r\n") == len(CARD.questions) + 1 == data.count(b"\n")
    assert data.endswith(b"\r\n")
    assert data.decode("utf-8").startswith(columns(CARD)[0])


def test_the_hostile_card_does_not_break_rows() -> None:
    table = rows(HOSTILE_CARD, EMPTY)
    assert [row[4] for row in table] == [question.text for question in HOSTILE_CARD.questions]


@given(consults())
@settings(deadline=None, max_examples=50)
def test_every_mark_is_counted_once_and_no_cell_starts_a_formula(consult: Consult) -> None:
    table = rows(SOUP, consult)
    marks = len(SOUP.options) * len(Mark)
    assert sum(int(cell) for row in table for cell in row[BEFORE_MARKS : BEFORE_MARKS + marks]) == len(consult.marks)
    cells = [cell for row in table for cell in row]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert csv_bytes(SOUP, consult, Walk()) == csv_bytes(SOUP, consult, Walk())


def test_needs_are_in_words() -> None:
    table = rows(CARD, edits.need(EMPTY, Need.TIME))
    assert table[0][-2] == phrases.NEEDS[Need.TIME]
