"""Our words and their Dutch catalogue belong together: nothing untranslated, nothing left over, nothing stale."""

import re
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from herniatui.i18n import LOCALE
from tests.support.program import ROOT

SOURCES = ROOT / "src" / "herniatui"
DUTCH = LOCALE / "nl" / "LC_MESSAGES"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
DOMAINS = ["herniatui", "argparse"]

either_domain = pytest.mark.parametrize("domain", DOMAINS)


def test_the_words_in_the_code_are_those_in_the_catalogue() -> None:
    """If this fails: `make words`, write the Dutch in herniatui.po, and `make words` again."""
    in_code = {found[2] for found in extract_from_dir(str(SOURCES), keywords=KEYWORDS)}
    in_catalogue = {message.id for message in catalogue("herniatui") if message.id}
    assert sorted(map(str, in_code - in_catalogue)) == []
    assert sorted(map(str, in_catalogue - in_code)) == []


@either_domain
def test_every_message_is_translated(domain: str) -> None:
    assert [english for english, dutch in pairs(domain) if not dutch] == []
    assert [message.id for message in catalogue(domain) if message.id and message.fuzzy] == []


COUNTED = re.compile(r"\{(count|total|of|number)\} (\w+ )?(\w+s|more)\b")
NEVER_ONE = {
    '"{name}" takes {count} keys, one for each thing it does',
    '"{name}" takes {fewest} or {count} keys, one for each thing it does',
    "Mind: these are {of} circles, not 100.",
    "all {count} questions of the card",
}
NO_NOUN = {
    "Statement {number} has no mark any more.",
    "Statement {number} was not told yet: it is with option {letter}. Type {key}.",
    "Your template cannot be used ({problem} And {count} more); now the summary is by that of the program.",
    "{file}, line {line}: {problem} (and {count} more; see: herniatui config)",
    "format {number} is newer than this program reads ({known}); install a newer herniatui",
}


def test_what_is_counted_has_a_singular_and_a_plural() -> None:
    single = {message.id for message in catalogue("herniatui") if isinstance(message.id, str)}
    assert {text for text in single if COUNTED.search(text)} == NEVER_ONE | NO_NOUN


@either_domain
def test_the_dutch_has_the_placeholders_of_the_english(domain: str) -> None:
    differ = [(english, dutch) for english, dutch in pairs(domain) if placeholders(english) != placeholders(dutch)]
    assert differ == []


@either_domain
def test_the_dutch_begins_and_ends_with_space_where_the_english_does(domain: str) -> None:
    differ = [(english, dutch) for english, dutch in pairs(domain) if space_around(english) != space_around(dutch)]
    assert differ == []


@either_domain
def test_the_compiled_catalogue_is_that_of_the_written_one(domain: str) -> None:
    """If this fails: `make words`."""
    compiled = BytesIO()
    write_mo(compiled, catalogue(domain))
    compiled.seek(0)
    with (DUTCH / f"{domain}.mo").open("rb") as file:
        assert texts(read_mo(file)) == texts(read_mo(compiled))


def test_no_catalogue_was_forgotten() -> None:
    assert sorted(path.relative_to(LOCALE) for path in LOCALE.rglob("*.?o")) == sorted(
        Path("nl", "LC_MESSAGES", f"{domain}.{kind}") for domain in DOMAINS for kind in ("po", "mo")
    )


@pytest.mark.parametrize(
    ("english", "dutch", "same"),
    [
        ("{a} of {b}", "{b} van {a}", True),
        ("{a} of {b}", "{a} van {a}", False),
        ("{code:04X}", "{code:04X}", True),
        ("%(a)s %(b)r", "%(b)r %(a)s", True),
        ("%s and %r", "%r en %s", False),
        ("{a}", "a", False),
    ],
)
def test_the_check_of_placeholders_sees_what_it_is_for(english: str, dutch: str, same: bool) -> None:
    assert (placeholders(english) == placeholders(dutch)) is same


def catalogue(domain: str) -> Catalog:
    with (DUTCH / f"{domain}.po").open("rb") as file:
        return read_po(file, locale="nl", domain=domain)


def pairs(domain: str) -> list[tuple[str, str]]:
    """Return every text in English and Dutch; of a singular and plural, each."""
    found: list[tuple[str, str]] = []
    for message in catalogue(domain):
        if isinstance(message.id, str):
            found.append((message.id, str(message.string or "")))
        else:
            found += zip(message.id, message.string or ("", ""), strict=True)
    return [(english, dutch) for english, dutch in found if english]


def texts(found: Catalog) -> dict[object, object]:
    return {_hashable(message.id): _hashable(message.string) for message in found if message.id}


def placeholders(text: str) -> list[str]:
    """Return what is filled in: `{name}` and `%(name)s` in any order, and `%s` in the order in which they stand."""
    named = [f"{{{name}}}" for _literal, name, _format, _conversion in Formatter().parse(text) if name is not None]
    named += re.findall(r"%\(\w+\)[a-z]", text)
    return [*sorted(named), *re.findall(r"%[a-z]", text)]


def space_around(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


def _hashable(words: object) -> object:
    """A message with a plural is several texts, in a list or a tuple."""
    return tuple(words) if isinstance(words, list) else words
