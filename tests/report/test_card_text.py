"""A card as plain text: all its words in order."""

from pathlib import Path

import pytest

from herniatui.card.library import Deck, open_deck, shipped
from herniatui.report.card_info import about
from herniatui.report.card_text import card_text, folded
from tests.card.cards import TEA
from tests.support.program import HOSTILE, THREE_OPTIONS

PATHS = [pytest.param(path, id=path.parent.name) for path in (*shipped(), THREE_OPTIONS, HOSTILE)]


@pytest.fixture(params=PATHS)
def deck(request: pytest.FixtureRequest) -> Deck:
    path: Path = request.param
    return open_deck(path)


def test_every_text_of_the_card_stands_in_it_whole_and_in_order(deck: Deck) -> None:
    text, place = card_text(deck), 0
    for words in deck.card.texts():
        assert words in text[place:], words
        place = text.index(words, place) + len(words)


def test_every_statement_is_a_line_of_its_own_indented_by_its_depth(deck: Deck) -> None:
    lines = iter(card_text(deck).split("\n"))
    for number, question in enumerate(deck.card.questions, 1):
        assert f"{number}. {question.text}" in lines
        for index in range(len(deck.card.options)):
            for statement, depth in question.statements(index):
                bullet = "" if statement.paragraph else "- "
                assert f"{'  ' * depth}{bullet}{statement.text}" in lines


def test_the_name_of_its_option_stands_above_every_answer(deck: Deck) -> None:
    text = card_text(deck)
    for letter, option in zip("ABC", deck.card.options, strict=False):
        assert text.count(f"\n{letter}. {option.name}\n") == len(deck.card.questions) + 1


def test_it_ends_with_where_the_card_comes_from_and_what_is_ours(deck: Deck) -> None:
    text = card_text(deck)
    place = text.index(list(deck.card.texts())[-2])
    for heading, paragraphs in about(deck):
        for words in (f"\n\n{heading}\n", *paragraphs):
            assert words in text[place:], words
            place = text.index(words, place)


def test_what_a_card_does_not_have_leaves_no_gap(tmp_path: Path) -> None:
    path = tmp_path / "card.yaml"
    path.write_text(TEA, encoding="utf-8")
    deck = open_deck(path)
    assert card_text(deck).split("\n") == [
        "Keuzekaart Thee",
        "Groen of zwart?",
        "",
        "A. GROENE THEE",
        "B. ZWARTE THEE",
        "",
        "1. Hoe zet je thee?",
        "",
        "A. GROENE THEE",
        "- Bij 75 van de 100 kopjes is het water 80 graden na 2 minuten.",
        "",
        "B. ZWARTE THEE",
        "- Het water kookt.",
        "",
        "In beeld (door het project toegevoegd)",
        "- A Groen: 100 rondjes, 75 gevuld. Gevuld: “Bij 75 van de 100 kopjes is het water 80 graden na 2 minuten.” "
        "Open: de andere mensen: 25 van de 100",
        "",
        "Herkomst",
        "- Op de kaart genoemd: de theeclub",
        f"- Deze kaart: versie onbekend, controlecode {deck.sha256[:8]}",
        "- Datum: onbekend",
        "- Licentie: onbekend",
        "- De woorden van de kaart zijn van de makers. De licentie van dit programma geldt alleen voor het programma.",
    ]


def test_what_is_not_known_of_a_card_is_called_unknown() -> None:
    unknown = origin_of(shipped()[0])
    assert [line.partition(", controlecode")[0] for line in unknown if "onbekend" in line] == [
        "Deze kaart: versie onbekend",
        "Datum: onbekend",
        "Licentie: onbekend",
    ]
    known = origin_of(THREE_OPTIONS)
    assert {"Deze kaart: versie 4.2 van 2031-02-29, controlecode 0822e6b1", "Licentie: vrij om na te koken"} <= set(
        known
    )


@pytest.mark.parametrize("columns", [1, 20, 80, 100, 300])
def test_folding_for_a_terminal_changes_no_word(deck: Deck, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    text = card_text(deck)
    assert folded(text).split() == text.split()
    for line in folded(text).split("\n"):
        assert len(line) <= min(columns, 100) or " " not in line.lstrip(" -")


def test_folded_lines_hang_under_their_own_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "24")
    assert folded("  - een twee drie vier vijf zes zeven\nacht negen tien elf twaalf") == (
        "  - een twee drie vier\n    vijf zes zeven\nacht negen tien elf\ntwaalf"
    )


def test_a_word_stays_whole_where_it_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "24")
    assert folded("naar een pijn-polikliniek") == "naar een\npijn-polikliniek"


def origin_of(path: Path) -> list[str]:
    deck = open_deck(path)
    return dict(about(deck))["Herkomst"]
