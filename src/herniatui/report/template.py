"""Templates of the note: plain text with Dutch placeholders in braces, such as `{besluit}`."""

import re
from collections.abc import Mapping
from pathlib import Path

from herniatui.card.problems import Problem, Problems, ProblemsFound, did_you_mean, replace_unprintables
from herniatui.card.text_file import read_text
from herniatui.i18n import _

MAX_BYTES = 100_000
PLACEHOLDERS = (
    *("kaart", "keuze", "versie", "datum", "besluit", "zekerheid", "nodig", "wanneer"),
    *("zorgen", "uitleg", "uitgelegd", "fijn", "voorkeuren"),
    *("heel_belangrijk", "belangrijk", "beetje_belangrijk", "eerst", "eigen_woorden", "woorden_bij_vragen", "vragen"),
    *("meegegeven", "besproken", "terugverteld", "bekeken", "deels_bekeken", "niet_bekeken", "getallen", "meer"),
)
"""Placeholders available to a clinic's template; the shipped templates use all but `vragen`, which repeats others."""

_REPLACED = _("{old} is now {new}: the program knows what was on screen, not what was talked about")
_REMOVED = {
    "niet_besproken": _REPLACED.format(old="{niet_besproken}", new="{niet_bekeken}"),
    "bestandsdatum": _(
        "{old} is gone, as that day did not say how old the card is; {new} says which card it is"
    ).format(old="{bestandsdatum}", new="{versie}"),
}
"""Placeholders of earlier versions: refused, because the text around them would make the note untrue."""

_PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")
_SHIPPED = Path(__file__).with_name("templates")


def shipped_template(name: str) -> str:
    """Return a shipped template: `note` or `soep`, or the same with `-full`."""
    return (_SHIPPED / f"{name}.txt").read_text(encoding="utf-8")


def read_template(path: Path) -> str:
    """Return the template in a file, whose path may start with `~`.

    Raises:
        ProblemsFound: It cannot be read as UTF-8, is empty or too large, or contains unprintable characters or unknown
            placeholders.
    """
    problems, text = Problems(), None
    try:
        path = path.expanduser()
        text = read_text(path, problems, MAX_BYTES, _("the file is larger than 100 kB, which no template needs"))
    except (ValueError, RuntimeError):  # a name that no disk can have; `~name` of an unknown user
        problems.append(Problem(_("this cannot be the name of a file")))
    if text is not None:
        if not text.strip():
            problems.append(Problem(_("the template is empty")))
        problems.extend(unknown_placeholders(text))
        replace_unprintables(text, problems)
    if problems or text is None:
        raise ProblemsFound(str(path), problems)
    return text


def unknown_placeholders(text: str) -> Problems:
    """Return a problem for every unknown placeholder in a template, with its line and column."""
    problems = Problems()
    for number, line in enumerate(text.split("\n"), 1):
        for match in _PLACEHOLDER.finditer(line):
            if match[1] not in PLACEHOLDERS:
                problems.append(Problem(_unknown(match[1], problems.full), number, match.start() + 1))
    return problems


def _unknown(name: str, without_guess: bool) -> str:
    """Return the message about a name that is not a placeholder, or no longer."""
    if name in _REMOVED:
        return _REMOVED[name]
    guess = "" if without_guess else did_you_mean(name, PLACEHOLDERS)
    return _('there is no "{name}" to fill in; {guess}').format(name=f"{{{name}}}", guess=guess)


def is_short(template: str) -> bool:
    """Return whether a note by this template is short: it has a place to say how much was left out."""
    return "{meer}" in template


def filled(template: str, values: Mapping[str, str]) -> str:
    """Return the template with its placeholders filled in, without a line break at the end.

    A line whose placeholders are all empty is left out, and consecutive blank lines are merged. Values are inserted
    verbatim: braces in them are free text, and are not filled in.
    """
    lines = [_filled(line, values) for line in template.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines if line is not None)).strip("\n")


def _filled(line: str, values: Mapping[str, str]) -> str | None:
    names = _PLACEHOLDER.findall(line)
    if names and not any(values.get(name) for name in names):
        return None
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), line)
