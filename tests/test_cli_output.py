"""Whatever comes from outside, nothing that is printed is obeyed by a terminal."""

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from herniatui.cli import output
from herniatui.system_errors import not_saved, reason
from tests.card.cards import TEA
from tests.support.program import herniatui, run

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ESC = "\x1b[31mrood\x1b]0;titel\x07\x9b2J\u202e"
ENGLISH = re.compile(r"(?i)\b(no such|is a directory|input/output|permission|denied|error|file name|too|not a|errno)\b")


@pytest.mark.parametrize(
    "arguments",
    [
        [f"--{ESC}"],
        [ESC],
        ["--theme", ESC],
        ["show", ESC],
        ["show", f"./{ESC}"],
        ["show", f"--{ESC}"],
        ["show", "--out", f"/weg/{ESC}"],
        ["check", ESC, f"./{ESC}"],
        ["report", ESC],
        ["report", ESC, "--format", ESC],
        ["resume", ESC],
        ["wipe", ESC, "--yes"],
        ["config", ESC],
        ["schema", ESC],
        ["list", f"a\nb{ESC}"],
    ],
    ids=repr,
)
def test_what_people_type_is_cleaned_before_it_is_printed(arguments: list[str], tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode != 0
    assert not OBEYED.search(done.stdout + done.stderr)
    assert len(done.stderr.splitlines()) == (2 if arguments[0] == "check" else 1)


@pytest.mark.skipif(os.name == "nt", reason="a name of a file holds no such characters there")
def test_names_and_contents_of_files_are_cleaned_before_they_are_printed(tmp_path: Path) -> None:
    folder = tmp_path / ESC.replace("/", "")
    folder.mkdir()
    (folder / "card.yaml").write_text(TEA.replace("id: zetten", 'id: "zet\\e[2Jten"'), encoding="utf-8")
    for command in ("check", "show"):
        done = run(command, folder)
        assert done.returncode == 1
        assert not OBEYED.search(done.stdout + done.stderr)


@pytest.mark.skipif(os.name == "nt", reason="a name of a file is text there")
def test_a_name_that_is_no_utf8_is_printed_as_far_as_it_is() -> None:
    done = subprocess.run([*herniatui("show"), b"--\xff\xe9"], capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "--\ufffd\ufffd" in done.stderr.decode("utf-8")


def test_a_stream_that_was_closed_gets_nothing_and_neither_does_the_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("sys.stderr", None)
        output.complain("iets")
        output.refuse("iets")
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdout", None)
        output.say("iets")
        output.write_document(b"iets", is_text=False)
        output.flush()
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("number", [*range(140), 9999])
def test_no_error_of_the_system_is_told_in_english(number: int) -> None:
    error = OSError(number, os.strerror(number))
    for said in (reason(error), not_saved(error, "PAD")):
        assert said
        assert not ENGLISH.search(said)
        assert os.strerror(number) not in said
    assert not_saved(error, "PAD").startswith("Niet opgeslagen: ")


def test_a_folder_where_a_file_is_expected_is_said_in_dutch(tmp_path: Path) -> None:
    (tmp_path / "kaart" / "card.yaml").mkdir(parents=True)
    (tmp_path / "kaart" / "additions.yaml").mkdir()
    said = run("check", tmp_path / "kaart", tmp_path / "kaart" / "card.yaml", tmp_path / "weg.yaml").stderr
    assert "staat geen card.yaml" in said
    assert not ENGLISH.search(said)


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is of Linux")
@pytest.mark.parametrize(
    "left", ["sys.stdout.buffer.write(b'x')", "sys.stderr.buffer.write(b'x')", "Thread(target=Event().wait).start()"]
)
def test_whatever_is_left_when_the_window_was_closed_the_program_ends_with_its_code(
    left: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python waits for threads, and ends with exit code 120 if it cannot write the rest, and to /dev/full it cannot."""
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    lines = [
        "import sys",
        "from threading import Event, Thread",
        "from herniatui.cli import main",
        "module = sys.modules['herniatui.cli.main']",
        f"module._run = lambda words: [{left}] and 129",
        "sys.exit(main([]))",
    ]
    command = [sys.executable, "-c", "\n".join(lines)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=full, check=False, timeout=60)
    assert done.returncode == 129


class _Terminal(StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_words_from_right_to_left_are_isolated_in_a_terminal_and_unchanged_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(output, "terminal_has_isolates", lambda: True)
    for stream, expected in ((_Terminal(), "A  \u2067קפה חם.\u2069\n"), (StringIO(), "A  קפה חם.\n")):
        monkeypatch.setattr("sys.stdout", stream)
        output.say("A  \u202eקפה חם.\u2069")
        assert stream.getvalue() == expected
