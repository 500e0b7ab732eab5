"""The annotated numbers and times of the hernia card equal those in its text."""

import re
from collections import Counter

import pytest

from herniatui.card.model import Frequency, Relation, Unit
from herniatui.card.reader import read_card
from tests.card.cards import SOURCE, frequencies, statements, times
from tests.support.program import HERNIA

CARD = read_card(HERNIA)
EXACTLY, FEWER, MORE = Relation.EXACTLY, Relation.FEWER_THAN, Relation.MORE_THAN
RELATION_OF_WORDS = {"": EXACTLY, "minder dan": FEWER, "meer dan": MORE}

# Question, option, quote, count, whole, relation.
FREQUENCIES = [
    ("wanneer-minder", "bewegen", "75 van de 100", 75, 100, EXACTLY),
    ("wanneer-minder", "bewegen", "88 van de 100", 88, 100, EXACTLY),
    ("wanneer-minder", "bewegen", "12 van de 100", 12, 100, EXACTLY),
    ("wanneer-minder", "operatie", "88 van de 100", 88, 100, EXACTLY),
    ("wanneer-minder", "operatie", "12 van de 100", 12, 100, EXACTLY),
    ("risicos", "bewegen", "20 van de 100", 20, 100, EXACTLY),
    ("risicos", "bewegen", "minder dan 1 van de 100", 1, 100, FEWER),
    ("risicos", "bewegen", "meer dan 10 van de 100", 10, 100, MORE),
    ("risicos", "operatie", "5 van de 100", 5, 100, EXACTLY),
    ("risicos", "operatie", "4 van de 100", 4, 100, EXACTLY),
    ("risicos", "operatie", "3 van de 100", 3, 100, EXACTLY),
    ("risicos", "operatie", "1 van de 1000", 1, 1000, EXACTLY),
]

WEEKS, YEARS = Unit.WEEKS, Unit.YEARS

# Quote; start, end and unit; clock. None where the card gives none.
TIMES = [
    ("6 weken tot 8 weken", (6, 8, WEEKS), "klachten"),
    ("de dag na de operatie", None, None),
    ("binnen 12 weken (vanaf het begin van de klachten)", (0, 12, WEEKS), "klachten"),
    ("eerste 4 weken na de prikken", (0, 4, WEEKS), "prikken"),
    ("Na 1 jaar", (1, 1, YEARS), None),
    ("ongeveer 3 weken na de operatie", (3, 3, WEEKS), "operatie"),
    ("na 8 weken", (8, 8, WEEKS), "operatie"),
    ("Na 1 jaar", (1, 1, YEARS), None),
    ("na een paar maanden", None, None),
    ("na een paar dagen", None, None),
    ("direct", None, None),
    ("eerste 8 weken", (0, 8, WEEKS), "operatie"),
    ("na 3 tot 8 weken", (3, 8, WEEKS), "operatie"),
]

ALL = [pytest.param(frequency, id=frequency.quote) for frequency in frequencies(CARD)]


def test_the_twelve_frequencies_are_as_listed_at_their_statements() -> None:
    found = [
        (question.id, option.id, frequency.quote, frequency.count, frequency.of, frequency.relation)
        for question in CARD.questions
        for index, option in enumerate(CARD.options)
        for statement, _depth in question.statements(index)
        for frequency in statement.frequencies
    ]
    assert found == FREQUENCIES


@pytest.mark.parametrize("frequency", ALL)
def test_a_frequency_equals_its_quote(frequency: Frequency) -> None:
    quoted = re.fullmatch(r"(?:(minder dan|meer dan) )?(\d+) van de (\d+)", frequency.quote)
    assert quoted is not None
    assert RELATION_OF_WORDS[quoted[1] or ""] is frequency.relation
    assert (int(quoted[2]), int(quoted[3])) == (frequency.count, frequency.of)


def test_the_quote_of_a_frequency_omits_no_word_that_changes_it() -> None:
    for statement in statements(CARD):
        for frequency in statement.frequencies:
            before = statement.text[: statement.text.index(frequency.quote)].lower()
            assert not before.rstrip().endswith((" dan", "ongeveer", "bijna", "tot", "ruim")), statement.text


def test_every_frequency_in_the_source_is_annotated() -> None:
    """Read from the source itself, by an independent regular expression."""
    said = re.findall(r"(minder dan|meer dan|)\s*\b(\d+)\s+van\s+de\s+(\d+)\b", SOURCE.read_text(encoding="utf-8"))
    in_source = Counter((int(count), int(of), RELATION_OF_WORDS[words]) for words, count, of in said)
    on_card = Counter((frequency.count, frequency.of, frequency.relation) for frequency in frequencies(CARD))
    assert in_source == on_card


def test_the_times_are_as_listed_in_order() -> None:
    found = [
        (time.quote, time.span and (time.span.start, time.span.end, time.span.unit), time.clock or None)
        for time in times(CARD)
    ]
    assert found == TIMES


def test_the_clocks_are_as_listed_in_the_words_of_the_card() -> None:
    assert {clock.id: clock.quote for clock in CARD.clocks} == {
        "klachten": "vanaf het begin van de klachten",
        "operatie": "na de operatie",
        "prikken": "na de prikken",
    }


def test_only_the_introduction_gives_the_current_position() -> None:
    assert [time.quote for time in times(CARD) if time.now] == ["6 weken tot 8 weken"]


def test_only_12_is_a_complement() -> None:
    complements = [frequency for frequency in frequencies(CARD) if frequency.rest]
    assert [(frequency.count, frequency.of) for frequency in complements] == [(12, 100), (12, 100)]


def test_only_the_chance_of_recurrence_is_called_unknown() -> None:
    unknown = [(statement.id, statement.unknown) for statement in statements(CARD) if statement.unknown]
    words = "we weten niet precies wat de kans is"
    assert unknown == [("bewegen-terugkomen", words), ("operatie-terugkomen", words)]


def test_twelve_weeks_always_come_with_their_start() -> None:
    twelve = [time.quote for time in times(CARD) if "12 weken" in time.quote]
    assert twelve
    assert all("(vanaf het begin van de klachten)" in quote for quote in twelve)


def test_no_number_of_the_card_is_outside_its_quotes() -> None:
    for statement in statements(CARD):
        rest = statement.text
        quotes = [frequency.quote for frequency in statement.frequencies] + [time.quote for time in statement.times]
        for quote in quotes:
            rest = rest.replace(quote, "")
        assert not re.search(r"\d", rest), statement.text


def test_every_period_in_words_is_quoted_as_a_time() -> None:
    units = r"\b(dag|dagen|week|weken|maand|maanden|jaar)\b"
    for statement in statements(CARD):
        rest = statement.text.replace("elke dag", "")  # a frequency of exercise, not a period
        for time in statement.times:
            rest = rest.replace(time.quote, "")
        assert not re.search(units, rest), statement.text
