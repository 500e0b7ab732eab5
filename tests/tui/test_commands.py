"""Commands are declared once; bindings, key bars and documents agree with the declaration."""

from collections import Counter
from pathlib import Path

import pytest

from herniatui.commands.command import Where
from herniatui.commands.declared import COMMANDS, commands, named
from herniatui.tui.keys.commands import bindings, key_table
from herniatui.tui.keys.key_bars import KEY_BARS
from herniatui.tui.screens.closing import ClosingScreen
from herniatui.tui.screens.decision import DecisionScreen
from herniatui.tui.screens.question import QuestionScreen
from herniatui.tui.screens.start import StartScreen
from tests.tui.driving import make_app

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("where", list(Where))
def test_no_key_has_two_actions_on_a_screen(where: Where) -> None:
    counted = Counter(binding.key for binding in bindings(where))
    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("screen", [StartScreen, QuestionScreen, DecisionScreen, ClosingScreen])
def test_every_command_of_a_screen_has_an_action_there(screen: type[StartScreen]) -> None:
    app = make_app()
    for command in commands(screen.where):
        for _key, action in command.keys:
            name = action.partition("(")[0]
            owner, _dot, method = name.rpartition(".")
            assert hasattr(app if owner == "app" else screen, f"action_{method}"), action


def test_every_command_in_a_key_bar_works_on_that_screen_and_has_short_words() -> None:
    for where, names in KEY_BARS.items():
        for name in names:
            assert where in named(name).where
            assert named(name).short


@pytest.mark.parametrize("document", ["README.md", "docs/handleiding.md"])
def test_the_table_in_the_documents_is_generated_from_the_declaration(document: str) -> None:
    assert key_table() in (ROOT / document).read_text(encoding="utf-8")


def test_names_of_commands_are_unique() -> None:
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
