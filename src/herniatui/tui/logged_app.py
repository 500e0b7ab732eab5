"""The app with a log: screens, sizes, and what each key costs. Used only if the user asked for a log."""

import asyncio
from time import monotonic

from textual import events

from herniatui.commands.declared import commands
from herniatui.log import current
from herniatui.tui.app import HerniaApp
from herniatui.tui.screens.screen import HerniaScreen
from herniatui.tui.terminal.text_entry import takes_text

TEXT = "text"
"""What a key in a text field is logged as."""
SLOW_MS = 100.0
"""Keys in a text field are logged together, and only if they took longer: their number and times tell of the text."""
_CHECK = 0.002
"""Seconds between checks whether the app is at rest after a key."""


class LoggedApp(HerniaApp):
    """App that logs what it does.

    A key is logged before it acts, as the name of its command: that something was marked or chosen, and not what. A
    key in a dialog is `answer`, any other one without a command `other`.
    """

    _logged_screen = ""
    _awaits_text = False
    """Whether a key in a text field is being timed."""

    def on_ready(self) -> None:
        """Log the size of the card, how the app runs, and the first screen."""
        super().on_ready()
        card, saves = self.deck.card, self.session.open_talk is not None
        options, questions = len(card.options), len(card.questions)
        self._write("ready", options=options, questions=questions, saves=saves, ascii=self.in_ascii, theme=self.theme)
        self.call_after_refresh(self._write_screen)

    async def on_event(self, event: events.Event) -> None:
        """Log a key, click or paste with its time until the paint, and a new size of the window."""
        if isinstance(event, events.Key | events.MouseDown | events.Paste) and not event.is_forwarded:
            name, pressed = self._kind_of(event), monotonic()
            if name != TEXT:
                self._write("key", command=name)
            await super().on_event(event)
            if name != TEXT or not self._awaits_text:
                self._awaits_text = name == TEXT
                self.run_worker(self._write_paint(name, pressed), group="log", exit_on_error=False)
            return
        if isinstance(event, events.Resize):
            self._write("size", columns=event.size.width, rows=event.size.height)
        await super().on_event(event)

    def watch_persistent_status(self) -> None:
        """Log whether saving works."""
        self._write("saving", warns=bool(self.persistent_status))
        super().watch_persistent_status()

    def _kind_of(self, event: events.Key | events.MouseDown | events.Paste) -> str:
        if takes_text(self):
            return TEXT
        if not isinstance(event, events.Key):
            return "click" if isinstance(event, events.MouseDown) else "paste"
        if not isinstance(self.screen, HerniaScreen):
            return "answer"
        here = commands(self.screen.where, self.commands)
        used = ((command.name, (*dict(command.keys), *command.fixed)) for command in here)
        return next((name for name, keys in used if event.key in keys), "other")

    async def _write_paint(self, name: str, pressed: float) -> None:
        """Wait until everything that the key did is handled and painted, and log how long that took."""
        while self.gate.is_busy:
            await asyncio.sleep(_CHECK)

        def painted() -> None:
            took = 1000 * (monotonic() - pressed)
            self._awaits_text = self._awaits_text and name != TEXT
            if name != TEXT or took > SLOW_MS:
                self._write("painted", command=name, ms=took)
            self._write_screen()

        self.call_after_refresh(painted)

    def _write_screen(self) -> None:
        name = type(self.screen).__name__
        if name != self._logged_screen:
            self._logged_screen = name
            self._write("screen", name=name)

    def _write(self, kind: str, **facts: str | float) -> None:
        if log := current():
            log.event(kind, **facts)
