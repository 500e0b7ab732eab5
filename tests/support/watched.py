"""The program with a watchdog: it reports in a file the rounds of keys that it handled, and a lost focus."""

import os
import sys
import traceback
from pathlib import Path

from textual.binding import Binding

from herniatui.cli import main
from herniatui.tui import run
from herniatui.tui.app import HerniaApp
from herniatui.tui.screens.base import TalkScreen

EVERY, TOO_OFTEN = 0.05, 40
"""Seconds between checks of the focus, and how often in a row there may be none."""


class Watched(HerniaApp):
    """App that never exits."""

    CSS_PATH = str(Path(run.__file__).with_name("herniatui.tcss"))
    BINDINGS = [Binding("f12", "round", priority=True)]  # noqa: RUF012

    def on_ready(self) -> None:
        self._told = Path(os.environ["WATCHED"])
        self._rounds = self._without = 0
        self.set_interval(EVERY, self._look)

    def action_round(self) -> None:
        self._rounds += 1
        self._told.write_text(str(self._rounds), encoding="utf-8")

    def _look(self) -> None:
        top = next((screen for screen in reversed(self.screen_stack) if isinstance(screen, TalkScreen)), None)
        has_focus = self.focused and (top is None or top.is_here)
        self._without = 0 if has_focus else self._without + 1
        if self._without > TOO_OFTEN:
            wrong = f"{self.focused} has the keys on {self.screen}, at {self.talk.walk.stop}"
            self._told.write_text(wrong, encoding="utf-8")

    def _handle_exception(self, error: Exception) -> None:
        self._told.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        super()._handle_exception(error)

    def exit(self, *_arguments: object, **_named: object) -> None:
        """Do nothing."""


if __name__ == "__main__":
    setattr(run, "HerniaApp", Watched)  # noqa: B010
    sys.exit(main(sys.argv[1:]))
