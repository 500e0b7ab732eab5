"""What `herniatui config` prints and writes: the settings in force, where each came from, and a file to begin with."""

import os
from collections.abc import Iterable
from pathlib import Path

from herniatui.i18n import _
from herniatui.sanitize import printable
from herniatui.settings.config_file import FILE, write_new
from herniatui.settings.example_file import KeyLine, template, toml
from herniatui.settings.model import KEYS, SETTINGS
from herniatui.settings.note_template import note_template
from herniatui.settings.reader import read_settings
from herniatui.tui.keys.command import Command
from herniatui.tui.keys.declared import COMMANDS
from herniatui.tui.keys.key_names import as_written
from herniatui.tui.keys.keymap import in_force


def explain(path: Path) -> tuple[list[str], list[str]]:
    """Return what is in force and where each value came from, and every problem of the file and of the template.

    Both are line by line.
    """
    found = read_settings(path)
    commands, problems = in_force(found)
    values = {setting.name: toml(setting.value_in(found.settings)) for setting in SETTINGS}
    changed = (command for command in commands if command not in COMMANDS)
    values |= {f"{KEYS}.{line.command}": toml(line.keys) for line in _key_lines(changed)}
    rows = [(f"{name} = {value}", found.places.get(name)) for name, value in values.items()]
    width = max(len(row) for row, _place in rows)
    lines = [_whereabouts(path)]
    for row, place in rows:
        origin = _("{file} line {line}").format(file=FILE, line=place[0]) if place else _("default")
        lines.append(printable(f"{row:<{width}}  {origin}"))
    return lines, [*(problem.at(FILE) for problem in problems), *note_template(found.settings).lines()]


def begin(path: Path) -> str:
    """Write a file with every setting explained; return what went wrong in a sentence, or an empty string."""
    return write_new(path, template(_key_lines(COMMANDS)))


def _whereabouts(path: Path) -> str:
    if os.path.lexists(path):
        return printable(str(path))
    return printable(_("{path} (not there yet; herniatui config --init writes one)").format(path=path))


def _key_lines(commands: Iterable[Command]) -> list[KeyLine]:
    return [
        KeyLine(command.name, tuple(as_written(key) for key, _action in command.keys), command.words)
        for command in commands
    ]
