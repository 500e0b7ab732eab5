"""Keys that people chose work everywhere, are shown everywhere, and never take a key that is needed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.consult.model import Consult
from herniatui.consult.walk import CLOSING, DECISION, START
from herniatui.storage.store import TalkStore
from herniatui.tui.app import HerniaApp
from herniatui.tui.dialogs.choice import ChoiceDialog
from herniatui.tui.dialogs.palette import PaletteDialog
from herniatui.tui.keys.command import Command, Where
from herniatui.tui.keys.commands import named
from herniatui.tui.keys.declared import COMMANDS
from herniatui.tui.keys.key_bars import KEY_BARS
from herniatui.tui.keys.key_names import as_read, as_written, key_named
from herniatui.tui.keys.keymap import keymap, remapped
from herniatui.tui.screens.reading import ReadingScreen
from herniatui.tui.screens.saved_talks import SavedTalksScreen
from herniatui.tui.widgets.picture_view import PictureView
from tests.tui.driving import NAMES, Talking, new_store

Keys = dict[str, list[str]]

# Every command on other keys than its own, none of which does anything by itself.
OTHER_KEYS: Keys = {
    "next": ["f3", "ctrl+n"],
    "previous": ["f4"],
    "question": list("!@#$%^&*("),
    "decision": ["B"],
    "option": ["shift+left", "shift+right", *"ABCDEF".replace("B", "x")],
    "columns": ["Z"],
    "line": ["ctrl+up", "ctrl+down"],
    "picture": ["L"],
    "lookup": ["V"],
    "choose": ["tab"],
    "mark": ["=", "_", "é"],
    "prefer": ["j"],
    "prefer_none": ["J"],
    "weigh": [","],
    "note": ["T"],
    "undo": ["U"],
    "save": ["f5"],
    "clipboard": ["f6"],
    "form": ["N"],
    "handout": ["P"],
    "keep": ["K"],
    "again": ["f7"],
    "saved": ["S"],
    "blank": ["M"],
    "prompts": ["f8"],
    "about": ["f9"],
    "palette": ["f10"],
    "quit": ["Q"],
    "help": ["f12"],
}

WRONG: dict[str, tuple[str, Keys, str]] = {
    "an unknown command": ("notes", {"notes": ["x"]}, 'er is geen opdracht "notes"; bedoelde u "note"?'),
    "no key": ("note", {"note": ["entr"]}, '"entr" is geen toets; bedoelde u "enter"?'),
    "what a terminal cannot tell from Enter": ("note", {"note": ["ctrl+m"]}, '"ctrl+m" is geen toets'),
    "a sign that cannot be seen": ("note", {"note": ["\a"]}, '"" is geen toets'),
    "two letters": ("note", {"note": ["xy"]}, '"xy" is geen toets'),
    "too few": ("mark", {"mark": ["x", "y"]}, 'bij "mark" horen 3 toetsen'),
    "too many": ("line", {"line": ["x", "y", "z"]}, 'bij "line" horen 2 toetsen'),
    "neither two nor all": ("option", {"option": ["x", "y", "z"]}, 'bij "option" horen 2 of 8 toetsen'),
    "one twice": ("mark", {"mark": ["x", "y", "x"]}, '"x" staat hier twee keer'),
    "one twice in other words": ("next", {"next": ["?", "question_mark"]}, "staat hier twee keer"),
    "the key that stops": ("note", {"note": ["ctrl+c"]}, '"ctrl+c" stopt altijd'),
    "the other key that stops": ("quit", {"quit": ["Ctrl+Q"]}, '"Ctrl+Q" stopt altijd'),
    "the key that goes back": ("note", {"note": ["x", "escape"]}, '"escape" gaat altijd terug'),
    "a key of another": ("note", {"note": ["v"]}, '"v" is al de toets van "prefer"'),
    "a key of another by name": ("weigh", {"weigh": ["plus"]}, '"+" is al de toets van "mark"'),
    "a key of what was left as it is": ("option", {"option": ["b", "x"]}, '"b" is al de toets van "option"'),
    "a key of the saved talks": ("quit", {"quit": ["w"], "weigh": ["x"]}, '"w" heeft al een betekenis'),
    "a key that turns pages in help": (
        "about",
        {"choose": ["x"], "about": ["space"]},
        '"spatie" bladert al in de hulp',
    ),
}


def with_keys(keys: Keys) -> tuple[tuple[Command, ...], list[str]]:
    """Return the commands with these keys, and what is wrong with them as `line: text`."""
    places = {f"keys.{name}": (line, 1) for line, name in enumerate(keys, 1)}
    commands, problems = remapped(COMMANDS, list(keys.items()), places)
    return commands, [f"{problem.line}: {problem.text}" for problem in problems]


@asynccontextmanager
async def talk_with(
    keys: Keys, pressed: str = "", size: tuple[int, int] = (100, 30), store: TalkStore | None = None
) -> AsyncIterator[Talking]:
    """Run the app with these keys, and press some."""
    commands, problems = with_keys(keys)
    assert problems == []
    app = HerniaApp(open_deck(find(DEFAULT_CARD)), commands=commands, today=lambda: date(2026, 1, 15), store=store)
    async with app.run_test(size=size) as pilot:
        talking = Talking(app, pilot)
        await press(talking, pressed)
        yield talking


def consult_of(talking: Talking) -> Consult:
    """Return what was said."""
    return talking.app.talk.consult


async def press(talking: Talking, keys: str) -> None:
    """Press keys as the settings have them."""
    await talking.press(" ".join(key_named(key) or key for key in keys.split()))


def test_without_a_choice_nothing_changes() -> None:
    assert with_keys({}) == (COMMANDS, [])
    assert keymap(COMMANDS) == {}


def test_the_same_keys_in_other_words_change_nothing() -> None:
    commands, problems = with_keys({"mark": ["plus", "-", "question_mark"], "next": ["Enter", "PageDown"]})
    assert (commands, problems) == (COMMANDS, [])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_keys_of_a_command_are_shown_as_it_was_declared(command: Command) -> None:
    """So that a chosen key looks like any other. Ranges (1…9, a, b, c…) are declared shorter than they would be."""
    if command.name in ("question", "option"):
        return
    keys = [as_read(key) for key, _action in command.keys]
    if len(command.actions) > 1:
        assert command.shown == " ".join(keys)
        assert command.brief == "".join(keys)
    else:
        assert command.shown == ", ".join([*keys, *map(as_read, command.fixed)])
        assert command.brief == keys[0]


@pytest.mark.parametrize(("name", "keys", "problem"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named_and_costs_only_that_command(name: str, keys: Keys, problem: str) -> None:
    commands, problems = with_keys(keys | {"undo": ["Z"]})
    assert len(problems) == 1
    assert problems[0].startswith(f"{list(keys).index(name) + 1}: ")
    assert problem in problems[0]
    assert [one for one in commands if one.name == name] == [one for one in COMMANDS if one.name == name]
    assert named("undo", commands).shown == "Z"


def test_keys_can_change_places() -> None:
    commands, problems = with_keys({"prefer": ["g"], "prefer_none": ["v"]})
    assert problems == []
    assert [named(name, commands).shown for name in ("prefer", "prefer_none")] == ["g", "v"]


def test_a_key_may_be_used_twice_where_the_screens_differ() -> None:
    assert with_keys({"weigh": ["s"], "save": ["v"]})[1] == []


def test_of_two_that_want_the_same_key_the_first_has_it() -> None:
    commands, problems = with_keys({"note": ["x"], "undo": ["x"]})
    assert problems == ['2: "x" is al de toets van "note"; kies een andere toets']
    assert [named(name, commands).shown for name in ("note", "undo")] == ["x", "u"]


def test_who_keeps_its_own_key_is_not_to_blame() -> None:
    assert with_keys({"note": ["u"], "undo": ["u"]})[1] == ['1: "u" is al de toets van "undo"; kies een andere toets']


def test_who_gets_its_own_key_back_takes_it_from_who_wanted_it() -> None:
    commands, problems = with_keys({"note": ["u"], "undo": ["q"]})
    assert [problem[:2] for problem in problems] == ["2:", "1:"]
    assert commands == COMMANDS


def test_keys_are_shown_as_people_read_them() -> None:
    commands, problems = with_keys(OTHER_KEYS)
    assert problems == []
    shown = {name: named(name, commands).shown for name in ("next", "line", "choose", "mark", "quit", "weigh")}
    assert shown == {
        "next": "F3, Ctrl+N",
        "line": "Ctrl+↑ Ctrl+↓",
        "choose": "Tab",
        "mark": "= _ é",
        "quit": "Q, Ctrl+C, Ctrl+Q",
        "weigh": ",",
    }
    assert [named(name, commands).brief for name in ("next", "option", "mark", "quit")] == [
        "F3",
        "Shift+← Shift+→",
        "=_é",
        "Q",
    ]


def test_the_first_two_keys_for_options_suffice() -> None:
    commands, _problems = with_keys({"option": ["<", ">"]})
    option = named("option", commands)
    assert (option.shown, option.brief) == ("< >, of a, b, c…", "<>")
    assert option.keys[2:] == named("option").keys[2:]


@given(st.one_of(st.text(max_size=20), st.characters(), st.sampled_from(["Ctrl+K", "F12", "é", "comma", "slash"])))
def test_a_key_as_it_is_written_means_the_same_key(text: str) -> None:
    key = key_named(text)
    if key:
        assert key_named(as_written(key)) == key
        assert "," not in key
        assert as_read(key)


def test_the_space_is_written_by_its_name() -> None:
    assert as_written(key_named(" ")) == "space"


@pytest.mark.parametrize("where", list(KEY_BARS))
async def test_every_key_bar_shows_the_keys_that_were_chosen(where: Where) -> None:
    stop = {Where.START: "", Where.QUESTION: "@", Where.DECISION: "B", Where.CLOSING: "B f3"}[where]
    async with talk_with(OTHER_KEYS, stop, size=(300, 30)) as talking:
        bar = talking.lines[-1]
        for name in (*KEY_BARS[where], "help"):
            command = named(name, talking.app.commands)
            assert f"{command.brief} {command.short}" in bar
            assert f" {named(name).brief} " not in bar


async def test_help_shows_the_keys_that_were_chosen() -> None:
    async with talk_with(OTHER_KEYS, "f12", size=(120, 80)) as talking:
        for command in talking.app.commands:
            assert f"{command.shown} {command.words}" in talking.words
        assert "Ctrl+↑ Ctrl+↓ PageUp PageDown verder lezen" in talking.words


async def test_the_palette_shows_the_keys_that_were_chosen() -> None:
    async with talk_with(OTHER_KEYS, "@ f10", size=(120, 60)) as talking:
        assert isinstance(talking.app.screen, PaletteDialog)
        assert "een notitie in de eigen woorden van de patiënt (T)" in talking.words
        assert "volgend scherm (F3, Ctrl+N)" in talking.words


async def test_the_keys_that_were_chosen_work_on_every_screen() -> None:
    async with talk_with(OTHER_KEYS) as talking:
        await press(talking, "ctrl+down tab")
        assert len(consult_of(talking).chosen) == 1
        await press(talking, "U @ shift+right ctrl+down = , j L")
        question = talking.app.deck.card.questions[1]
        assert (consult_of(talking).chosen, consult_of(talking).about(question.id).importance) == ((), 1)
        assert consult_of(talking).about(question.id).preference
        assert len(consult_of(talking).marks) == 1
        assert talking.app.screen.query_one(PictureView).display
        await press(talking, "J Z f8 f12")
        assert talking.app.side_by_side
        assert isinstance(talking.app.screen, ReadingScreen)
        await press(talking, "f9 escape B")
        assert talking.app.prompts_on
        assert talking.app.talk.walk.stop == DECISION
        await press(talking, "ctrl+n f5")
        assert talking.app.talk.walk.stop == CLOSING
        assert "Samenvatting opslaan als" in talking.words
        await press(talking, "escape f4 Q")
        assert talking.app.talk.walk.stop == DECISION
        assert isinstance(talking.app.screen, ChoiceDialog)


@pytest.mark.parametrize(
    "stop", ["", "@", "B", "B f3", "f12"], ids=["start", "question", "decision", "closing", "help"]
)
async def test_the_keys_from_before_do_nothing_any_more(stop: str) -> None:
    async with talk_with(OTHER_KEYS, stop) as talking:
        screen, before = talking.app.screen, talking.app.talk
        reading = {"enter", "backspace", "pagedown", "pageup", "space"} if stop == "f12" else set()
        keys = {key for command in COMMANDS for key, _action in command.keys} - reading
        await talking.press(" ".join(sorted(keys)))
        assert talking.app.screen is screen
        assert talking.app.talk == before
        assert not talking.app.prompts_on
        assert talking.app.is_running


async def test_the_keys_that_were_chosen_work_among_the_stored_talks() -> None:
    async with talk_with(OTHER_KEYS, store=new_store()) as talking:
        await press(talking, OTHER_KEYS["saved"][0])
        assert isinstance(talking.app.screen, SavedTalksScreen)
        await press(talking, "f12")
        assert isinstance(talking.app.screen, ReadingScreen)
        await press(talking, "escape f10")
        assert isinstance(talking.app.screen, PaletteDialog)
        await press(talking, "escape")
        assert isinstance(talking.app.screen, SavedTalksScreen)


async def test_ctrl_c_always_stops() -> None:
    async with talk_with(OTHER_KEYS, "@ = ctrl+c") as talking:
        assert isinstance(talking.app.screen, ChoiceDialog)


async def test_a_chosen_key_is_a_letter_like_any_other_in_a_note() -> None:
    async with talk_with({"palette": ["x"], "next": ["y", "f3"]}, "n") as talking:
        await talking.type("yxx")
        await press(talking, "escape")
        assert talking.app.talk.consult.note == "yxx"
        assert talking.app.talk.walk.stop == START


async def test_what_is_said_on_screen_names_the_keys_that_were_chosen(tmp_path: Path) -> None:
    async with talk_with(OTHER_KEYS, "B B ctrl+down ctrl+down tab", size=(100, 50)) as talking:
        assert "(Tab: opschrijven)" in talking.text
        await press(talking, "f3 f5 ctrl+u")
        await talking.type(str(tmp_path / "a.txt"))
        await press(talking, "enter")
        assert "F7: volgende patiënt, Q: stoppen." in talking.words


def test_no_key_of_these_tests_is_one_from_before() -> None:
    before = {key for command in COMMANDS for key, _action in command.keys}
    now = {key_named(key) for keys in OTHER_KEYS.values() for key in keys}
    assert not before & now
    assert set(OTHER_KEYS) == {command.name for command in COMMANDS}
    assert NAMES["+"] == key_named("+")
