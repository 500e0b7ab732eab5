"""`herniatui config`: the settings in force, and an example file to begin with."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from herniatui.cli.outcome import OK, PROBLEMS, Refused
from herniatui.cli.output import complain, say
from herniatui.cli.parser import Parser
from herniatui.commands.command import Command
from herniatui.commands.declared import COMMANDS
from herniatui.commands.key_names import settings_key
from herniatui.i18n import _
from herniatui.sanitize import printable
from herniatui.settings.config_file import FILE, settings_file, write_new
from herniatui.settings.example_file import CommandKeys, example_config, toml
from herniatui.settings.model import KEYS, SETTINGS
from herniatui.settings.note_template import note_template
from herniatui.settings.reader import read_settings
from herniatui.tui.keys.keymap import effective_commands


def config(words: Sequence[str]) -> int:
    """Print the settings and the origin of each, or write a file that explains every setting."""
    parser = Parser("herniatui config", _("Your settings, and where each came from."))
    parser.add_argument("--init", action="store_true", help=_("write a file with every setting explained"))
    path = settings_file()
    if parser.parse_args(words).init:
        if wrong := write_example(path):
            raise Refused(wrong)
        say(_("{path} is written; every setting in it is explained").format(path=path))
        return OK
    lines, problems = explain(path)
    say("\n".join(lines))
    for problem in problems:
        complain(problem)
    return PROBLEMS if problems else OK


def write_example(path: Path) -> str:
    """Write a file that explains every setting; return the problem in a sentence, or an empty string."""
    return write_new(path, example_config(_key_lines(COMMANDS)))


def explain(path: Path) -> tuple[list[str], list[str]]:
    """Return the settings in force, each with its origin, and the problems of the file and of the note template.

    Both are lists of lines.
    """
    found = read_settings(path)
    commands, problems = effective_commands(found)
    values = {setting.name: toml(setting.value_in(found.settings)) for setting in SETTINGS}
    remapped = (command for command in commands if command not in COMMANDS)
    values |= {f"{KEYS}.{line.command}": toml(line.keys) for line in _key_lines(remapped)}
    rows = [(f"{name} = {value}", found.places.get(name)) for name, value in values.items()]
    width = max(len(row) for row, _place in rows)
    lines = [_location(path)]
    for row, place in rows:
        origin = _("{file} line {line}").format(file=FILE, line=place[0]) if place else _("default")
        lines.append(printable(f"{row:<{width}}  {origin}"))
    return lines, [*(problem.at(FILE) for problem in problems), *note_template(found.settings).lines()]


def _location(path: Path) -> str:
    if os.path.lexists(path):
        return printable(str(path))
    return printable(_("{path} (not there yet; herniatui config --init writes one)").format(path=path))


def _key_lines(commands: Iterable[Command]) -> list[CommandKeys]:
    return [
        CommandKeys(command.name, tuple(settings_key(key) for key, _action in command.keys), command.words)
        for command in commands
    ]
