"""The measured width of every sign that the program draws."""

import sys
from collections.abc import Mapping

from herniatui.doctor.finding import Finding
from herniatui.i18n import _, ngettext
from herniatui.tui.terminal.ascii import SIGNS

_IN_BOXES = range(0x2500, 0x25A2)
_MOST_SHOWN = 20
"""Signs of a wrong width on the page; in JSON there are all."""


def check_signs(descriptors: tuple[int, int] | None) -> Finding:
    """Return the width of every sign, as measured in the terminal.

    Args:
        descriptors: the terminal's input and output; None if there is none.
    """
    if descriptors is None:
        return _unmeasured(_("there is no terminal here"))
    if sys.platform == "win32":
        return _unmeasured(_("that is not possible on Windows"))
    widths = _widths(*descriptors)
    if not widths:
        return _unmeasured(_("the terminal did not say within a second where its cursor is"))
    other = [sign for sign, width in widths.items() if width != 1]
    lines = [ngettext("{count} sign measured", "{count} signs measured", len(widths)).format(count=len(widths))]
    if len(widths) < len(SIGNS):
        lines.append(_("the terminal did not answer for all of them within a second"))
    if other:
        some = " ".join(sorted(other, key=_is_box)[:_MOST_SHOWN])
        wrong = ngettext(
            "{count} of another width than the program thinks: {signs}",
            "{count} of another width than the program thinks, such as: {signs}",
            len(other),
        )
        lines.append(wrong.format(count=len(other), signs=some))
    advice = _('Lines do not end below each other. Put glyphs = "ascii" in config.toml, or choose another typeface.')
    return Finding("signs", _("Signs"), (*lines, _to_see()), {"widths": widths}, (advice,) if other else ())


def _widths(reads: int, writes: int) -> Mapping[str, int]:
    if sys.platform != "win32":
        from herniatui.doctor.cursor import measure  # lazy import: not on Windows

        return measure(SIGNS, reads, writes)
    return {}


def _unmeasured(why: str) -> Finding:
    lines = _("not measured: {why}").format(why=why), _to_see()
    return Finding("signs", _("Signs"), lines, is_measured=False)


def _to_see() -> str:
    """Return the signs themselves: what a typeface lacks is seen only by looking."""
    signs = " ".join(sign for sign in SIGNS if not _is_box(sign))
    return _("look yourself, none of these is a box or a question mark: {signs}").format(signs=signs)


def _is_box(sign: str) -> bool:
    return ord(sign) in _IN_BOXES
