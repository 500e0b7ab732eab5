"""Timelines: one lane per clock and unit, in card order; no time stands on the lane of another clock or unit."""

import pytest
from msgspec.structs import replace

from herniatui.card.model import Span, Time, Unit
from herniatui.card.reader import read_card
from herniatui.card.timelines import Lane, lanes, last_times
from tests.support.program import HERNIA, HOSTILE, THREE_OPTIONS

CARDS = {"hernia": read_card(HERNIA), "soep": read_card(THREE_OPTIONS), "vijandig": read_card(HOSTILE)}

Lanes = list[tuple[str, list[tuple[list[tuple[int, int, str]], list[str]]]]]
"""For each lane its clock; for each moment the start, end and unit of its spans, and its words."""

PEOPLE = ["88 van de 100 mensen hebben geen beenklachten meer", "12 van de 100 mensen hebben nog wel beenklachten"]
AFTER_A_YEAR = ("", [([(1, 1, "years")], ["Na 1 jaar:", *PEOPLE])])
BEWEGEN: Lanes = [
    (
        "klachten",
        [
            ([(6, 8, "weeks")], ["Nu: 6 weken tot 8 weken"]),
            (
                [(0, 12, "weeks")],
                [
                    "Bij 75 van de 100 mensen zijn de klachten minder of bijna over binnen 12 weken (vanaf het begin "
                    "van de klachten)."
                ],
            ),
        ],
    ),
    (
        "prikken",
        [
            (
                [(0, 4, "weeks")],
                [
                    "Prikken in de rug: Het is niet goed te voorspellen wie goed of minder goed reageert op de "
                    "prikken. Vooral in de eerste 4 weken na de prikken is de beenpijn een beetje minder."
                ],
            )
        ],
    ),
    AFTER_A_YEAR,
]
OPERATIE: Lanes = [
    (
        "operatie",
        [
            (
                [(3, 3, "weeks"), (8, 8, "weeks")],
                [
                    "De meeste mensen hebben ongeveer 3 weken na de operatie veel minder pijn in het been. Soms wordt "
                    "de pijn na 8 weken pas minder."
                ],
            )
        ],
    ),
    AFTER_A_YEAR,
]
WEER_DOEN: Lanes = [
    (
        "operatie",
        [
            (
                [(0, 8, "weeks")],
                ["U kunt en mag de meeste gewone dingen doen. De eerste 8 weken kunt u beter niet tillen."],
            ),
            (
                [(3, 8, "weeks")],
                ["De meeste mensen kunnen na 3 tot 8 weken weer werken. Bespreek dit met uw bedrijfsarts."],
            ),
        ],
    )
]
TOMAAT: Lanes = [
    (
        "",
        [
            (
                [(1, 1, "weeks")],
                [
                    "Na 1 week:",
                    "90 van de 100 gasten vroegen om nog een kom",
                    "10 van de 100 gasten vroegen om iets anders",
                ],
            )
        ],
    ),
    ("koken", [([(3, 4, "days")], ["De soep blijft 3 tot 4 dagen goed, geteld vanaf het koken."])]),
]
SIX_DAYS = "De soep is binnen 6 dagen op (vanaf het koken). Tot 3 maanden in de vriezer, en een paar uur in de zon."
ERWT: Lanes = [("koken", [([(0, 6, "days")], [SIX_DAYS])]), ("vriezer", [([(0, 3, "months")], [SIX_DAYS])])]

LANES = {
    ("hernia", "wanneer-minder"): [BEWEGEN, OPERATIE],
    ("hernia", "weer-doen"): [[], WEER_DOEN],
    ("soep", "smaak"): [[], TOMAAT, ERWT],
}
LAST = {
    ("hernia", "wanneer-minder"): {"weeks": 12, "years": 1},
    ("hernia", "weer-doen"): {"weeks": 8},
    ("soep", "smaak"): {"weeks": 1, "days": 6, "months": 3},
}


def summary(found: list[Lane]) -> Lanes:
    return [
        (
            lane.clock.id if lane.clock else "",
            [
                (
                    [(int(span.first), int(span.last), span.unit.value) for span in moment.spans],
                    [f"Nu: {words}" if moment.now else words for words in moment.words],
                )
                for moment in lane.moments
            ],
        )
        for lane in found
    ]


PLACES = [(name, question.id) for name, card in CARDS.items() for question in card.questions]


@pytest.mark.parametrize(("name", "question_id"), PLACES)
def test_the_lanes_of_the_three_cards_are_as_listed(name: str, question_id: str) -> None:
    card = CARDS[name]
    question = card.questions[card.question_index(question_id)]
    found = [summary(lanes(card, question, option)) for option in range(len(card.options))]
    assert found == LANES.get((name, question_id), [[]] * len(card.options))
    assert last_times(card, question) == LAST.get((name, question_id), {})


def test_a_clock_is_quoted_from_the_card() -> None:
    found = lanes(CARDS["hernia"], CARDS["hernia"].questions[1], 0)
    assert [lane.clock and lane.clock.quote for lane in found] == [
        "vanaf het begin van de klachten",
        "na de prikken",
        None,
    ]


def test_times_of_one_clock_in_two_units_have_a_lane_each_and_none_is_converted() -> None:
    card = CARDS["hernia"]
    (question,) = (question for question in card.questions if question.id == "weer-doen")
    first, *others = question.answers[1]
    hours = Time("6 uur", Span(6, 6, Unit.HOURS), "operatie")
    answers = (question.answers[0], (replace(first, times=(*first.times, hours)), *others))
    found = lanes(card, replace(question, answers=answers), 1)
    assert [(lane.clock and lane.clock.id, lane.unit) for lane in found] == [
        ("operatie", Unit.WEEKS),
        ("operatie", Unit.HOURS),
    ]
    for lane in found:
        assert {span.unit for moment in lane.moments for span in moment.spans} == {lane.unit}


def test_the_current_position_in_another_unit_has_a_lane_of_its_own() -> None:
    card = CARDS["hernia"]
    question = card.questions[1]
    first, *others = question.answers[0]
    months = replace(first.times[0], span=Span(0, 3, Unit.MONTHS))
    answers = ((replace(first, times=(months,)), *others), question.answers[1])
    found = [lane for lane in lanes(card, replace(question, answers=answers), 0) if lane.clock]
    shown = [(lane.clock.id, lane.unit, [moment.now for moment in lane.moments]) for lane in found if lane.clock]
    assert ("klachten", Unit.MONTHS, [False]) in shown
    assert ("klachten", Unit.WEEKS, [True]) in shown


def test_the_current_position_is_on_no_other_clock() -> None:
    card = CARDS["hernia"]
    clocks = {
        lane.clock.id if lane.clock else ""
        for question in card.questions
        for option in range(len(card.options))
        for lane in lanes(card, question, option)
        if any(moment.now for moment in lane.moments)
    }
    assert clocks == {"klachten"}


def test_without_an_introduction_there_is_no_current_position() -> None:
    card = replace(CARDS["hernia"], introduction=())
    assert summary(lanes(card, card.questions[1], 0))[0] == ("klachten", BEWEGEN[0][1][1:])
