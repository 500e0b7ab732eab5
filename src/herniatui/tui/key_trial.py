"""Try keys: ask for some, and note which key arrives, through the driver and the filter of the program."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from herniatui.commands.declared import COMMANDS, named
from herniatui.commands.key_names import display_key
from herniatui.i18n import _
from herniatui.tui.terminal.driver import TerminalDriver
from herniatui.tui.terminal.signals import end_on_signals
from herniatui.tui.terminal.themes import LIGHT, THEMES
from herniatui.tui.textual_internals import QuietFailureApp

PATIENCE = 60.0
"""Seconds without a key after which the rest is skipped."""

NOTHING_HAPPENS, SKIP = "space", ("q", "ctrl+c", "ctrl+q")

_WALKING = ("enter", "backspace", "tab", "up", "down", "left", "right", "pageup", "pagedown")
_ARROWS = {"up": _("arrow up"), "down": _("arrow down"), "left": _("arrow left"), "right": _("arrow right")}


def keys_to_try() -> tuple[str, ...]:
    """Return the keys that a talk needs: to walk, the function keys in use, the marks, and Esc."""
    used = {key for command in COMMANDS for key, _action in command.keys}
    functions = sorted((key for key in used if key[0] == "f" and key[1:].isdigit()), key=lambda key: int(key[1:]))
    marks = (key for key, _action in named("mark").keys)
    return (*_WALKING, *functions, *marks, "escape")


def try_keys() -> dict[str, str]:
    """Ask for the keys in this terminal, and return them by the key that was asked for; empty if none arrived."""
    return KeyTrial().run() or {}


class KeyTrial(QuietFailureApp[dict[str, str]], inherit_bindings=False):
    """App that asks for one key after another, and once more if another one arrives.

    Args:
        patience: seconds without a key after which the rest is skipped.
    """

    CSS = "Static { padding: 1 2; }"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = []

    def __init__(self, patience: float = PATIENCE) -> None:
        super().__init__(driver_class=TerminalDriver)
        self._seconds = patience
        self._to_try = keys_to_try()
        self._arrived: dict[str, str] = {}
        self._before = ""
        self._patience: Timer | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = LIGHT

    def compose(self) -> ComposeResult:
        """Show the question."""
        yield Static(Content(self._question("")))

    def on_mount(self) -> None:
        """End on signals, and when nobody presses a key."""
        self.has_mounted = True
        end_on_signals(lambda code: self.exit(self._arrived, return_code=code), follows_a_talk=False)
        self._patience = self.set_timer(self._seconds, self._end)

    async def on_event(self, event: events.Event) -> None:
        """Take every key, before any binding can."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._take(event.key)
        else:
            await super().on_event(event)

    def _take(self, key: str) -> None:
        if self._patience:
            self._patience.reset()
        if key in SKIP or len(self._arrived) == len(self._to_try):
            self._end()
            return
        asked = self._to_try[len(self._arrived)]
        if key not in (asked, NOTHING_HAPPENS) and not self._before:
            self._before = key
            again = _("{key} arrived. Press once more: {asked}").format(key=_name(key), asked=_name(asked))
            self.query_one(Static).update(Content(self._question(again)))
            return
        self._before = ""
        self._arrived[asked] = "" if key == NOTHING_HAPPENS else key
        if len(self._arrived) == len(self._to_try):
            self._end()
        else:
            self.query_one(Static).update(Content(self._question("")))

    def _question(self, remark: str) -> str:
        number = len(self._arrived)
        lines = [
            _("Trying keys: {number} of {total}").format(number=number + 1, total=len(self._to_try)),
            "",
            remark or _("Press: {key}").format(key=_name(self._to_try[number])),
            "",
            _("Nothing happens? Press the space bar."),
            _("Skip the rest: q or Ctrl+C."),
        ]
        return "\n".join(lines)

    def _end(self) -> None:
        self.exit(self._arrived)


def _name(key: str) -> str:
    return _ARROWS.get(key) or display_key(key)
