"""The app as screens and flows know it: its state, and the requests that they make of it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from msgspec import Struct
from textual import events
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.worker import Worker

from herniatui.card.library import Deck
from herniatui.commands.command import Command
from herniatui.commands.declared import COMMANDS
from herniatui.consult.history import Talk
from herniatui.consult.model import Consult
from herniatui.report.note import NOTE, in_form
from herniatui.settings.note_template import NoteTemplate
from herniatui.storage.session import TalkSession
from herniatui.tui.sizes import SMALL_HEIGHT, is_small
from herniatui.tui.textual_internals import QuietFailureApp

DOUBLE_CLICK = 0.5
"""Seconds within which two clicks count as one."""
NEAR = Size(2, 1)
"""How far apart the two clicks may be, in columns and lines: a hand may tremble."""


class Ending(Struct, frozen=True):
    """How the user ended a talk: the result of the app."""

    next_patient: bool
    """Whether a new app starts for the next patient."""
    keep: bool
    """Whether the talk stays on the disk."""
    error: str = ""
    """What went wrong with keeping or wiping it, as a sentence."""


class Host(QuietFailureApp[Ending]):
    """Abstract app, so that screens and flows need not import the concrete one."""

    talk: reactive[Talk] = reactive(Talk, init=False, repaint=False)
    """The current talk; screens show it and replace it through `go_on`."""
    prompts_on: reactive[bool] = reactive(False, init=False, repaint=False)
    """Whether screens show conversation prompts for the clinician."""
    side_by_side: reactive[bool] = reactive(False, init=False, repaint=False)
    """Whether to show the options side by side in a window that is wide enough."""
    calm_on: reactive[bool] = reactive(False, init=False, repaint=False)
    """Whether the user asked for the calm layout: one statement at a time."""
    shows_card: reactive[bool] = reactive(False, init=False, repaint=False)
    """Whether the whole card is shown, in place of the stop of the walk."""
    persistent_status: reactive[str] = reactive("", init=False, repaint=False)
    """Persistent save warning, shown on every screen until saving works again."""

    _last_click: tuple[float, Offset] = (float("-inf"), Offset())
    """When and where the last click was."""
    deck: Deck
    session: TalkSession
    today: Callable[[], date] = date.today
    pending_message: str = ""
    """Message to show on the next screen."""
    is_ending: bool = False
    """Whether the app exits, so that nothing more is to be done in its terminal."""
    asks_about_unfinished: bool = True
    """Whether to offer an unfinished talk at the start; off right after the user ended a talk."""
    has_stored: bool | None = None
    """Whether there are talks to continue, where the process before this one said so; None: look for them."""
    commands: Sequence[Command] = COMMANDS
    """The commands with the keys in force."""
    summary_folder: str = ""
    """Folder proposed for documents; empty for the user's documents folder."""
    note_form: str = NOTE
    """Note format shown and exported."""
    note_full: bool = False
    """Whether the full note is shown and exported."""
    note_template: NoteTemplate = NoteTemplate()
    """The clinic's template of the note, and its problems."""

    @property
    def in_ascii(self) -> bool:
        """Whether output is in ASCII."""
        raise NotImplementedError

    @property
    def awaits_frame(self) -> bool:
        """Whether the next key waits until what is on screen now was painted, because only then it counts as viewed."""
        raise NotImplementedError

    @property
    def is_calm(self) -> bool:
        """Whether the calm layout is shown: asked for, or because the window has no room for another."""
        return self.calm_on or is_small(*self.size)

    @property
    def is_spaced(self) -> bool:
        """Whether rows have an empty line between them: in the calm layout, where there is room for that."""
        return self.is_calm and self.size.height >= SMALL_HEIGHT

    def is_repeated(self, click: events.Click) -> bool:
        """Record this click, and return whether it is the second of a double click.

        That one is ignored: the first may have changed what is under the mouse.
        """
        time, offset = self._last_click
        self._last_click = (click.time, click.screen_offset)
        away = click.screen_offset - offset
        is_near = abs(away.x) <= NEAR.width and abs(away.y) <= NEAR.height
        return is_near and click.time - time < DOUBLE_CLICK

    def note(self, talk: Talk) -> str:
        """Return the note of this talk in the format and length that are shown and exported."""
        template, day = self.note_template.text, self.today()
        return in_form(self.note_form, self.deck, talk.consult, talk.walk, day, template, self.note_full)

    def go_on(self, talk: Talk) -> None:
        """Save this talk and show it on the screen of its stop."""
        raise NotImplementedError

    def leave_card(self, talk: Talk) -> None:
        """Show the stop of this talk in place of the whole card."""
        raise NotImplementedError

    def count_as_viewed(self, answers: Iterable[tuple[str, str]]) -> None:
        """Count these answers, each a question and an option, as viewed, and save that."""
        raise NotImplementedError

    def save_draft(self, consult: Consult) -> None:
        """Save text that is still being typed, without showing it elsewhere yet."""
        raise NotImplementedError

    def show_message(self, text: str) -> None:
        """Show a message on the active screen, or on the next one."""
        raise NotImplementedError

    def saving_changed(self) -> None:
        """Refresh the persistent save warning. May be called from any thread."""
        raise NotImplementedError

    def action_keep(self) -> None:
        """Keep this talk for the next visit, or undo that."""
        raise NotImplementedError

    def hold_input_for(self, worker: Worker[None]) -> None:
        """Let input wait a moment for this worker, because it changes what the next key means."""
        raise NotImplementedError

    def look_up(self, texts: Sequence[tuple[str, Sequence[str]]], clicked: str = "") -> None:
        """Show the linked words of these texts, given with their headings, those nearest to the cursor first."""
        raise NotImplementedError
