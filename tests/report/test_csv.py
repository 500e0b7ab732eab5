"""Consults as data: the table of any number of talks, and the stored records as JSON."""

import csv
import json
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from herniatui.card.additions import Additions
from herniatui.card.library import Deck
from herniatui.card.model import Card
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult, Decision, Mark, Need, Said
from herniatui.consult.quotes import CardWords, with_earlier_words, with_words
from herniatui.consult.walk import Walk
from herniatui.report import phrases
from herniatui.report.csv import columns, csv_file, csv_of_all
from herniatui.report.json import json_file, json_of_all
from herniatui.storage.record import CardStamp, Record, from_bytes
from herniatui.storage.resume import TalkOfCard
from tests.consult.changed_cards import with_text, without_question
from tests.consult.strategies import CARD as SOUP
from tests.consult.strategies import consults
from tests.consult.test_quotes import GINGER, STATEMENT
from tests.report.consults import CARD, HOSTILE_CARD, confirmed, full, seen, seen_all
from tests.report.handout.handouts import large
from tests.support.program import HERNIA, deck_of
from tests.support.soak import soaking

WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
SECRET = "geheim"

Row = dict[str, str]


def talk(card: Card, consult: Consult, walk: Walk | None = None, talk_id: str = "bcdf") -> TalkOfCard:
    deck = Deck(card, Additions(), HERNIA)
    return TalkOfCard(talk_id, deck, Record(CardStamp(card.id), WHEN, WHEN, 1, consult, walk or Walk(), label=SECRET))


def read(data: bytes) -> list[Row]:
    """Return the rows as a strict CSV reader reads them."""
    table = csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)
    found = list(table)
    assert not [row for row in found if None in row or None in row.values()]
    return found


def rows(card: Card, consult: Consult, walk: Walk | None = None, *, words: bool = True) -> list[Row]:
    return read(csv_of_all([talk(card, consult, walk)], words))


def later(consult: Consult, card: Card, changed: Card) -> Consult:
    """Return a consult about the card, stored and read again with the changed card."""
    return with_earlier_words(CardWords(changed), with_words(CardWords(card), consult), same_card=False)


def row(question: str, table: list[Row]) -> Row:
    return next(row for row in table if row["vraag"] == question)


def test_json_is_the_stored_record_with_its_id_and_can_be_read_back() -> None:
    record = Record(CardStamp(CARD.id), WHEN, WHEN, 3, full())
    made = json_file(deck_of(HERNIA), record, date(2026, 3, 5), "bcdf")
    told = from_bytes(made)
    assert json.loads(made)["id"] == "bcdf"
    assert replace(told.consult, words=()) == record.consult
    assert told.consult == with_words(CardWords(CARD), record.consult)
    assert replace(told, consult=record.consult, walk=replace(told.walk, shown=())) == record


def test_json_of_several_talks_is_an_array_of_what_each_is_alone() -> None:
    talks = [talk(CARD, full(), talk_id="bcdf"), talk(SOUP, edits.choose(EMPTY, "smaak"), talk_id="ghjk")]
    alone = [json_file(talk.deck, talk.record, talk.day, talk.id) for talk in talks]
    assert json.loads(json_of_all(talks)) == [json.loads(data) for data in alone]
    for data in alone:
        assert data.strip() in json_of_all(talks)  # byte for byte, so that its checksum is still right
    assert json.loads(json_of_all([])) == []


def test_the_table_has_a_row_for_each_question_in_the_order_of_the_card() -> None:
    assert [(row["nummer"], row["vraag"], row["tekst van de vraag"]) for row in rows(CARD, EMPTY)] == [
        (str(number), question.id, question.text) for number, question in enumerate(CARD.questions, 1)
    ]


def test_every_answer_is_in_its_column_in_dutch() -> None:
    table = rows(CARD, full(), seen(("risicos", "bewegen")))
    filled = {name: cell for name, cell in row("risicos", table).items() if cell}
    assert filled == {
        "gesprek": "bcdf",
        "datum": "2026-03-05",
        "kaart": "hernia-in-de-rug",
        "versie": "versie onbekend",
        "nummer": "3",
        "vraag": "risicos",
        "tekst van de vraag": "Wat zijn de risico’s en bijwerkingen?",
        "gekozen als nummer": "1",
        "voorkeur": "B Operatie",
        "sterke voorkeur": "ja",
        "hoe belangrijk (1 tot 3)": "3",
        "keuze A": "A Bewegen en medicijnen",
        "bekeken A": "ja",
        "fijn A": "0",
        "zorgen A": "2",
        "meer uitleg A": "0",
        "uitgelegd A": "0",
        "keuze B": "B Operatie",
        "bekeken B": "nee",
        "fijn B": "0",
        "zorgen B": "1",
        "meer uitleg B": "1",
        "uitgelegd B": "0",
        "besluit": "nog niet",
        "hoe zeker": "twijfel",
        "nodig": "tijd om na te denken, mening van een andere arts, iets anders",
        "eigen woorden": "“Mijn broer is verslaafd geweest.\nDat wil ik niet.”",
        "eigen woorden, hele gesprek": "“Ik wil weer kunnen tuinieren 🌱”",
        "nodig: iets anders": "“mijn werkrooster bekijken”",
        "wanneer verder": "“donderdag, aan de telefoon”",
        "label": f"“{SECRET}”",
    }
    no_preference = row("behandeling", table)
    assert (no_preference["voorkeur"], no_preference["sterke voorkeur"]) == ("geen", "")
    nothing = row("terugkomen", table)
    assert {nothing[name] for name in ("gekozen als nummer", "voorkeur", "hoe belangrijk (1 tot 3)", "besproken")} == {
        ""
    }


def test_without_words_nothing_that_was_typed_is_in_the_table() -> None:
    """Also not among the answers to words that the card no longer has."""
    words = ["broer", "tuinieren", "werkrooster", "donderdag", SECRET]
    for card in (CARD, without_question(CARD, "risicos")):
        there = later(full(), CARD, card)
        data, all_of_it = (csv_of_all([talk(card, there)], words).decode() for words in (False, True))
        assert [word for word in words if word in data] == []
        assert [word for word in words if word in all_of_it] == words
        assert "zorgen" in data
    typed = ["eigen woorden", "eigen woorden, hele gesprek", "nodig: iets anders", "wanneer verder", "label"]
    assert columns(words=True) == [*columns(), *typed]


def test_without_words_a_question_that_is_gone_and_of_which_only_words_are_left_says_nothing() -> None:
    card = without_question(CARD, "risicos")
    there = later(edits.note(EMPTY, "risicos", SECRET), CARD, card)
    (gone,) = [row for row in rows(card, there, words=False) if not row["nummer"]]
    assert (gone["vraag"], gone["gezegd over eerdere woorden"]) == ("risicos", "")


def test_what_was_discussed_is_on_its_row_and_told_back_on_every_row() -> None:
    table = rows(CARD, confirmed(EMPTY, "risicos"))
    assert {row["vraag"]: row["besproken"] for row in table} == {
        question.id: "ja" if question.id == "risicos" else "" for question in CARD.questions
    }
    assert {row["terugverteld"] for row in table} == {"ja"}
    assert {row["besproken"] + row["terugverteld"] for row in rows(CARD, full(), seen_all(CARD))} == {""}


def test_the_decision_is_on_every_row() -> None:
    assert {row["besluit"] for row in rows(CARD, edits.decide(EMPTY, "operatie"))} == {"B Operatie"}
    assert {row["besluit"] for row in rows(CARD, edits.decide_not_yet(EMPTY))} == {"nog niet"}
    assert {row["besluit"] for row in rows(CARD, EMPTY)} == {""}


def test_talks_about_cards_of_two_to_six_options_share_one_table() -> None:
    cards = {2: CARD, 3: SOUP, 6: large()}
    table = read(csv_of_all([talk(card, EMPTY, talk_id=f"bcd{count}") for count, card in cards.items()]))
    for index, letter in enumerate("ABCDEF"):
        of_option = [name for name in table[0] if name.endswith(f" {letter}")]
        assert len(of_option) == 6
        for row in table:
            has_option = index < int(row["gesprek"][-1])
            assert [bool(row[name]) for name in of_option] == [has_option] * 6
    rows_of = {count: sum(row["gesprek"] == f"bcd{count}" for row in table) for count in cards}
    assert rows_of == {count: len(card.questions) for count, card in cards.items()}
    assert len(columns()) == len(set(columns())) == len(table[0])


def test_the_table_of_no_talk_is_its_header() -> None:
    assert csv_of_all([]).decode("utf-8-sig") == ";".join(columns()) + "\r\n"


def test_the_table_of_one_talk_is_the_table_of_all() -> None:
    deck, record = deck_of(HERNIA), Record(CardStamp(CARD.id), WHEN, WHEN, 3, full())
    assert csv_file(deck, record, date(2026, 3, 5), "bcdf") == csv_of_all([TalkOfCard("bcdf", deck, record)])


@pytest.mark.parametrize("note", ["=1+1", "+31 6", "-5", "@SUM(A1)", '=HYPERLINK("x")', " =1", "\u00a0=1", "-"])
def test_own_words_are_in_quotation_marks_and_so_no_formula(note: str) -> None:
    said = edits.come_back(edits.need_other(edits.note(edits.note(EMPTY, None, note), "risicos", note), note), note)
    risks = row("risicos", rows(CARD, said))
    for column in ("eigen woorden", "eigen woorden, hele gesprek", "nodig: iets anders", "wanneer verder"):
        assert risks[column] == f"“{note.strip()}”"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@A1", "  =1+1", "\n=1", "\u00a0=1", "＝1+1", "＋1", "－1", "＠A1"]
)
def test_words_of_a_card_that_would_be_a_formula_get_an_apostrophe_or_a_letter(text: str) -> None:
    question = replace(CARD.questions[0], text=text)
    option = replace(CARD.options[0], short=text)
    card = replace(CARD, questions=(question, *CARD.questions[1:]), options=(option, *CARD.options[1:]))
    first = rows(card, edits.decide(EMPTY, option.id))[0]
    assert first["tekst van de vraag"] == f"'{text}"
    assert first["keuze A"] == first["besluit"] == f"A {text}"


def test_quotes_separators_and_line_breaks_in_a_note_survive_the_round_trip() -> None:
    note = 'Hij zei: "nee", en toen\n"ja"; klaar'
    assert row("risicos", rows(CARD, edits.note(EMPTY, "risicos", note)))["eigen woorden"] == f"“{note}”"


def test_the_file_is_utf_8_with_a_mark_and_lines_end_as_rfc_4180_requires() -> None:
    data = csv_of_all([talk(CARD, EMPTY)])
    assert data.startswith(b"\xef\xbb\xbfgesprek;datum;kaart;")
    assert data.count(b"\r\n") == len(CARD.questions) + 1 == data.count(b"\n")
    assert data.endswith(b"\r\n")


def test_a_line_break_in_a_cell_is_lf() -> None:
    data = csv_of_all([talk(CARD, full())], words=True)
    assert b"geweest.\nDat" in data
    assert b"\r" not in data.replace(b"\r\n", b"")


def test_the_hostile_card_does_not_break_rows() -> None:
    table = rows(HOSTILE_CARD, EMPTY)
    assert [row["tekst van de vraag"] for row in table] == [question.text for question in HOSTILE_CARD.questions]


def test_an_earlier_answer_is_told_with_its_words_and_not_counted() -> None:
    marked = edits.mark(edits.prefer(EMPTY, "smaak", "erwt"), STATEMENT, Mark.APPEALS)
    card = with_text(SOUP, STATEMENT, "Iets anders.")
    first = rows(card, later(marked, SOUP, card))[0]
    assert sum(int(cell) for name, cell in first.items() if name.startswith("fijn ") and cell) == 0
    assert GINGER in first["gezegd over eerdere woorden"]
    assert first["gezegd over eerdere woorden"].split("\n")[1].startswith("+ fijn: ")


@given(consults())
@settings(deadline=None, max_examples=soaking(short=20, long=500))
def test_every_mark_is_counted_once_and_no_cell_starts_a_formula(consult: Consult) -> None:
    table = rows(SOUP, consult)
    marks = [f"{name} {letter}" for name in ("fijn", "zorgen", "meer uitleg", "uitgelegd") for letter in "ABC"]
    assert len(marks) == len(SOUP.options) * len(Mark)
    assert sum(int(row[name]) for row in table for name in marks) == len(consult.marks)
    cells = [cell for row in table for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert csv_of_all([talk(SOUP, consult)]) == csv_of_all([talk(SOUP, consult)])


def test_needs_are_in_words() -> None:
    assert rows(CARD, edits.need(EMPTY, Need.TIME))[0]["nodig"] == phrases.NEEDS[Need.TIME]


def test_text_of_a_talk_made_by_other_means_is_in_quotation_marks_too() -> None:
    """Text typed in the program has no white space around it; a stored talk made by other means may."""
    said = Consult(said=(("risicos", Said(note="\n=1")),), decision=Decision(not_yet=True, when="  =1+1"))
    risks = row("risicos", rows(CARD, said))
    assert (risks["eigen woorden"], risks["wanneer verder"]) == ("“\n=1”", "“  =1+1”")
