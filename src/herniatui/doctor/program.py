"""The program, what it runs on, and its terminal."""

import os
import platform
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

from herniatui import __version__
from herniatui.commands.key_names import display_key
from herniatui.desktop.remote import over_ssh
from herniatui.doctor.finding import Finding, unmeasured
from herniatui.i18n import _
from herniatui.tui.sizes import MIN_HEIGHT, MIN_WIDTH
from herniatui.tui.terminal.ascii import locale_is_utf8
from herniatui.tui.terminal.colours import colour_system

_NAMES = ("TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "NO_COLOR")
_COLOURS = {"standard": "16", "windows": "16", "256": "256", "truecolor": _("16 million")}
"""By the name that Rich has for them."""
_WITHIN = {"TMUX": "tmux", "STY": "screen", "ZELLIJ": "zellij", "WT_SESSION": "Windows Terminal"}
"""Variables that these programs set; their values are not shown."""


def check_program() -> Finding:
    """Return the versions and the system."""
    data = {
        "version": __version__,
        "python": platform.python_version(),
        "textual": _version("textual"),
        "rich": _version("rich"),
        "bundled": bool(getattr(sys, "frozen", False)),
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
    }
    origin = _("a program in a folder") if data["bundled"] else _("installed with Python")
    programs = "herniatui {version} ({origin}), Python {python}, Textual {textual}, Rich {rich}"
    lines = programs.format(origin=origin, **data), "{system} {release}, {machine}".format(**data)
    return Finding("program", _("Program"), lines, data)


def check_terminal(size: os.terminal_size | None) -> Finding:
    """Return what the terminal says of itself.

    Args:
        size: the size of the window; None if there is no terminal.
    """
    data: dict[str, object] = {name.lower(): os.environ[name] for name in _NAMES if name in os.environ}
    data["terminals"] = [name for name in ("stdin", "stdout", "stderr") if is_terminal(name)]
    data |= {"within": [name for variable, name in _WITHIN.items() if variable in os.environ], "ssh": over_ssh()}
    data |= {"colours": colour_system(), "utf8": locale_is_utf8()}
    lines = [" ".join(f"{name}={os.environ[name]}" for name in _NAMES if name in os.environ) or _("no TERM")]
    if data["within"] or data["ssh"]:
        lines.append(_("within: {programs}").format(programs=", ".join([*data["within"], *["SSH"] * over_ssh()])))  # type: ignore[misc]
    lines.append(_("colours: {colours}").format(colours=_COLOURS.get(str(data["colours"]), _("none"))))
    if not data["utf8"]:
        lines.append(_("the locale is not UTF-8, so only plain characters are drawn"))
    advice = []
    if size is None:
        lines.append(_("no window: what goes in or comes out is not a terminal"))
    else:
        data |= {"columns": size.columns, "rows": size.lines}
        lines.append(_("{columns} columns, {rows} rows").format(columns=size.columns, rows=size.lines))
        if size.columns < MIN_WIDTH or size.lines < MIN_HEIGHT:
            small = _("Make the window larger, or the letters smaller: at least {width} columns and {height} rows.")
            advice.append(small.format(width=MIN_WIDTH, height=MIN_HEIGHT))
    if os.environ.get("TERM") == "dumb":
        dumb = _(
            "This terminal (TERM=dumb) cannot draw screens, so a talk goes in lines. For screens, use another terminal "
            "program."
        )
        advice.append(dumb)
    return Finding("terminal", _("Terminal"), tuple(lines), data, tuple(advice))


def check_keys(arrived: Mapping[str, str] | None) -> Finding:
    """Return which keys arrived as what.

    Args:
        arrived: by the key that was asked for, the key that arrived, empty for none; None if no key was tried.
    """
    title = _("Keys")
    if not arrived:
        return unmeasured("keys", title, _("no key was pressed; herniatui doctor --keys asks for some"))
    well = [display_key(key) for key, came in arrived.items() if came == key]
    lines = [_("as expected: {keys}").format(keys=", ".join(well))] if well else []
    for key, came in arrived.items():
        if not came:
            lines.append(_("{key}: does not arrive").format(key=display_key(key)))
        elif came != key:
            lines.append(_("{key}: arrives as {other}").format(key=display_key(key), other=display_key(came)))
    wrong = len(well) < len(arrived)
    advice = _(
        "The terminal program or the keyboard takes these keys. Look in its settings, or choose another key under "
        "[keys] in config.toml: see herniatui config --init."
    )
    return Finding("keys", title, tuple(lines), {"arrived": dict(arrived)}, (advice,) if wrong else ())


def is_terminal(name: str) -> bool:
    """Return whether this stream of `sys` is a terminal."""
    stream = getattr(sys, name)
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
