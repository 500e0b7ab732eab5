"""Rows to tick: their boxes and circles, and the row to keep the talk, which stands on two screens."""

from herniatui.commands.choosing import KEEP
from herniatui.i18n import _
from herniatui.tui.rows.layout import Row


def box(on: bool) -> str:
    """Return the box of a row that is ticked or not."""
    return "[x] " if on else "[ ] "


def circle(on: bool) -> str:
    """Return the circle of a row of which one is chosen."""
    return "(•) " if on else "( ) "


def keep_row(is_kept: bool) -> Row:
    """Return the row to keep the talk for the next visit."""
    return Row(_("Keep this talk for the next visit"), key=KEEP, lead=box(is_kept))
