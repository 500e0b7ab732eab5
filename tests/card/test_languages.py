"""Quotation marks and direction by language, held against what Unicode CLDR and Babel say."""

import re

import msgspec
import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from herniatui.card import languages
from herniatui.card.fields import LANGUAGE
from herniatui.card.languages import DEFAULT_MARKS, Marks, is_right_to_left, quotation_marks

FILE = msgspec.toml.decode(languages._FILE.read_bytes())


def test_the_direction_of_every_language_is_that_of_babel() -> None:
    for identifier in locale_identifiers():
        tag = identifier.replace("_", "-")
        assert is_right_to_left(tag) == (Locale.parse(identifier).text_direction == "rtl"), tag


@pytest.mark.parametrize(
    ("tag", "expected"),
    {
        "nl": False, "ar": True, "ar-EG": True, "FA": True, "az": False, "az-Arab": True, "az-IR": True,
        "ur-Latn": False, "sd": True, "sd-IN": False, "pa-PK": True, "ar-x-latn": True, "zz": False,
    }.items(),
)  # fmt: skip
def test_a_script_that_is_named_decides_the_direction_and_then_the_longest_tag(tag: str, expected: bool) -> None:
    assert is_right_to_left(tag) == expected


@pytest.mark.parametrize(
    ("tag", "words"),
    {
        "nl": "“x”", "nl-BE": "“x”", "en-GB": "“x”", "de": "„x“", "fr": "«\u00a0x\u00a0»", "fr-CH": "«x»", "pl": "„x”",
        "sv": "”x”", "ar": "”x“", "fa-AF": "«x»", "he": "”x”", "zh": "“x”", "zh-Hant-TW": "「x」", "ja": "「x」",
        "pt": "“x”", "pt-PT": "«x»", "zz": "“x”",
    }.items(),
)  # fmt: skip
def test_a_language_has_its_own_quotation_marks(tag: str, words: str) -> None:
    assert quotation_marks(tag) == Marks(*words.split("x"))


def test_every_tag_of_the_file_is_one_and_stands_there_once() -> None:
    quoted = [tag for tags in FILE["quotation_marks"].values() for tag in tags]
    directed = [*FILE["direction"]["right_to_left"], *FILE["direction"]["left_to_right"]]
    for tags in (quoted, directed):
        assert len(set(tags)) == len(tags)
        assert all(LANGUAGE.fullmatch(tag) for tag in tags)
    assert all(re.fullmatch("[A-Z][a-z]{3}", script) for script in FILE["direction"]["scripts"])
    assert DEFAULT_MARKS == ("“", "”")
