"""The program with a watchdog, which reports in a file: rounds of keys handled, memory in use, a lost focus.

Reads `WATCHED`, the path of that file, and `COLLECTS`: whether garbage is collected each round, before the memory is
measured.
"""

import gc
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
        if os.environ.get("COLLECTS"):
            gc.collect()
        self._tell(f"{self._rounds} {sys.getallocatedblocks()}")

    def _tell(self, text: str) -> None:
        """Write the file in one step, because it is read at any moment."""
        written = self._told.with_suffix(".new")
        written.write_text(text, encoding="utf-8")
        written.replace(self._told)

    def _look(self) -> None:
        top = next((screen for screen in reversed(self.screen_stack) if isinstance(screen, TalkScreen)), None)
        has_focus = self.focused and (top is None or top.is_here)
        self._without = 0 if has_focus else self._without + 1
        if self._without > TOO_OFTEN:
            wrong = f"{self.focused} has the keys on {self.screen}, at {self.talk.walk.stop}"
            self._tell(wrong)

    def _handle_exception(self, error: Exception) -> None:
        self._tell("".join(traceback.format_exception(error)))
        super()._handle_exception(error)

    def exit(self, *_arguments: object, **_named: object) -> None:
        """Do nothing."""


if __name__ == "__main__":
    setattr(run, "HerniaApp", Watched)  # noqa: B010
    sys.exit(main(sys.argv[1:]))
