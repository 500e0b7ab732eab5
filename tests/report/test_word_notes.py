"""Notes on the words of a card: each once, and only what the text does not show itself."""

import pytest
from msgspec.structs import replace

from herniatui.card.model import Statement
from herniatui.card.quoted_words import Bold, Explanation, Hyperlink
from herniatui.report.handout.document import Piece
from herniatui.report.handout.pieces import pieces
from herniatui.report.word_notes import numbers_of, with_explanation, word_notes
from tests.support.program import WORDS, deck_of

CARD = deck_of(WORDS).card
SITE = "https://brood.example.org"


@pytest.mark.parametrize(
    ("words", "explanation", "told"),
    [
        ("kruim", "Het zachte deel.", "kruim: Het zachte deel."),
        ("kruim", "Kruim: het zachte deel.", "Kruim: het zachte deel."),
        ("kruim", "Kruimels zijn iets anders.", "kruim: Kruimels zijn iets anders."),
        ("hier", "", "hier:"),
    ],
)
def test_a_word_stands_before_its_explanation_once(words: str, explanation: str, told: str) -> None:
    assert with_explanation(words, explanation) == told


@pytest.mark.parametrize(
    ("text", "quote", "address", "notes"),
    [
        ("Lees meer.", "meer", SITE, [("meer:", SITE)]),
        ("Zie brood.example.org.", "brood.example.org", SITE, []),
        ("Zie brood.example.org.", "brood.example.org", f"{SITE}/", []),
        ("Zie brood.example.org.", "brood.example.org", f"{SITE}/recept", [("brood.example.org:", f"{SITE}/recept")]),
        ("Zie https://brood.example.org/x.", "", "", []),
    ],
)
def test_an_address_that_the_text_shows_in_full_has_no_note(
    text: str, quote: str, address: str, notes: list[tuple[str, str]]
) -> None:
    links = (Hyperlink(quote, address),) if quote else ()
    (first, *_others) = CARD.questions
    asked = replace(first, answers=((Statement("a", text, links=links),), (Statement("b", "Niets."),)), hint="")
    card = replace(CARD, questions=(asked,), glossary=(), introduction=())
    assert [(note.told, note.address) for note in word_notes(card)] == notes


def test_a_word_that_stands_often_has_one_note_and_each_place_its_number() -> None:
    text = "Kneed, kneden en KNEDEN."
    card = replace(CARD, introduction=(Statement("a", text),), glossary=(Explanation(("kneden", "kneed"), "Duwen."),))
    (note,) = [note for note in word_notes(card) if note.explanation == "Duwen."]
    found = pieces(text, deck_of(WORDS).links[3:4], {("kneden", "Het deeg duwen en vouwen tot het soepel is.", ""): 7})
    assert (note.number, note.words) == (1, "kneden")
    assert [(piece.words, piece.note) for piece in found] == [
        ("Kneed, ", 0), ("kneden", 7), (" en ", 0), ("KNEDEN", 7), (".", 0),
    ]  # fmt: skip


def test_pieces_of_a_text_that_is_bold_and_linked_in_part_are_the_text() -> None:
    starter = CARD.questions[0].answers[1][0]
    found = pieces(starter.text, deck_of(WORDS).links, numbers_of(word_notes(CARD)), starter.bold)
    assert "".join(piece.words for piece in found) == starter.text
    assert found[1:3] == (
        Piece("de ", bold=True),
        Piece("starter", f"{SITE}/starter", bold=True, note=3),
    )
    assert pieces("", (), {}, (Bold("x"),)) == ()
