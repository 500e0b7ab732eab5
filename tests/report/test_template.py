"""Templates of the note: what is filled in, what is left out, and the messages about an invalid template."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herniatui.card.problems import ProblemsFound
from herniatui.consult import edits
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.report.note import note
from herniatui.report.template import (
    MAX_BYTES,
    PLACEHOLDERS,
    filled,
    is_short,
    read_template,
    shipped_template,
    unknown_placeholders,
)
from herniatui.sanitize import printable
from tests.report.consults import CARD, confirmed, full, seen

WRONG = {
    "a placeholder with a typing error": (
        b"a\n  {besliut} {kaart}\n",
        '2:3: "{besliut}" kan niet worden ingevuld; bedoelde u "besluit"?',
    ),
    "similar to no placeholder": (b"{xyz123}", '1:1: "{xyz123}" kan niet worden ingevuld; hier kan: kaart, keuze, '),
    "an English placeholder": ("é{Kaart}".encode(), '1:2: "{Kaart}" kan niet worden ingevuld; bedoelde u "kaart"?'),
    "none at all": (b"{}", '1:1: "{}" kan niet worden ingevuld; hier kan: '),
    "the code, which stands on S or E only": (b"{icpc}", '1:1: "{icpc}" kan niet worden ingevuld; '),
    "not UTF-8": (b"{kaart}\nBe\xff", "2:3: deze regel is geen UTF-8"),
    "not UTF-8, after a mark and other letters": (
        b"\xef\xbb\xbf\rB\xc3\xa9\xff",
        "2:3: deze regel is geen UTF-8",
    ),
    "too large": (b"a" * (MAX_BYTES + 1), "1:1: het bestand is groter dan 100 kB"),
    "empty": (b"\n \n", "1:1: het sjabloon is leeg"),
}

UNPRINTABLE = "\0\a\v\f\x1b\x7f\x85\u200f\u2028\u202e\u2066\ufeff\ufdd0\U0001fffe\U0010ffff"


def said(path: Path) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        read_template(path)
    file = f"{printable(found.value.file)}:"
    assert all(line.startswith(file) for line in found.value.lines())
    return [line.removeprefix(file) for line in found.value.lines()]


@pytest.mark.parametrize(("data", "problem"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, data: bytes, problem: str) -> None:
    path = tmp_path / "sjabloon.txt"
    path.write_bytes(data)
    (line,) = said(path)
    assert line.startswith(problem)


def test_every_wrong_placeholder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "sjabloon.txt"
    path.write_text("{a}{b}\n{kaart}\n{c}")
    assert [line[:4] for line in said(path)] == ["1:1:", "1:4:", "3:1:"]


@pytest.mark.parametrize("character", UNPRINTABLE, ids=lambda character: f"U+{ord(character):04X}")
def test_a_character_that_cannot_be_printed_is_refused_at_its_place(tmp_path: Path, character: str) -> None:
    path = tmp_path / "sjabloon.txt"
    path.write_bytes(f"{{kaart}}\r\né{character}\rab{character}[2J".encode())
    wrong = f" een teken dat niet getoond kan worden (U+{ord(character):04X}); haal het weg"
    assert said(path) == [f"2:2:{wrong}", f"3:3:{wrong}"]


@pytest.mark.parametrize("name", ["weg.txt", ".", "~niemand/x", "so\0ep", "a" * 5000])
def test_a_file_that_cannot_be_read_is_one_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    (line,) = said(Path(name))
    assert line.startswith("1:1: ")
    assert "Errno" not in line


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this platform")
def test_reading_does_not_block_on_a_named_pipe(tmp_path: Path) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pijp")
    assert len(said(tmp_path / "pijp")) == 1


def test_a_file_as_notepad_saves_it_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "sjabloon.txt"
    path.write_bytes(b"\xef\xbb\xbf{kaart}\r\nBesluit: {besluit}\r\n")
    assert read_template(path) == "{kaart}\nBesluit: {besluit}\n"


def test_every_line_break_becomes_ours_and_tabs_stay(tmp_path: Path) -> None:
    path = tmp_path / "sjabloon.txt"
    path.write_bytes(b"{kaart}\ra\r\n\r\tb\nc\r")
    assert read_template(path) == "{kaart}\na\n\n\tb\nc\n"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "Niet: {niet_besproken}",
            "{niet_besproken} heet nu {niet_bekeken}: het programma weet wat op het scherm is bekeken, "
            "niet waarover is gepraat",
        ),
        (
            "Kaart van {bestandsdatum}",
            "{bestandsdatum} is er niet meer: die dag zei niet hoe oud de kaart is. {versie} zegt welke kaart het is",
        ),
    ],
)
def test_a_placeholder_of_before_is_answered_with_what_it_is_now(line: str, sentence: str) -> None:
    assert [problem.text for problem in unknown_placeholders(f"{{kaart}}\n{line}")] == [sentence]


def test_ours_have_every_placeholder_but_one_that_repeats_others_and_no_other() -> None:
    ours = shipped_template("note") + shipped_template("note-full")
    assert unknown_placeholders(ours) == []
    assert [name for name in PLACEHOLDERS if f"{{{name}}}" not in ours] == ["vragen"]


def test_only_the_short_ones_say_how_much_they_left_out() -> None:
    names = ("note", "soep", "note-full", "soep-full")
    assert [is_short(shipped_template(name)) for name in names] == [True, True, False, False]


def test_every_placeholder_is_filled_in() -> None:
    walk = seen(("risicos", "bewegen"), ("risicos", "operatie"), ("behandeling", "bewegen"))
    consult = edits.toggle_handed_out(edits.toggle_explained(confirmed(full(), "wanneer-minder"), "heel-ernstig"))
    consult = edits.note(consult, None, "Dit is heel veel. " * 100)
    for name in PLACEHOLDERS:
        text = note(CARD, consult, walk, date(2031, 2, 3), "0123456789", f"van ons {{{name}}}\n{{eigen_woorden}}")
        assert text.startswith("van ons ")
        assert "{" not in text


def test_the_template_of_the_clinic_takes_the_place_of_ours() -> None:
    template = "Keuzehulp: {kaart} ({datum})\n\n\n\nUitkomst = {besluit}\nNodig: {nodig}\n{geen naam\n}"
    text = note(CARD, edits.decide(EMPTY, "operatie"), Walk(), date(2031, 2, 3), "", template)
    assert text == "Keuzehulp: Keuzekaart Hernia in de rug (03-02-2031)\n\nUitkomst = B Operatie\n{geen naam\n}"


def test_the_template_of_the_clinic_holds_all_it_asks_for_unless_it_says_how_much_it_left_out() -> None:
    consult = edits.note(full(), None, "Dit is heel veel. " * 100)
    whole = note(CARD, consult, Walk(), date(2031, 2, 3), "", "{eigen_woorden}\n{voorkeuren}")
    short = note(CARD, consult, Walk(), date(2031, 2, 3), "", "{eigen_woorden}\n{voorkeuren}\n{meer}")
    assert whole.startswith("“Dit is heel veel. Dit")
    assert short.startswith("Voorkeur voor ")
    assert short.endswith("\nNog 1 punt: zie de volledige samenvatting")
    assert whole.split("\n")[1:] == short.split("\n")[:-1]


def test_braces_that_somebody_wrote_are_not_filled_in() -> None:
    consult = edits.note(EMPTY, None, "{besluit} {kaart} {}")
    assert "“{besluit} {kaart} {}”" in note(CARD, consult, Walk(), date(2031, 2, 3), "")


@given(st.text(max_size=200), st.text(st.characters(exclude_characters="\n"), max_size=20))
def test_no_template_whatever_is_in_it_breaks_anything(template: str, value: str) -> None:
    unknown_placeholders(template)
    text = filled(template, dict.fromkeys(PLACEHOLDERS, value))
    assert "\n\n\n" not in text
