"""Every file and folder that the program makes is for this user alone, whatever the umask."""

import ast
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from herniatui import private_files
from herniatui.private_files import make_folder, new_file, open_to_append, write_whole
from herniatui.report.file_output import save
from herniatui.settings.config_file import write_new
from herniatui.storage.folder import Folder
from tests.support.program import ROOT, run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights are not kept in a mode there")
SOURCES = sorted((ROOT / "src" / "herniatui").rglob("*.py"))
WRITES = {"write_text", "write_bytes", "mkdir", "makedirs", "mkstemp", "mkdtemp", "NamedTemporaryFile"}


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o277, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("umask")
def test_whatever_the_umask_a_file_is_0600_and_a_folder_0700(tmp_path: Path) -> None:
    settings = tmp_path / "a" / "b" / "config.toml"
    assert write_new(settings, "# leeg\n") == ""
    with new_file(tmp_path / "nieuw"):
        pass
    write_whole(tmp_path / "heel", b"x")
    assert save(str(tmp_path / "soep.txt"), b"x") == ""
    folder = Folder(tmp_path / "c" / "d" / "herniatui")
    folder.make_ready()
    folder.write("een", b"x")
    files = {settings, *(tmp_path / name for name in ("nieuw", "heel", "soep.txt")), folder.path / "een"}
    folders = {settings.parent, settings.parent.parent, folder.path, folder.path.parent, folder.path.parent.parent}
    assert {mode(path) for path in files} == {0o600}
    assert {mode(path) for path in folders} == {0o700}


@pytest.mark.usefixtures("umask")
def test_config_init_writes_0600_and_its_folders_0700(tmp_path: Path) -> None:
    done = run("config", "--init", env={"XDG_CONFIG_HOME": str(tmp_path / "nieuw" / "nog")})
    assert (done.returncode, done.stderr) == (0, "")
    (written,) = (tmp_path / "nieuw").rglob("config.toml")
    assert mode(written) == 0o600
    assert {mode(folder) for folder in written.parents if tmp_path in folder.parents} == {0o700}


@pytest.mark.parametrize("there", [True, False])
def test_a_new_file_is_never_made_through_a_link(tmp_path: Path, there: bool) -> None:
    other, link = tmp_path / "van-een-ander", tmp_path / "nieuw"
    if there:
        other.write_text("oud", encoding="utf-8")
    link.symlink_to(other)
    with pytest.raises(FileExistsError):
        new_file(link)
    assert other.exists() is there


@pytest.mark.skipif(os.name == "nt", reason="Windows has no flag for it")
@pytest.mark.parametrize("there", [True, False])
def test_a_link_that_comes_after_the_check_is_not_appended_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    other, link = tmp_path / "van-een-ander", tmp_path / "logboek"
    if there:
        other.touch()
    link.symlink_to(other)
    monkeypatch.setattr(private_files, "_found", lambda _path: None)
    with pytest.raises(OSError, match="symbolic"):
        open_to_append(link, b"header\n")
    assert other.exists() is there
    assert not there or other.read_bytes() == b""


def test_out_with_force_writes_neither_a_link_nor_what_it_leads_to(tmp_path: Path) -> None:
    other, link = tmp_path / "van-een-ander", tmp_path / "kaart.txt"
    other.write_text("oud", encoding="utf-8")
    link.symlink_to(other)
    for force in ([], ["--force"]):
        done = run("show", "--out", link, *force)
        assert done.returncode == 1
        assert "dit is een verwijzing naar een andere plek. Kies een andere naam." in done.stderr
    assert (link.is_symlink(), other.read_text(encoding="utf-8")) == (True, "oud")


def test_a_folder_that_is_there_keeps_its_mode_and_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "wijd").mkdir()
    (tmp_path / "wijd").chmod(0o755)
    make_folder(tmp_path / "wijd" / "nieuw")
    assert (mode(tmp_path / "wijd"), mode(tmp_path / "wijd" / "nieuw")) == (0o755, 0o700)
    (tmp_path / "bestand").touch()
    with pytest.raises(OSError, match="bestand"):
        make_folder(tmp_path / "bestand" / "map")


def test_nothing_else_in_the_program_makes_a_file_or_a_folder() -> None:
    for path in SOURCES:
        if path.name == "private_files.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func).rpartition(".")[2]
                given = [*node.args, *(keyword.value for keyword in node.keywords)]
                modes = {str(value.value) for value in given if isinstance(value, ast.Constant)}
                assert name not in WRITES, f"{path}:{node.lineno}"
                assert not (name == "open" and modes & {"w", "wb", "x", "xb", "a", "ab"}), f"{path}:{node.lineno}"
                assert "O_CREAT" not in ast.unparse(node), f"{path}:{node.lineno}"


def test_the_program_prints_through_one_module() -> None:
    allowed = {
        "cli/output.py",
        "report/handout/typesetting.py",  # a program of its own, which gives its parent process a page
        "__main__.py",  # where there may be no memory for imports
    }
    for path in SOURCES:
        if path.relative_to(ROOT / "src" / "herniatui").as_posix() in allowed:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called != "print", f"{path}:{node.lineno}"
                writes = called.startswith(("sys.stdout.", "sys.stderr.")) and not called.endswith(
                    (".isatty", ".fileno")
                )
                assert not writes, f"{path}:{node.lineno}: {called}"
