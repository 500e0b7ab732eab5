"""The handout as HTML: self-contained, with every text escaped."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from herniatui.card.library import Deck
from herniatui.card.model import Card
from herniatui.cli.link_check import addresses
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult
from herniatui.report.handout import html_bytes
from tests.card.any_card import cards
from tests.report.consults import full
from tests.report.handout.handouts import DAY, DECK, HOSTILE_DECK, NASTY, SOUP_DECK, WALK, deck_for, large, noted
from tests.support.program import OTHER_LANGUAGES, deck_of
from tests.support.soak import soaking

ALL = [
    pytest.param(DECK, full(), id="hernia"),
    pytest.param(DECK, noted(), id="long notes"),
    pytest.param(DECK, None, id="bare hernia"),
    pytest.param(HOSTILE_DECK, None, id="bare hostile"),
    pytest.param(SOUP_DECK, EMPTY, id="three options"),
    pytest.param(deck_for(large()), EMPTY, id="fifty questions, six options"),
]


INLINE = ("a", "b", "br", "span", "sup", "bdi")


class ParsedPage(HTMLParser):
    """The texts, tags and attributes of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.said: list[str] = []
        self.style = ""
        self.within = ""
        self.in_note = False
        """Whether this is the number of a note, which is of the program."""
        self.feed(page.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.within = tag
        self.in_note = self.in_note or tag == "sup"
        # a link, a line break or a part in another language does not split a statement
        if tag not in INLINE:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.within = ""
        self.in_note = self.in_note and tag != "sup"
        if tag not in INLINE:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if self.within == "style":
            self.style += data
        elif not self.in_note:
            self.said.append(data)

    @property
    def words(self) -> list[str]:
        return [line.strip(" ") for line in "".join(self.said).split("\n")]

    def values(self, name: str) -> Iterator[str]:
        return (value for _tag, found, value in self.attributes if found == name)


def parse(deck: Deck, consult: Consult | None, *, short: bool = False) -> ParsedPage:
    return ParsedPage(html_bytes(deck, consult, WALK, DAY, short=short))


@pytest.mark.parametrize(("deck", "consult"), ALL)
def test_every_text_of_the_card_is_on_the_page_word_for_word(deck: Deck, consult: Consult | None) -> None:
    said = parse(deck, consult).words
    for text in deck.card.texts():
        assert any(line == text or line.endswith(f" {text}") for line in said), text


@settings(deadline=None, max_examples=soaking(short=4, long=100))
@given(card=cards())
def test_every_text_of_any_card_is_on_the_page_word_for_word(card: Card) -> None:
    said = "\n".join(parse(deck_for(card), None).words)
    for text in card.texts():
        assert text in said


@settings(deadline=None, max_examples=soaking(short=50, long=500))
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
    inside = {value for value in page.values("href") if value.startswith("#")}
    assert set(page.values("href")) - inside <= set(addresses(deck))
    assert {value[1:] for value in inside} <= set(page.values("id"))


def test_the_page_has_its_language_and_semantic_headings_tables_and_lists() -> None:
    page = parse(DECK, full())
    assert ("html", "lang", "nl") in page.attributes
    assert (page.tags["h1"], page.tags["table"]) == (1, 2)
    assert (page.tags["h2"], page.tags["h3"], page.tags["h4"]) == (2 + 5 + 1, 5 + 1, 5 * 2)
    assert page.tags["li"] > 40
    assert "@page { size: A4 portrait; @bottom-left { content: " in page.style
    assert "hyphens: manual" in page.style


def test_every_picture_has_a_text_alternative_or_is_hidden() -> None:
    page = parse(DECK, full())
    signs = [tag for tag, name, _value in page.attributes if (tag, name) == ("span", "aria-label")]
    labels = [value for tag, name, value in page.attributes if (tag, name) == ("svg", "aria-label")]
    assert page.tags["svg"] == len(labels) + len([*page.values("aria-hidden")])
    assert len([value for value in labels if value.endswith((" 100", " 1000"))]) == 10
    assert len(signs) == 9


def test_a_picture_that_occurs_more_often_is_in_the_file_once() -> None:
    page = html_bytes(DECK, None, None, DAY).decode()
    assert page.count("<use ") == 10
    assert page.count('<g id="p') == 9  # 88 of 100 for both options


def test_option_names_are_headings_above_every_answer_and_the_options_are_equally_wide() -> None:
    assert "table-layout: fixed" in parse(DECK, None).style
    three = parse(SOUP_DECK, None)
    assert "@page { size: A4 landscape; " in three.style
    assert (three.tags["table"], three.tags["h3"]) == (2, 4 * 3)
    six = parse(deck_for(large()), None)
    assert (six.tags["table"], six.tags["h3"]) == (300 + 1, 300)


def test_a_mark_is_shown_by_a_sign_with_its_words() -> None:
    page = html_bytes(DECK, full(), WALK, DAY).decode()
    sign = '<span class="sign" role="img" aria-label="hier maak ik me zorgen over">−</span></span><div>Deze zijn versl'
    assert page.count(sign) == 1


def test_the_short_page_has_the_talk_and_nothing_of_the_table() -> None:
    page = parse(DECK, full(), short=True)
    assert page.tags["table"] == 0
    assert "U beslist later" in page.words


def test_a_part_in_another_script_has_its_language_and_its_direction() -> None:
    page = html_bytes(DECK, edits.note(EMPTY, None, "Ik zeg: أريد أن أنام, en slaap"), WALK, DAY).decode()
    assert '“<bdi>Ik zeg: <span lang="und-Arab" dir="rtl">أريد أن أنام</span>, en slaap</bdi>”' in page


def test_the_words_of_a_card_in_another_language_have_that_language_and_ours_do_not() -> None:
    card = replace(DECK.card, language="tr")
    page = html_bytes(replace(DECK, card=card), full(), WALK, DAY).decode()
    assert '<html lang="nl">' in page
    assert f'<h1 lang="tr" dir="ltr">{card.title}</h1>' in page
    for words in (card.questions[0].text, card.options[1].name, card.closing):
        at = [match.start() for match in re.finditer(f">[^<]*{re.escape(words)}", page)]
        assert at
    assert page.count('lang="tr"') > 40


def test_a_card_from_right_to_left_has_its_direction_on_every_part_and_ours_stays() -> None:
    deck = deck_of(OTHER_LANGUAGES["ar"])
    page = html_bytes(deck, edits.decide(edits.note(EMPTY, None, "أنا MRI"), "b"), WALK, DAY).decode()
    card, of_card = deck.card, ' lang="ar" dir="rtl"'
    assert '<html lang="nl">' in page
    for start in ("<title", "<h1", '<p class="question"', "<span"):
        assert f"{start}{of_card}>" in page
    assert re.search(rf"Uw besluit: <span{of_card}>.*{card.options[1].short}", page)
    assert page.count('<table class="answers" dir="rtl">') == 1
    assert '<p lang="nl" dir="ltr">(De kaart zegt hier niets.)</p>' in page
    assert '<bdi dir="rtl">' in page
    assert "text-align: right" in page
    assert "text-align: right" not in html_bytes(DECK, None, WALK, DAY).decode()


@pytest.mark.parametrize(("language", "count"), {"de": 1, "en": 0}.items())
def test_only_a_word_that_may_not_fit_is_hyphenated(language: str, count: int) -> None:
    page = html_bytes(deck_of(OTHER_LANGUAGES[language]), None, WALK, DAY).decode()
    assert page.count('<span class="long">') == count
    assert page.count("hyphens: auto") == count


def test_a_card_of_fifty_questions_six_options_and_three_thousand_statements_is_less_than_2_megabytes() -> None:
    assert len(html_bytes(deck_for(large(statements=10)), EMPTY, WALK, DAY)) < 2_000_000


def test_the_bare_card_has_nothing_of_a_consult() -> None:
    said = "\n".join(parse(DECK, None).words)
    for words in ("werkrooster", "verslaafd geweest", "donderdag", "Gesprek op"):
        assert words not in said


def test_a_note_keeps_its_lines() -> None:
    page = html_bytes(DECK, edits.note(EMPTY, None, "een <b>\ntwee"), WALK, DAY).decode()
    assert "<li>“<bdi>een &lt;b&gt;<br>twee</bdi>”</li>" in page


def test_the_same_input_gives_the_same_bytes() -> None:
    assert html_bytes(DECK, full(), WALK, DAY) == html_bytes(DECK, full(), WALK, DAY)
    assert NASTY.encode()[:8] not in html_bytes(DECK, noted(), WALK, DAY)
