"""The other checks, and that none of them can end or hold up the rest."""

import os
import threading
from pathlib import Path

import pytest

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.consult.edits import note
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.desktop import clipboard
from herniatui.doctor import contents, examine, outside
from herniatui.doctor.contents import check_cards, check_settings, check_talks
from herniatui.doctor.finding import Finding, as_json, page
from herniatui.doctor.outside import check_browser, check_clipboard, check_pdf, check_printer
from herniatui.doctor.program import check_keys, check_program, check_terminal
from herniatui.report.formats import NotPossible
from herniatui.settings.model import Settings
from herniatui.storage.resume import stamp
from herniatui.storage.store import TalkStore, state_folder
from herniatui.tui.sizes import MIN_WIDTH
from tests.support.program import HERNIA

SECRET = "geheimzinnig"


def test_a_check_that_fails_is_a_finding_without_its_message(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    def fail() -> Finding:
        raise ValueError(SECRET)

    monkeypatch.setattr(examine, "check_cards", fail)
    monkeypatch.setattr(examine, "check_pdf", check_browser)
    found = examine.examine(Settings(), lambda: ([], []), None)
    (cards,) = (finding for finding in found if finding.key == "cards")
    assert "kon niet worden bekeken (ValueError)" in cards.lines[0]
    assert cards.advice
    assert len(found) == 13
    assert SECRET not in page(found, 100) + as_json(found)


def test_a_check_that_never_answers_is_a_finding(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    never = threading.Event()
    monkeypatch.setattr(examine, "TIMEOUT", 0.05)
    for name in ("check_pdf", "check_printer", "check_clipboard"):
        monkeypatch.setattr(examine, name, check_browser)
    monkeypatch.setattr(examine, "check_talks", never.wait)
    monkeypatch.setattr(examine, "check_clipboard", lambda _has_terminal: check_browser())
    try:
        talks = examine.examine(Settings(), lambda: ([], []), None)[-1]
    finally:
        never.set()
    assert "geen antwoord" in talks.lines[0]
    assert talks.advice


def test_nothing_of_a_talk_is_told_but_how_many_there_are(home: Path) -> None:
    store = TalkStore(state_folder())
    for label in ("", f"label {SECRET}"):
        talk = store.begin(stamp(open_deck(find(DEFAULT_CARD))))
        talk.save(note(EMPTY, None, SECRET), Walk())
        if label:
            talk.keep(label)
        assert talk.writer.close()
    (state_folder() / "consult-bbbb.json").write_text(SECRET)
    found = check_talks()
    assert found.data == {"stored": 3, "kept": 1, "unreadable": 1, "set_aside": 0}
    assert found.advice == ("Een gesprek kan niet worden gelezen: zie herniatui resume. Er is niets van gewist.",)
    told = page([found], 100) + as_json([found])
    assert SECRET not in told
    assert not any(talk.id in told for talk in store.talks())


def test_a_card_with_problems_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert check_cards().data == {"problems": {DEFAULT_CARD: []}}
    (tmp_path / "kapot").mkdir()
    (tmp_path / "kapot" / "card.yaml").write_text("format: 1\n")
    monkeypatch.setattr(contents, "shipped", lambda: [HERNIA, tmp_path / "kapot" / "card.yaml"])
    found = check_cards()
    assert found.lines[0] == f"{DEFAULT_CARD}: in orde"
    assert len(found.advice) == len(found.data["problems"]["kapot"]) > 0
    monkeypatch.setattr(contents, "shipped", list)
    assert check_cards().advice


def test_settings_with_a_problem_are_amiss() -> None:
    assert check_settings(['theme = "dark"'], []).advice == ()
    assert "regel" in check_settings([], ["config.toml, regel 1: onbekend"]).advice[0]


def test_a_pdf_that_fails_is_told_and_one_that_is_not_installed_is_not_amiss(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> bytes:
        raise NotPossible("kan niet")

    monkeypatch.setattr(outside, "pdf_bytes", fail)
    monkeypatch.setattr(outside, "is_installed", lambda: True)
    assert check_pdf().advice
    monkeypatch.setattr(outside, "is_installed", lambda: False)
    found = check_pdf()
    assert (found.advice, found.data) == ((), {"installed": False})
    assert "pip install herniatui[pdf]" in found.lines[0]


PROGRAMS = {
    "answers": ("exit 0", True),
    "is empty": ("echo 'Error: target TARGETS not available' >&2; exit 1", True),
    "has no display": ('echo "Error: Can\'t open display: :7" >&2; exit 1', False),
}


@pytest.mark.skipif(os.name == "nt", reason="a clipboard without a program")
@pytest.mark.parametrize(("script", "reached"), PROGRAMS.values(), ids=PROGRAMS)
def test_the_clipboard_is_reached_without_reading_or_writing_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, reached: bool
) -> None:
    program = tmp_path / "xclip"
    program.write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/called"\n{script}\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(clipboard, "system_program", lambda: "xclip")
    found = check_clipboard(has_terminal=False)
    assert (found.data["program"], found.data["reached"]) == ("xclip", reached)
    assert (tmp_path / "called").read_text() == "-selection clipboard -o -t TARGETS\n"


def test_a_clipboard_that_only_the_terminal_has_is_well_and_none_at_all_is_amiss(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clipboard, "system_program", lambda: "")
    assert "OSC 52" in check_clipboard(has_terminal=True).lines[0]
    monkeypatch.setenv("TERM", "linux")
    assert check_clipboard(has_terminal=True).advice
    assert check_clipboard(has_terminal=False).advice == ()


def test_the_printer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "default_printer", lambda: "Spreekkamer_2")
    assert check_printer().lines == ("F9 drukt een pagina af op: Spreekkamer_2",)
    monkeypatch.setattr(outside, "default_printer", lambda: "")
    assert check_printer().data == {"name": ""}


def test_the_terminal_says_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux-1000/geheim")
    found = check_terminal(os.terminal_size((MIN_WIDTH - 1, 24)))
    assert "TERM=xterm-256color COLORTERM=truecolor" in found.lines
    assert {"kleuren: 16 miljoen", "in: tmux", f"{MIN_WIDTH - 1} tekens breed, 24 regels hoog"} <= set(found.lines)
    assert f"{MIN_WIDTH} tekens breed" in found.advice[0]
    assert "geheim" not in str(found)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    found = check_terminal(None)
    assert "kleuren: geen" in found.lines
    assert "TERM=dumb" in found.advice[0]


def test_keys_are_told_as_they_arrive() -> None:
    found = check_keys({"enter": "enter", "f1": "", "backspace": "ctrl+h"})
    assert found.lines == ("zoals verwacht: Enter", "F1: komt niet aan", "Backspace: komt aan als Ctrl+H")
    assert found.advice
    assert check_keys({"enter": "enter"}).advice == ()
    assert not check_keys({}).is_measured


def test_the_program_says_whether_it_is_bundled(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "geïnstalleerd met Python" in check_program().lines[0]
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert "een programma in een map" in check_program().lines[0]
