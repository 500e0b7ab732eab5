"""The hernia card says what its source says, word for word: looked at in two ways that share no code."""

import hashlib
from itertools import pairwise

from msgspec.structs import replace

from herniatui.card.library import check
from herniatui.card.model import Card
from herniatui.card.proof import differences
from herniatui.card.reader import read_card
from tests.card.cards import SOURCE
from tests.support.program import HERNIA

SOURCE_SHA256 = "326cef80811a5d50b3b67c02eb802652610e260334b53db382f41338e21db4c8"


def test_the_source_is_byte_for_byte_the_text_that_was_given() -> None:
    assert hashlib.sha256(SOURCE.read_bytes()).hexdigest() == SOURCE_SHA256


def test_the_card_does_not_differ_from_its_source() -> None:
    assert differences(read_card(HERNIA), source()) == []
    assert check(HERNIA) == []


def test_the_card_has_every_letter_of_its_source_in_the_same_order() -> None:
    """Written without the module that proves it, and without splitting into words."""
    assert letters_of_card(read_card(HERNIA)) == letters_of_source()


def test_a_letter_more_less_or_elsewhere_is_seen() -> None:
    card = read_card(HERNIA)
    for closing in (card.closing + ".", card.closing[:-1], card.closing.replace("is te", "te is")):
        other = replace(card, closing=closing)
        assert differences(other, source())
        assert letters_of_card(other) != letters_of_source()


def test_words_stay_apart_where_the_source_has_them_apart() -> None:
    """The letters alone would not see that `na 8 weken` became `na8weken`."""
    words = {word for line in source().split("\n") for word in line.strip("•\t ").split(" ") if word}
    for text in read_card(HERNIA).texts():
        assert "  " not in text
        assert set(text.split(" ")) <= words


def test_the_questions_stand_in_the_order_of_the_source() -> None:
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
        said = line.strip()
        if said[:2] in ("• ", "o "):
            said = said[2:]
        found += "".join(said.split())
    return found
