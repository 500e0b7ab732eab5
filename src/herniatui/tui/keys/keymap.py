"""Remap the declared commands to the keys in the settings, and report the problems of these keys."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace
from textual.binding import Binding

from herniatui.card.problems import Problem, did_you_mean
from herniatui.commands.command import Command, Where
from herniatui.commands.declared import COMMANDS
from herniatui.commands.key_names import display_key
from herniatui.i18n import _
from herniatui.settings.model import KEYS
from herniatui.settings.positions import Position
from herniatui.settings.reader import SettingsFound
from herniatui.settings.validation import shortened
from herniatui.tui.keys.key_bars import FIXED_KEYS
from herniatui.tui.keys.parse_key import EXAMPLES, parse_key

ChosenKeys = Sequence[tuple[str, Sequence[str]]]
"""Names of commands and their keys, as written in the settings."""

BACK_KEY = "escape"
"""Always goes back, so it cannot be remapped."""
_TAKEN = _('"{key}" is already the key of "{name}"; choose another key')
_FIXED = {where: {fixed.key for fixed in Binding.make_bindings(keys)} for where, keys in FIXED_KEYS.items()}
_FIXED_FOR = {
    Where.READING: _('"{key}" already turns pages in help; choose another key'),
    Where.STORED: _('"{key}" already has another meaning among the saved talks; choose another key'),
}


def remap(
    commands: Sequence[Command], chosen: ChosenKeys, places: Mapping[str, Position]
) -> tuple[tuple[Command, ...], list[Problem]]:
    """Return the commands with the chosen keys, and the problems of these keys.

    A command whose chosen keys have a problem keeps its declared keys.

    Args:
        commands: as declared.
        chosen: keys from the settings.
        places: line and column of each `keys.NAME` in the settings.
    """
    by_name = {command.name: command for command in commands}
    changed: dict[str, Command] = {}
    wrong: dict[str, str] = {}
    for name, typed in chosen:
        if name not in by_name:
            wrong[name] = _('there is no command "{name}"; {guess}').format(
                name=shortened(name), guess=did_you_mean(name, by_name)
            )
        elif text := _problem_of(by_name[name], typed, commands):
            wrong[name] = text
        elif (command := _with_keys(by_name[name], typed)) is not by_name[name]:
            changed[name] = command
    while clash := next(_clashes(commands, changed), None):
        name, text = clash
        del changed[name]  # back on its declared keys it may clash with another, so check again
        wrong[name] = text
    problems = [Problem(text, *places.get(f"{KEYS}.{name}", (1, 1))) for name, text in wrong.items()]
    return tuple(changed.get(command.name, command) for command in commands), problems


def effective_commands(found: SettingsFound) -> tuple[tuple[Command, ...], list[Problem]]:
    """Return the commands with the keys of these settings, and all problems of the settings in line order."""
    commands, wrong_keys = remap(COMMANDS, found.settings.keys, found.places)
    return commands, sorted((*found.problems, *wrong_keys), key=lambda problem: (problem.line, problem.column))


def keymap_changes(commands: Iterable[Command]) -> dict[str, str]:
    """Return Textual's keymap: by action, the keys that differ from those declared."""
    declared = {action: command.keys_of(action) for command in COMMANDS for action in command.actions}
    now = {action: command.keys_of(action) for command in commands for action in command.actions}
    return {action: ",".join(keys) for action, keys in now.items() if keys != declared[action]}


def _problem_of(command: Command, typed: Sequence[str], commands: Sequence[Command]) -> str:
    """Return why the command cannot have these keys, apart from clashes with other commands; empty if it can."""
    stop_keys = {key for other in commands for key in other.fixed}
    keys = [parse_key(text) for text in typed]
    for text, key in zip(typed, keys, strict=True):
        if not key:
            return _('"{key}" is no key; {guess}').format(key=shortened(text), guess=did_you_mean(text, EXAMPLES))
        if key in stop_keys:
            return _('"{key}" always stops; choose another key').format(key=text)
        if key == BACK_KEY:
            return _('"{key}" always goes back; choose another key').format(key=text)
        if keys.count(key) > 1:
            return _('"{key}" stands here twice; keep one').format(key=text)
    count = len(command.actions)
    if count == 1:
        return ""
    if len(keys) not in (count, command.min_keys or count):
        if command.min_keys:
            several = _('"{name}" takes {fewest} or {count} keys, one for each thing it does')
        else:
            several = _('"{name}" takes {count} keys, one for each thing it does')
        return several.format(name=command.name, fewest=command.min_keys, count=count)
    taken = next((display_key(key) for key, _action in command.keys[len(keys) :] if key in keys), "")
    return _TAKEN.format(key=taken, name=command.name) if taken else ""


def _with_keys(command: Command, typed: Sequence[str]) -> Command:
    keys = tuple(parse_key(text) for text in typed)
    actions = command.actions
    if len(actions) == 1:
        pairs = tuple((key, actions[0]) for key in keys)
    else:
        pairs = (*zip(keys, actions, strict=False), *command.keys[len(keys) :])
    if pairs == command.keys:
        return command
    return replace(command, keys=pairs, shown=_shown(command, keys), short_key=_short(command, keys))


def _shown(command: Command, keys: Sequence[str]) -> str:
    """Return the keys as displayed in help."""
    if len(command.actions) == 1:
        return ", ".join(display_key(key) for key in (*keys, *command.fixed))
    shown = " ".join(display_key(key) for key in keys)
    return shown if len(keys) == len(command.actions) else _("{keys}, or a, b, c…").format(keys=shown)


def _short(command: Command, keys: Sequence[str]) -> str:
    """Return the keys as displayed in the key bar."""
    if len(command.actions) == 1:
        return display_key(keys[0])
    shown = [display_key(key) for key in keys[: command.min_keys or len(keys)]]
    return ("" if all(len(key) == 1 for key in shown) else " ").join(shown)


def _clashes(commands: Sequence[Command], changed: Mapping[str, Command]) -> Iterator[tuple[str, str]]:
    """Yield each changed command with a key of another command on the same screen, and why: last in the file first."""
    effective = [changed.get(command.name, command) for command in commands]
    for name, command in reversed(list(changed.items())):
        for key, _action in command.keys:
            for other in effective:
                if other.name != name and other.where & command.where and key in dict(other.keys):
                    yield name, _TAKEN.format(key=display_key(key), name=other.name)
            for where, fixed in _FIXED.items():
                if where in command.where and key in fixed:
                    yield name, _FIXED_FOR[where].format(key=display_key(key))
