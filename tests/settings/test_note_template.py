"""The template of the note that config.toml names: taken where it is in order, told where it is not."""

from pathlib import Path

import pytest

from herniatui.settings.model import Settings
from herniatui.settings.note_template import NoteTemplate, note_template


def named(path: Path | str) -> NoteTemplate:
    return note_template(Settings(note_template=str(path)))


def test_none_is_named() -> None:
    assert note_template(Settings()) == NoteTemplate()
    assert NoteTemplate().remark() == ""


def test_one_that_is_in_order_is_taken(tmp_path: Path) -> None:
    (tmp_path / "mijn.txt").write_text("{kaart} é", encoding="utf-8")
    found = named(tmp_path / "mijn.txt")
    assert (found.text, found.remark(), found.lines()) == ("{kaart} é", "", [])


def test_one_that_is_not_there_leaves_ours_and_is_told_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "weg.txt"
    assert named(path).text == ""
    assert named(path).lines() == [
        f"{path}:1:1: het sjabloon kan niet worden gelezen: het bestand of de map is er niet"
    ]
    assert named(path).remark() == (
        "Uw sjabloon kan niet worden gebruikt (weg.txt:1:1: het sjabloon kan niet worden gelezen: het bestand "
        "of de map is er niet); nu geldt het sjabloon van het programma."
    )


def test_of_several_mistakes_the_first_is_told_and_how_many_more(tmp_path: Path) -> None:
    path = tmp_path / "mijn.txt"
    path.write_text("{kaart}\n{besliut}\n{x1}{x2}")
    found = named(path)
    assert (found.text, len(found.lines())) == ("", 3)
    assert "(mijn.txt:2:1: " in found.remark()
    assert 'bedoelde u "besluit"? En nog 2); ' in found.remark()


def test_it_may_begin_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    (tmp_path / "mijn.txt").write_text("{kaart}")
    assert named("~/mijn.txt").text == "{kaart}"
