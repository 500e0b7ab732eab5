"""What a release consists of; the bundle is tested in `terminal/test_bundle.py`."""

import hashlib
import shlex
from pathlib import Path

import pytest

from herniatui import __version__
from tests.support.program import herniatui
from tools import release, walk


def test_the_tag_must_be_that_of_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert release.main(["version", f"v{__version__}"]) == 0
    assert release.main(["version", "v9.9.9"]) == 1
    assert "v9.9.9" in capsys.readouterr().err


def test_the_notes_are_the_section_of_the_changelog(capsys: pytest.CaptureFixture[str]) -> None:
    assert release.main(["notes"]) == 0
    notes = capsys.readouterr().out
    assert notes.startswith("### ")
    assert "\n## " not in notes


def test_the_checksums_are_those_of_every_file(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"a")
    (tmp_path / "folder").mkdir()
    release.checksums(tmp_path)
    release.checksums(tmp_path)
    assert (tmp_path / "SHA256SUMS").read_text() == f"{hashlib.sha256(b'a').hexdigest()}  a.zip\n"


def test_what_is_no_part_of_a_release_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert release.main(["everything"]) == 2
    assert "wheelhouse" in capsys.readouterr().err


def test_a_talk_is_walked_and_exported_as_with_everything_that_is_released(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "herniatui"
    program.write_text(f'#!/bin/sh\nexec {shlex.join(herniatui())} "$@"\n')
    program.chmod(0o755)
    assert walk.main([str(program)]) == 0
    monkeypatch.setattr(walk, "TALK", walk.TALK.replace("b\nj\n", "b\nn\n"))  # it decides nothing
    assert walk.main([str(program)]) == 1
    assert "no decision" in capsys.readouterr().err
    assert walk.main([]) == 2
