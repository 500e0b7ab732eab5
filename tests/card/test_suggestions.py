"""Numbers without an annotation are found, and written into the file without touching the rest of it."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herniatui.card.annotated_file import AnnotatedFile
from herniatui.card.model import Card, Frequency
from herniatui.card.problems import Problems
from herniatui.card.reader import parse_card, read_card
from herniatui.card.suggestions import in_braces, suggestions
from tests.card.any_card import as_yaml, cards, is_text
from tests.card.cards import TEA, changed
from tests.support.program import HERNIA, NUMBERS, THREE_OPTIONS
from tests.support.soak import soaking

FOUND = "Het water kookt."


def read(text: str) -> Card:
    problems = Problems()
    card = parse_card(text.replace("\r\n", "\n"), problems)
    assert not problems, [problem.text for problem in problems]
    assert card is not None
    return card


def entries(text: str, language: str = "nl") -> list[str]:
    card = read(changed((FOUND, f"'{text}'"), ("language: nl", f"language: {language}")))
    return [f"{each.key}: {each.entry}" for each in suggestions(card) if each.statement == "kokend"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bij 5 tot 10% van de kopjes.", ["frequencies: {quote: 5 tot 10%, count: 5, of: 100, to: 10}"]),
        ("Bij 30% minder kopjes.", ["frequencies: {quote: 30%}"]),
        ("Een derde kopje.", ["frequencies: {quote: Een derde}"]),
        ("Een derde van de kopjes.", ["frequencies: {quote: Een derde, count: 1, of: 3, relation: exactly}"]),
        ("Hooguit ongeveer 5 van de 100.", ["frequencies: {quote: Hooguit ongeveer 5 van de 100}"]),
        ("Het duurt 3 weken.", ["times: {quote: 3 weken}"]),
        ("Ook 3 weken na het zetten.", ["times: {quote: 3 weken, at: 3, unit: weeks}"]),
        ("Na 1 jaar en 6 maanden.", ["times: {quote: Na 1 jaar en 6 maanden}"]),
        ("6 weken tot 2 dagen.", ["times: {quote: 6 weken tot 2 dagen}"]),
        ("10 dagen tot 2 maanden.", ["times: {quote: 10 dagen tot 2 maanden}"]),
        ("Van de 100 kopjes zijn er 5 koud en 3 lauw.",
         ["frequencies: {quote: Van de 100 kopjes zijn er 5, count: 5, of: 100, relation: exactly}",
          "frequencies: {quote: '3', count: 3, of: 100, relation: exactly, whole: Van de 100}"]),
        ("Drink om 8 uur, elke 4 weken, 2 uur per dag, als u ouder dan 65 jaar bent.", []),
        ("Zet 12 kopjes op tafel, neem 2 zakjes van 500 gram.", []),
        ("Bij 5 van de 4 kopjes.", ["frequencies: {quote: 5 van de 4}"]),
    ],
)  # fmt: skip
def test_what_a_text_says_is_proposed_and_what_it_may_not_say_only_in_words(text: str, expected: list[str]) -> None:
    assert entries(text) == expected


def test_a_language_without_a_word_list_has_no_suggestions() -> None:
    assert entries("Bij 5 van de 100.", "fr") == []


@pytest.mark.parametrize("path", [HERNIA, THREE_OPTIONS])
def test_a_card_that_is_annotated_has_none(path: Path) -> None:
    assert suggestions(read_card(path)) == []


@given(st.text(max_size=20).map(str.strip).filter(is_text))
def test_a_quote_is_written_such_that_it_is_read_as_the_same_text(quote: str) -> None:
    problems = Problems()
    card = TEA.replace("{quote: 75 van de 100, ", "{quote: 75 van de 100, whole: " + in_braces(quote) + ", ")
    parse_card(card, problems)
    assert all('"whole"' not in problem.text and "citaat" in problem.text for problem in problems)


WORDS = "Bij 5 van de 100 en na 3 weken."
ITEM = f"- id: kokend\n          text: {FOUND}"
STYLES = {
    "block": TEA.replace(FOUND, f"'{WORDS}'  # kookt het"),
    "flow": TEA.replace(ITEM, f"- {{id: kokend, text: {WORDS} }}  # plat"),
    "folded": TEA.replace(FOUND, ">-\n            Bij 5 van de 100\n            en na 3 weken.\n\n\n        # los"),
    "after": TEA.replace(FOUND, f"{WORDS}\n          times:\n          - quote: en"),
    "list": TEA.replace(FOUND, f"{WORDS}\n          frequencies: []\n          times: [{{quote: en}}]"),
    "first": TEA.replace(
        ITEM,
        "- frequencies:\n          - {quote: Bij}  # een\n\n          # twee\n"
        f"          id: kokend\n          text: {WORDS}",
    ),
    "end": TEA[: TEA.index("questions:")]
    + "origin: {publisher: x}\n"
    + TEA[TEA.index("questions:") : TEA.index("origin:")].replace(FOUND, WORDS).rstrip(),
}


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("style", STYLES)
def test_annotations_are_added_in_the_style_of_the_file(style: str, mark: str, line_break: str) -> None:
    old = mark + STYLES[style].replace("\n", line_break)
    card = read(old.removeprefix("\ufeff"))
    new = AnnotatedFile(old).with_annotations(suggestions(card))
    after = read(new.removeprefix("\ufeff"))
    assert suggestions(after) == []
    (kokend,) = after.questions[0].answers[1]
    assert [number.quote for number in kokend.frequencies] == ["5 van de 100"]
    assert "na 3 weken" in [time.quote for time in kokend.times]
    assert is_added_to(old, new)
    assert set(re.findall(r"\r?\n", new)) == {line_break}


def is_added_to(old: str, new: str) -> bool:
    """Return whether the old text is what remains of the new one without the added characters, in order."""
    rest = iter(new)
    return all(character in rest for character in old)


@given(cards())
@settings(deadline=None, max_examples=soaking(short=10, long=200))
def test_any_card_can_be_annotated(card: Card) -> None:
    old = as_yaml(card)
    new = AnnotatedFile(old).with_annotations(suggestions(card))
    after = read(new)
    assert suggestions(after) == []
    assert [*after.texts()] == [*card.texts()]


def test_the_card_with_every_form_is_annotated_as_it_was() -> None:
    """Without its annotations it gets them back, but for clocks, complements and what stays in words."""
    bare = re.sub(r"\n *(?:frequencies|times):(?:\n *- \{.*)+", "", NUMBERS.read_text(encoding="utf-8"))
    after = read(AnnotatedFile(bare).with_annotations(suggestions(read(bare))))
    numbers, before = _numbers(after), _numbers(read_card(NUMBERS))
    assert numbers.pop().quote == "4 van de 10"  # which the card leaves without an annotation
    assert len(before) == 13
    assert all(one.says_the_same(other) for one, other in zip(numbers, before, strict=True))


def _numbers(card: Card) -> list[Frequency]:
    tops = [top for question in card.questions for answer in question.answers for top in answer]
    return [number for top in tops for found, _depth in top.walk() for number in found.frequencies]
