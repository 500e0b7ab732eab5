"""Every command has a line form, and every line form can be typed."""

from collections import Counter

import pytest
from msgspec.structs import replace

from herniatui.commands.command import WALK, Where
from herniatui.commands.declared import COMMANDS, commands, named
from herniatui.linear.forms import FORMS, Form, NotInLines
from herniatui.linear.typed import Typed, meaning
from herniatui.linear.words import WORDS, typed_names
from herniatui.settings.model import Settings
from herniatui.settings.reader import SettingsFound
from herniatui.tui.keys.keymap import effective_commands
from tests.linear.walking import walked

STOPS = [where for where in Where if where in WALK]


def test_every_command_has_a_line_form() -> None:
    assert {command.name for command in COMMANDS} - set(FORMS) == set()
    assert set(FORMS) - {command.name for command in COMMANDS} == set()


def test_only_layouts_of_a_screen_make_no_sense_in_lines_and_say_what_there_is_instead() -> None:
    assert [name for name, form in FORMS.items() if isinstance(form, NotInLines)] == ["columns", "calm"]
    assert "In regels kunnen de keuzes niet naast elkaar staan." in walked(["", "z"]).told


@pytest.mark.parametrize("where", STOPS)
def test_every_command_of_a_stop_can_be_typed_there(where: Where) -> None:
    for command in commands(where):
        for name in ["", *typed_names(command)] if command.name == "next" else typed_names(command):
            typed = meaning(name, where, COMMANDS)
            assert isinstance(typed, Typed), (where, command.name, name)
            assert typed.command == command


@pytest.mark.parametrize("where", STOPS)
def test_nothing_that_can_be_typed_means_two_things(where: Where) -> None:
    names = [name for command in commands(where) for name in {*typed_names(command), *_words(command.name)}]
    assert [name for name, count in Counter(map(str.lower, names)).items() if count > 1] == []


def _words(name: str) -> list[str]:
    return [word for word, _action in WORDS.get(name, ())]


@pytest.mark.parametrize(
    ("line", "command", "rest"),
    [
        ("? 3", "mark", "3"),
        ("?3", "mark", "3"),
        ("−3", "mark", "3"),
        ("- 12", "mark", "12"),
        ("x3", "explained", "3"),
        ("v b", "prefer", "b"),
        ("V B", "prefer", "B"),
        ("N Ik wil fietsen", "note", "Ik wil fietsen"),
        ("F3", "card", ""),
        ("f3", "card", ""),
        ("ctrl+y", "redo", ""),
        ("weer", "redo", ""),
        ("Tab", "others", ""),
        ("vraag 3", "question", "3"),
        ("PageDown", "onward", ""),
        ("ctrl+c", "quit", ""),
        ("h merk", "help", "merk"),
    ],
)
def test_a_line_is_read_as_one_types_it(line: str, command: str, rest: str) -> None:
    typed = meaning(line, Where.QUESTION, COMMANDS)
    assert isinstance(typed, Typed)
    assert (typed.command.name, typed.rest) == (command, rest)


def test_the_keys_of_the_settings_are_the_keys_of_the_lines() -> None:
    found = SettingsFound(replace(Settings(), keys=(("mark", ("!", "~", "%")), ("note", ("y",)))))
    changed, problems = effective_commands(found)
    assert not problems
    typed = meaning("% 3", Where.QUESTION, changed)
    assert isinstance(typed, Typed)
    assert typed.action == "mark('?')"
    assert meaning("? 3", Where.QUESTION, changed) is None
    assert typed_names(named("note", changed)) == ["y"]


@pytest.mark.parametrize("line", ["o ja dat wil ik", "a doe maar", "u 3", "w misschien", "q nee", "r 2"])
def test_a_letter_with_words_behind_it_that_mean_nothing_does_nothing(line: str) -> None:
    found = walked(["", "+ 1", line, "u"])
    assert "Ongedaan gemaakt: dit vind ik fijn" in found.told  # still there, and the last thing that was said
    assert found.code == 1


def test_a_command_of_another_stop_is_named_and_the_question_asked_again() -> None:
    told = walked(["k"]).lines
    at = told.index("“k” werkt hier niet, wel op een andere plaats: Afsluiten.")
    assert told[at + 1] == "Lege regel: naar vraag 1. h: hulp."


def test_what_is_no_command_gets_one_sentence_and_the_question_again() -> None:
    told = walked(["zomaar iets"]).lines
    at = told.index("Met “zomaar iets” kan ik hier niets.")
    assert told[at + 1] == "Lege regel: naar vraag 1. h: hulp."


def test_help_names_every_command_without_arrows_and_stars() -> None:
    told = walked(["h"]).told
    for name, form in FORMS.items():
        if isinstance(form, Form) and name != "next":
            assert all(typed in told for typed in typed_names(named(name)))
    assert not set("←→↑↓★☆○◐●☐✓−") & set(told)
