"""The handout as HTML: self-contained, with every text escaped."""

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herniatui.card.library import Deck
from herniatui.card.model import Card
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult
from herniatui.report.handout import html_bytes
from tests.card.any_card import cards
from tests.report.consults import full
from tests.report.handout.handouts import DAY, DECK, HOSTILE_DECK, NASTY, SOUP_DECK, WALK, deck_for, large, noted
from tests.support.soak import soaking

ALL = [
    pytest.param(DECK, full(), id="hernia"),
    pytest.param(DECK, noted(), id="long notes"),
    pytest.param(DECK, None, id="bare hernia"),
    pytest.param(HOSTILE_DECK, None, id="bare hostile"),
    pytest.param(SOUP_DECK, EMPTY, id="three options"),
    pytest.param(deck_for(large()), EMPTY, id="fifty questions, six options"),
]


class ParsedPage(HTMLParser):
    """The texts, tags and attributes of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.said: list[str] = []
        self.style = ""
        self.within = ""
        self.feed(page.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.within = tag
        # a link or a line break does not split a statement
        if tag not in ("a", "br", "bdi"):
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.within = ""
        if tag not in ("a", "bdi"):
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if self.within == "style":
            self.style += data
        else:
            self.said.append(data)

    @property
    def words(self) -> list[str]:
        return [line.strip(" ") for line in "".join(self.said).split("\n")]

    def values(self, name: str) -> Iterator[str]:
        return (value for _tag, found, value in self.attributes if found == name)


def parse(deck: Deck, consult: Consult | None) -> ParsedPage:
    return ParsedPage(html_bytes(deck, consult, WALK, DAY))


@pytest.mark.parametrize(("deck", "consult"), ALL)
def test_every_text_of_the_card_is_on_the_page_word_for_word(deck: Deck, consult: Consult | None) -> None:
    said = parse(deck, consult).words
    for text in deck.card.texts():
        assert any(line == text or line.endswith(f". {text}") for line in said), text


@settings(deadline=None, max_examples=soaking(short=10, long=100))
@given(card=cards())
def test_every_text_of_any_card_is_on_the_page_word_for_word(card: Card) -> None:
    said = "\n".join(parse(deck_for(card), None).words)
    for text in card.texts():
        assert text in said


@settings(deadline=None)
@given(words=st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")), max_size=100))
def test_any_note_stays_text(words: str) -> None:
    consult = edits.note(EMPTY, None, words)
    page = parse(DECK, consult)
    if consult.note:
        assert f"“{consult.note}”" in page.words
    assert page.tags["main"] == page.tags["h1"] == 1
    assert page.tags["script"] == 0


@pytest.mark.parametrize(("deck", "consult"), ALL)
def test_the_page_is_self_contained_and_has_no_script(deck: Deck, consult: Consult | None) -> None:
    page = parse(deck, consult)
    assert not set(page.tags) & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "b[red]"}
    assert not [value for name in ("src", "srcset", "style", "onload", "onclick") for value in page.values(name)]
    assert page.style.count("url(") == page.style.count("url(data:font/") >= 1
    assert "@import" not in page.style
    assert set(page.values("href")) <= {link.address for link in deck.additions.links}


def test_the_page_has_its_language_and_semantic_headings_tables_and_lists() -> None:
    page = parse(DECK, full())
    assert ("html", "lang", "nl") in page.attributes
    assert (page.tags["h1"], page.tags["table"], page.tags["th"]) == (1, 5, 10)
    assert page.tags["h2"] == 1 + 5 + 1 + 1
    assert page.tags["li"] > 40
    assert "@page { size: A4 portrait; }" in page.style
    assert "hyphens: manual" in page.style


def test_every_picture_has_a_text_alternative_or_is_hidden() -> None:
    page = parse(DECK, full())
    assert page.tags["svg"] == len([*page.values("aria-label")]) + len([*page.values("aria-hidden")])
    assert len([value for value in page.values("aria-label") if value.startswith(("100", "1000"))]) == 10


def test_options_are_columns_of_equal_width_or_stacked_at_full_width() -> None:
    assert "table-layout: fixed" in parse(DECK, None).style
    three = parse(SOUP_DECK, None)
    assert "@page { size: A4 landscape; }" in three.style
    assert (three.tags["table"], three.tags["th"]) == (4, 12)
    six = parse(deck_for(large()), None)
    assert (six.tags["table"], six.tags["h3"]) == (0, 300 + 3)


def test_a_mark_is_shown_by_a_sign_and_words() -> None:
    said = parse(DECK, full()).words
    at = said.index("Deze zijn verslavend. Dit is belangrijk om te weten voor u ermee begint.")
    assert [line for line in said[at + 1 : at + 9] if line] == ["−", "hier maak ik me zorgen over"]


def test_the_bare_card_has_nothing_of_a_consult() -> None:
    said = "\n".join(parse(DECK, None).words)
    for words in ("werkrooster", "verslaafd geweest", "donderdag", "Gesprek op"):
        assert words not in said


def test_a_note_keeps_its_lines() -> None:
    page = html_bytes(DECK, edits.note(EMPTY, None, "een <b>\ntwee"), WALK, DAY).decode()
    assert "<dd>“een &lt;b&gt;<br>twee”</dd>" in page


def test_the_same_input_gives_the_same_bytes() -> None:
    assert html_bytes(DECK, full(), WALK, DAY) == html_bytes(DECK, full(), WALK, DAY)
    assert NASTY.encode()[:8] not in html_bytes(DECK, noted(), WALK, DAY)
