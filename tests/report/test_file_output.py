"""Saving writes a new file or reports why not in one sentence; it never damages an existing file."""

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from herniatui.report.file_output import is_there, save, suggested_path
from tests.report.consults import CARD

TEXT = "Besluit: “nog niet” 🌱\nTweede regel\n"


def saved(path: str, text: str, replace: bool = False) -> str:
    return save(path, text.encode(errors="surrogatepass"), replace=replace)


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def test_a_new_file_holds_the_text_as_utf8(tmp_path: Path) -> None:
    path = tmp_path / "samenvatting van ’t gesprek.txt"
    assert saved(str(path), TEXT) == ""
    assert path.read_text(encoding="utf-8") == TEXT
    assert files(tmp_path) == [path]


def test_a_file_that_exists_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "oud.txt"
    path.write_text("oud", encoding="utf-8")
    assert "bestaat al" in sentence(saved(str(path), TEXT))
    assert path.read_text(encoding="utf-8") == "oud"


def test_a_file_that_exists_is_told_before_anything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "oud.txt"
    path.write_text("oud", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", lambda _handle: pytest.fail("something was written"))
    assert "bestaat al" in sentence(saved(str(path), TEXT))


@pytest.mark.skipif(os.name == "nt", reason="rights are not kept in a mode there")
def test_it_is_for_this_user_alone_and_one_that_is_replaced_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "soep.txt"
    assert saved(str(path), TEXT) == ""
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o640)
    assert saved(str(path), TEXT, replace=True) == ""
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_folder_that_is_not_there_is_no_name_of_a_file(tmp_path: Path) -> None:
    assert "is een map" in sentence(saved(f"{tmp_path}/nieuw/", TEXT))
    assert files(tmp_path) == []


def test_a_link_to_nowhere_is_not_followed(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    try:
        link.symlink_to(tmp_path / "weg.txt")
    except OSError:
        return  # Windows without the privilege to make links
    for replace in (False, True):
        assert "dit is een verwijzing naar een andere plek" in sentence(saved(str(link), TEXT, replace))
    assert files(tmp_path) == [link]


def test_the_home_folder_may_be_written_as_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    assert saved("~/soep.txt", TEXT) == ""
    assert files(tmp_path) == [tmp_path / "soep.txt"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("weg/soep.txt", "deze map bestaat niet"),
        ("bestand.txt/soep.txt", "deze map bestaat niet"),
        ("map", "is een map. Zet er een bestandsnaam achter."),
        ("map/", "is een map"),
        (".", "is een map"),
        ("a" * 300 + ".txt", "deze naam mag niet"),
        ("so\0ep.txt", "deze naam mag niet"),
        ("{path} %s {0}/x.txt", "deze map bestaat niet"),
    ],
)
def test_a_name_that_cannot_be_used_gives_one_sentence_and_no_file(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand.txt").write_text("oud", encoding="utf-8")
    before = files(tmp_path)
    path = f"{tmp_path}/{name}"
    said = sentence(saved(path, TEXT))
    assert words in said
    assert path in said
    assert files(tmp_path) == before
    assert (tmp_path / "bestand.txt").read_text(encoding="utf-8") == "oud"


def test_the_home_folder_of_an_unknown_user_gives_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "deze naam mag niet. Kies een andere naam. ~niemand/soep.txt" in sentence(saved("~niemand/soep.txt", TEXT))
    assert files(tmp_path) == []


def test_no_name_at_all_gives_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sentence(saved("", TEXT))
    assert files(tmp_path) == []


REFUSALS = [
    (errno.EACCES, "u mag hier niet schrijven"),
    (errno.EROFS, "u mag hier niet schrijven"),
    (errno.ENOSPC, "de schijf is vol"),
    (errno.EDQUOT, "de schijf is vol"),
    (errno.EIO, "Kies een andere"),
]


@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize("function", ["open", "fsync", "rename"])
@pytest.mark.parametrize(("number", "words"), REFUSALS)
def test_what_the_machine_refuses_gives_one_sentence_and_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str, function: str, replace: bool
) -> None:
    """Simulated errors: the tests may run as root, on a disk with space."""

    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(number, "Errno")

    path = tmp_path / "soep.txt"
    if replace:
        path.write_text("oud", encoding="utf-8")
    with monkeypatch.context() as patched:
        if function in ("open", "fsync"):
            patched.setattr(os, function, refuse)
        else:
            for name in ("rename", "replace", "hardlink_to"):
                patched.setattr(Path, name, refuse)
        assert words in sentence(saved(str(path), TEXT, replace))
    assert [path.read_text(encoding="utf-8") for path in files(tmp_path)] == ["oud"] * replace
    assert saved(str(path), TEXT, replace) == ""


def test_where_a_disk_knows_no_second_name_for_a_file_it_is_saved_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(errno.EPERM, "Errno")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = tmp_path / "soep.txt"
    assert saved(str(path), TEXT) == ""
    assert files(tmp_path) == [path]
    assert "bestaat al" in sentence(saved(str(path), "nieuw"))
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_file_that_another_program_makes_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, sync = tmp_path / "soep.txt", os.fsync

    def too_late(handle: int) -> None:
        sync(handle)
        path.write_text("van een ander", encoding="utf-8")

    monkeypatch.setattr(os, "fsync", too_late)
    assert "bestaat al" in sentence(saved(str(path), TEXT))
    assert path.read_text(encoding="utf-8") == "van een ander"
    assert files(tmp_path) == [path]


def test_a_file_is_replaced_only_when_told_to(tmp_path: Path) -> None:
    path = tmp_path / "oud.txt"
    path.write_text("oud", encoding="utf-8")
    assert is_there(str(path))
    assert saved(str(path), TEXT, replace=True) == ""
    assert path.read_text(encoding="utf-8") == TEXT
    assert files(tmp_path) == [path]


@pytest.mark.parametrize("name", ["", "weg.txt", ".", "~niemand/x", "a" * 5000, "so\0ep.txt"])
def test_what_is_no_file_is_not_there_to_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert not is_there(name)


def test_neither_a_link_nor_what_it_leads_to_is_ever_written(tmp_path: Path) -> None:
    path, link = tmp_path / "oud.txt", tmp_path / "link.txt"
    path.write_text("oud", encoding="utf-8")
    try:
        link.symlink_to(path)
    except OSError:
        return  # Windows without the privilege to make links
    assert not is_there(str(link))
    for replace in (False, True):
        assert "dit is een verwijzing naar een andere plek" in sentence(saved(str(link), TEXT, replace))
    assert (link.is_symlink(), path.read_text(encoding="utf-8")) == (True, "oud")
    assert files(tmp_path) == [link, path]


def test_a_link_that_comes_while_a_file_is_replaced_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other, sync = tmp_path / "soep.txt", tmp_path / "van-een-ander.txt", os.fsync
    path.write_text("oud", encoding="utf-8")
    other.write_text("van een ander", encoding="utf-8")

    def swapped(handle: int) -> None:
        sync(handle)
        path.unlink()
        path.symlink_to(other)

    monkeypatch.setattr(os, "fsync", swapped)
    assert saved(str(path), TEXT, replace=True) == ""
    assert (path.is_symlink(), other.read_text(encoding="utf-8")) == (False, "van een ander")


def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    assert "is een map" in sentence(saved(str(folder), TEXT, replace=True))
    if hasattr(os, "mkfifo"):  # Windows has nothing of the kind
        os.mkfifo(tmp_path / "pijp")
        assert "deze naam mag niet" in sentence(saved(str(tmp_path / "pijp"), TEXT, replace=True))
        assert (tmp_path / "pijp").is_fifo()


def test_the_suggested_file_is_named_after_card_and_day_and_nothing_else(documents: Path) -> None:
    assert suggested_path(CARD, date(2031, 2, 3)) == documents / "keuzekaart-hernia-in-de-rug-2031-02-03.txt"


def test_the_suggested_file_never_exists(documents: Path) -> None:
    names = []
    for _ in range(4):
        path = suggested_path(CARD, date(2031, 2, 3))
        assert not path.exists()
        assert saved(str(path), TEXT) == ""
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
    """Return the message, after checking that it is a readable sentence."""
    assert said.startswith("Niet opgeslagen: ")
    assert ". " in said
    assert "\n" not in said
    assert "Errno" not in said
    return said


def test_the_proposed_path_is_in_the_chosen_folder(documents: Path, tmp_path: Path) -> None:
    chosen = tmp_path / "gekozen"
    chosen.mkdir()
    assert suggested_path(CARD, date(2026, 1, 15), str(chosen)).parent == chosen


@pytest.mark.parametrize("gone", ["weg", "~van niemand/weg", "/" + "a" * 5000])
def test_while_the_chosen_folder_is_not_there_documents_are_proposed(documents: Path, gone: str) -> None:
    assert suggested_path(CARD, date(2026, 1, 15), gone).parent == documents
