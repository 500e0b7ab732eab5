"""`herniatui report --all`: every stored talk in one file of data."""

import csv
import json
import os
import subprocess
from io import StringIO
from pathlib import Path

import pytest

from herniatui.card.library import open_deck
from herniatui.consult.edits import choose, note
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.report.csv import columns
from herniatui.storage.resume import stamp
from herniatui.storage.store import TalkStore
from tests.support.program import HERNIA, THREE_OPTIONS, herniatui, run


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for talks of the programs that are run, which have no settings."""
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "state"))
    return tmp_path / "state" / "herniatui"


def stored(state: Path, path: Path = HERNIA) -> str:
    """Store a talk about this card; return its id."""
    deck = open_deck(path)
    open_talk = TalkStore(state).begin(stamp(deck))
    open_talk.save(note(choose(EMPTY, deck.card.questions[0].id), None, "mijn tuin"), Walk())
    assert open_talk.writer.close()
    return open_talk.writer.id


def ids(table: str) -> set[str]:
    """Return the ids of the talks in a table."""
    return {row["gesprek"] for row in csv.DictReader(StringIO(table.removeprefix("\ufeff"), newline=""), delimiter=";")}


def test_all_talks_are_one_table(state: Path) -> None:
    kept = {stored(state), stored(state, THREE_OPTIONS)}
    done = run("report", "--all", "--format", "csv")
    assert (done.returncode, done.stderr, ids(done.stdout)) == (0, "", kept)
    assert "mijn tuin" not in done.stdout
    assert "mijn tuin" in run("report", "--all", "--format", "csv", "--words").stdout


def test_all_talks_are_one_array_and_each_is_as_it_is_alone(state: Path) -> None:
    first, second = stored(state), stored(state, THREE_OPTIONS)
    done = run("report", "--all", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    alone = [run("report", talk_id, "--format", "json").stdout for talk_id in (first, second)]
    assert json.loads(done.stdout) == [json.loads(text) for text in alone]


def test_the_table_of_one_talk_has_the_same_columns(state: Path) -> None:
    talk_id = stored(state)
    stored(state)
    done = run("report", talk_id, "--format", "csv")
    assert ids(done.stdout) == {talk_id}
    assert done.stdout.startswith("\ufeff" + ";".join(columns()) + "\n")  # universal newlines of the test


def test_the_file_holds_the_bytes_that_are_printed(state: Path, tmp_path: Path) -> None:
    stored(state)
    path = tmp_path / "alles.csv"
    assert run("report", "--all", "--format", "csv", "--out", path).stderr == f"Opgeslagen: {path}\n"
    argv, env = herniatui("report", "--all", "--format", "csv"), os.environ | {"PYTHONIOENCODING": "cp1252"}
    assert subprocess.run(argv, env=env, capture_output=True, check=True).stdout == path.read_bytes()
    assert path.read_bytes().startswith(b"\xef\xbb\xbfgesprek;")


def test_without_talks_there_is_a_header_and_a_sentence(state: Path) -> None:
    done = run("report", "--all", "--format", "csv")
    assert (done.returncode, done.stderr) == (0, "Er zijn geen bewaarde gesprekken.\n")
    assert ids(done.stdout) == set()
    assert json.loads(run("report", "--all", "--format", "json").stdout) == []


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_cannot_be_in_it_is_a_sentence_each_and_the_rest_is_there(state: Path, tmp_path: Path, form: str) -> None:
    card = tmp_path / "card.yaml"
    card.write_bytes(THREE_OPTIONS.read_bytes())
    good, lost, damaged = stored(state), stored(state, card), stored(state)
    card.unlink()
    (state / f"consult-{damaged}.json").write_bytes(b"geheim")
    open_talk = TalkStore(state).begin(stamp(open_deck(HERNIA)))
    open_talk.save(note(EMPTY, None, "nu"), Walk())
    assert open_talk.writer.is_safe(10)
    kept = {path.read_bytes() for path in state.iterdir()}
    for _time in range(2):  # the second time, the damaged file is already set aside
        done = run("report", "--all", "--format", form)
        there = ids(done.stdout) if form == "csv" else {talk["id"] for talk in json.loads(done.stdout)}
        assert (done.returncode, there) == (1, {good, open_talk.writer.id})
        lines = done.stderr.splitlines()
        assert all(line.startswith("herniatui: het gesprek ") and "geheim" not in line for line in lines)
        assert sorted(
            talk_id for line in lines for talk_id in (lost, damaged, open_talk.writer.id) if talk_id in line
        ) == (sorted([lost, damaged, open_talk.writer.id]))
        assert len(lines) == 3
        assert {path.read_bytes() for path in state.iterdir()} == kept
    assert open_talk.writer.close()


@pytest.mark.parametrize("form", ["note", "soep", "html", "pdf", "fhir", ""])
def test_the_other_formats_are_of_one_talk(state: Path, form: str) -> None:
    stored(state)
    done = run("report", "--all", *(["--format", form] if form else []))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "herniatui: --all is voor gegevens: zet er --format csv of --format json bij; "
        "de andere vormen gaan over één gesprek\n"
    )


def test_one_talk_and_all_of_them_are_not_asked_at_once(state: Path) -> None:
    done = run("report", "bcdf", "--all", "--format", "csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert "niet allebei" in done.stderr


@pytest.mark.parametrize("form", ["json", "note", "fhir"])
def test_words_belong_with_the_table(state: Path, form: str) -> None:
    done = run("report", stored(state), "--format", form, "--words")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "herniatui: --words hoort bij --format csv\n")
