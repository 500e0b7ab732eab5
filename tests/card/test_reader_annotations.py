"""What a card says about its numbers and times is held against its words, and every mistake is named with its place."""

from pathlib import Path

import pytest

from herniatui.card.model import Card, Clock, Frequency, Relation, Span, Statement, Time, Unit
from herniatui.card.problems import Problems
from herniatui.card.reader import parse_card
from tests.card.cards import changed, problems

TIME = "            - quote: na 2 minuten\n"
TEXT = "Bij 75 van de 100 kopjes is het water 80 graden na 2 minuten."
NUMBER = "            - {quote: 75 van de 100, count: 75, of: 100, relation: exactly}\n"
KETTLE = "questions:\n  - id: zetten"
CLOCK = f"clocks:\n  - {{id: ketel, quote: na het fluiten}}\n{KETTLE}"
REST = "{quote: 25 van de 100, count: 25, of: 100, relation: exactly, rest: true}"


def card_with_time(text: str, time: str, clock: bool = True) -> str:
    """Return the tea card with this statement and time; with a clock of which the words stand in the statement."""
    changes = [(TEXT, text), ("          frequencies:\n", ""), (NUMBER, ""), (TIME, f"            - {time}\n")]
    return changed(*changes, *([(KETTLE, CLOCK)] if clock else []))


def card_with_others(first: str, second: str) -> str:
    """Return the tea card with two statements for the first option, with these fields."""
    fields = f"        - {{id: water, text: 75 van de 100 en 20 van de 100, {first}}}\n"
    fields += f"        - {{id: rest, text: 25 van de 100 en 80 van de 100, {second}}}\n"
    start, end = changed().index("        - id: water"), changed().index("      zwart:")
    return changed()[:start] + fields + changed()[end:]


def read(text: str) -> Card:
    """Return the card that this text says."""
    found = Problems()
    card = parse_card(text, found)
    assert not found
    assert card is not None
    return card


def first_statement(card: Card) -> Statement:
    """Return the first statement for the first option."""
    return card.questions[0].answers[0][0]


@pytest.mark.parametrize(
    ("quote", "fields", "time"),
    [
        ("3 weken", "at: 3, unit: weeks", Time("3 weken", Span(3, 3, Unit.WEEKS))),
        ("binnen 3 weken", "to: 3, unit: weeks", Time("binnen 3 weken", Span(0, 3, Unit.WEEKS))),
        ("3 tot 5 dagen", "from: 3, to: 5, unit: days", Time("3 tot 5 dagen", Span(3, 5, Unit.DAYS))),
        ("1 jaar", "at: 1, unit: years", Time("1 jaar", Span(1, 1, Unit.YEARS))),
        ("2 maanden", "at: 2, unit: months, clock: ketel", Time("2 maanden", Span(2, 2, Unit.MONTHS), "ketel")),
        ("nu 2 weken", "at: 2, unit: weeks, clock: ketel, now: true",
         Time("nu 2 weken", Span(2, 2, Unit.WEEKS), "ketel", now=True)),
        ("een paar dagen", "clock: ketel", Time("een paar dagen", None, "ketel")),
    ],
)  # fmt: skip
def test_a_time_may_say_when_and_by_which_clock(quote: str, fields: str, time: Time) -> None:
    card = read(card_with_time(f"Drink dit {quote} na het fluiten.", f"{{quote: {quote}, {fields}}}"))
    assert first_statement(card).times == (time,)
    assert card.clocks == (Clock("ketel", "na het fluiten"),)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("at: 4, unit: weeks", 'het citaat "na 3 weken" zegt niet 4'),
        ("from: 3, to: 5, unit: weeks", 'het citaat "na 3 weken" zegt niet 3, 5'),
        ("at: 3, unit: months", "telt in een andere eenheid dan months"),
        ("at: 3, unit: weken", "bedoelde u"),
        ("at: 3", 'het veld "unit" ontbreekt'),
        ("unit: weeks", '"unit" staat er zonder getal'),
        ("at: 3, to: 3, unit: weeks", 'een tijd heeft "at", of "to", of "from", of "from" en "to"'),
        ("to: 3, unit: weeks", 'de tekst zegt "na 3 weken": schrijf het met "at" of "from"'),
        ("at: 3, unit: weeks, from_unit: days", '"from_unit" hoort bij "from" en "to"'),
        ("at: drie, unit: weeks", '"at" is een getal'),
        ("clock: ketl", 'er is geen klok "ketl"; bedoelde u "ketel"?'),
        ("at: 3, unit: weeks, now: true", '"now" heeft ook "unit" en "clock" nodig'),
        ("clock: ketel, now: true", '"now" heeft ook "unit" en "clock" nodig'),
        ("now: ja", '"now" is true of false'),
    ],
)
def test_a_time_that_does_not_hold_is_named_on_its_line(tmp_path: Path, fields: str, wrong: str) -> None:
    card = card_with_time("Drink dit na 3 weken, na het fluiten.", f"{{quote: na 3 weken, {fields}}}")
    (problem,) = problems(tmp_path, card)
    assert problem.startswith("23:")
    assert wrong in problem


def test_from_comes_before_to(tmp_path: Path) -> None:
    card = card_with_time("Na 8 tot 3 weken, na het fluiten.", "{quote: 8 tot 3 weken, from: 8, to: 3, unit: weeks}")
    assert problems(tmp_path, card) == ['23:44: "from" komt voor "to"']


def test_a_clock_that_there_is_not_is_asked_for(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, card_with_time("Na 3 weken.", "{quote: Na 3 weken, clock: ketel}", clock=False))
    assert 'er is geen klok "ketel"; zet hem onder "clocks"' in problem


def test_the_words_of_a_clock_stand_on_the_card(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, changed((KETTLE, CLOCK)))
    assert 'het citaat "na het fluiten" staat in geen enkele regel van de kaart' in problem


def test_clocks_have_ids_of_their_own(tmp_path: Path) -> None:
    twice = CLOCK.replace(KETTLE, f"  - {{id: ketel, quote: na 2 minuten}}\n{KETTLE}").replace(
        "na het fluiten", TEXT[:-1]
    )
    (problem,) = problems(tmp_path, changed((KETTLE, twice)))
    assert 'de id "ketel"' in problem


def test_the_others_of_the_statement_before_are_known() -> None:
    first = "frequencies: [{quote: 75 van de 100, count: 75, of: 100, relation: exactly}]"
    card = read(card_with_others(first, f"frequencies: [{REST}]"))
    assert card.questions[0].answers[0][1].frequencies == (
        Frequency("25 van de 100", 25, 100, Relation.EXACTLY, rest=True),
    )


EXACT = "quote: 75 van de 100, count: 75, of: 100, relation: exactly"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", f"frequencies: [{REST}]"),
        ("frequencies: [{quote: 20 van de 100, count: 20, of: 100, relation: exactly}]", f"frequencies: [{REST}]"),
        (f"frequencies: [{{{EXACT}}}], children: [{{id: x, text: y}}]", f"frequencies: [{REST}]"),
        (f"frequencies: [{{{EXACT}}}, {{{EXACT}}}]", f"frequencies: [{REST}]"),
        (f"frequencies: [{{{EXACT}}}]".replace("exactly", "more than"), f"frequencies: [{REST}]"),
        (f"frequencies: [{{{EXACT}}}]", f"frequencies: [{REST}]".replace("exactly", "fewer than")),
        (f"frequencies: [{{{EXACT}, rest: true}}]", ""),
        (f"frequencies: [{{{EXACT}}}], unknown: en", f"frequencies: [{REST}]"),
        (
            f"frequencies: [{{{EXACT}}}]",
            f"frequencies: [{{quote: 80 van de 100, count: 80, of: 100, relation: exactly}}, {REST}]",
        ),
    ],
)
def test_the_rest_is_refused_where_it_is_not_all_the_others(tmp_path: Path, first: str, second: str) -> None:
    found = problems(tmp_path, card_with_others(first or "times: []", second or "times: []"))
    assert any('"rest" is voor de anderen van de regel erboven' in problem for problem in found)


def test_that_a_number_is_unknown_quotes_the_words(tmp_path: Path) -> None:
    kettle = "          text: Het water kookt.\n"
    unknown = "          text: Hoe vaak weten we niet.\n          unknown: weten we niet\n"
    assert read(changed((kettle, unknown))).questions[0].answers[1][0].unknown == "weten we niet"
    (problem,) = problems(tmp_path, changed((kettle, unknown.replace(": weten", ": weet"))))
    assert 'het citaat "weet we niet" staat niet in de tekst' in problem


@pytest.mark.parametrize(("quote", "relation"), [("0 van de 100", "fewer than"), ("100 van de 100", "more than")])
def test_what_cannot_be_fewer_or_more_is_refused(tmp_path: Path, quote: str, relation: str) -> None:
    count = quote.partition(" ")[0]
    card = changed(
        ("Bij 75 van de 100", f"Bij {quote}"),
        ("{quote: 75 van de 100, count: 75, of: 100, relation: exactly}",
         f"{{quote: {quote}, count: {count}, of: 100, relation: {relation}}}"),
    )  # fmt: skip
    (problem,) = problems(tmp_path, card)
    assert "minder dan 0, of meer dan het hele aantal, kan niet" in problem
