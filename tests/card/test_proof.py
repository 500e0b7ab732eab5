"""What the proof and `check` say when a card and its source differ."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from herniatui.card.library import check
from herniatui.card.proof import Bullet, differences, source_words
from herniatui.card.reader import read_card
from herniatui.card.remarks import remarks
from tests.card.cards import SOURCE
from tests.support.program import HERNIA

CARD = read_card(HERNIA)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the hernia card, with its source, to spoil."""
    shutil.copytree(HERNIA.parent, tmp_path / "kaart")
    return tmp_path / "kaart" / "card.yaml"


@pytest.mark.parametrize(
    ("in_source", "instead", "expected"),
    [
        ("binnen 12 weken", "binnen 13 weken", ["- 13", "+ 12"]),
        ("risico’s en", "risico's en", ["- risico's", "+ risico’s"]),
        ("pijn-polikliniek", "pijnpolikliniek", ["- pijnpolikliniek.", "+ pijn-polikliniek."]),
        ("(narcose).", "(narcose)", ["- (narcose)", "+ (narcose)."]),
        ("(narcose).", "(narcose). Of niet.", ["- Of niet."]),
        ("een snee in", "een in", ["+ snee"]),
        ("maakt een snee", "een maakt snee", ["+ maakt", "- maakt"]),
        ("OPERATIE \n", "Operatie \n", ["- Operatie", "+ OPERATIE"]),
    ],
)
def test_a_difference_is_told_with_the_words_of_both_sides(in_source: str, instead: str, expected: list[str]) -> None:
    source = SOURCE.read_text(encoding="utf-8")
    assert source.count(in_source) == 1
    assert differences(CARD, source.replace(in_source, instead)) == expected


def test_line_breaks_and_spaces_are_no_differences() -> None:
    assert source_words("  Twee\n\t woorden  \n en nog\u00a0twee\nbij elkaar\r\n") == (
        ["Twee", "woorden", "en", "nog", "twee", "bij", "elkaar"]
    )


@pytest.mark.parametrize("bullet", [*"•◦o▪-–—*·✓➢\uf0b7"])
def test_bullets_of_any_kind_are_no_differences(bullet: str) -> None:
    source = SOURCE.read_text(encoding="utf-8")
    assert source.count("•") > 10
    assert differences(CARD, source.replace("•", bullet)) == []


def test_what_looks_like_a_bullet_inside_a_line_is_a_word() -> None:
    found = source_words("zwart • wit\noranje\no.a. geel\n-\n- roze")
    assert found == ["zwart", "•", "wit", "oranje", "o.a.", "geel", "-", "-", "roze"]
    assert [isinstance(word, Bullet) for word in found] == [*[False] * 7, True, False]
    source = SOURCE.read_text(encoding="utf-8")
    assert differences(CARD, source.replace("een snee in", "een • snee in")) == ["- •"]


def test_a_dash_that_begins_a_line_may_be_a_word_of_the_card() -> None:
    card = replace(CARD, closing="Thee – of koffie – is klaar")
    source = SOURCE.read_text(encoding="utf-8").replace(CARD.closing, "")
    for text in ("Thee\n– of koffie – is klaar", "Thee – of koffie\n– is klaar"):
        found = [line for line in differences(card, source[: source.rindex("\n")] + "\n" + text) if "–" in line]
        assert found == []


def test_the_source_is_in_the_language_of_the_card_and_another_is_named(copy: Path) -> None:
    copy.with_name("source.nl.txt").write_text("iets anders", encoding="utf-8")
    assert check(copy)
    copy.with_name("source.nl.txt").rename(copy.with_name("source.fr.txt"))
    assert check(copy) == []
    (told,) = remarks(copy)
    assert "source.fr.txt wordt niet gebruikt; de tekst waarmee deze kaart wordt vergeleken heet" in told.text
    copy.write_text(copy.read_text(encoding="utf-8").replace("language: nl", "language: fr"), encoding="utf-8")
    assert "source.fr.txt" in check(copy)[0]


def test_check_tells_of_a_source_that_differs(copy: Path) -> None:
    source = copy.with_name("source.nl.txt")
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("75 van de 100", "57 van de 100"), encoding="utf-8")
    assert [line.partition(": ")[0] for line in check(copy)] == [f"{copy}:1:1"] * 2
    assert [line[-4:] for line in check(copy)] == ["- 57", "+ 75"]
    assert all("source.nl.txt" in line for line in check(copy))


def test_check_tells_of_a_source_that_is_no_text(copy: Path) -> None:
    source = copy.with_name("source.nl.txt")
    source.write_bytes(b"\xff\xfe\x00")
    (line,) = check(copy)
    assert line.startswith(f"{source}:1:1: ")
    assert "UTF-8" in line


def test_a_card_without_a_source_needs_no_proof(copy: Path) -> None:
    copy.with_name("source.nl.txt").unlink()
    assert check(copy) == []


def test_check_tells_of_additions_and_source_at_once(copy: Path) -> None:
    additions = copy.with_name("additions.yaml")
    additions.write_text("format: 1\npromts: {}\n", encoding="utf-8")
    copy.with_name("source.nl.txt").write_text("iets anders", encoding="utf-8")
    lines = check(copy)
    assert lines[0].startswith(f"{additions}:2:1: ")
    assert lines[1].startswith(f"{copy}:1:1: ")


def test_check_of_a_card_that_cannot_be_read_tells_only_of_the_card(copy: Path) -> None:
    copy.write_text("format: 1", encoding="utf-8")
    lines = check(copy)
    assert lines
    assert all(line.startswith(f"{copy}:") and "source" not in line for line in lines)
