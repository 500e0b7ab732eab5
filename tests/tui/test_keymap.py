"""Remapped keys work everywhere, are shown everywhere, and never replace a key that is needed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.binding import Binding

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.commands.command import Command, Where
from herniatui.commands.declared import COMMANDS, named
from herniatui.commands.key_names import display_key, key_character, settings_key
from herniatui.consult.model import Consult, Preference
from herniatui.consult.walk import CLOSING, DECISION, START
from herniatui.storage.store import TalkStore
from herniatui.tui.app import HerniaApp
from herniatui.tui.dialogs.choice import ChoiceDialog
from herniatui.tui.dialogs.palette import PaletteDialog
from herniatui.tui.keys.key_bars import KEY_BARS
from herniatui.tui.keys.keymap import keymap_changes, remap
from herniatui.tui.keys.parse_key import parse_key
from herniatui.tui.screens.reading import ReadingScreen
from herniatui.tui.screens.stored_talks import StoredTalksScreen
from herniatui.tui.widgets.picture_view import PictureView
from tests.tui.driving import NAMES, Talking, new_store

Keys = dict[str, list[str]]

# Every command remapped to keys that no command has by default.
OTHER_KEYS: Keys = {
    "next": ["ctrl+b", "ctrl+n"],
    "onward": ["ctrl+o"],
    "previous": ["ctrl+g"],
    "question": list("!@#$%^&*("),
    "others": ["ctrl+t"],
    "decision": ["B"],
    "option": ["shift+left", "shift+right", *"ABCDEF".replace("B", "Y")],
    "columns": ["Z"],
    "card": ["G"],
    "calm": ["ctrl+l"],
    "line": ["ctrl+up", "ctrl+down"],
    "picture": ["L"],
    "lookup": ["V"],
    "choose": ["ctrl+f"],
    "not_yet": [")"],
    "mark": ["=", "_", "é"],
    "explained": ["X"],
    "prefer": ["j"],
    "weigh": [","],
    "note": ["T"],
    "undo": ["U"],
    "redo": ["ctrl+r"],
    "save": ["f11"],
    "clipboard": ["O"],
    "form": ["N"],
    "full": ["H"],
    "handout": ["P"],
    "confirm": ["K"],
    "again": ["W"],
    "saved": ["S"],
    "blank": ["M"],
    "prompts": ["R"],
    "about": ["f9"],
    "palette": ["f10"],
    "quit": ["Q"],
    "help": ["f12"],
}

PROBLEMS: dict[str, tuple[str, Keys, str]] = {
    "an unknown command": ("notes", {"notes": ["x"]}, 'er is geen opdracht "notes"; bedoelde u "note"?'),
    "no key": ("note", {"note": ["entr"]}, '"entr" is geen toets; bedoelde u "enter"?'),
    "a key that terminals cannot distinguish from Enter": ("note", {"note": ["ctrl+m"]}, '"ctrl+m" is geen toets'),
    "an unprintable character": ("note", {"note": ["\a"]}, '"" is geen toets'),
    "two letters": ("note", {"note": ["xy"]}, '"xy" is geen toets'),
    "too few": ("mark", {"mark": ["x", "y"]}, 'bij "mark" horen 3 toetsen'),
    "too many": ("line", {"line": ["x", "y", "z"]}, 'bij "line" horen 2 toetsen'),
    "neither two nor all": ("option", {"option": ["x", "y", "z"]}, 'bij "option" horen 2 of 8 toetsen'),
    "one twice": ("mark", {"mark": ["x", "y", "x"]}, '"x" staat hier twee keer'),
    "one twice, also by name": ("next", {"next": ["?", "question_mark"]}, "staat hier twee keer"),
    "the key that stops": ("note", {"note": ["ctrl+c"]}, '"ctrl+c" stopt altijd'),
    "the other key that stops": ("quit", {"quit": ["Ctrl+Q"]}, '"Ctrl+Q" stopt altijd'),
    "the key that goes back": ("note", {"note": ["x", "escape"]}, '"escape" gaat altijd terug'),
    "a key of another": ("note", {"note": ["v"]}, '"v" is al de toets van "prefer"'),
    "a key of another by name": ("weigh", {"weigh": ["plus"]}, '"+" is al de toets van "mark"'),
    "a key of an action that keeps its key": ("option", {"option": ["b", "x"]}, '"b" is al de toets van "option"'),
    "a key of the stored talks": ("quit", {"quit": ["w"], "weigh": ["X"]}, '"w" heeft al een betekenis'),
    "a key that turns pages in help": (
        "about",
        {"choose": ["X"], "about": ["space"]},
        '"spatie" bladert al in de hulp',
    ),
}


def with_keys(keys: Keys) -> tuple[tuple[Command, ...], list[str]]:
    """Return the commands with these keys, and the problems of the keys as `line: text`."""
    places = {f"keys.{name}": (line, 1) for line, name in enumerate(keys, 1)}
    commands, problems = remap(COMMANDS, list(keys.items()), places)
    return commands, [f"{problem.line}: {problem.text}" for problem in problems]


@asynccontextmanager
async def talk_with(
    keys: Keys, pressed: str = "", size: tuple[int, int] = (100, 30), store: TalkStore | None = None
) -> AsyncIterator[Talking]:
    """Run the app with these keys and press the given ones."""
    commands, problems = with_keys(keys)
    assert problems == []
    app = HerniaApp(open_deck(find(DEFAULT_CARD)), commands=commands, today=lambda: date(2026, 1, 15), store=store)
    async with app.run_test(size=size) as pilot:
        talking = Talking(app, pilot)
        await press(talking, pressed)
        yield talking


def consult_of(talking: Talking) -> Consult:
    """Return the consult of the running app."""
    return talking.app.talk.consult


async def press(talking: Talking, keys: str) -> None:
    """Press keys, named as in the settings."""
    await talking.press(" ".join(parse_key(key) or key for key in keys.split()))


def test_without_remapping_nothing_changes() -> None:
    assert with_keys({}) == (COMMANDS, [])
    assert keymap_changes(COMMANDS) == {}


def test_the_declared_keys_under_other_names_change_nothing() -> None:
    commands, problems = with_keys({"mark": ["plus", "-", "question_mark"], "next": ["Enter"], "onward": ["PageDown"]})
    assert (commands, problems) == (COMMANDS, [])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_keys_of_a_command_are_displayed_as_declared(command: Command) -> None:
    """A remapped key then looks like any other. Ranges (1…9, a, b, c…) are declared shorter than computed."""
    if command.name in ("question", "option"):
        return
    keys = [display_key(key) for key, _action in command.keys]
    if len(command.actions) > 1:
        assert command.shown == " ".join(keys)
        assert command.brief == "".join(keys)
    else:
        assert command.shown == ", ".join([*keys, *map(display_key, command.fixed)])
        assert command.brief == keys[0]


@pytest.mark.parametrize(("name", "keys", "problem"), PROBLEMS.values(), ids=PROBLEMS)
def test_a_problem_is_reported_and_affects_only_its_command(name: str, keys: Keys, problem: str) -> None:
    commands, problems = with_keys(keys | {"undo": ["Z"]})
    assert len(problems) == 1
    assert problems[0].startswith(f"{list(keys).index(name) + 1}: ")
    assert problem in problems[0]
    declared = [command for command in COMMANDS if command.name == name]
    assert [command for command in commands if command.name == name] == declared
    assert named("undo", commands).shown == "Z"


def test_two_commands_can_swap_keys() -> None:
    commands, problems = with_keys({"prefer": ["w"], "weigh": ["v"]})
    assert problems == []
    assert [named(name, commands).shown for name in ("prefer", "weigh")] == ["w", "v"]


def test_commands_of_different_screens_may_have_the_same_key() -> None:
    assert with_keys({"weigh": ["s"], "save": ["v"]})[1] == []


def test_of_two_commands_that_ask_for_the_same_key_the_first_gets_it() -> None:
    commands, problems = with_keys({"note": ["X"], "undo": ["X"]})
    assert problems == ['2: "X" is al de toets van "note"; kies een andere toets']
    assert [named(name, commands).shown for name in ("note", "undo")] == ["X", "u"]


def test_a_command_that_keeps_its_own_key_is_not_reported() -> None:
    assert with_keys({"note": ["u"], "undo": ["u"]})[1] == ['1: "u" is al de toets van "undo"; kies een andere toets']


def test_a_command_that_falls_back_on_its_own_key_takes_it_from_another() -> None:
    commands, problems = with_keys({"note": ["u"], "undo": ["q"]})
    assert [problem[:2] for problem in problems] == ["2:", "1:"]
    assert commands == COMMANDS


def test_keys_are_shown_by_their_displayed_names() -> None:
    commands, problems = with_keys(OTHER_KEYS)
    assert problems == []
    shown = {name: named(name, commands).shown for name in ("next", "line", "choose", "mark", "quit", "weigh")}
    assert shown == {
        "next": "Ctrl+B, Ctrl+N",
        "line": "Ctrl+↑ Ctrl+↓",
        "choose": "Ctrl+F",
        "mark": "= _ é",
        "quit": "Q, Ctrl+C, Ctrl+Q",
        "weigh": ",",
    }
    assert [named(name, commands).brief for name in ("next", "option", "mark", "quit")] == [
        "Ctrl+B",
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
def test_the_name_of_a_key_in_the_settings_parses_to_the_same_key(text: str) -> None:
    key = parse_key(text)
    if key:
        assert parse_key(settings_key(key)) == key
        assert "," not in key
        assert display_key(key)


def test_the_space_is_written_by_its_name() -> None:
    assert settings_key(parse_key(" ")) == "space"


def entries(command: Command) -> list[str]:
    """Return what a key bar shows of a command at the hernia card; of Enter only the key, whose words vary."""
    if command.name == "next":
        return [f"{command.brief} "]
    if command.name == "option":
        keys = [*command.keys_of("show_option(0)"), *command.keys_of("show_option(1)")]
        return [f"{' '.join(map(display_key, keys))} {command.short}"]
    if command.action_short:
        keys = [display_key(key) for key, _action in command.keys]
        return [f"{key} {words}" for key, words in zip(keys, command.action_short, strict=True)]
    return [f"{command.brief} {command.short}"]


@pytest.mark.parametrize("where", list(KEY_BARS))
async def test_every_key_bar_shows_the_remapped_keys(where: Where) -> None:
    stop = {Where.START: "", Where.QUESTION: "@", Where.DECISION: "B", Where.CLOSING: "B ctrl+b", Where.CARD: "G"}[
        where
    ]
    async with talk_with(OTHER_KEYS, stop, size=(300, 30)) as talking:
        bar = talking.lines[-1]
        names = [name for name in KEY_BARS[where] if name != "next" or where is not Where.CLOSING]
        for name in (*names, "help"):
            for entry in entries(named(name, talking.app.commands)):
                assert f" {entry}" in bar or (where, name) == (Where.CARD, "card")  # there it is the way back
            for entry in entries(named(name)):
                assert f" {entry}" not in bar


async def test_help_shows_the_remapped_keys() -> None:
    async with talk_with(OTHER_KEYS, "f12", size=(120, 80)) as talking:
        for command in talking.app.commands:
            assert f"{command.shown} {command.words}" in talking.words
        assert "Ctrl+↑ Ctrl+↓ PageUp PageDown verder lezen" in talking.words


async def test_the_palette_shows_the_remapped_keys() -> None:
    async with talk_with(OTHER_KEYS, "@ f10", size=(120, 60)) as talking:
        assert isinstance(talking.app.screen, PaletteDialog)
        assert "een notitie in eigen woorden (T)" in talking.words
        next_command = "bij beslissen: dit kiezen (Ctrl+B, Ctrl+N)"
        assert next_command in talking.words.replace("▌ ", "")  # the cursor stands on both lines of it


async def test_the_remapped_keys_work_on_every_screen() -> None:
    async with talk_with(OTHER_KEYS) as talking:
        await press(talking, "ctrl+down ctrl+f")
        assert len(consult_of(talking).chosen) == 1
        await press(talking, "U @ shift+right ctrl+down = , j b")
        question = talking.app.deck.card.questions[1]
        assert (consult_of(talking).chosen, consult_of(talking).about(question.id).importance) == ((), 1)
        assert consult_of(talking).about(question.id).preference == Preference("operatie")
        assert len(consult_of(talking).marks) == 1
        await press(talking, "j g L")
        assert consult_of(talking).about(question.id).preference == Preference(None)
        assert talking.app.screen.query_one(PictureView).display
        await press(talking, "Z R f12")
        assert talking.app.side_by_side
        assert isinstance(talking.app.screen, ReadingScreen)
        await press(talking, "f9 escape B")
        assert talking.app.prompts_on
        assert talking.app.talk.walk.stop == DECISION
        await press(talking, "ctrl+n f11")
        assert talking.app.talk.walk.stop == CLOSING
        assert "Samenvatting opslaan als" in talking.words
        await press(talking, "escape ctrl+g Q")
        assert talking.app.talk.walk.stop == DECISION
        assert isinstance(talking.app.screen, ChoiceDialog)


@pytest.mark.parametrize(
    "stop", ["", "@", "B", "B ctrl+b", "f12"], ids=["start", "question", "decision", "closing", "help"]
)
async def test_the_declared_keys_do_nothing_after_remapping(stop: str) -> None:
    async with talk_with(OTHER_KEYS, stop) as talking:
        screen, before = talking.app.screen, talking.app.talk
        reading = {"enter", "backspace", "pagedown", "pageup", "space"} if stop == "f12" else set()
        keys = {key for command in COMMANDS for key, _action in command.keys} - reading
        await talking.press(" ".join(sorted(keys)))
        assert talking.app.screen is screen
        assert talking.app.talk == before
        assert not talking.app.prompts_on
        assert talking.app.is_running


async def test_the_remapped_keys_work_among_the_stored_talks() -> None:
    async with talk_with(OTHER_KEYS, store=new_store()) as talking:
        await press(talking, OTHER_KEYS["saved"][0])
        assert isinstance(talking.app.screen, StoredTalksScreen)
        await press(talking, "f12")
        assert isinstance(talking.app.screen, ReadingScreen)
        await press(talking, "escape f10")
        assert isinstance(talking.app.screen, PaletteDialog)
        await press(talking, "escape")
        assert isinstance(talking.app.screen, StoredTalksScreen)


async def test_ctrl_c_always_stops() -> None:
    async with talk_with(OTHER_KEYS, "@ = ctrl+c") as talking:
        assert isinstance(talking.app.screen, ChoiceDialog)


async def test_a_remapped_letter_can_be_typed_in_a_note() -> None:
    async with talk_with({"palette": ["j"], "next": ["y", "ctrl+b"]}, "n") as talking:
        await talking.type("yjj")
        await press(talking, "enter")
        assert talking.app.talk.consult.note == "yjj"
        assert talking.app.talk.walk.stop == START


async def test_messages_and_rows_name_the_remapped_keys(tmp_path: Path) -> None:
    async with talk_with(OTHER_KEYS, "@ = U", size=(100, 50)) as talking:
        assert "Ctrl+R: toch weer doen." in talking.words
        await press(talking, "ctrl+r B ctrl+b f11 ctrl+u")
        await talking.type(str(tmp_path / "a.txt"))
        await press(talking, "enter")
        assert "W: volgende patiënt, Q: stoppen." in talking.words


def test_the_keys_of_these_tests_are_not_declared_for_any_command() -> None:
    declared = {key for command in COMMANDS for key, _action in command.keys}
    remapped = {parse_key(key) for keys in OTHER_KEYS.values() for key in keys}
    assert not declared & remapped
    assert set(OTHER_KEYS) == {command.name for command in COMMANDS}
    assert NAMES["+"] == parse_key("+")


def test_the_character_of_a_key_is_that_of_textual() -> None:
    for code in range(33, 127):
        name = next(iter(Binding.make_bindings([Binding(chr(code), "")]))).key if chr(code) != "," else "comma"
        assert key_character(name) == chr(code)
    assert [key_character(name) for name in ("enter", "f2", "ctrl+k", "pageup", "left", "")] == [""] * 6
