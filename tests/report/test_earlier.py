"""After a change of the card, every export gives the earlier words, and states that the card has changed."""

import csv
import json
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from msgspec.structs import replace

from herniatui.card.additions import Additions
from herniatui.card.library import Deck
from herniatui.card.model import Card
from herniatui.consult import edits
from herniatui.consult.history import Talk
from herniatui.consult.model import EMPTY, Consult, Kind, Mark
from herniatui.consult.quotes import CardWords, current_answers, with_earlier_words
from herniatui.consult.walk import CLOSING, Walk
from herniatui.report.fhir import bundle, to_bytes
from herniatui.report.formats import FORMATS
from herniatui.report.note import note
from herniatui.storage.compatibility import still_discussed
from herniatui.storage.record import CardStamp, Record
from herniatui.tui.rows.decision import recap_rows
from tests.consult.changed_cards import (
    changed_cards,
    with_option,
    with_question,
    with_text,
    without_option,
    without_question,
    without_statement,
)
from tests.consult.strategies import CARD, consults
from tests.consult.test_quotes import GINGER, STATEMENT, resumed
from tests.report.consults import seen_all
from tests.report.fhir.validators import against_schema, broken_invariants
from tests.support.fhir_reader import consult_of
from tests.support.soak import soaking

DAY, WHEN = date(2031, 2, 3), datetime(2031, 2, 3, 10, 30, tzinfo=UTC)
CHANGED = "(zo stond het toen op de kaart; de kaart is daarna veranderd)"
GONE = "(zo stond het toen op de kaart; nu staat het er niet meer op)"
UNKNOWN = "(de kaart is daarna veranderd; misschien stond er toen iets anders)"
NEW = "een kilo gember."
MARKED = edits.mark(EMPTY, STATEMENT, Mark.APPEALS)
TEXT_FORMS = [name for name in FORMATS if name not in ("pdf", "json")]


def made(name: str, card: Card, consult: Consult) -> str:
    return " ".join(exported(name, card, consult).replace("&nbsp;", " ").split())


def exported(name: str, card: Card, consult: Consult) -> str:
    record = Record(CardStamp("soep"), WHEN, WHEN, 1, consult, Walk(CLOSING))
    deck = Deck(card, Additions(), Path("card.yaml"))
    return FORMATS[name].render(deck, record, DAY, soep=True, words=True, full=True).decode("utf-8-sig")


def lines(card: Card, consult: Consult) -> list[str]:
    return note(card, consult, Walk(), DAY, "", full=True).split("\n")


def of_ginger(name: str, remark: str) -> str:
    """Return what a form says of the mark on this statement: the note names the option before it, others after it."""
    if name in ("note", "soep"):
        return f"Vindt fijn aan A Pompoen: {GINGER} {remark}"
    if name == "html":  # the option is above the words
        return f"A Pompoen</p> <ul><li>{GINGER} {remark}"
    return f"{GINGER} [A Pompoen] {remark}"


@pytest.mark.parametrize("name", TEXT_FORMS)
def test_a_mark_on_words_that_changed_leaves_with_the_words_of_then(name: str) -> None:
    card = with_text(CARD, STATEMENT, NEW)
    text = made(name, card, resumed(MARKED, card))
    assert of_ginger(name, CHANGED) in text
    assert of_ginger(name, CHANGED).replace(GINGER, NEW) not in text


@pytest.mark.parametrize("name", TEXT_FORMS)
def test_a_mark_on_a_statement_that_is_gone_leaves_with_the_words_of_then(name: str) -> None:
    card = without_statement(CARD, STATEMENT)
    assert of_ginger(name, GONE) in made(name, card, resumed(MARKED, card))


@pytest.mark.parametrize("name", TEXT_FORMS)
def test_what_was_said_of_a_question_that_is_gone_still_leaves(name: str) -> None:
    card = without_question(CARD, "maken")
    said = edits.note(edits.weigh(MARKED, "maken"), "maken", "Eén pan.")
    text = made(name, card, resumed(said, card))
    for words in ("Hoe maak je de soep?", GINGER, "Eén pan.", "een beetje belangrijk", GONE):
        assert words in text.replace("Een beetje", "een beetje")


@pytest.mark.parametrize("name", TEXT_FORMS)
def test_a_decision_for_an_option_under_another_name_leaves_with_the_name_of_then(name: str) -> None:
    said = edits.decide(EMPTY, "erwt")
    renamed = with_option(CARD, "erwt", "SNERT")
    assert f"C ERWTENSOEP met worst en roggebrood {CHANGED}" in made(name, renamed, resumed(said, renamed))
    gone = without_option(CARD, "erwt")
    assert f"ERWTENSOEP met worst en roggebrood {GONE}" in made(name, gone, resumed(said, gone))


def test_answers_to_a_question_in_other_words_stand_apart_from_those_to_todays() -> None:
    card = with_question(CARD, "maken", "Hoe kook je de soep?")
    there = resumed(edits.prefer(edits.weigh(EMPTY, "maken"), "maken", "erwt"), card)
    there = edits.choose(edits.mark(there, "erwt-weken", Mark.WORRIES), "maken")
    found = lines(card, there)
    for line in (
        "Maakt zich zorgen over C Erwt: Zet de erwten de avond ervoor in het water.",
        f"Voorkeur voor C Erwt: 1. Hoe maak je de soep? {CHANGED}",
        f"Een beetje belangrijk: 1. Hoe maak je de soep? {CHANGED}",
        "Wilde eerst praten over: 1. Hoe kook je de soep?",
    ):
        assert line in found
    by_question = note(card, there, Walk(), DAY, "", "{vragen}").split("\n")
    assert by_question == [
        "1. Hoe kook je de soep? (nog niet bekeken)",
        "- Maakt zich zorgen over: Zet de erwten de avond ervoor in het water. [C Erwt]",
        f"1. Hoe maak je de soep? {CHANGED} Voorkeur: C Erwt. Hoe belangrijk: een beetje belangrijk.",
    ]


def test_what_the_patient_wanted_to_talk_about_first_is_told_in_the_order_chosen() -> None:
    card = without_question(with_question(CARD, "maken", "Hoe kook je de soep?"), "erbij")
    said = edits.choose(edits.choose(edits.choose(EMPTY, "erbij"), "smaak"), "maken")
    (first,) = (line for line in lines(card, resumed(said, card)) if line.startswith("Wilde"))
    assert first == (
        f"Wilde eerst praten over: Wat eet je erbij? {GONE} · 2. Wie vindt de soep lekker? "
        f"· 1. Hoe maak je de soep? {CHANGED}"
    )


@pytest.mark.parametrize("name", TEXT_FORMS)
def test_an_old_mark_without_words_says_that_the_card_has_changed(name: str) -> None:
    there = with_earlier_words(CardWords(CARD), MARKED, same_card=False)
    assert of_ginger(name, UNKNOWN) in made(name, CARD, there)
    card = without_statement(CARD, STATEMENT)
    text = made(name, card, with_earlier_words(CardWords(card), MARKED, same_card=False))
    assert "dit staat niet meer op de kaart" in text
    assert STATEMENT in text


def test_the_table_counts_answers_to_todays_words_only() -> None:
    card = with_text(CARD, STATEMENT, NEW)
    there = edits.mark(resumed(MARKED, card), "erwt-weken", Mark.APPEALS)
    table = list(csv.DictReader(StringIO(exported("csv", card, there), newline=""), delimiter=";"))
    assert (table[0]["fijn A"], table[0]["fijn C"]) == ("0", "1")
    assert GINGER in table[0]["gezegd over eerdere woorden"]
    assert [row["gezegd over eerdere woorden"] for row in table[1:]] == [""] * (len(table) - 1)


def test_in_fhir_no_answer_to_earlier_words_stands_in_the_response_to_the_card() -> None:
    card = with_text(CARD, STATEMENT, NEW)
    there = edits.mark(resumed(edits.decide(MARKED, "erwt"), card), "erwt-weken", Mark.WORRIES)
    received = json.loads(to_bytes(bundle(card, there, WHEN)))
    assert consult_of(card, received) == current_answers(there)
    kinds = [entry["resource"]["resourceType"] for entry in received["entry"]]
    assert kinds == ["Questionnaire", "QuestionnaireResponse"] * 2 + ["CodeSystem"] * 3
    earlier, answers = (entry["resource"] for entry in received["entry"][2:4])
    assert answers["questionnaire"] == f"{earlier['url']}|{earlier['version']}"
    assert earlier["url"] != received["entry"][0]["resource"]["url"]
    assert (GINGER in str(earlier), GINGER in str(answers)) == (True, True)


@settings(deadline=None, max_examples=soaking(short=5, long=100), phases=[Phase.explicit, Phase.generate])
@given(consults(), changed_cards())
def test_whatever_was_said_and_however_the_card_changed_every_form_can_be_made(consult: Consult, card: Card) -> None:
    there = resumed(consult, card)
    there = replace(there, discussed=still_discussed(card, there.discussed, seen_all(card)))
    for name in FORMATS:
        if name != "pdf":
            assert made(name, card, there)
    received = json.loads(to_bytes(bundle(card, there, WHEN)))
    resources = [entry["resource"] for entry in received["entry"]]
    assert against_schema(received) + [key for resource in resources for key in broken_invariants(resource)] == []
    assert consult_of(card, received) == current_answers(there)
    told = "\n".join(f"{row.lead}{row.text}" for row in recap_rows(card, Talk(there), "u", short=False))
    for quote in there.words:
        if quote.text:
            assert quote.text in told
            assert quote.text in note(card, there, Walk(), DAY, "", full=True)
            if quote.kind is Kind.WORRIES:
                assert quote.text in note(card, there, Walk(), DAY, "")
