"""The numbers and times of the hernia card are those of its words."""

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

# Question, option, and then what is said there: words, number, whole, relation.
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

# Words, from and up to which number of what, and from when that is counted; None where the card does not say.
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

TWELVE = [pytest.param(frequency, id=frequency.quote) for frequency in frequencies(CARD)]


def test_the_frequencies_are_these_twelve_in_their_places() -> None:
    found = [
        (question.id, option.id, frequency.quote, frequency.count, frequency.of, frequency.relation)
        for question in CARD.questions
        for index, option in enumerate(CARD.options)
        for statement, _depth in question.statements(index)
        for frequency in statement.frequencies
    ]
    assert found == FREQUENCIES


@pytest.mark.parametrize("frequency", TWELVE)
def test_a_frequency_is_what_its_own_words_say(frequency: Frequency) -> None:
    said = re.fullmatch(r"(?:(minder dan|meer dan) )?(\d+) van de (\d+)", frequency.quote)
    assert said is not None
    assert RELATION_OF_WORDS[said[1] or ""] is frequency.relation
    assert (int(said[2]), int(said[3])) == (frequency.count, frequency.of)


def test_the_quote_of_a_frequency_leaves_out_no_word_that_changes_it() -> None:
    for statement in statements(CARD):
        for frequency in statement.frequencies:
            before = statement.text[: statement.text.index(frequency.quote)].lower()
            assert not before.rstrip().endswith((" dan", "ongeveer", "bijna", "tot", "ruim")), statement.text


def test_the_frequencies_are_all_that_the_source_has() -> None:
    """Read from the source itself, by an expression of its own."""
    said = re.findall(r"(minder dan|meer dan|)\s*\b(\d+)\s+van\s+de\s+(\d+)\b", SOURCE.read_text(encoding="utf-8"))
    in_source = Counter((int(count), int(of), RELATION_OF_WORDS[words]) for words, count, of in said)
    on_card = Counter((frequency.count, frequency.of, frequency.relation) for frequency in frequencies(CARD))
    assert in_source == on_card


def test_the_times_are_these_in_this_order() -> None:
    found = [
        (time.quote, time.span and (time.span.start, time.span.end, time.span.unit), time.clock or None)
        for time in times(CARD)
    ]
    assert found == TIMES


def test_the_clocks_are_these_in_the_words_of_the_card() -> None:
    assert {clock.id: clock.quote for clock in CARD.clocks} == {
        "klachten": "vanaf het begin van de klachten",
        "operatie": "na de operatie",
        "prikken": "na de prikken",
    }


def test_only_the_introduction_says_where_the_patient_is_now() -> None:
    assert [time.quote for time in times(CARD) if time.now] == ["6 weken tot 8 weken"]


def test_only_12_are_the_others_of_88() -> None:
    others = [frequency for frequency in frequencies(CARD) if frequency.rest]
    assert [(frequency.count, frequency.of) for frequency in others] == [(12, 100), (12, 100)]


def test_only_the_chance_that_it_comes_back_is_called_unknown() -> None:
    unknown = [(statement.id, statement.unknown) for statement in statements(CARD) if statement.unknown]
    words = "we weten niet precies wat de kans is"
    assert unknown == [("bewegen-terugkomen", words), ("operatie-terugkomen", words)]


def test_twelve_weeks_are_never_without_when_they_begin() -> None:
    twelve = [time.quote for time in times(CARD) if "12 weken" in time.quote]
    assert twelve
    assert all("(vanaf het begin van de klachten)" in quote for quote in twelve)


def test_no_number_of_the_card_stands_outside_its_quotes() -> None:
    for statement in statements(CARD):
        rest = statement.text
        for quote in [one.quote for one in statement.frequencies] + [one.quote for one in statement.times]:
            rest = rest.replace(quote, "")
        assert not re.search(r"\d", rest), statement.text


def test_every_stretch_of_time_in_words_is_quoted_as_a_time() -> None:
    units = r"\b(dag|dagen|week|weken|maand|maanden|jaar)\b"
    for statement in statements(CARD):
        rest = statement.text.replace("elke dag", "")  # how often to move, and not a period
        for time in statement.times:
            rest = rest.replace(time.quote, "")
        assert not re.search(units, rest), statement.text
