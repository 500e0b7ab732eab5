"""Linked words of a card: found as whole words, in order, and each once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herniatui.card.links import Link, Term, linked_spans, links_in, terms_in
from tests.support.program import HERNIA, WORDS, deck_of

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


# What the makers say, and addresses in the text.


@pytest.mark.parametrize(
    ("text", "words", "address"),
    [
        ("Zie https://thee.nl.", "https://thee.nl", "https://thee.nl"),
        ("Zie www.thee.nl/a-b?soort=groen&x=1#kop, of niet.", "www.thee.nl/a-b?soort=groen&x=1#kop",
         "https://www.thee.nl/a-b?soort=groen&x=1#kop"),
        ("(www.thee.nl/pot)", "www.thee.nl/pot", "https://www.thee.nl/pot"),
        ("www.thee.nl/pot_(groen)!", "www.thee.nl/pot_(groen)", "https://www.thee.nl/pot_(groen)"),
        ("“https://thé.nl/é”", "https://thé.nl/é", "https://xn--th-cja.nl/%C3%A9"),
        ("WWW.THEE.NL", "WWW.THEE.NL", "https://WWW.THEE.NL"),
        ("thee.nl, http://thee.nl, https://localhost, www.1.2.3.4, ik@www.thee.nl of https://", "thee", TEA.address),
    ],
)  # fmt: skip
def test_an_address_of_a_website_in_the_text_is_a_link_in_full(text: str, words: str, address: str) -> None:
    found = links_in(text, ())
    if words == "thee":
        assert found == []
        return
    assert [(text[place.start : place.end], place.link.address) for place in found] == [(words, address)]


def test_words_with_an_explanation_and_an_address_have_both() -> None:
    explained = Link(("thee", "theetje"), "", explanation="Blad in water.")
    (found,) = links_in("Thee.", [explained, TEA])
    assert (found.link.explanation, found.link.address) == ("Blad in water.", TEA.address)
    assert [term.word for term in terms_in(["Een theetje.", "THEE"], [explained, TEA])] == ["thee", "thee"]
    (other,) = links_in("theetje", [explained, TEA])
    assert other.link == explained
    (found,) = links_in("melk", [Link(("melk",), "", explanation="Wit."), MILK])
    assert (found.link.look_up, found.link.explanation) == ("melk", "Wit.")


def test_a_link_of_the_makers_is_only_where_they_have_it_and_comes_before_one_of_the_project() -> None:
    text = "Thee hier, en thee daar."
    own = Link(("thee",), f"{SITE}/maker", only_in=text, within="thee daar")
    assert [(place.start, place.link.address) for place in links_in(text, [own, TEA])] == [
        (0, TEA.address),
        (14, f"{SITE}/maker"),
    ]
    assert [place.link for place in links_in("En thee daar.", [own, TEA])] == [TEA]


def test_links_of_a_card_are_those_of_its_makers_first() -> None:
    deck = deck_of(WORDS)
    kinds = [(link.words[0], bool(link.explanation), bool(link.only_in)) for link in deck.links]
    assert kinds == [
        ("oven", False, True),
        ("starter", False, True),
        ("hier", False, True),
        ("kneden", True, False),
        ("kruim", True, False),
        ("starter", True, False),
        ("kneden", False, False),
        ("gist", False, False),
    ]
    assert [link.is_of_card for link in deck.links] == [True] * 6 + [False] * 2
