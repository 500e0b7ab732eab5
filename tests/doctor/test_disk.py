"""Folders and disk: with a home and without, read-only and full."""

import errno
import os
from pathlib import Path

import pytest

from herniatui.doctor import disk
from herniatui.doctor.disk import check_disk, check_folders
from herniatui.settings.model import Settings
from herniatui.storage.store import state_folder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the folders are elsewhere there")


def everything_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def test_in_a_new_home_all_is_well_and_nothing_is_left_behind(home: Path) -> None:
    before = everything_in(home)
    folders, found = check_folders(Settings()), check_disk()
    assert (folders.advice, found.advice) == ((), ())
    assert folders.data["state"] == {"path": str(state_folder()), "mode": "", "problem": ""}
    assert found.data["fsync_ms"] >= 0
    assert found.data["free_mb"] > 0
    assert everything_in(home) == before


def test_rights_are_told(home: Path) -> None:
    (home / "Documents").chmod(0o750)
    assert f"{home}/Documents (rechten 0750)" in " ".join(check_folders(Settings()).lines)


def test_a_file_in_place_of_the_folder_of_talks_is_told(home: Path) -> None:
    state_folder().parent.mkdir(parents=True)
    state_folder().write_text("")
    found = check_folders(Settings())
    assert found.advice == ("gesprekken: maak deze map, of vraag het recht om haar te gebruiken.",)


def test_the_folder_for_summaries_has_to_exist(home: Path) -> None:
    assert check_folders(Settings(summary_folder="~/Documents")).advice == ()
    assert "summary_folder" in check_folders(Settings(summary_folder="~/weg")).advice[0]


def test_a_home_that_does_not_exist_is_told_and_never_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "weg"))
    assert "de thuismap bestaat niet" in check_folders(Settings()).data["state"]["problem"]
    assert "de thuismap bestaat niet" in check_disk().lines[0]
    assert check_disk().advice
    assert everything_in(tmp_path) == []


@pytest.mark.parametrize(("number", "why"), [(errno.ENOSPC, "de schijf is vol"), (errno.EROFS, "daar kan niets")])
def test_a_disk_that_takes_no_file_is_told(home: Path, monkeypatch: pytest.MonkeyPatch, number: int, why: str) -> None:
    def refuse(_path: Path) -> object:
        raise OSError(number, "no")

    monkeypatch.setattr(disk, "new_file", refuse)
    found = check_disk()
    assert why in found.lines[-1]
    assert "niet opgeslagen" in found.advice[0]


def test_a_file_that_cannot_be_kept_is_removed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "no")

    before = everything_in(home)
    monkeypatch.setattr(os, "fsync", refuse)
    assert check_disk().advice
    assert everything_in(home) == before


def test_a_slow_disk_and_an_almost_full_one_are_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "SLOW", -1.0)
    monkeypatch.setattr(disk, "LEAST_FREE_MB", 10**12)
    assert [advice.split(".")[0] for advice in check_disk().advice] == [
        "De schijf is bijna vol",
        "Deze schijf is traag",
    ]
