"""Figures of a card: which numbers are drawn, in which order, under which headings."""

import pytest

from herniatui.card.figures import Figure, figures, has_statements_without_number
from herniatui.card.model import Card, Frequency, Question, Relation, Statement
from herniatui.card.reader import read_card
from tests.support.program import HERNIA, HOSTILE, THREE_OPTIONS

CARDS = {"hernia": read_card(HERNIA), "soep": read_card(THREE_OPTIONS), "vijandig": read_card(HOSTILE)}

# By card, question and option: for each figure its headings, its number, and the complement.
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


def summary(figure: Figure) -> tuple[str, str, str]:
    rest = figure.rest.statement.frequencies[0].quote if figure.rest else ""
    return figure.sentence.headings, figure.frequency.quote if figure.frequency else "onbekend", rest


def test_the_figures_of_the_three_cards_are_as_listed() -> None:
    found = {
        (name, question.id, option.id): [summary(figure) for figure in figures(question, index)]
        for name, card in CARDS.items()
        for question in card.questions
        for index, option in enumerate(card.options)
    }
    assert found == PICTURED


def test_a_figure_carries_the_headings_of_its_statement() -> None:
    _card, question = question_of("hernia", "wanneer-minder")
    assert [figure.sentence.words for figure in figures(question, 1)] == [
        "Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer"
    ]


def test_88_and_12_are_one_figure_about_both_statements() -> None:
    _card, question = question_of("hernia", "wanneer-minder")
    (figure,) = figures(question, 1)
    assert figure.is_about("operatie-geen-klachten")
    assert figure.is_about("operatie-wel-klachten")
    assert not figure.is_about("bewegen-geen-klachten")
    assert not figure.is_about("operatie-na-1-jaar")


def test_a_number_is_the_only_one_unless_its_statement_has_more() -> None:
    _card, question = question_of("soep", "smaak")
    assert [figure.only_number for figure in figures(question, 0)] == [False, False, True]
    assert [figure.only_number for figure in figures(question, 2)] == [False, False, True]


@pytest.mark.parametrize(("card", "question_id"), LEAVES_OUT)
def test_statements_without_a_number_are_noticed(card: str, question_id: str) -> None:
    asked, question = question_of(card, question_id)
    found = [has_statements_without_number(asked, question, option) for option in range(len(asked.options))]
    assert found == LEAVES_OUT[card, question_id]


def test_a_number_in_a_heading_comes_before_the_numbers_below_it() -> None:
    of_ten = Frequency("3 van de 10", 3, 10, Relation.EXACTLY)
    under = Statement("onder", "1 van de 10 vliegt", frequencies=(Frequency("1 van de 10", 1, 10, Relation.EXACTLY),))
    top = Statement("kop", "Van 3 van de 10:", frequencies=(of_ten,), children=(under,))
    found = figures(Question("vliegers", "Vliegt het?", ((top,),)), 0)
    assert [summary(figure) for figure in found] == [("", "3 van de 10", ""), ("Van 3 van de 10:", "1 van de 10", "")]
