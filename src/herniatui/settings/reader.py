"""config.toml to settings: everything wrong with it is named, and costs only its own setting."""

from pathlib import Path
from typing import Any

from msgspec import Struct

from herniatui.card.problems import Problem
from herniatui.i18n import _
from herniatui.settings.config_file import Unreadable, no_toml, read_text
from herniatui.settings.model import KEYS, SETTINGS, Setting, Settings
from herniatui.settings.positions import Keys, Place, place_of, places
from herniatui.settings.validation import unknown, wrong_value

_TABLES = sorted({setting.table for setting in SETTINGS if setting.table} | {KEYS})
_BESIDE_RETENTION = {setting.key for setting in SETTINGS if not setting.table} | {KEYS}
"""Names at the top of the file that cannot have been meant for how long talks stay."""


class Found(Struct, frozen=True):
    """What a config.toml says."""

    settings: Settings = Settings()
    places: dict[str, Place] = {}
    """Line and column of every setting that was taken from the file, by its name: `theme`, `keys.note`."""
    problems: tuple[Problem, ...] = ()
    retention_is_sure: bool = True
    """Whether how long talks stay is what was meant; where it is not, nothing may be removed because of it."""


def read_settings(path: Path) -> Found:
    """Return the settings in this file, which need not exist; whatever is wrong leaves the default in force."""
    try:
        text = read_text(path)
        return _found(text) if text else Found()
    except Unreadable as unreadable:
        return Found(problems=(unreadable.problem,), retention_is_sure=False)


def _found(text: str) -> Found:
    import tomllib  # only for those who have settings

    try:
        root = tomllib.loads(text)
    except RecursionError:
        raise Unreadable(_("too many brackets inside each other")) from None
    except ValueError as error:  # a number of thousands of digits is no TOMLDecodeError
        raise no_toml(str(error), text) from None
    reading = _Reading(root, places(text))
    problems = tuple(sorted(reading.problems, key=lambda one: (one.line, one.column)))
    return Found(Settings(**reading.values), reading.taken, problems, reading.retention_is_sure)


class _Reading:
    """Takes the settings out of a TOML document one by one."""

    def __init__(self, root: dict[str, Any], where: dict[Keys, Place]) -> None:
        self.values: dict[str, Any] = {}
        self.taken: dict[str, Place] = {}
        self.problems: list[Problem] = []
        self.retention_is_sure = True
        self._where = where
        self._table(root, "")

    def _table(self, table: dict[str, Any], name: str) -> None:
        here = {setting.key: setting for setting in SETTINGS if setting.table == name}
        for key, value in table.items():
            path = (name, key) if name else (key,)
            if key in here:
                self._setting(here[key], value, path)
            elif not name and key in _TABLES:
                self._enter(key, value)
            else:
                self._wrong(unknown(key, [*here, *(() if name else _TABLES)]), path)

    def _enter(self, name: str, table: object) -> None:
        if not isinstance(table, dict):
            self._wrong(
                _('"{key}" is a table: a line [{key}], and under it what belongs to it').format(key=name), (name,)
            )
        elif name == KEYS:
            self._keys(table)
        else:
            self._table(table, name)

    def _setting(self, setting: Setting, value: object, path: Keys) -> None:
        if wrong := wrong_value(setting, value):
            self._wrong(wrong, path)
        else:
            self.values[setting.key] = value
            self.taken[setting.name] = place_of(path, self._where)

    def _keys(self, table: dict[str, object]) -> None:
        taken = []
        for command, value in table.items():
            keys = value if isinstance(value, list) else [value]
            path = KEYS, command
            if not keys or not all(isinstance(key, str) and key for key in keys):
                self._wrong(_('a key is a text, such as "f2"; several keys are a list: ["f2", "k"]'), path)
            else:
                taken.append((command, tuple(keys)))
                self.taken[f"{KEYS}.{command}"] = place_of(path, self._where)
        self.values["keys"] = tuple(taken)

    def _wrong(self, text: str, path: Keys) -> None:
        self.retention_is_sure = self.retention_is_sure and path[0] in _BESIDE_RETENTION
        self.problems.append(Problem(text, *place_of(path, self._where)))
