"""The note template named in config.toml: used if valid, reported if not."""

from pathlib import Path

import pytest

from herniatui.settings.model import Settings
from herniatui.settings.note_template import NoteTemplate, note_template


def template_at(path: Path | str) -> NoteTemplate:
    return note_template(Settings(note_template=str(path)))


def test_without_a_setting_the_built_in_template_is_used() -> None:
    assert note_template(Settings()) == NoteTemplate()
    assert NoteTemplate().remark() == ""


def test_a_valid_template_is_used(tmp_path: Path) -> None:
    (tmp_path / "mijn.txt").write_text("{kaart} é", encoding="utf-8")
    found = template_at(tmp_path / "mijn.txt")
    assert (found.text, found.remark(), found.lines()) == ("{kaart} é", "", [])


def test_a_missing_template_falls_back_and_is_reported_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "weg.txt"
    assert template_at(path).text == ""
    assert template_at(path).lines() == [f"{path}:1:1: kan niet gelezen worden (het bestand of de map is er niet)"]
    assert template_at(path).remark() == (
        "Uw sjabloon kan niet worden gebruikt (weg.txt:1:1: kan niet gelezen worden "
        "(het bestand of de map is er niet)); nu geldt het sjabloon van het programma."
    )


def test_of_several_problems_the_first_is_reported_and_the_rest_counted(tmp_path: Path) -> None:
    path = tmp_path / "mijn.txt"
    path.write_text("{kaart}\n{besliut}\n{x1}{x2}")
    found = template_at(path)
    assert (found.text, len(found.lines())) == ("", 3)
    assert "(mijn.txt:2:1: " in found.remark()
    assert 'bedoelde u "besluit"? En nog 2); ' in found.remark()


def test_the_path_may_start_at_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    (tmp_path / "mijn.txt").write_text("{kaart}")
    assert template_at("~/mijn.txt").text == "{kaart}"
