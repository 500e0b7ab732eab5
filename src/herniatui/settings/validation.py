"""Validation of the keys and values in config.toml."""

from pathlib import Path

from herniatui.card.problems import did_you_mean
from herniatui.i18n import _
from herniatui.settings.model import SETTINGS, Setting, Settings

MAX_QUOTE = 40
"""Maximum length of a quote from the file in a message."""


def unknown(key: str, possible: list[str]) -> str:
    """Return the problem of a key that is not allowed here."""
    quoted = shortened(key)
    for setting in SETTINGS:
        if setting.key == key:  # a known key, in the wrong table
            if setting.table:
                return _('"{key}" belongs under the line [{table}]').format(key=quoted, table=setting.table)
            return _('"{key}" belongs above the first line between [ ]').format(key=quoted)
    return _('unknown setting "{key}"; {guess}').format(key=quoted, guess=did_you_mean(key, possible))


def wrong_value(setting: Setting, value: object) -> str:
    """Return the problem of this value, or an empty string."""
    default = setting.value_in(Settings())
    if isinstance(default, bool):
        return "" if isinstance(value, bool) else _('"{key}" is true or false').format(key=setting.key)
    if isinstance(default, int):
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= setting.most:
            return ""
        return _('"{key}" is a whole number from 0 to {most}').format(key=setting.key, most=setting.most)
    if not isinstance(value, str):
        return _('"{key}" is a text, between quotes').format(key=setting.key)
    if setting.possible:
        if value in setting.possible:
            return ""
        guess = did_you_mean(value, setting.possible)
        return _('"{value}" is not possible here; {guess}').format(value=shortened(value), guess=guess)
    if not value:
        return ""
    return _wrong_file(value) if setting.is_file else _wrong_folder(value)


def _wrong_file(value: str) -> str:
    """Return the problem of this path of a file; its existence is only checked when it is read."""
    try:
        if Path(value).expanduser().is_absolute():
            return ""
    except RuntimeError:  # `~name` of an unknown user
        pass
    wrong = _('"{path}" is not a whole path; give the whole path of the file, or ~ and what follows')
    return wrong.format(path=shortened(value))


def _wrong_folder(value: str) -> str:
    try:
        folder = Path(value).expanduser()
        if folder.is_absolute() and folder.is_dir():
            return ""
    except (OSError, ValueError, RuntimeError):  # RuntimeError: `~name` of an unknown user
        pass
    wrong = _('there is no folder "{path}"; give the whole path, or ~ and what follows. Until then: your documents')
    return wrong.format(path=shortened(value))


def shortened(text: str) -> str:
    """Return the text, truncated for use in a message."""
    return text if len(text) <= MAX_QUOTE else f"{text[:MAX_QUOTE]}…"
