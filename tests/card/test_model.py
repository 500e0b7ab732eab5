"""The queries that a card answers."""

from pathlib import Path

import pytest

from herniatui.card.model import Option, Statement, letter
from herniatui.card.reader import read_card
from tests.card.cards import TEA, statements
from tests.support.program import HERNIA, THREE_OPTIONS

SOUP = read_card(THREE_OPTIONS)


def test_a_statement_has_all_headings_above_it() -> None:
    cooking = SOUP.questions[0].answers[0][1]
    assert [text for _statement, text in cooking.with_headings()] == [
        "Koken gaat in twee rondes:",
        "Koken gaat in twee rondes: De eerste ronde, 20 minuten:",
        "Koken gaat in twee rondes: De eerste ronde, 20 minuten: pompoen en bouillon;",
        "Koken gaat in twee rondes: De eerste ronde, 20 minuten: een stukje gember zo groot als een duim.",
        "Koken gaat in twee rondes: De tweede ronde is alleen roeren.",
    ]


def test_a_statement_with_a_sentence_of_its_own_is_no_heading() -> None:
    balls = SOUP.questions[0].answers[1][1]
    assert [text for _statement, text in balls.with_headings()] == [
        "Balletjes: rol ze zo klein als een knikker. Ze drijven als ze gaar zijn.",
        "Rol ze eerst door meel.",
    ]


def test_a_colon_without_children_makes_no_heading() -> None:
    assert not Statement("a", "Na 1 jaar:").is_heading


def test_the_headings_of_the_hernia_card_are_as_listed() -> None:
    assert [statement.text for statement in statements(read_card(HERNIA)) if statement.is_heading] == [
        "Na 1 jaar:",
        "Na 1 jaar:",
        "Pijnstiller die ontstekingen remt:",
        "Heel sterke pijnstillers:",
        "Prikken in de rug:",
    ]


def test_the_texts_of_a_card_come_row_by_row() -> None:
    texts = list(SOUP.texts())
    assert texts[:3] == [
        SOUP.title,
        SOUP.question,
        "Zondag komen er 12 gasten eten. Over 2 dagen gaat de winkel dicht.",
    ]
    assert texts[3:8] == ["Dit is al in huis:", "Een grote pan.", "Lepels:", "een van hout;", "een van staal."]
    assert texts[8:12] == ["SOEPEN", *(option.name for option in SOUP.options)]
    assert texts[12:14] == ["Hoe maak je de soep?", "Snijd de pompoen in blokjes. De schil mag eraan blijven."]
    assert texts[-5:] == [
        "Wat eet je erbij?",
        "Brood met pitten.",
        "Brood met pitten.",
        "Roggebrood met spek.",
        "Deze keuzekaart is verzonnen door de soepclub, en hangt in de schuur.",
    ]


def test_a_missing_part_of_a_card_gives_no_text(tmp_path: Path) -> None:
    (tmp_path / "card.yaml").write_text(TEA, encoding="utf-8")
    assert list(read_card(tmp_path / "card.yaml").texts()) == [
        "Keuzekaart Thee",
        "Groen of zwart?",
        "GROENE THEE",
        "ZWARTE THEE",
        "Hoe zet je thee?",
        "Bij 75 van de 100 kopjes is het water 80 graden na 2 minuten.",
        "Het water kookt.",
    ]


def test_every_statement_of_a_question_comes_with_its_depth() -> None:
    depths = [depth for _statement, depth in SOUP.questions[0].statements(0)]
    assert depths == [0, 0, 1, 2, 2, 1]


def test_questions_and_options_are_found_by_id() -> None:
    assert [SOUP.question_index(question.id) for question in SOUP.questions] == [0, 1, 2, 3]
    assert [SOUP.option_index(option.id) for option in SOUP.options] == [0, 1, 2]
    with pytest.raises(KeyError):
        SOUP.question_index("pompoen")
    with pytest.raises(KeyError):
        SOUP.option_index("maken")


def test_six_options_have_six_letters() -> None:
    assert [letter(index) for index in range(6)] == ["A", "B", "C", "D", "E", "F"]


def test_a_card_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        SOUP.options[0].name = "LINZENSOEP"  # type: ignore[misc]
    assert hash(SOUP) == hash(read_card(THREE_OPTIONS))
    assert SOUP.options[0] == Option("pompoen", "POMPOENSOEP met gember", "Pompoen")
