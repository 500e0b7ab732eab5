"""What is pictured of a card: which numbers, in which order, under which headings."""

import pytest

from herniatui.card.figures import Figure, figures, leaves_out
from herniatui.card.model import Card, Frequency, Question, Relation, Statement
from herniatui.card.reader import read_card
from tests.support.program import HERNIA, HOSTILE, THREE_OPTIONS

CARDS = {"hernia": read_card(HERNIA), "soep": read_card(THREE_OPTIONS), "vijandig": read_card(HOSTILE)}

# Card, question and option; and for each picture there: headings, number, and the number of the others.
UNKNOWN = ("", "onbekend", "")
AFTER_A_YEAR = ("Na 1 jaar:", "88 van de 100", "12 van de 100")
PICTURED = {
    ("hernia", "behandeling", "bewegen"): [],
    ("hernia", "behandeling", "operatie"): [],
    ("hernia", "wanneer-minder", "bewegen"): [("", "75 van de 100", ""), AFTER_A_YEAR],
    ("hernia", "wanneer-minder", "operatie"): [AFTER_A_YEAR],
    ("hernia", "risicos", "bewegen"): [
        ("Pijnstiller die ontstekingen remt:", "20 van de 100", ""),
        ("Pijnstiller die ontstekingen remt:", "minder dan 1 van de 100", ""),
        ("Heel sterke pijnstillers:", "meer dan 10 van de 100", ""),
    ],
    ("hernia", "risicos", "operatie"): [
        ("", "5 van de 100", ""),
        ("", "4 van de 100", ""),
        ("", "3 van de 100", ""),
        ("", "1 van de 1000", ""),
    ],
    ("hernia", "terugkomen", "bewegen"): [UNKNOWN],
    ("hernia", "terugkomen", "operatie"): [UNKNOWN],
    ("hernia", "weer-doen", "bewegen"): [],
    ("hernia", "weer-doen", "operatie"): [],
    ("soep", "maken", "pompoen"): [],
    ("soep", "maken", "tomaat"): [],
    ("soep", "maken", "erwt"): [],
    ("soep", "smaak", "pompoen"): [
        ("", "62 van de 100", ""),
        ("", "431 van de 1000", ""),
        ("", "meer dan 10 van de 100", ""),
    ],
    ("soep", "smaak", "tomaat"): [("Na 1 week:", "90 van de 100", "10 van de 100")],
    ("soep", "smaak", "erwt"): [("", "minder dan 1 van de 1000", ""), ("", "0 van de 100", ""), UNKNOWN],
    ("soep", "misgaan", "pompoen"): [],
    ("soep", "misgaan", "tomaat"): [],
    ("soep", "misgaan", "erwt"): [],
    ("soep", "erbij", "pompoen"): [],
    ("soep", "erbij", "tomaat"): [],
    ("soep", "erbij", "erwt"): [],
    ("vijandig", "opmaak", "rood"): [],
    ("vijandig", "opmaak", "blauw"): [("[i]Na 1 jaar[/i]:", "88 van de 100", "")],
    ("vijandig", "citaten", "rood"): [],
    ("vijandig", "citaten", "blauw"): [],
}
LEAVES_OUT = {
    ("hernia", "wanneer-minder"): [True, True],  # injections; pain in the back
    ("hernia", "risicos"): [True, True],
    ("hernia", "terugkomen"): [False, False],
    ("soep", "smaak"): [False, True, True],
}


def question_of(card: str, question: str) -> tuple[Card, Question]:
    return CARDS[card], CARDS[card].questions[CARDS[card].question_index(question)]


def as_said(figure: Figure) -> tuple[str, str, str]:
    rest = figure.rest.statement.frequencies[0].quote if figure.rest else ""
    return figure.says.headings, figure.frequency.quote if figure.frequency else "onbekend", rest


def test_what_is_pictured_of_our_cards_is_this() -> None:
    found = {
        (name, question.id, option.id): [as_said(figure) for figure in figures(question, index)]
        for name, card in CARDS.items()
        for question in card.questions
        for index, option in enumerate(card.options)
    }
    assert found == PICTURED


def test_a_picture_is_never_without_the_headings_of_its_statement() -> None:
    _card, question = question_of("hernia", "wanneer-minder")
    assert [figure.says.words for figure in figures(question, 1)] == [
        "Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer"
    ]


def test_88_and_12_are_one_picture_that_is_about_both() -> None:
    _card, question = question_of("hernia", "wanneer-minder")
    (figure,) = figures(question, 1)
    assert figure.is_about("operatie-geen-klachten")
    assert figure.is_about("operatie-wel-klachten")
    assert not figure.is_about("bewegen-geen-klachten")
    assert not figure.is_about("operatie-na-1-jaar")


def test_only_a_statement_with_one_number_speaks_for_itself() -> None:
    _card, question = question_of("soep", "smaak")
    assert [figure.only_number for figure in figures(question, 0)] == [False, False, True]
    assert [figure.only_number for figure in figures(question, 2)] == [False, False, True]


@pytest.mark.parametrize(("card", "question_id"), LEAVES_OUT)
def test_it_is_known_whether_more_is_said_than_the_numbers(card: str, question_id: str) -> None:
    of_card, question = question_of(card, question_id)
    found = [leaves_out(question, option) for option in range(len(of_card.options))]
    assert found == LEAVES_OUT[card, question_id]


def test_a_number_within_a_heading_is_pictured_and_stands_above_those_under_it() -> None:
    of_ten = Frequency("3 van de 10", 3, 10, Relation.EXACTLY)
    under = Statement("onder", "1 van de 10 vliegt", frequencies=(Frequency("1 van de 10", 1, 10, Relation.EXACTLY),))
    top = Statement("kop", "Van 3 van de 10:", frequencies=(of_ten,), children=(under,))
    found = figures(Question("vliegers", "Vliegt het?", ((top,),)), 0)
    assert [as_said(figure) for figure in found] == [("", "3 van de 10", ""), ("Van 3 van de 10:", "1 van de 10", "")]
