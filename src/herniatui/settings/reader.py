"""Reader of config.toml: reports every problem, and an invalid setting falls back to its default alone."""

from pathlib import Path
from typing import Any

from msgspec import Struct

from herniatui.card.problems import Problem, Problems
from herniatui.i18n import _
from herniatui.settings.config_file import Unreadable, no_toml, read_config
from herniatui.settings.model import KEYS, SETTINGS, Setting, Settings
from herniatui.settings.positions import Keys, Position, key_positions, position_of
from herniatui.settings.validation import unknown, wrong_value

_TABLES = sorted({setting.table for setting in SETTINGS if setting.table} | {KEYS})
_NOT_RETENTION = {setting.key for setting in SETTINGS if not setting.table} | {KEYS}
"""Top-level names at which a problem cannot concern retention."""


class SettingsFound(Struct, frozen=True):
    """The settings found in a config.toml, with their positions and the problems."""

    settings: Settings = Settings()
    places: dict[str, Position] = {}
    """Line and column of every setting taken from the file, by qualified name: `theme`, `keys.note`."""
    problems: tuple[Problem, ...] = ()
    retention_is_sure: bool = True
    """Whether the retention settings are certain to be as intended; if not, no talk may be removed on their basis."""


def read_settings(path: Path) -> SettingsFound:
    """Return the settings in this file, which need not exist; an invalid setting keeps its default."""
    unprintables = Problems()
    try:
        text = read_config(path, unprintables)
        return _found(text, unprintables) if text else SettingsFound()
    except Unreadable as unreadable:
        return SettingsFound(problems=(*unprintables, unreadable.problem), retention_is_sure=False)


def _found(text: str, unprintables: Problems) -> SettingsFound:
    import tomllib  # lazy import: not needed without a config.toml

    try:
        root = tomllib.loads(text)
    except RecursionError:
        raise Unreadable(Problem(_("too many brackets inside each other"))) from None
    except ValueError as error:  # an integer of thousands of digits raises ValueError, not TOMLDecodeError
        raise no_toml(str(error), text) from None
    collected = _Collector(root, key_positions(text))
    problems = sorted([*unprintables, *collected.problems], key=lambda problem: (problem.line, problem.column))
    sure = collected.retention_is_sure and not unprintables
    return SettingsFound(Settings(**collected.values), collected.taken, tuple(problems), sure)


class _Collector:
    """Collects settings, positions and problems from a parsed TOML document."""

    def __init__(self, root: dict[str, Any], positions: dict[Keys, Position]) -> None:
        self.values: dict[str, Any] = {}
        self.taken: dict[str, Position] = {}
        self.problems: list[Problem] = []
        self.retention_is_sure = True
        self._positions = positions
        self._read_table(root, "")

    def _read_table(self, table: dict[str, Any], name: str) -> None:
        declared = {setting.key: setting for setting in SETTINGS if setting.table == name}
        for key, value in table.items():
            path = (name, key) if name else (key,)
            if key in declared:
                self._read_setting(declared[key], value, path)
            elif not name and key in _TABLES:
                self._read_subtable(key, value)
            else:
                self._add_problem(unknown(key, [*declared, *(() if name else _TABLES)]), path)

    def _read_subtable(self, name: str, table: object) -> None:
        if not isinstance(table, dict):
            self._add_problem(
                _('"{key}" is a table: a line [{key}], and under it what belongs to it').format(key=name), (name,)
            )
        elif name == KEYS:
            self._read_keys(table)
        else:
            self._read_table(table, name)

    def _read_setting(self, setting: Setting, value: object, path: Keys) -> None:
        if problem := wrong_value(setting, value):
            self._add_problem(problem, path)
        else:
            self.values[setting.key] = value
            self.taken[setting.name] = position_of(path, self._positions)

    def _read_keys(self, table: dict[str, object]) -> None:
        taken = []
        for command, value in table.items():
            keys = value if isinstance(value, list) else [value]
            path = KEYS, command
            if not keys or not all(isinstance(key, str) and key for key in keys):
                self._add_problem(_('a key is a text, such as "f2"; several keys are a list: ["f2", "k"]'), path)
            else:
                taken.append((command, tuple(keys)))
                self.taken[f"{KEYS}.{command}"] = position_of(path, self._positions)
        self.values["keys"] = tuple(taken)

    def _add_problem(self, text: str, path: Keys) -> None:
        self.retention_is_sure = self.retention_is_sure and path[0] in _NOT_RETENTION
        self.problems.append(Problem(text, *position_of(path, self._positions)))
