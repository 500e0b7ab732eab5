"""Files that are no card: what is said of them, and what is no problem at all."""

from pathlib import Path

import pytest

from herniatui.card.problems import ProblemsFound
from herniatui.card.reader import read_card
from tests.card.cards import TEA, problems
from tests.support.program import HERNIA

MIB = 1 << 20


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (b"", "1:1", "het bestand is leeg; een kaart begint met"),
        (b"\n\n  \n", "1:1", "het bestand is leeg"),
        (b"# alleen een opmerking\n", "1:1", "het bestand is leeg"),
        (b"\xef\xbb\xbf", "1:1", "het bestand is leeg"),
        (b"thee", "1:1", "hier horen velden te staan: format, id, language"),
        (b"\n- thee\n", "2:1", "hier horen velden te staan: format, id, language"),
        (b"title: th\xe9", "1:10", "deze regel is geen UTF-8; sla het bestand op als UTF-8"),
        ("a: b\ntitle: één ".encode() + b"\xff", "2:12", "deze regel is geen UTF-8"),
        (b"\xef\xbb\xbftitle: \xff", "1:8", "deze regel is geen UTF-8"),
        (TEA.encode("utf-16"), "1:1", "deze regel is geen UTF-8"),
    ],
)
def test_a_file_that_holds_no_card_is_one_problem(tmp_path: Path, content: bytes, place: str, words: str) -> None:
    (found,) = problems(tmp_path, content)
    assert found.startswith(f"{place}: ")
    assert words in found


def test_fields_without_any_field_miss_every_one_that_is_needed(tmp_path: Path) -> None:
    found = problems(tmp_path, "{}")
    assert all(line.startswith("1:1: ") for line in found)
    needed = ("format", "id", "language", "title", "question", "options", "questions", "origin")
    assert sorted(line.split('"')[1] for line in found) == sorted(needed)


def test_a_file_may_be_one_mebibyte_and_no_larger(tmp_path: Path) -> None:
    padding = MIB - len(TEA.encode())
    assert problems(tmp_path, TEA + "#" * padding) == []
    (found,) = problems(tmp_path, TEA + "#" * (padding + 1))
    assert found.startswith("1:1: het bestand is groter dan 1 MiB")


@pytest.mark.parametrize("name", ["", "weg.yaml", "weg/card.yaml", "card.yaml/card.yaml", "a" * 300])
def test_what_cannot_be_opened_is_a_problem_that_names_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "card.yaml").write_text(TEA, encoding="utf-8")
    path = tmp_path / name
    with pytest.raises(ProblemsFound) as found:
        read_card(path)
    (line,) = found.value.lines()
    assert line.startswith(f"{path}:1:1: kan niet gelezen worden (")


def test_problems_name_the_file_as_they_are_asked_to(tmp_path: Path) -> None:
    path = tmp_path / "card.yaml"
    path.write_text("thee", encoding="utf-8")
    with pytest.raises(ProblemsFound, match=r"^soepen/card\.yaml:1:1: "):
        read_card(path, called="soepen/card.yaml")


@pytest.mark.parametrize("path", [HERNIA])
@pytest.mark.parametrize("line_break", [b"\r\n", b"\r", b"\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_line_ends_and_byte_order_mark_of_windows_are_fine(
    tmp_path: Path, path: Path, line_break: bytes, mark: bytes
) -> None:
    written = tmp_path / "card.yaml"
    written.write_bytes(mark + path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", line_break))
    assert read_card(written) == read_card(path)


def test_lines_and_columns_count_the_same_with_the_line_ends_of_windows(tmp_path: Path) -> None:
    text = TEA.replace("language: nl", "language: nl # \x07").replace("kookt.", "kookt: niet\x01.")
    expected = problems(tmp_path, text)
    assert [line.partition(": ")[0] for line in expected] == ["3:16", "26:32", "26:38"]
    assert problems(tmp_path, text.replace("\n", "\r\n")) == expected
    assert problems(tmp_path, "\ufeff" + text.replace("\n", "\r\n")) == expected


def test_a_tab_may_stand_between_and_behind_but_is_no_indent(tmp_path: Path) -> None:
    assert problems(tmp_path, TEA.replace("language: nl", "language:\tnl\t# taal")) == []
