"""The hernia card equals its source word for word, compared in two ways that share no code."""

import hashlib
from itertools import pairwise

from msgspec.structs import replace

from herniatui.card.library import check
from herniatui.card.model import Card
from herniatui.card.reader import read_card
from tests.card.cards import SOURCE, differences
from tests.support.program import HERNIA

SOURCE_SHA256 = "326cef80811a5d50b3b67c02eb802652610e260334b53db382f41338e21db4c8"


def test_the_source_is_the_given_text_byte_for_byte() -> None:
    assert hashlib.sha256(SOURCE.read_bytes()).hexdigest() == SOURCE_SHA256


def test_the_card_does_not_differ_from_its_source() -> None:
    assert differences(read_card(HERNIA), source()) == []
    assert check(HERNIA) == []


def test_the_card_has_every_letter_of_its_source_in_the_same_order() -> None:
    """Independent of `card.proof`, and without splitting into words."""
    assert letters_of_card(read_card(HERNIA)) == letters_of_source()


def test_an_extra_missing_or_moved_letter_is_detected() -> None:
    card = read_card(HERNIA)
    for closing in (card.closing + ".", card.closing[:-1], card.closing.replace("is te", "te is")):
        other = replace(card, closing=closing)
        assert differences(other, source())
        assert letters_of_card(other) != letters_of_source()


def test_words_are_separated_as_in_the_source() -> None:
    """Comparing letters would not detect that `na 8 weken` became `na8weken`."""
    words = {word for line in source().split("\n") for word in line.strip("•\t ").split(" ") if word}
    for text in read_card(HERNIA).texts():
        assert "  " not in text
        assert set(text.split(" ")) <= words


def test_the_questions_are_in_the_order_of_the_source() -> None:
    letters = letters_of_source()
    places = [letters.index("".join(question.text.split())) for question in read_card(HERNIA).questions]
    assert all(before < after for before, after in pairwise(places))


def source() -> str:
    return SOURCE.read_bytes().decode("utf-8")


def letters_of_card(card: Card) -> str:
    return "".join(character for text in card.texts() for character in text if not character.isspace())


def letters_of_source() -> str:
    found = ""
    for line in source().split("\n"):
        text = line.strip()
        if text[:2] in ("• ", "o "):
            text = text[2:]
        found += "".join(text.split())
    return found
