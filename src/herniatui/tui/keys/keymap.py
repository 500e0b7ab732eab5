"""Keys that people chose: from the commands as declared to those in force, and what is wrong with the choice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace
from textual.binding import Binding

from herniatui.card.problems import Problem, did_you_mean
from herniatui.i18n import _
from herniatui.settings.model import KEYS
from herniatui.settings.positions import Place
from herniatui.settings.reader import Found
from herniatui.settings.validation import shortened
from herniatui.tui.keys.command import Command, Where
from herniatui.tui.keys.declared import COMMANDS
from herniatui.tui.keys.key_bars import FIXED_KEYS
from herniatui.tui.keys.key_names import NAMES, as_read, key_named

Chosen = Sequence[tuple[str, Sequence[str]]]
"""Names of commands and their keys, as the settings have them."""

ALWAYS_BACK = "escape"
_TAKEN = _('"{key}" is already the key of "{name}"; choose another key')
_FIXED = {where: {fixed.key for fixed in Binding.make_bindings(keys)} for where, keys in FIXED_KEYS.items()}
_FIXED_FOR = {
    Where.READING: _('"{key}" already turns pages in help; choose another key'),
    Where.STORED: _('"{key}" already has another meaning among the saved talks; choose another key'),
}


def remapped(
    commands: Sequence[Command], chosen: Chosen, places: Mapping[str, Place]
) -> tuple[tuple[Command, ...], list[Problem]]:
    """Return the commands with the keys that were chosen, and what is wrong with these.

    `places` gives line and column of `keys.name`. Where something is wrong, that command keeps its own keys.
    """
    by_name = {command.name: command for command in commands}
    changed: dict[str, Command] = {}
    wrong: dict[str, str] = {}
    for name, typed in chosen:
        if name not in by_name:
            wrong[name] = _('there is no command "{name}"; {guess}').format(
                name=shortened(name), guess=did_you_mean(name, by_name)
            )
        elif text := _wrong(by_name[name], typed, commands):
            wrong[name] = text
        elif (command := _with_keys(by_name[name], typed)) is not by_name[name]:
            changed[name] = command
    while clash := next(_clashes(commands, changed), None):
        name, text = clash
        del changed[name]  # which may put another in its way, so look again
        wrong[name] = text
    problems = [Problem(text, *places.get(f"{KEYS}.{name}", (1, 1))) for name, text in wrong.items()]
    return tuple(changed.get(command.name, command) for command in commands), problems


def in_force(found: Found) -> tuple[tuple[Command, ...], list[Problem]]:
    """Return the commands with the keys of these settings, and all that is wrong with the settings, line by line."""
    commands, wrong_keys = remapped(COMMANDS, found.settings.keys, found.places)
    return commands, sorted((*found.problems, *wrong_keys), key=lambda problem: (problem.line, problem.column))


def keymap(commands: Iterable[Command]) -> dict[str, str]:
    """Return for Textual the keys of every action whose keys are not those declared."""
    before = {action: _keys_of(action, command) for command in COMMANDS for action in command.actions}
    now = {action: _keys_of(action, command) for command in commands for action in command.actions}
    return {action: ",".join(keys) for action, keys in now.items() if keys != before[action]}


def _keys_of(action: str, command: Command) -> list[str]:
    return [key for key, does in command.keys if does == action]


def _wrong(command: Command, typed: Sequence[str], commands: Sequence[Command]) -> str:
    """Return why these keys cannot be those of the command, whatever the others have; or an empty string."""
    stop = {key for one in commands for key in one.fixed}
    keys = [key_named(text) for text in typed]
    for text, key in zip(typed, keys, strict=True):
        if not key:
            return _('"{key}" is no key; {guess}').format(key=shortened(text), guess=did_you_mean(text, NAMES))
        if key in stop:
            return _('"{key}" always stops; choose another key').format(key=text)
        if key == ALWAYS_BACK:
            return _('"{key}" always goes back; choose another key').format(key=text)
        if keys.count(key) > 1:
            return _('"{key}" stands here twice; keep one').format(key=text)
    all_keys = len(command.actions)
    if all_keys == 1:
        return ""
    if len(keys) not in (all_keys, command.fewest or all_keys):
        if command.fewest:
            several = _('"{name}" takes {fewest} or {count} keys, one for each thing it does')
        else:
            several = _('"{name}" takes {count} keys, one for each thing it does')
        return several.format(name=command.name, fewest=command.fewest, count=all_keys)
    stays = next((as_read(key) for key, _action in command.keys[len(keys) :] if key in keys), "")
    return _TAKEN.format(key=stays, name=command.name) if stays else ""


def _with_keys(command: Command, typed: Sequence[str]) -> Command:
    keys = tuple(key_named(text) for text in typed)
    actions = command.actions
    if len(actions) == 1:
        pairs = tuple((key, actions[0]) for key in keys)
    else:
        pairs = (*zip(keys, actions, strict=False), *command.keys[len(keys) :])
    if pairs == command.keys:
        return command
    return replace(command, keys=pairs, shown=_shown(command, keys), short_key=_short(command, keys))


def _shown(command: Command, keys: Sequence[str]) -> str:
    """Return the keys as people read them."""
    if len(command.actions) == 1:
        return ", ".join(as_read(key) for key in (*keys, *command.fixed))
    shown = " ".join(as_read(key) for key in keys)
    return shown if len(keys) == len(command.actions) else _("{keys}, or a, b, c…").format(keys=shown)


def _short(command: Command, keys: Sequence[str]) -> str:
    """Return the keys as the key bar has them."""
    if len(command.actions) == 1:
        return as_read(keys[0])
    shown = [as_read(key) for key in keys[: command.fewest or len(keys)]]
    return ("" if all(len(one) == 1 for one in shown) else " ").join(shown)


def _clashes(commands: Sequence[Command], changed: Mapping[str, Command]) -> Iterator[tuple[str, str]]:
    """Yield every changed command that has a key of another on a screen of both, the last in the file first."""
    in_force = [changed.get(command.name, command) for command in commands]
    for name, command in reversed(list(changed.items())):
        for key, _action in command.keys:
            for other in in_force:
                if other.name != name and other.where & command.where and key in dict(other.keys):
                    yield name, _TAKEN.format(key=as_read(key), name=other.name)
            for where, fixed in _FIXED.items():
                if where in command.where and key in fixed:
                    yield name, _FIXED_FOR[where].format(key=as_read(key))
