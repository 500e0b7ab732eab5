"""Text alternatives of figures and lanes: complete, with the card's own sentence, and with icons on request."""

import pytest

from herniatui.card.figures import Figure, Sentence, figures
from herniatui.card.library import open_deck
from herniatui.card.model import Card, Frequency, Relation, Statement
from herniatui.report.card_text import card_text
from herniatui.report.icons import ASCII, THOUSAND_WIDTH, grid
from herniatui.report.picture_text import describe_figure, picture_lines
from tests.support.program import HERNIA, OTHER_LANGUAGES, THREE_OPTIONS

CARD = open_deck(HERNIA).card


def lines(card: Card, question: str, drawn: bool = False) -> list[str]:
    return list(picture_lines(card, card.questions[card.question_index(question)], drawn))


def test_the_card_is_quoted_in_the_marks_of_its_language() -> None:
    (line,) = lines(open_deck(OTHER_LANGUAGES["de"]).card, "bitter")
    assert "„Bitter sind 5 von 100 Tassen.“" in line


def test_every_kind_of_number_is_described_in_a_sentence() -> None:
    _, pair, *_ = lines(CARD, "wanneer-minder")
    assert pair == (
        "- A Bewegen en medicijnen: 100 rondjes, 88 gevuld. "
        "Gevuld: “Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer” "
        "Open: “Na 1 jaar: 12 van de 100 mensen hebben nog wel beenklachten”"
    )
    twenty, fewer, more, *_ = lines(CARD, "risicos")
    assert "100 rondjes, 20 gevuld. Gevuld: “Pijnstiller die ontstekingen remt: Buikpijn" in twenty
    assert (
        "100 rondjes, geen gevuld en 1 gemarkeerd, want het zijn er minder dan 1: “Pijnstiller die ontstekingen remt:"
        in fewer
    )
    assert "100 rondjes, 10 gevuld en het volgende gemarkeerd, want het zijn er meer dan 10: “Heel sterke" in more


def test_an_unknown_number_is_called_unknown() -> None:
    assert [line.partition("“")[0] for line in lines(CARD, "terugkomen")] == [
        "- A Bewegen en medicijnen: onbekend: ",
        "- B Operatie: onbekend: ",
    ]


def test_two_numbers_in_a_sentence_are_each_quoted() -> None:
    soup = open_deck(THREE_OPTIONS).card
    first, second, *_ = lines(soup, "smaak")
    assert "Gevuld: “62 van de 100”, “Bij de proef" in first
    assert "Gevuld: “431 van de 1000”, “Bij de proef" in second


def test_times_are_described_with_their_clock() -> None:
    said = [line for line in lines(CARD, "wanneer-minder") if ". Weken" in line or ". Jaren" in line]
    assert [line.partition("“")[0] for line in said] == [
        "- A Bewegen en medicijnen. Weken vanaf het begin van de klachten. Nu: ",
        "- A Bewegen en medicijnen. Weken vanaf het begin van de klachten. ",
        "- A Bewegen en medicijnen. Weken na de prikken. ",
        "- A Bewegen en medicijnen. Jaren (de kaart zegt niet vanaf wanneer). ",
        "- B Operatie. Weken na de operatie. ",
        "- B Operatie. Jaren (de kaart zegt niet vanaf wanneer). ",
    ]
    assert said[0].endswith("“6 weken tot 8 weken”")
    assert said[3].endswith(
        "“Na 1 jaar:” “88 van de 100 mensen hebben geen beenklachten meer” "
        "“12 van de 100 mensen hebben nog wel beenklachten”"
    )


def test_a_question_without_numbers_or_times_has_no_lines() -> None:
    assert lines(CARD, "behandeling") == []


def test_icons_follow_the_sentence_only_on_request() -> None:
    plain, drawn = card_text(open_deck(HERNIA)).split("\n"), card_text(open_deck(HERNIA), drawn=True).split("\n")
    assert not [line for line in plain if set(line.strip()) <= set("#.~ ") and line.strip()]
    heading = "In beeld (door het project toegevoegd"
    assert [line for line in drawn if line in plain] == [line for line in plain if not line.startswith(heading)]
    assert sum(line.startswith(f"{heading}; # is gevuld, . is open, ~ is gemarkeerd)") for line in drawn) == 4
    for question in CARD.questions:
        for option in range(2):
            for figure in figures(question, option):
                place = next(number for number, line in enumerate(drawn) if line.endswith(describe_figure(figure)))
                rows = list(grid(figure.frequency, ASCII, THOUSAND_WIDTH)) if figure.frequency else []
                assert [line.strip() for line in drawn[place + 1 : place + 1 + len(rows)]] == rows


@pytest.mark.parametrize(("of", "circles"), [(1, "een strook van 1 deel, 1 gevuld. "), (10, "10 rondjes, 1 gevuld. ")])
def test_circles_are_counted_in_the_singular_and_the_plural(of: int, circles: str) -> None:
    statement = Statement("a", "1 van de patiënten", frequencies=(Frequency("1", 1, of, Relation.EXACTLY),))
    assert describe_figure(Figure(Sentence(statement), statement.frequencies[0])).startswith(circles)
