"""What the proof and `check` say when a card and its source differ, and where."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from herniatui.card.library import check
from herniatui.card.problems import MOST_SHOWN, Problems
from herniatui.card.proof.passages import passages
from herniatui.card.proof.section_proof import section_differences
from herniatui.card.proof.source_words import Word, source_words
from herniatui.card.reader import read_card
from herniatui.card.remarks import remarks
from tests.card.cards import SOURCE, differences
from tests.card.sources import WAYS, in_markdown, with_texts
from tests.support.program import HERNIA, HOSTILE, THREE_OPTIONS

CARD = read_card(HERNIA)

TEA = """\
format: 1
id: thee
language: nl
title: Keuzekaart Thee
question: Groen of zwart?
options:
  - {id: groen, name: GROENE THEE, short: Groen}
  - {id: zwart, name: ZWARTE THEE, short: Zwart}
questions:
  - id: zetten
    text: Hoe zet je thee?
    answers:
      groen:
        - {id: warm, text: Het water is warm.}
        - id: twee
          text: >-
            Wacht twee
            minuten.
      zwart:
        - {id: kokend, text: 'Het water kookt, zo''n pan vol.'}
        - {id: vier, text: "Wacht \\u0076ier minuten."}
  - id: smaak
    text: Hoe smaakt het?
    answers:
      groen: nothing
      zwart: [{id: sterk, text: Sterk.}]
closing: Tot ziens.
origin:
  publisher: de theeclub
"""
"""A card with every way in which YAML writes a text, and an empty cell."""

ROWS = """\
Keuzekaart Thee
Groen of zwart?
GROENE THEE ZWARTE THEE

Hoe zet je thee?

Het water is warm.
Wacht twee minuten.

Het water kookt, zo'n pan vol.
Wacht vier minuten.

Hoe smaakt het?

Sterk.

Tot ziens.
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the hernia card, with its source, to spoil."""
    shutil.copytree(HERNIA.parent, tmp_path / "kaart")
    return tmp_path / "kaart" / "card.yaml"


def told(folder: Path, source: str, card: str = TEA) -> list[str]:
    """Return what `check` says of this card beside this source, without the folder."""
    (folder / "card.yaml").write_text(card, encoding="utf-8")
    (folder / "source.nl.txt").write_text(source, encoding="utf-8")
    return [line.removeprefix(f"{folder / 'card.yaml'}:") for line in check(folder / "card.yaml")]


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("in_source", "instead", "expected"),
    [
        ("binnen 12 weken", "binnen 13 weken", ['op de kaart staat "12", in de bron "13"']),
        ("risico’s en", "risico's en", ['op de kaart staat "risico’s", in de bron "risico\'s"']),
        (
            "pijn-polikliniek",
            "pijnpolikliniek",
            ['op de kaart staat "pijn-polikliniek.", in de bron "pijnpolikliniek."'],
        ),
        ("(narcose).", "(narcose)", ['op de kaart staat "(narcose).", in de bron "(narcose)"']),
        ("(narcose).", "(narcose). Of niet.", ['"Of niet." staat in de bron, en niet op de kaart']),
        ("een snee in", "een in", ['"snee" staat op de kaart, en niet in de bron']),
        ("OPERATIE \n", "Operatie \n", ['op de kaart staat "OPERATIE", in de bron "Operatie"']),
        (
            "maakt een snee",
            "een maakt snee",
            ['"maakt" staat op de kaart, en niet in de bron', '"maakt" staat in de bron, en niet op de kaart'],
        ),
    ],
)
def test_a_difference_is_told_with_the_words_of_both_sides(in_source: str, instead: str, expected: list[str]) -> None:
    source = changed(SOURCE.read_text(encoding="utf-8"), (in_source, instead))
    assert [found.text for found in differences(CARD, source)] == expected


@pytest.mark.parametrize(
    ("in_source", "instead", "expected"),
    [
        ("warm.", "heet.", ['14:41: Hoe zet je thee? / Groen: op de kaart staat "warm.", in de bron "heet." (7:14)']),
        (
            "Wacht twee minuten.",
            "Wacht twee hele\nminuten.",
            ['18:13: Hoe zet je thee? / Groen: "hele" staat in de bron, en niet op de kaart (8:12)'],
        ),
        (
            "pan vol.",
            "pan\tvol thee.",
            ['20:58: Hoe zet je thee? / Zwart: op de kaart staat "vol.", in de bron "vol thee." (10:27)'],
        ),
        (
            "Wacht vier",
            "Wacht",
            ['21:34: Hoe zet je thee? / Zwart: "vier" staat op de kaart, en niet in de bron (11:6)'],
        ),
        (
            "smaakt het?\n",
            "smaakt het?\n\nNaar gras.\n",
            ['25:14: Hoe smaakt het? / Groen: "Naar gras." staat in de bron, en niet op de kaart (15:1)'],
        ),
        ("\nTot ziens.", "", ['27:10: closing: "Tot ziens." staat op de kaart, en niet in de bron (15:7)']),
        ("GROENE", "Groene", ['7:23: Groen: op de kaart staat "GROENE", in de bron "Groene" (3:1)']),
        ("smaakt het", "ruikt het", ['23:15: Hoe smaakt het?: op de kaart staat "smaakt", in de bron "ruikt" (13:5)']),
    ],
)
def test_a_difference_is_told_with_its_place_in_the_card_and_in_the_source(
    tmp_path: Path, in_source: str, instead: str, expected: list[str]
) -> None:
    found = told(tmp_path, changed(ROWS, (in_source, instead)))
    assert [line.replace("source.nl.txt:", "") for line in found] == expected
    assert told(tmp_path, ROWS) == []


@pytest.mark.parametrize("way", ["rows", "columns", "headings of questions"])
def test_words_doubled_at_the_end_of_a_cell_are_told_there(tmp_path: Path, way: str) -> None:
    """Both cells have the word there, so that only the lines of the source tell which of them has one too many."""
    card = changed(TEA, ("Wacht twee\n            minuten.", "Wacht thee"), ("Het water kookt", "thee kookt"))
    ending, write = WAYS[way]
    (tmp_path / "card.yaml").write_text(card, encoding="utf-8")
    source = write(read_card(tmp_path / "card.yaml"))
    for old, new, place in (("Wacht thee", "Wacht thee thee", "Groen"), ("thee kookt", "thee thee kookt", "Zwart")):
        for ours, theirs in ((card, source.replace(old, new)), (card.replace(old, new), source)):
            (tmp_path / "card.yaml").write_text(ours, encoding="utf-8")
            (tmp_path / f"source.nl.{ending}").write_text(theirs, encoding="utf-8")
            (line,) = check(tmp_path / "card.yaml")
            assert f": Hoe zet je thee? / {place}: " in line
            assert new.split()[1] in theirs.splitlines()[int(line.split(":")[-2]) - 1]


def test_line_breaks_and_spaces_are_no_differences() -> None:
    assert texts(source_words("  Twee\n\t woorden  \n en nog\u00a0twee\nbij elkaar\r\n")) == (
        ["Twee", "woorden", "en", "nog", "twee", "bij", "elkaar"]
    )


def texts(words: list[Word]) -> list[str]:
    return [word.text for word in words]


@pytest.mark.parametrize("bullet", [*"•◦o▪-–—*·✓➢\uf0b7", "•\n", "•\t", "-\t", "•\n\n"])
def test_bullets_of_any_kind_are_no_differences(bullet: str) -> None:
    source = SOURCE.read_text(encoding="utf-8")
    assert source.count("•") > 10
    assert differences(CARD, source.replace("•", bullet)) == []


def test_what_looks_like_a_bullet_inside_a_line_is_a_word() -> None:
    found = source_words("zwart • wit\noranje\no.a. geel\n-\n- roze\n•rood")
    assert texts(found) == ["zwart", "•", "wit", "oranje", "o.a.", "geel", "-", "-", "roze", "rood"]
    assert [word.is_bullet for word in found] == [*[False] * 7, True, False, False]
    source = SOURCE.read_text(encoding="utf-8")
    (only,) = differences(CARD, source.replace("een snee in", "een • snee in"))
    assert only.text == '"•" staat in de bron, en niet op de kaart'


def test_a_dash_that_begins_a_line_may_be_a_word_of_the_card() -> None:
    card = replace(CARD, closing="Thee – of koffie – is klaar")
    source = SOURCE.read_text(encoding="utf-8")
    assert source.count("Deze keuzekaart is gemaakt") == 1
    source = source[: source.index("Deze keuzekaart is gemaakt")]
    for text in ("Thee\n– of koffie – is klaar", "Thee – of koffie\n– is klaar", "– Thee – of koffie – is klaar"):
        assert differences(card, source + text) == []
    assert differences(card, source + "Thee of koffie\n– is klaar")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("een pijn-polikliniek", "een pijn-\npolikliniek"),
        ("een polikliniek", "een poli-\nkliniek"),
        ("filmpje", "\ufb01lmpje"),
        ("caf\u00e9", "cafe\u0301"),
        ("polikliniek", "poli\u00adkliniek"),
        (
            "我喝茶，不喝咖啡。",
            "我喝\n茶，\n不喝 咖啡。",
        ),
        ("ชาร้อน", "ชา\nร้อน"),
        ("\u05e9\u05dc\u05d5\u05dd", "\u200f\u05e9\u05dc\u05d5\u05dd\u200f"),
    ],
)
def test_what_layout_does_to_words_is_no_difference(tmp_path: Path, text: str, source: str) -> None:
    assert told(tmp_path, changed(ROWS, ("Sterk.", source)), changed(TEA, ("Sterk.", text))) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("een polikliniek", "een poli-kliniek"),
        ("een poli kliniek", "een poli-\nkliniek"),
        ("een poli-kliniek", "een poli\nkliniek"),
        ("½", "1/2"),
        ("我喝茶", "我喝\n水"),
        ("na 12 weken", "na 1 2 weken"),
    ],
)
def test_what_layout_does_not_do_is_a_difference(tmp_path: Path, text: str, source: str) -> None:
    assert len(told(tmp_path, changed(ROWS, ("Sterk.", source)), changed(TEA, ("Sterk.", text)))) == 1


@pytest.mark.parametrize(
    ("in_card", "instead", "expected"),
    [
        (
            "            minuten.\n      zwart:\n        - {id: kokend, text: 'Het",
            "            minuten. Het\n      zwart:\n        - {id: kokend, text: '",
            "20:32: Hoe zet je thee? / Zwart: dit begint midden in een regel van de bron",
        ),
        (
            "      zwart:\n        - {id: kokend, text: 'Het water kookt, zo''n pan vol.'}\n",
            "        - {id: kokend, text: 'Het water kookt, zo''n pan vol.'}\n      zwart:\n",
            "21:29: Hoe zet je thee? / Zwart: hiervoor staat in de bron geen witregel",
        ),
        (
            "        - id: twee\n          text: >-\n            Wacht twee\n            minuten.\n      zwart:\n",
            "      zwart:\n        - id: twee\n          text: >-\n            Wacht twee\n            minuten.\n",
            "18:13: Hoe zet je thee? / Zwart: hiervoor staat in de bron geen witregel",
        ),
    ],
    ids=["a word", "the first sentence", "the last sentence"],
)
def test_what_moved_over_the_end_of_a_cell_is_told_by_the_lines_of_the_source(
    tmp_path: Path, in_card: str, instead: str, expected: str
) -> None:
    (line,) = told(tmp_path, ROWS, changed(TEA, (in_card, instead)))
    assert expected in line


@pytest.mark.parametrize(
    "source",
    [
        changed(ROWS, ("warm.\nWacht twee minuten.\n\nHet", "warm. Wacht twee minuten.\nHet")).replace("\n\n", "\n"),
        changed(
            ROWS,
            ("thee?\n\nHet", "thee?\tHet"),
            ("warm.\nWacht twee minuten.\n\nHet", "warm. Wacht twee minuten.\tHet"),
            ("vol.\nWacht", "vol. Wacht"),
            ("het?\n\nSterk", "het?\t\tSterk"),
        ).replace("\n\n", "\n"),
        changed(ROWS, ("thee?\n\nHet", "thee?\tHet"), ("minuten.\n\nHet", "minuten.\tHet")),
        changed(ROWS, ("het?\n\nSterk", "het? Sterk")),
    ],
    ids=["a line for each cell", "copied from a table", "cells of a table with lines", "a short row on one line"],
)
def test_a_text_as_it_came_need_not_have_blank_lines(tmp_path: Path, source: str) -> None:
    assert told(tmp_path, source) == []


@pytest.mark.parametrize("path", [HERNIA, THREE_OPTIONS, HOSTILE], ids=lambda path: path.parent.name)
@pytest.mark.parametrize("way", WAYS)
def test_the_cards_of_the_project_equal_their_source_in_every_way(tmp_path: Path, path: Path, way: str) -> None:
    ending, write = WAYS[way]
    copied = tmp_path / "card.yaml"
    copied.write_bytes(path.read_bytes())
    card = read_card(copied)
    copied.with_name(f"source.{card.language}.{ending}").write_text(write(card), encoding="utf-8")
    assert check(copied) == []


@pytest.mark.parametrize("way", ["as it came", *WAYS])
def test_two_sentences_swapped_between_the_options_are_found(way: str) -> None:
    """Every pair of sentences of the two options of the hernia card, in each of its questions."""
    ending, source = "txt", SOURCE.read_text(encoding="utf-8")
    if way in WAYS:
        ending, write = WAYS[way]
        source = write(CARD)
    for row, question in enumerate(CARD.questions):
        first, second = ([found for found, _depth in question.statements(option)] for option in (0, 1))
        for ours in first[:: max(1, len(first) // 2)]:
            for theirs in second[:: max(1, len(second) // 2)]:
                if ours.text == theirs.text:
                    continue
                card = with_texts(CARD, swapped(ours.text, theirs.text, row))
                if ending == "md":
                    found = section_differences(card, source, "", Problems())
                    assert {each.passage.option for each in found} == {0, 1}
                else:
                    found = differences(card, source)
                assert row in {each.passage.question for each in found} <= {row, None}


def swapped(first: str, second: str, row: int) -> list[str]:
    """Return the texts of the hernia card with these two of a question in each other's place."""
    other = {first: second, second: first}
    return [other.get(each.text, each.text) if each.question == row else each.text for each in passages(CARD)]


def test_the_passages_are_the_texts_of_the_card() -> None:
    for path in (HERNIA, THREE_OPTIONS, HOSTILE):
        card = read_card(path)
        assert [passage.text for passage in passages(card)] == [*card.texts()]


def test_the_source_is_in_the_language_of_the_card_and_another_is_named(copy: Path) -> None:
    copy.with_name("source.nl.txt").write_text("iets anders", encoding="utf-8")
    assert check(copy)
    copy.with_name("source.nl.txt").rename(copy.with_name("source.fr.txt"))
    assert check(copy) == []
    (remark,) = remarks(copy)
    assert "source.fr.txt wordt niet gebruikt" in remark.text
    assert remark.text.endswith("heet source.nl.txt of source.nl.md")
    copy.write_text(copy.read_text(encoding="utf-8").replace("language: nl", "language: fr"), encoding="utf-8")
    assert "source.fr.txt" in check(copy)[0]


def test_of_two_sources_one_is_to_be_removed(copy: Path) -> None:
    markdown = copy.with_name("source.nl.md")
    markdown.write_text("# iets anders", encoding="utf-8")
    assert check(copy) == [
        f"{markdown}:1:1: source.nl.txt staat er ook, en een kaart heeft één bron; haal een van de twee weg"
    ]


@pytest.mark.parametrize("name", ["source.nl.txt", "source.nl.md"])
@pytest.mark.parametrize(("content", "words"), [(b"\xff\xfe\x00", "UTF-8"), (b" \n\n", "leeg")])
def test_check_tells_of_a_source_that_is_no_text(copy: Path, name: str, content: bytes, words: str) -> None:
    copy.with_name("source.nl.txt").unlink()
    copy.with_name(name).write_bytes(content)
    (line,) = check(copy)
    assert line.startswith(f"{copy.with_name(name)}:1:1: ")
    assert words in line


def test_a_card_without_a_source_needs_no_proof(copy: Path) -> None:
    copy.with_name("source.nl.txt").unlink()
    assert check(copy) == []


def test_check_tells_of_additions_and_source_at_once(copy: Path) -> None:
    additions = copy.with_name("additions.yaml")
    additions.write_text("format: 1\npromts: {}\n", encoding="utf-8")
    copy.with_name("source.nl.txt").write_text("iets anders", encoding="utf-8")
    lines = check(copy)
    assert lines[0].startswith(f"{additions}:2:1: ")
    assert lines[1].startswith(f"{copy}:8:8: ")


def test_check_of_a_card_that_cannot_be_read_tells_only_of_the_card(copy: Path) -> None:
    copy.write_text("format: 1", encoding="utf-8")
    lines = check(copy)
    assert lines
    assert all(line.startswith(f"{copy}:") and "source" not in line for line in lines)


@pytest.mark.parametrize("name", ["source.nl.txt", "source.nl.md"])
def test_of_many_differences_the_first_are_told_and_the_others_counted(copy: Path, name: str) -> None:
    source = copy.with_name("source.nl.txt").read_text(encoding="utf-8")
    if name.endswith("md"):
        copy.with_name("source.nl.txt").unlink()
        source = in_markdown(CARD)
    copy.with_name(name).write_text(source.replace(" de ", " het "), encoding="utf-8")
    lines = check(copy)
    assert len(lines) == MOST_SHOWN + 1
    assert lines[-1].startswith(f"{copy}: en nog ")


def test_a_source_in_another_order_is_told_in_one_sentence_before_its_differences(copy: Path) -> None:
    source = copy.with_name("source.nl.txt")
    words = source.read_text(encoding="utf-8").split("\n\n")
    source.write_text("\n\n".join(words[::-1]), encoding="utf-8")
    first, *others = check(copy)
    assert first.startswith(f"{source}:1:1: hier staan de woorden van de kaart, maar niet rij voor rij en niet kolom")
    assert others
