"""The word lists: complete, without words of two meanings, with their sources, and only those of known languages."""

import pytest

from herniatui.card.model import Relation
from herniatui.card.wording.amounts import AFTER, WITHIN, amount_at
from herniatui.card.wording.frequency_phrases import frequency_phrases
from herniatui.card.wording.word_list import languages, word_list
from tests.card.wording.phrasings import PHRASINGS
from tests.support.program import ROOT

LANGUAGES = ("de", "en", "nl")


def value(words: str, language: str) -> object:
    found = word_list(language)
    assert found is not None
    tokens = found.tokens(words)
    amount = amount_at(tokens, 0, found)
    return amount.value if amount and amount.end == len(tokens) else None


def test_there_is_a_list_for_each_language_that_is_read_here_and_for_no_other() -> None:
    assert languages() == LANGUAGES
    assert word_list("nl-BE") is not None
    assert word_list("fr") is None
    assert word_list("../nl") is None
    assert frequency_phrases("5 sur 100", "fr") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_names_its_sources_and_has_phrasings(language: str) -> None:
    text = (ROOT / "src/herniatui/card/wording" / f"{language}.toml").read_text(encoding="utf-8")
    assert "# Sources: " in text
    assert sum(case[0] == language for case in PHRASINGS) >= 14


def test_there_are_at_least_fifty_phrasings_in_dutch_and_english() -> None:
    assert sum(case[0] in ("nl", "en") for case in PHRASINGS) >= 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_compares_has_one_known_meaning(language: str) -> None:
    words = word_list(language)
    assert words is not None
    known = {*(relation.value for relation in Relation if relation is not Relation.EXACTLY), WITHIN, AFTER}
    meanings: dict[tuple[str, ...], set[str]] = {}
    for phrase, meaning in words.relations_of_time:
        meanings.setdefault(phrase, set()).add(meaning)
    assert {meaning for said in meanings.values() for meaning in said} <= known
    assert [phrase for phrase, said in meanings.items() if len(said) > 1] == []


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("nl", "eenentwintig", 21), ("nl", "tweeëntwintig", 22), ("nl", "negenennegentig", 99),
        ("nl", "tienduizend", 10_000),
        ("nl", "twee miljoen", 2_000_000), ("nl", "1.000", 1000), ("nl", "10 000", 10_000), ("nl", "2½", 2.5),
        ("nl", "2,5", 2.5), ("nl", "2.5", 2.5), ("nl", "1.234,5", 1234.5), ("nl", "1.2.3", None),
        ("en", "twenty-one", 21), ("en", "ninety-nine", 99), ("en", "one hundred", 100), ("en", "a thousand", 1000),
        ("en", "1,000", 1000), ("en", "2.5", 2.5), ("en", "two and a half", 2.5),
        ("de", "einundzwanzig", 21), ("de", "neunundneunzig", 99), ("de", "fünfundsechzig", 65), ("de", "1.000", 1000),
    ],
)  # fmt: skip
def test_a_number_in_digits_or_words_has_its_value(language: str, words: str, number: object) -> None:
    assert value(words, language) == number


@pytest.mark.parametrize("words", ["B12", "5e", "10-jarige", "3x"])
def test_digits_in_a_word_are_no_number(words: str) -> None:
    assert value(words, "nl") is None
