"""A finding: what a check found, whether it is amiss, and what to do about it."""

import re
from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any

import msgspec
from msgspec import Struct

from herniatui.i18n import _, ngettext
from herniatui.sanitize import printable

_MARGIN = 16
"""Column at which what was found begins, after its title."""
_LEAST_WIDTH = 40


class Finding(Struct, frozen=True):
    """The result of one check."""

    key: str
    """Its name in JSON."""
    title: str
    """Its name on the page."""
    lines: tuple[str, ...]
    """What was found, in sentences."""
    data: dict[str, Any] = {}
    """The same as values, for JSON."""
    advice: tuple[str, ...] = ()
    """What to do; empty if nothing is amiss."""
    is_measured: bool = True
    """Whether this could be looked at here."""


def unmeasured(key: str, title: str, why: str) -> Finding:
    """Return the finding of a check that is not possible here."""
    return Finding(key, title, (_("not measured: {why}").format(why=why),), is_measured=False)


def page(findings: Sequence[Finding], width: int) -> str:
    """Return the page: each finding with its title, and with what to do where something is amiss."""
    amiss = sum(bool(finding.advice) for finding in findings)
    lines = [
        *wrap(_("herniatui doctor: how the program does on this computer."), width),
        *wrap(_("Nothing of a talk or a patient is on this page, so you can send it."), width),
        "",
    ]
    for finding in findings:
        lines += _block(finding, max(width, _LEAST_WIDTH))
    if amiss:
        count = ngettext(
            "{count} thing is amiss: see what stands after =>.", "{count} things are amiss: see =>.", amiss
        )
        return "\n".join([*lines, "", count.format(count=amiss)])
    return "\n".join([*lines, "", _("All is well.")])


def as_json(findings: Sequence[Finding]) -> str:
    """Return the findings as JSON, for programs and for many computers."""
    found = {
        finding.key: {
            "amiss": bool(finding.advice),
            "measured": finding.is_measured,
            "found": [_shown(line) for line in finding.lines],
            "advice": [_shown(line) for line in finding.advice],
            **_without_home(finding.data),
        }
        for finding in findings
    }
    whole = {"amiss": [finding.key for finding in findings if finding.advice], **found}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()


def _block(finding: Finding, width: int) -> list[str]:
    sign = "!" if finding.advice else " "
    texts = [*finding.lines, *(f"=> {advice}" for advice in finding.advice)]
    lines = [line for text in texts for line in _wrapped(_shown(text), width)] or [""]
    lines[0] = f"{sign} {finding.title:<{_MARGIN - 3}} {lines[0].strip()}"
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    margin = " " * _MARGIN
    hang = margin + "   " * text.startswith("=> ")
    return wrap(
        text, width, initial_indent=margin, subsequent_indent=hang, break_on_hyphens=False, break_long_words=False
    )


def _shown(text: str) -> str:
    return printable(str(_without_home(text)))


def _without_home(value: Any) -> Any:
    """Return a value with `~` in place of the home folder, whose name is often that of the user."""
    if isinstance(value, dict):
        return {name: _without_home(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_home(inner) for inner in value]
    if not isinstance(value, str):
        return value
    try:
        home = str(Path.home())
    except RuntimeError:
        return value
    if len(home) < 2:  # the root folder, as for a service
        return value
    for written in {home, home.replace("\\", "\\\\")}:  # in TOML, Windows' separators are doubled
        value = re.sub(rf"{re.escape(written)}(?![\w.-])", "~", value)
    return value
