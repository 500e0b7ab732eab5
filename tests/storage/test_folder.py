"""The folder of talks: private to the user, never through a link, and only complete files."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from herniatui.storage import folder as folder_module
from herniatui.storage.folder import Folder
from herniatui.system_errors import Unsafe

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights and links are those of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "state" / "herniatui")
    made.make_ready()
    return made


@pytest.fixture(params=[0o000, 0o022, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def permissions(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_folder_and_file_are_private_for_any_umask(tmp_path: Path, umask: None) -> None:
    (tmp_path / "state").mkdir(exist_ok=True)
    (tmp_path / "state").chmod(0o755)
    made = Folder(tmp_path / "state" / "herniatui")
    made.make_ready()
    made.write("a.new", b"woorden")
    made.put_in_place("a.new", "a.json")
    assert permissions(made.path) == 0o700
    assert permissions(made.path / "a.json") == 0o600
    assert made.names() == ["a.json"]
    assert made.read("a.json") == b"woorden"


def test_permissions_of_others_are_removed(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o755)
    Folder(tmp_path / "open").make_ready()
    assert permissions(tmp_path / "open") == 0o700


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for use in (Folder(tmp_path / "link").make_ready, Folder(tmp_path / "link").names):
        with pytest.raises(Unsafe, match="verwijzing"):
            use()
    assert permissions(tmp_path / "elsewhere") != 0o700


def test_the_folder_of_another_user_is_refused(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: folder.path.stat().st_uid + 1)
    with pytest.raises(Unsafe, match="van een andere gebruiker"):
        folder.make_ready()


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unsafe):
        Folder(tmp_path / "file").make_ready()
    with pytest.raises(OSError, match="directory"):
        Folder(tmp_path / "file" / "herniatui").make_ready()


def test_a_missing_home_folder_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "gone"))
    with pytest.raises(Unsafe, match="thuismap"):
        Folder(tmp_path / "gone" / ".local" / "state" / "herniatui").make_ready()
    assert not (tmp_path / "gone").exists()
    with pytest.raises(Unsafe, match="thuismap"):
        Folder(Path("~/.local/state")).make_ready()  # not expanded, because the user has no home


def test_a_missing_folder_is_empty_and_is_not_made(tmp_path: Path) -> None:
    assert Folder(tmp_path / "none").names() == []
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_read_through_a_link(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"van een ander")
    (folder.path / "a.json").symlink_to(tmp_path / "secret")
    with pytest.raises(Unsafe):
        folder.read("a.json")


def test_reading_does_not_block_on_a_pipe_or_a_folder(folder: Folder) -> None:
    os.mkfifo(folder.path / "pipe.json")
    (folder.path / "folder.json").mkdir()
    for name in ("pipe.json", "folder.json"):
        with pytest.raises(Unsafe):
            folder.read(name)


def test_a_file_that_is_far_too_large_is_not_read(folder: Folder) -> None:
    with (folder.path / "a.json").open("wb") as file:
        file.truncate(folder_module.LARGEST + 1)
    with pytest.raises(Unsafe):
        folder.read("a.json")


def test_nothing_is_written_through_a_link(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"van een ander")
    (folder.path / "a.new").symlink_to(tmp_path / "other")
    folder.write("a.new", b"ons")
    assert (tmp_path / "other").read_bytes() == b"van een ander"


def test_a_link_that_takes_the_place_of_a_file_after_it_was_checked_is_not_followed(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").write_bytes(b"van een ander")
    (folder.path / "a.json").symlink_to(tmp_path / "other")
    monkeypatch.setattr(Path, "is_symlink", lambda _path: False)
    with pytest.raises(OSError, match="symbolic"):
        folder.read("a.json")


def test_a_link_is_not_put_in_place_of_a_talk(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"van een ander")
    folder.write("a.json", b"oud")
    (folder.path / "a.new").symlink_to(tmp_path / "other")
    with pytest.raises(OSError, match="symbolic"):
        folder.put_in_place("a.new", "a.json")
    assert folder.read("a.json") == b"oud"


def test_an_incomplete_file_is_removed(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fchmod", _fails)
    with pytest.raises(OSError, match="vol"):
        folder.write("a.new", b"woorden")
    assert folder.names() == []


def test_a_file_set_aside_keeps_its_content_and_overwrites_no_other(folder: Folder) -> None:
    for held in (b"een", b"twee"):
        folder.write("a.json", held)
        folder.set_aside("a.json")
    assert {folder.read(name) for name in folder.names()} == {b"een", b"twee"}


def test_a_file_is_put_in_place_only_after_it_is_synced(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("a.json", b"oud")
    folder.write("a.new", b"nieuw")
    monkeypatch.setattr(os, "fsync", _fails)
    with pytest.raises(OSError, match="vol"):
        folder.put_in_place("a.new", "a.json")
    assert folder.read("a.json") == b"oud"


def test_the_new_names_are_synced_after_every_rename_and_removal(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it a power cut can bring a wiped talk back, or the change before the last."""
    for name in ("a.1.new", "a.2.new", "b.json"):
        folder.write(name, b"woorden")
    synced: list[list[str]] = []
    fsync = os.fsync

    def watched(handle: int) -> None:
        if os.path.samestat(os.fstat(handle), folder.path.stat()):
            synced.append(folder.names())
        fsync(handle)

    monkeypatch.setattr(os, "fsync", watched)
    folder.put_in_place("a.2.new", "a.json", ["a.1.new"])
    folder.remove(["a.json"])
    assert synced == [["a.json", "b.json"], ["b.json"]]


def _fails(*_arguments: object) -> None:
    raise OSError(28, "vol")
