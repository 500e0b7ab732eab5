"""Linked words of a card: found as whole words, in order, and each once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herniatui.card.links import Link, Term, linked_spans, links_in, terms_in
from tests.support.program import HERNIA, deck_of

SITE = "https://voorbeeld.nl"
TEA = Link(("thee",), f"{SITE}/thee")
GREEN_TEA = Link(("groene thee", "Sencha"), f"{SITE}/groene-thee")
MILK = Link(("melk",), SITE, look_up="melk")
LINKS = (TEA, GREEN_TEA, MILK)


def found(text: str) -> list[str]:
    return [text[occurrence.start : occurrence.end] for occurrence in links_in(text, LINKS)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Drink thee.", ["thee"]),
        ("THEE of Thee?", ["THEE", "Thee"]),
        ("theepot, kruidenthee, thee2 en thee_pot", []),
        ("thee-pot en (thee)", ["thee", "thee"]),
        ("Groene thee met melk", ["Groene thee", "melk"]),
        ("groene theepot", []),
        ("melk, thee", ["melk", "thee"]),
        ("", []),
    ],
)
def test_whole_words_are_found_in_order_and_the_longest_wins(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_linked_words_with_the_same_start_the_longest_wins_in_any_order(order: int) -> None:
    links = [Link(("groene",), SITE), GREEN_TEA][::order]
    assert [occurrence.link for occurrence in links_in("groene thee", links)] == [GREEN_TEA]


def test_a_word_is_not_a_pattern() -> None:
    assert links_in("thee thexe", [Link(("th.e",), SITE)]) == []


@given(st.lists(st.sampled_from(["thee", "groene", "Sencha", "melk", "pot", " ", " ", ", ", "漢字", "’s"])))
def test_spans_are_ordered_do_not_overlap_and_hold_linked_words(parts: list[str]) -> None:
    text = "".join(parts)
    words = {word.casefold() for link in LINKS for word in link.words}
    previous_end = 0
    for start, end in linked_spans(text, LINKS):
        assert previous_end <= start < end
        assert text[start:end].casefold() in words
        previous_end = end


def test_every_term_is_listed_once_as_spelled_in_the_additions_in_the_order_of_the_texts() -> None:
    terms = terms_in(["SENCHA", "Melk, sencha en thee", "groene thee"], LINKS)
    assert terms == [Term("Sencha", GREEN_TEA), Term("melk", MILK), Term("thee", TEA), Term("groene thee", GREEN_TEA)]


def test_every_linked_word_is_on_the_hernia_card_and_only_confirmed_addresses_are_pages() -> None:
    deck = deck_of(HERNIA)
    links = deck.additions.links
    terms = terms_in(deck.card.texts(), links)
    assert {term.word for term in terms} == {word for link in links for word in link.words}
    pages = {term.word: term.link.address for term in terms if not term.link.look_up}
    site = "https://www.thuisarts.nl"
    operation = f"{site}/zorg-voor-en-na-operaties/ik-word-geopereerd-hoe-gaat-voorbereiding"
    assert pages == {
        "hernia": f"{site}/hernia-in-rug/ik-heb-hernia-in-rug",
        "operatie": operation,
        "narcose": operation,
        "ruggenprik": operation,
        "trombose": f"{site}/trombosebeen/ik-heb-trombosebeen",
    }
    assert {term.link.address for term in terms if term.link.look_up} == {site}
    assert all(term.link.look_up in ("", term.word) for term in terms)
