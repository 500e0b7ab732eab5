"""`herniatui report`: a talk that is kept, for the record; printed, or as a file that is whole or not there."""

import json
import os
import shlex
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from herniatui.card.library import open_deck
from herniatui.consult import edits
from herniatui.consult.edits import choose
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.report.note import icpc_of, note, soep
from herniatui.report.template import shipped_template
from herniatui.storage.resume import stamp
from herniatui.storage.store import TalkStore
from tests.report.consults import CARD, full, seen
from tests.support.program import HERNIA, THREE_OPTIONS, herniatui, run

THEN = datetime.now(UTC)
WALK = seen(("risicos", "bewegen"), ("risicos", "operatie"))
DECK = open_deck(HERNIA)
NOTE = note(CARD, full(), WALK, THEN.astimezone().date(), DECK.sha256) + "\n"
SOEP = soep(CARD, full(), WALK, THEN.astimezone().date(), DECK.sha256, icpc_of(CARD)) + "\n"


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for talks of the programs that are run, which have no settings."""
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "state"))
    return tmp_path / "state" / "herniatui"


@pytest.fixture
def talk(state: Path) -> str:
    """The id of a talk that is kept."""
    open_talk = TalkStore(state, now=lambda: THEN).begin(stamp(DECK))
    open_talk.save(full(), WALK)
    open_talk.keep("")
    assert open_talk.writer.close()
    return open_talk.writer.id


def refused(done: subprocess.CompletedProcess[str], code: int) -> str:
    """Return what was said, after looking whether it is one sentence."""
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith("herniatui: ")
    assert done.stderr.count("\n") == 1
    assert "Errno" not in done.stderr
    return done.stderr


@pytest.mark.parametrize(
    ("options", "text"),
    [([], NOTE), (["--format", "note"], NOTE), (["--format", "soep"], SOEP)],
    ids=["as it is", "note", "soep"],
)
def test_it_is_printed(talk: str, options: list[str], text: str) -> None:
    done = run("report", talk, *options)
    assert (done.returncode, done.stdout, done.stderr) == (0, text, "")


def test_reading_changes_nothing(state: Path, talk: str) -> None:
    before = {path.name: path.read_bytes() for path in state.iterdir()}
    assert run("report", talk).returncode == 0
    assert {path.name: path.read_bytes() for path in state.iterdir()} == before


def test_a_talk_that_is_open_in_another_window_is_read_as_it_was_saved_last(state: Path, talk: str) -> None:
    taken = TalkStore(state, now=lambda: THEN).open(talk)
    done = run("report", talk)
    assert (done.returncode, done.stdout) == (0, NOTE)
    taken.writer.close()


def test_it_is_written_to_a_file(talk: str, tmp_path: Path) -> None:
    path = tmp_path / "verslag van ’t gesprek.txt"
    done = run("report", talk, "--out", path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"Opgeslagen: {path}\n")
    assert path.read_text(encoding="utf-8") == NOTE


def test_a_file_that_exists_is_replaced_only_with_force(talk: str, tmp_path: Path) -> None:
    path = tmp_path / "oud.txt"
    path.write_text("oud")
    said = refused(run("report", talk, "--out", path), 1)
    assert said == f"herniatui: dit bestand bestaat al; met --force wordt het vervangen: {path}\n"
    assert path.read_text() == "oud"
    assert run("report", talk, "--out", path, "--force").returncode == 0
    assert path.read_text(encoding="utf-8") == NOTE


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("weg/x.txt", "deze map bestaat niet"),
        ("bestand/x.txt", "deze map bestaat niet"),
        ("map", "is een map"),
        ("", "is een map"),
        ("a" * 300, "deze naam mag niet"),
        ("~niemand/x", "deze map bestaat niet"),
        ("\x1b[31m/x.txt", "deze map bestaat niet"),
    ],
)
def test_a_file_that_cannot_be_is_one_sentence_and_no_file(
    talk: str, tmp_path: Path, name: str, words: str, force: list[str]
) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand").write_text("oud")
    said = refused(run("report", talk, "--out", f"{tmp_path}/{name}", *force), 1)
    assert words in said
    assert "\x1b" not in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bestand", "map", "state"]
    assert (tmp_path / "bestand").read_text() == "oud"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no program so")
@pytest.mark.parametrize("force", ["", "--force"])
def test_a_full_disk_is_one_sentence_and_leaves_no_half_file(talk: str, tmp_path: Path, force: str) -> None:
    path = tmp_path / "oud.txt"
    path.write_text("oud") if force else None
    command = f"ulimit -f 0; exec {shlex.join(herniatui('report', talk, '--out', path))} {force}"
    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, encoding="utf-8", timeout=60, check=False, env={**os.environ}
    )
    assert "de schijf is vol" in refused(done, 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["oud.txt", "state"][not force :]
    assert not force or path.read_text() == "oud"


def test_an_id_that_is_none_is_refused(talk: str) -> None:
    assert refused(run("report", "zzzz"), 2) == (
        'herniatui: er is geen bewaard gesprek "zzzz"; herniatui resume noemt ze allemaal\n'
    )
    assert "zeg welk gesprek" in refused(run("report"), 2)
    assert "../x" in refused(run("report", "../x\x1b[2J"), 2)


def test_a_form_that_there_is_not_is_refused_with_those_that_there_are(talk: str) -> None:
    said = refused(run("report", talk, "--format", "docx"), 2)
    for name in ("note", "soep"):
        assert name in said


def test_a_damaged_talk_is_refused_and_stays(state: Path, talk: str) -> None:
    (state / f"consult-{talk}.json").write_bytes(b"geheimzinnig")
    done = run("report", talk)
    assert done.returncode == 2
    assert "geheimzinnig" not in done.stderr + done.stdout
    assert any(path.read_bytes() == b"geheimzinnig" for path in state.iterdir())


def test_another_card_is_refused(talk: str) -> None:
    assert 'gaat over een andere kaart: "hernia-in-de-rug"' in refused(run("report", talk, THREE_OPTIONS), 2)


def test_a_card_that_is_no_longer_where_it_was_can_be_named(state: Path, tmp_path: Path) -> None:
    card = tmp_path / "card.yaml"
    card.write_bytes(THREE_OPTIONS.read_bytes())
    open_talk = TalkStore(state).begin(stamp(open_deck(card)))
    open_talk.save(choose(EMPTY, "smaak"), Walk())
    assert open_talk.writer.close()
    card.unlink()
    assert "herniatui" in refused(run("report", open_talk.writer.id), 2)
    assert run("report", open_talk.writer.id, THREE_OPTIONS).returncode == 0


def test_the_template_of_the_program_is_printed_and_can_be_used_again(
    talk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = run("report", "--template")
    assert (printed.returncode, printed.stdout, printed.stderr) == (0, shipped_template("note"), "")
    with_template(tmp_path, monkeypatch, printed.stdout)
    assert run("report", talk).stdout == NOTE


@pytest.mark.skipif(sys.platform == "darwin", reason="the folder of settings cannot be chosen here")
def test_the_form_of_the_settings_is_that_of_the_command(
    talk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_template(tmp_path, monkeypatch, "")
    (tmp_path / "settings" / "herniatui" / "config.toml").write_text('note_form = "soep"\n', encoding="utf-8")
    assert run("report", talk).stdout == SOEP
    assert run("report", talk, "--format", "note").stdout == NOTE


def test_the_full_one_is_an_option_away(talk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_template(tmp_path, monkeypatch, "Uitkomst: {besliut}\n")  # of no use for the full note, so it is not told
    day = THEN.astimezone().date()
    whole = note(CARD, full(), WALK, day, DECK.sha256, full=True) + "\n"
    done = run("report", talk, "--full")
    assert (done.returncode, done.stdout, done.stderr) == (0, whole, "")
    by_letter = soep(CARD, full(), WALK, day, DECK.sha256, icpc_of(CARD), full=True) + "\n"
    assert run("report", talk, "--format", "soep", "--full").stdout == by_letter
    assert len({NOTE, SOEP, whole, by_letter}) == 4
    assert run("report", "--template", "--full").stdout == shipped_template("note-full")


def test_the_full_one_of_another_form_is_refused(talk: str) -> None:
    assert "hoort bij --format note of --format soep" in refused(run("report", talk, "--format", "json", "--full"), 2)


@pytest.mark.parametrize(
    "options",
    [
        ["--soep"],
        ["--subject", "Patient/1"],
        ["--encounter", "Encounter/1"],
        ["--author", "Practitioner/1"],
        ["--bundle", "transaction"],
        ["--bundle", "collection", "--format", "note"],
        ["--format", "csv", "--soep"],
        ["--subject", ""],
    ],
)
def test_an_option_of_another_form_is_refused(talk: str, options: list[str]) -> None:
    assert "hoort bij --format fhir" in refused(run("report", talk, *options), 2)


def test_a_transaction_for_a_record_system_is_printed(talk: str) -> None:
    references = ["--subject", "Patient/1", "--encounter", "Encounter/2", "--author", "PractitionerRole/3"]
    done = run("report", talk, "--format", "fhir", "--soep", "--bundle", "transaction", *references)
    made = json.loads(done.stdout)
    assert (done.returncode, done.stderr, made["type"]) == (0, "", "transaction")
    note = next(entry["resource"] for entry in made["entry"] if entry["resource"]["resourceType"] == "Composition")
    assert [note["subject"], note["encounter"], *note["author"]] == [{"reference": text} for text in references[1::2]]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            ["--subject", "J. Jansen"],
            "in --subject staat geen verwijzing naar een patiënt; schrijf bijvoorbeeld Patient/123",
        ),
        (["--subject", ""], "in --subject staat geen verwijzing naar een patiënt; schrijf bijvoorbeeld Patient/123"),
        (
            ["--encounter", "3"],
            "in --encounter staat geen verwijzing naar een contact; schrijf bijvoorbeeld Encounter/123",
        ),
        (
            ["--author", "Patient/1"],
            "in --author staat geen verwijzing naar een zorgverlener; schrijf bijvoorbeeld Practitioner/123, "
            "PractitionerRole/123 of Organization/123",
        ),
        (
            ["--author", "urn:uuid:0b0d", "--bundle", "transaction"],
            "een server kan niet vinden wat in --author staat; schrijf bij --bundle transaction bijvoorbeeld "
            "Practitioner/123",
        ),
    ],
)
def test_a_reference_that_is_none_is_one_sentence(talk: str, options: list[str], sentence: str) -> None:
    assert refused(run("report", talk, "--format", "fhir", *options), 2) == f"herniatui: {sentence}\n"


def test_a_bundle_that_there_is_not_is_refused_with_those_that_there_are(talk: str) -> None:
    said = refused(run("report", talk, "--format", "fhir", "--bundle", "document"), 2)
    assert "collection" in said
    assert "transaction" in said


@pytest.mark.parametrize("form", ["json", "fhir", "html", "csv", "note"])
def test_what_is_printed_is_what_is_saved_whatever_the_system_prints_in(talk: str, tmp_path: Path, form: str) -> None:
    path = tmp_path / "saved"
    assert run("report", talk, "--format", form, "--out", str(path)).returncode == 0
    argv, env = herniatui("report", talk, "--format", form, "--out", "-"), os.environ | {"PYTHONIOENCODING": "cp1252"}
    assert subprocess.run(argv, env=env, capture_output=True, check=True).stdout == path.read_bytes()


@pytest.mark.skipif(sys.platform == "darwin", reason="the folder of settings cannot be chosen here")
def test_the_template_of_the_clinic_is_used(talk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_template(tmp_path, monkeypatch, "Uitkomst: {besluit}\n")
    done = run("report", talk)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Uitkomst: nog niet beslissen\n", "")
    assert run("report", talk, "--format", "soep").stdout == SOEP


@pytest.mark.skipif(sys.platform == "darwin", reason="the folder of settings cannot be chosen here")
def test_a_template_of_no_use_is_told_and_ours_is_used(
    talk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_template(tmp_path, monkeypatch, "Uitkomst:\n {besliut}\n")
    done = run("report", talk)
    assert (done.returncode, done.stdout) == (0, NOTE)
    assert '(sjabloon.txt:2:2: "{besliut}" kan niet worden ingevuld; bedoelde u "besluit"?)' in done.stderr
    assert done.stderr.count("\n") == 1
    config = run("config")
    assert (config.returncode, config.stderr.count(f"{path}:2:2: ")) == (1, 1)


def with_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> Path:
    """Have the programs that are run find settings that name this template; return where it is."""
    path, settings = tmp_path / "sjabloon.txt", tmp_path / "settings" / "herniatui" / "config.toml"
    path.write_text(text, encoding="utf-8")
    settings.parent.mkdir(parents=True)
    settings.write_text(f"note_template = '{path}'\n", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    return path


def test_what_the_page_to_take_home_lacks_is_said_on_stderr(state: Path, tmp_path: Path) -> None:
    open_talk = TalkStore(state, now=lambda: THEN).begin(stamp(DECK))
    open_talk.save(edits.note(EMPTY, None, "rug \U00013000"), WALK)
    open_talk.keep("")
    assert open_talk.writer.close()
    done = run("report", open_talk.writer.id, "--format", "pdf", "--out", str(tmp_path / "page.pdf"))
    said, saved = done.stderr.splitlines()
    squares = "Op de pagina staat □ voor tekens die hier niet gedrukt kunnen worden: \U00013000."
    assert said == f"{squares} Vraag om html, en print die vanuit een browser."
    assert (done.returncode, saved.startswith("Opgeslagen: ")) == (0, True)
