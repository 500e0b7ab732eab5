"""The log on request: what is in it, what never is, and where it may be."""

import errno
import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from herniatui import log as log_module
from herniatui.log import Log
from tests.support.program import run

WORDS = "raadselachtig"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "herniatui.log"


def lines(path: Path) -> list[str]:
    """Return the lines of the log without time and process."""
    first, *others = path.read_text(encoding="utf-8").splitlines()
    assert first == "herniatui log 1"
    return [line.split(" ", 2)[2] for line in others]


def test_a_command_logs_its_start_and_its_end(path: Path) -> None:
    assert run("list", "--log", path).returncode == 0
    assert run("config", env={"HERNIATUI_LOG": str(path)}).returncode == 0
    assert run("show", "nergens", "--log", path).returncode == 2
    kinds = [" ".join(word for word in line.split() if re.match("start|end|co", word)) for line in lines(path)]
    assert kinds == [
        "start command=list", "end code=0", "start command=config", "end code=0", "start command=show", "end code=2",
    ]  # fmt: skip
    assert "nergens" not in path.read_text()


def test_without_a_request_nothing_is_logged(tmp_path: Path) -> None:
    run("list", cwd=tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="rights are not kept in a mode there")
def test_only_this_user_can_read_it(path: Path) -> None:
    run("list", "--log", path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def wrong_places(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Yield paths at which there can be no log, and why."""
    (tmp_path / "verslag.txt").write_text("van mij\n")
    (tmp_path / "link").symlink_to(tmp_path / "elders")
    yield "", "het is een map"
    yield str(tmp_path), "het is een map"
    yield str(tmp_path / "weg" / "log"), "het bestand of de map is er niet"
    yield str(tmp_path / "verslag.txt"), "er is al iets met die naam"
    yield str(tmp_path / "link"), "het is een verwijzing naar elders"
    yield "/dev/null", "het is geen bestand"
    yield "~niemand-met-deze-naam/log", "deze naam mag niet"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there, and it has no /dev/null")
def test_where_there_can_be_no_log_is_told_in_one_sentence(tmp_path: Path) -> None:
    for where, why in wrong_places(tmp_path):
        done = run("list", env={"HERNIATUI_LOG": where}) if not where else run("list", "--log", where)
        if not where:  # an empty variable is none at all
            assert (done.returncode, done.stderr) == (0, "")
            continue
        assert done.returncode == 2, where
        assert done.stderr == f"herniatui: in {where} kan geen logboek komen ({why}); noem een ander bestand\n"
        assert done.stdout == ""
    assert (tmp_path / "verslag.txt").read_text() == "van mij\n"
    assert not (tmp_path / "elders").exists()


def test_an_exception_is_logged_as_its_type_and_frames(path: Path) -> None:
    def speak(note: str) -> None:
        try:
            raise OSError(errno.ENOSPC, note, note)
        except OSError as error:
            raise ExceptionGroup(note, [ValueError(note), KeyError(note)]) from error

    with pytest.raises(ExceptionGroup) as found:
        speak(WORDS)
    Log(path).failure(found.value)
    logged = lines(path)
    assert logged[0] == "failure type=ExceptionGroup errno=0"
    place, function = logged[2].split()[1:]
    assert place.startswith("at=test_log.py:")
    assert function.endswith("<locals>.speak")
    assert "within type=ValueError errno=0" in logged
    assert WORDS not in path.read_text()


def test_the_cause_of_an_exception_is_logged_too(path: Path) -> None:
    try:
        try:
            raise OSError(errno.ENOSPC, WORDS)
        except OSError as error:
            raise RuntimeError(WORDS) from error
    except RuntimeError as error:
        Log(path).failure(error)
    assert [line for line in lines(path) if not line.startswith("frame")] == [
        "failure type=RuntimeError errno=0",
        f"after type=OSError errno={errno.ENOSPC}",
    ]


def test_a_frame_of_the_package_is_named_without_the_folders_of_the_user(path: Path) -> None:
    with pytest.raises(FileNotFoundError) as found:
        Log(path / "weg")
    Log(path).failure(found.value)
    frames = [line.split()[1] for line in lines(path) if line.startswith("frame")]
    assert any(frame.startswith("at=herniatui/private_files.py:") for frame in frames)
    assert str(Path.home()) not in path.read_text()
    assert str(path.parent) not in path.read_text()


def test_only_numbers_and_names_are_written(path: Path) -> None:
    Log(path).event("screen", name="StartScreen", note="eigen woorden", ms=1.5, right=True, letter="é", long="x" * 200)
    assert lines(path) == ["screen name=StartScreen note=? ms=1.500 right=yes letter=? long=?"]


def test_it_starts_anew_when_it_is_large(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_module, "MAX_BYTES", 200)
    log = Log(path)
    for number in range(50):
        log.event("size", number=number)
    assert path.stat().st_size < 400
    assert lines(path)[-1] == "size number=49"


FAILING = f"""
import sys
import herniatui.cli
from herniatui.__main__ import main
run = herniatui.cli.main
def fail():
    run(["list"])
    raise ValueError({WORDS!r})
herniatui.cli.main = fail
sys.exit(main())
"""


def test_a_failure_outside_the_screens_names_the_log_or_how_to_make_one(path: Path) -> None:
    def told(env: dict[str, str]) -> str:
        argv = [sys.executable, "-c", FAILING]
        done = subprocess.run(argv, capture_output=True, encoding="utf-8", env={**os.environ, **env}, check=False)
        assert done.returncode == 1
        return done.stderr

    assert told({}).endswith("start het nog eens met --log BESTAND, dan komt in dat bestand te staan wat er misgaat\n")
    assert told({"HERNIATUI_LOG": str(path)}).endswith("stoppen; wat er misging, staat in het logboek\n")
    assert "failure type=ValueError errno=0" in lines(path)
    assert WORDS not in path.read_text()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a file that is full is there on Linux only")
def test_a_full_disk_ends_nothing(path: Path) -> None:
    log = Log(path)
    full, written = os.open("/dev/full", os.O_WRONLY), log._file.fileno()
    os.dup2(full, written)
    log.event("size")
    log.failure(RuntimeError(WORDS))


def test_a_talk_in_lines_logs_its_exception_and_no_word_of_it(path: Path) -> None:
    """The walk in lines has no sentence of its own for a failure."""
    failing = FAILING.replace('run(["list"])', f'run(["--linear", "--log", {str(path)!r}])')
    argv = [sys.executable, "-c", failing]
    done = subprocess.run(argv, input=f"n\n{WORDS}\n", capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "walk screens=no" in lines(path)
    assert "failure type=ValueError errno=0" in lines(path)
    assert WORDS not in path.read_text()
