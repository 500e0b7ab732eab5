"""`herniatui resume` and `herniatui wipe`: what is kept, in plain words, and nothing of what was said."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from herniatui.card.library import open_deck
from herniatui.cli import main
from herniatui.consult.edits import choose, decide_not_yet, note
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk, show
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.resume import stamp
from herniatui.storage.store import TalkStore
from tests.support.program import HERNIA, THREE_OPTIONS, run


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for talks of the programs that are run."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    return tmp_path / "herniatui"


def put_away(
    state: Path, *, card: Path = HERNIA, kept: bool = False, ago: timedelta = timedelta(0), question: str = "risicos"
) -> str:
    """Put a talk there, so long ago; return its id."""
    then = datetime.now(UTC) - ago
    open_talk = TalkStore(state, now=lambda: then).begin(stamp(open_deck(card)))
    consult = note(choose(EMPTY, question), None, "geheimzinnig")
    open_talk.save(
        decide_not_yet(consult) if kept else consult, show(Walk(question), open_deck(card).card.options[0].id)
    )
    if kept:
        open_talk.keep("spreekuur 3")
    assert open_talk.writer.close()
    return open_talk.writer.id


def test_nothing_is_kept(state: Path) -> None:
    listed = run("resume")
    assert (listed.returncode, listed.stdout) == (0, "Er zijn geen bewaarde gesprekken.\n")
    assert not state.exists()


def test_what_is_kept_is_listed_without_a_word_of_the_patient(state: Path) -> None:
    unfinished, kept = put_away(state, ago=timedelta(hours=1)), put_away(state, kept=True)
    listed = run("resume")
    assert listed.returncode == 0
    first, until, second, _until, how = listed.stdout.splitlines()
    assert first.startswith(f"{kept}  Keuzekaart Hernia in de rug · ")
    assert first.endswith("1 van de 5 vragen bekeken, nog niet beslist · “spreekuur 3”")
    assert until.startswith("      blijft bewaard tot ")
    assert second.startswith(f"{unfinished}  ")
    assert how == "Verdergaan: herniatui resume ID. Wissen: herniatui wipe ID."
    assert "geheimzinnig" not in listed.stdout


def test_what_is_there_too_long_goes_and_it_says_so(state: Path) -> None:
    put_away(state, ago=timedelta(hours=13))
    listed = run("resume")
    assert "Een oud gesprek is gewist: de bewaartijd was voorbij." in listed.stdout
    assert "Er zijn geen bewaarde gesprekken." in listed.stdout
    assert list(state.iterdir()) == []


def test_how_long_is_as_the_settings_say(state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings(tmp_path, monkeypatch, "[retention]\nunfinished_hours = 24\nkept_days = 1\n")
    unfinished = put_away(state, ago=timedelta(hours=13))
    put_away(state, kept=True, ago=timedelta(days=2))
    listed = run("resume").stdout
    assert "Een oud gesprek is gewist" in listed
    assert f"{unfinished}  " in listed


def test_settings_that_cannot_be_read_remove_nothing(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(tmp_path, monkeypatch, "[retention]\nunfinished_hours = 'lang'\n")
    put_away(state, ago=timedelta(hours=13))
    assert "gewist:" not in run("resume").stdout
    assert len(list(state.glob("*.json"))) == 1


def settings(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Have the programs that are run find these settings."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("LOCALAPPDATA", str(folder))
    for place in (folder / "config" / "herniatui", folder / "herniatui"):
        place.mkdir(parents=True, exist_ok=True)
        (place / "config.toml").write_text(text, encoding="utf-8")


def test_a_talk_about_a_card_of_ones_own_is_named_after_it(state: Path) -> None:
    put_away(state, card=THREE_OPTIONS, question="smaak")
    assert open_deck(THREE_OPTIONS).card.title in run("resume").stdout


@pytest.mark.parametrize("command", ["resume", "wipe"])
def test_an_id_that_is_none_is_refused_in_one_sentence(state: Path, command: str) -> None:
    answer = run(command, "zzzz")
    assert answer.returncode == 2
    assert answer.stderr == 'herniatui: er is geen bewaard gesprek "zzzz"; herniatui resume noemt ze allemaal\n'


def test_a_talk_that_cannot_be_resumed_or_wiped_is_not_touched_to_find_out_why(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    consult_id = put_away(state)
    (state / f"consult-{consult_id}.json").write_bytes(b'{"format": 3}')

    def touch(self: TalkStore, consult_id: str) -> OpenTalk:
        raise AssertionError(consult_id)

    monkeypatch.setattr(TalkStore, "open", touch)
    monkeypatch.setattr(TalkStore, "wipe", touch)
    assert (main(["resume", consult_id]), main(["wipe", "zzzz", "--yes"])) == (2, 2)
    cannot, none = capsys.readouterr().err.splitlines()
    assert cannot.startswith(f'herniatui: het gesprek "{consult_id}" kan niet worden geopend: een nieuwere versie')
    assert none.startswith('herniatui: er is geen bewaard gesprek "zzzz"')


def test_a_damaged_talk_is_said_to_be_set_aside(state: Path) -> None:
    consult_id = put_away(state)
    (state / f"consult-{consult_id}.json").write_bytes(b"geheimzinnig")
    listed = run("resume").stdout
    assert f"consult-{consult_id}.json.damaged" in listed
    assert "geheimzinnig" not in listed


def test_a_talk_from_a_later_program_is_listed_as_such(state: Path) -> None:
    consult_id = put_away(state)
    (state / f"consult-{consult_id}.json").write_bytes(b'{"format": 3}')
    assert f"{consult_id}  kan niet worden geopend: een nieuwere versie" in run("resume").stdout


def test_wiping_one(state: Path) -> None:
    wiped, other = put_away(state), put_away(state)
    answer = run("wipe", wiped, "--yes")
    assert (answer.returncode, answer.stdout) == (0, f"gewist: {wiped}\n")
    assert [path.name for path in state.iterdir()] == [f"consult-{other}.json"]


def test_wiping_all_leaves_nothing(state: Path) -> None:
    put_away(state)
    put_away(state, kept=True)
    (state / "consult-bbbb.json.damaged").touch()
    answer = run("wipe", "--all", "--yes")
    assert answer.returncode == 0
    assert answer.stdout.endswith("Er is van geen gesprek nog iets over.\n")
    assert list(state.iterdir()) == []


def test_without_yes_somebody_must_be_there_to_ask(state: Path) -> None:
    put_away(state)
    answer = run("wipe", "--all")
    assert answer.returncode == 2
    assert answer.stderr == "herniatui: er is niets gewist, want hier kan niemand het bevestigen; voeg --yes toe\n"
    assert len(list(state.glob("*.json"))) == 1


@pytest.mark.parametrize("words", [(), ("abcd", "--all")])
def test_it_must_be_said_what_to_wipe(state: Path, words: tuple[str, ...]) -> None:
    assert run("wipe", *words).returncode == 2


LOST: dict[str, Callable[[Path], object]] = {
    "gone": lambda card: card.unlink(),
    "broken": lambda card: card.write_text("format: [", encoding="utf-8"),
}


@pytest.mark.parametrize("lose", LOST.values(), ids=LOST)
def test_a_card_that_cannot_be_had_any_more_still_has_its_talks_listed(
    state: Path, tmp_path: Path, lose: Callable[[Path], object]
) -> None:
    card = tmp_path / "card.yaml"
    card.write_bytes(THREE_OPTIONS.read_bytes())
    consult_id = put_away(state, card=card, question="smaak")
    lose(card)
    assert f"{consult_id}  {open_deck(THREE_OPTIONS).card.id} · " in run("resume").stdout
    assert run("resume", consult_id).returncode != 0
    assert run("resume", consult_id).stderr.count("\n") <= 3


def test_wiping_all_goes_on_past_a_talk_that_is_open(state: Path) -> None:
    put_away(state)
    taken = TalkStore(state).open(put_away(state))
    put_away(state)
    (state / "consult-bbbb.json.damaged").touch()
    answer = run("wipe", "--all", "--yes")
    assert answer.returncode == 1
    assert answer.stderr == f'herniatui: het gesprek "{taken.writer.id}" is open in een ander venster\n'
    assert "niets" not in answer.stdout
    assert [talk.id for talk in TalkStore(state).talks()] == [taken.writer.id]
    taken.writer.wipe()
    assert list(state.iterdir()) == []
