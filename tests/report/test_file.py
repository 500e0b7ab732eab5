"""Saving writes a new file or says in one sentence why it did not; it never harms what is there."""

import errno
from datetime import date
from pathlib import Path

import pytest

from herniatui.report.file import save_new, suggested_path
from tests.report.consults import CARD

TEXT = "Besluit: “nog niet” 🌱\nTweede regel\n"


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for documents, which is empty."""
    folder = tmp_path / "Documenten"
    folder.mkdir()
    monkeypatch.setattr("herniatui.report.file.user_documents_dir", lambda: str(folder))
    return folder


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def test_a_new_file_holds_the_text_as_utf8(tmp_path: Path) -> None:
    path = tmp_path / "samenvatting van ’t gesprek.txt"
    assert save_new(str(path), TEXT) == ""
    assert path.read_text(encoding="utf-8") == TEXT
    assert files(tmp_path) == [path]


def test_a_file_that_exists_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "oud.txt"
    path.write_text("oud", encoding="utf-8")
    assert "bestaat al" in sentence(save_new(str(path), TEXT))
    assert path.read_text(encoding="utf-8") == "oud"


def test_a_link_to_nowhere_is_not_followed(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    try:
        link.symlink_to(tmp_path / "weg.txt")
    except OSError:
        return  # Windows without the right to make one has none to follow
    assert "bestaat al" in sentence(save_new(str(link), TEXT))
    assert files(tmp_path) == [link]


def test_the_home_folder_may_be_written_as_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    assert save_new("~/soep.txt", TEXT) == ""
    assert files(tmp_path) == [tmp_path / "soep.txt"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("weg/soep.txt", "deze map bestaat niet"),
        ("bestand.txt/soep.txt", "deze map bestaat niet"),
        ("map", "is een map. Zet er een bestandsnaam achter."),
        ("map/", "is een map"),
        (".", "is een map"),
        ("a" * 300 + ".txt", "deze naam kan niet"),
        ("so\0ep.txt", "deze naam kan niet"),
        ("{path} %s {0}/x.txt", "deze map bestaat niet"),
    ],
)
def test_a_name_that_cannot_be_used_gives_one_sentence_and_no_file(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand.txt").write_text("oud", encoding="utf-8")
    before = files(tmp_path)
    path = f"{tmp_path}/{name}"
    said = sentence(save_new(path, TEXT))
    assert words in said
    assert path in said
    assert files(tmp_path) == before
    assert (tmp_path / "bestand.txt").read_text(encoding="utf-8") == "oud"


def test_the_home_folder_of_nobody_gives_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "deze naam kan niet. Kies een andere naam. ~niemand/soep.txt" in sentence(
        save_new("~niemand/soep.txt", TEXT)
    )
    assert files(tmp_path) == []


def test_no_name_at_all_gives_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sentence(save_new("", TEXT))
    assert files(tmp_path) == []


def test_a_file_that_could_not_be_written_to_its_end_is_not_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "soep.txt"
    sentence(save_new(str(path), "heel begin, half teken: \ud800"))
    assert files(tmp_path) == []
    assert save_new(str(path), TEXT) == ""


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "u mag hier niet schrijven"),
        (errno.EROFS, "u mag hier niet schrijven"),
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EIO, "Kies een andere"),
    ],
)
def test_what_the_machine_refuses_gives_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    """Refused by hand: whoever runs the tests may write everywhere, and has a disk that is not full."""

    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(number, "Errno")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        assert words in sentence(save_new(str(tmp_path / "soep.txt"), TEXT))
    assert files(tmp_path) == []


def test_the_suggested_file_is_named_after_card_and_day_and_nothing_else(documents: Path) -> None:
    assert suggested_path(CARD, date(2031, 2, 3)) == documents / "keuzekaart-hernia-in-de-rug-2031-02-03.txt"


def test_the_suggested_file_never_exists(documents: Path) -> None:
    names = []
    for _ in range(4):
        path = suggested_path(CARD, date(2031, 2, 3))
        assert not path.exists()
        assert save_new(str(path), TEXT) == ""
        names.append(path.name.removeprefix("keuzekaart-hernia-in-de-rug-2031-02-03"))
    assert names == [".txt", "-2.txt", "-3.txt", "-4.txt"]


def test_without_a_folder_for_documents_the_home_folder_is_suggested(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents.rmdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    assert suggested_path(CARD, date(2031, 2, 3)).parent == tmp_path


def sentence(said: str) -> str:
    """Return what was said, after looking whether it is what a person can read and act on."""
    assert said.startswith("Niet opgeslagen: ")
    assert ". " in said
    assert "\n" not in said
    assert "Errno" not in said
    return said


def test_the_proposed_path_is_in_the_folder_that_people_chose(documents: Path, tmp_path: Path) -> None:
    chosen = tmp_path / "gekozen"
    chosen.mkdir()
    assert suggested_path(CARD, date(2026, 1, 15), str(chosen)).parent == chosen


@pytest.mark.parametrize("gone", ["weg", "~van niemand/weg", "/" + "a" * 5000])
def test_while_the_chosen_folder_is_not_there_documents_are_proposed(documents: Path, gone: str) -> None:
    assert suggested_path(CARD, date(2026, 1, 15), gone).parent == documents
