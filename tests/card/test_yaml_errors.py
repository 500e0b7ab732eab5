"""Whatever the parser says, people read Dutch that says what to do."""

import re
from pathlib import Path

import pytest
import yaml
from yaml import _yaml

from herniatui.card.yaml_errors import message_for
from tests.card.cards import changed, problems

NOT_YAML = "dit is geen geldige YAML: "
FAULTS = {
    "title: a: b": "een tekst met een dubbele punt",
    "title: 'open": "nergens gesloten",
    'title: "open\n---\n': "nergens gesloten",
    'title: "\\q"': "tussen enkele aanhalingstekens",
    'title: "\\xZZ"': "tussen enkele aanhalingstekens",
    "title: - a": "op een nieuwe regel",
    "title: ? a": '"? "',
    "a: b\nc\nd: e": "ontbreekt een dubbele punt",
    "title: @a": "begint niet met dit teken",
    "title: `a": "begint niet met dit teken",
    "\ttitle: a": "spring in met spaties",
    "a:\n  b: c\n d: e": "springt anders in",
    "- a\nb: c": "in een lijst",
    "a: [b, c": "eindigt met ]",
    "a: [b c: d e: f]": "eindigt met ]",
    "a: {b: c": "eindigen met }",
    "a: {b: c]": "eindigen met }",
    "a: *": "begint niet met & of *",
    "a: & b": "begint niet met & of *",
    "a: !x!y b": "begint niet met !",
    "a: !<x b": "begint niet met !",
    "a: !%ZZ b": "begint niet met !",
    "a: >x\n  b": "op de volgende regel",
    "a: |0\n  b": "op de volgende regel",
    "%YAML 3.0\n---\na: b": "begint, is voor YAML zelf",
    "%YAML 1.1\n%YAML 1.1\n---\na: b": "begint, is voor YAML zelf",
    "%YAML x\n---\na: b": "begint, is voor YAML zelf",
    "%TAG ! x\n%TAG ! x\n---\na: b": "begint, is voor YAML zelf",
    "%\n---\na: b": "begint, is voor YAML zelf",
    "a: b\n]": "",
    "a: ]": "",
    "a\nb: c\n}": "",
    "...\na: b\n... c": "",
}
ENGLISH = re.compile(r"\b(found|expected|while|scanning|parsing|character|not|allowed|could|did|the|but)\b")


@pytest.fixture(params=["with libyaml", "without libyaml"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "without libyaml":
        monkeypatch.setattr("herniatui.card.yaml_nodes.Loader", yaml.SafeLoader)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(("text", "words"), FAULTS.items())
def test_every_fault_is_told_in_dutch(tmp_path: Path, text: str, words: str) -> None:
    found = problems(tmp_path, text)
    assert found
    assert not any(ENGLISH.search(line) for line in found), found
    assert any(words in line for line in found), found


def said_by_libyaml() -> list[str]:
    """Return every reason in the library as it is installed, from its scanner, parser and reader."""
    texts = re.findall(rb"[ -~]{8,}", Path(_yaml.__file__).read_bytes())
    begins = (
        "did not find",
        "found ",
        "could not",
        "mapping ",
        "block sequence",
        "control ",
        "invalid ",
        "incomplete ",
    )
    composer = ("found undefined alias", "found duplicate anchor; first occurrence")  # we build no objects
    ours = {"invalid event %s", "invalid vtable found for imported type", "incomplete", *composer}
    words = sorted({text.decode() for text in texts} - ours)
    return [word for word in words if word.startswith(begins) and re.fullmatch(r"[\w ,;:'<>%!\[\]{}.?-]+", word)]


def test_every_reason_in_libyaml_itself_has_a_sentence_of_ours() -> None:
    reasons = [text for text in said_by_libyaml() if not any(code in text for code in ("= ", "->", "_"))]
    if len(reasons) < 18:
        pytest.skip("libyaml is not part of the module here, so its reasons cannot be read from it")
    in_context = {
        "escape": "quoted scalar", "hexdecimal": "quoted scalar", "indentation indicator": "block scalar",
        "tab character where": "block scalar", "end of stream": "quoted scalar", "document indicator": "quoted scalar",
        "unexpected ':'": "plain scalar", "URI": "tag", "'!'": "tag", "'>'": "tag", "',' or ']'": "flow sequence",
        "',' or '}'": "flow mapping", "'-' indicator": "block collection", "expected key": "block mapping",
        "alphabetic or": "anchor", "version": "directive", "digit": "directive", "non-alphabetical": "directive",
        "comment or line": "directive", "whitespace": "directive", "':'": "simple key",
    }  # fmt: skip
    for reason in reasons:
        context = next((where for part, where in in_context.items() if part in reason), "")
        assert message_for(context, reason), reason


def test_a_reason_that_nobody_knows_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        mark = yaml.Mark("", 0, 6, 2, None, 0)
        raise yaml.MarkedYAMLError("while doing something", mark, "found something else", mark)

    monkeypatch.setattr(yaml, "parse", refuse)
    assert problems(tmp_path, changed()) == [
        f"7:3: {NOT_YAML}kijk hier, en in de regel erboven, naar inspringen, aanhalingstekens en haakjes"
    ]


TRAPS = {
    "'s Morgens drinkt u thee.": ("26:17", "zet dan de hele tekst tussen aanhalingstekens van de andere soort"),
    "'s Morgens of 's avonds.": ("26:32", "eindigt volgens YAML al bij het aanhalingsteken hiervoor"),
    "'Zo'n kop.'": ("26:21", "eindigt volgens YAML al bij het aanhalingsteken hiervoor"),
    '"Thee" is warm.': ("26:24", "eindigt volgens YAML al bij het aanhalingsteken hiervoor"),
    "[soms] is het heet.": ("26:24", "begint, hoort tussen aanhalingstekens"),
    "{soms} heet.": ("26:24", "begint, hoort tussen aanhalingstekens"),
    "[soms]": ("26:17", "hier hoort een tekst te staan; een tekst die met [ / { begint, hoort tussen"),
    "[soms, maar": ("27:7", "is het een gewone tekst, zet die dan tussen aanhalingstekens"),
    "> 5 van de 100": ("26:19", "of zet een tekst die zelf met > of | begint tussen aanhalingstekens"),
    "- heet": ("26:17", "zet de tekst tussen aanhalingstekens, of begin elk punt"),
    "Soms langer:": ("26:28", "of een dubbele punt aan het eind, hoort tussen aanhalingstekens"),
    "!let op": ("26:17", "zet de tekst tussen aanhalingstekens als die met ! begint"),
    "&anker heet": ("26:17", "zet die tussen aanhalingstekens als die met & begint"),
    "*ster": ("26:17", "zet die tussen aanhalingstekens als die met * begint"),
    "Kop #3 is heet.": ("26:21", "na een spatie begint # een opmerking die niet op de kaart komt"),
    "#3 is heet.": ("26:17", "na een spatie begint # een opmerking die niet op de kaart komt"),
    "Kop # drie\n            is heet.": ("27:13", "na een spatie begint # een opmerking"),
    "Kop\n          is heet.": ("27:11", "laat die dan dieper inspringen dan het veld erboven"),
}


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(("sentence", "told"), TRAPS.items())
def test_a_sentence_that_yaml_reads_in_its_own_way_is_told_with_the_cure(
    tmp_path: Path, sentence: str, told: tuple[str, str]
) -> None:
    place, words = told
    found = problems(tmp_path, changed(("Het water kookt.", sentence)))
    assert any(line.startswith(f"{place}: ") and words in line for line in found), found
    assert not any(ENGLISH.search(line) for line in found), found


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("- {id: kokend, text: Heet, maar lekker.}", '"maar lekker." heeft geen dubbele punt: tussen accolades'),
        ("- {id: kokend, text:Heet}", '"text:Heet" heeft geen dubbele punt'),
        ("- {id: kokend, text: Let op: heet}", "een tekst met : , [ ] { } erin hoort tussen aanhalingstekens"),
        ("- {id: kokend, text: 'Zo'n kop'}", "eindigt volgens YAML al bij het aanhalingsteken hiervoor"),
    ],
)
def test_a_sentence_between_braces_has_traps_of_its_own(tmp_path: Path, statement: str, words: str) -> None:
    found = problems(tmp_path, changed(("- id: kokend\n          text: Het water kookt.", statement)))
    assert any(words in line for line in found), found


def test_a_comment_behind_what_is_no_text_of_the_makers_is_fine(tmp_path: Path) -> None:
    commented = (
        ("id: kokend", "id: kokend # de zwarte"),
        ("language: nl", "language: nl # taal"),
        ("format: 1", "format: 1 # een"),
    )
    assert problems(tmp_path, changed(*commented)) == []
