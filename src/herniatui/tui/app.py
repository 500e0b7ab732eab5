"""The app: holds the talk and shows the screen of its stop."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import ClassVar

from rich.console import RenderableType
from textual import events
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import Worker

from herniatui.card.library import Deck
from herniatui.commands.command import Command
from herniatui.commands.declared import COMMANDS
from herniatui.consult.history import Talk, move
from herniatui.consult.model import Consult
from herniatui.consult.walk import CLOSING, DECISION, START, view
from herniatui.report.note import NOTE
from herniatui.settings.note_template import NoteTemplate
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.session import TalkSession
from herniatui.storage.store import TalkStore
from herniatui.storage.writer import SLOW
from herniatui.tui.flows.actions import FlowActions
from herniatui.tui.flows.keep_talk import offer_stored_talks
from herniatui.tui.host import Ending, Host
from herniatui.tui.input_gate import Gate
from herniatui.tui.keys.keymap import keymap_changes
from herniatui.tui.screens.base import TalkScreen
from herniatui.tui.screens.closing import ClosingScreen
from herniatui.tui.screens.decision import DecisionScreen
from herniatui.tui.screens.question import QuestionScreen
from herniatui.tui.screens.screen import HerniaScreen
from herniatui.tui.screens.start import StartScreen
from herniatui.tui.screens.whole_card import CardScreen
from herniatui.tui.sizes import MIN_HEIGHT, MIN_WIDTH, SMALL_HEIGHT, TIGHT_WIDTH
from herniatui.tui.terminal.ascii import Ascii, locale_is_utf8
from herniatui.tui.terminal.driver import TerminalDriver
from herniatui.tui.terminal.right_to_left import RightToLeft
from herniatui.tui.terminal.signals import end_on_signals
from herniatui.tui.terminal.themes import LIGHT, THEMES
from herniatui.tui.widgets.reading_cursor import ReadingHost

LARGEST = 600, 250
"""Maximum columns and rows to draw; of a larger window, only the top left part is used."""


class HerniaApp(FlowActions, ReadingHost):
    """App for one talk over one card. The result says how the user ended the talk; None if something else ended it."""

    TITLE = "herniatui"
    CSS_PATH = "herniatui.tcss"
    ALLOW_SELECT = False  # a finger that slips selects nothing; the terminal selects, with Shift
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MIN_WIDTH, "-tight"), (TIGHT_WIDTH, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (MIN_HEIGHT, "-short"), (SMALL_HEIGHT, "-high")]  # noqa: RUF012
    # Made on first use, then kept, so that returning to a screen is fast.
    SCREENS: ClassVar = {
        "start": StartScreen,
        "question": QuestionScreen,
        "decision": DecisionScreen,
        "closing": ClosingScreen,
        "card": CardScreen,
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "stop", show=False, priority=True),
        Binding("ctrl+p", "command_palette", show=False, id="app.command_palette"),
        Binding("ctrl+z", "suspend_process", show=False),
    ]

    def __init__(
        self,
        deck: Deck,
        *,
        theme: str = LIGHT,
        ascii_only: bool = False,
        message: str = "",
        prompts: bool = False,
        calm: bool = False,
        commands: Sequence[Command] = COMMANDS,
        summary_folder: str = "",
        note_form: str = NOTE,
        note_template: NoteTemplate | None = None,
        today: Callable[[], date] = date.today,
        store: TalkStore | None = None,
        resumed: OpenTalk | None = None,
        asks_about_unfinished: bool = True,
        has_stored: bool | None = None,
    ) -> None:
        super().__init__(driver_class=TerminalDriver)
        self.deck = deck
        self.today = today
        self.pending_message = message
        self.session = TalkSession(deck, store, resumed)
        self.asks_about_unfinished = asks_about_unfinished
        self.has_stored = has_stored
        self.gate = Gate(self, super().on_event, drop_early=not asks_about_unfinished)
        all_characters = not locale_is_utf8()
        self._right_to_left = RightToLeft()
        self._ascii = [Ascii(all_characters)] if ascii_only or all_characters else []
        self.set_reactive(Host.prompts_on, prompts)
        self.set_reactive(Host.calm_on, calm)
        self.commands = commands
        self.set_keymap(keymap_changes(commands))
        self.summary_folder = summary_folder
        self.note_form = note_form
        self.note_template = note_template or NoteTemplate()
        self.animation_level = "none"
        for own_theme in THEMES:
            self.register_theme(own_theme)
        self.theme = theme

    @property
    def in_ascii(self) -> bool:
        """Whether output is in ASCII."""
        return bool(self._ascii)

    @property
    def awaits_frame(self) -> bool:
        """Whether the next key waits until what is on screen now was painted."""
        return isinstance(self.screen, HerniaScreen) and self.screen.awaits_frame

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters of every drawn line: Textual's, that for right to left and, if on, that for ASCII."""
        return [*super().get_line_filters(), self._right_to_left, *self._ascii]

    def refresh_css(self, animate: bool = True) -> None:
        """Apply the theme. Before the first screen nothing is parsed, and Textual would then parse the CSS twice."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())
            self.stylesheet.update(self, animate=animate)

    def get_default_screen(self) -> Screen[object]:
        """Return the start screen, which stays at the bottom of the screen stack."""
        return self.get_screen("start")

    def on_mount(self) -> None:
        """Restore the terminal on signals, and show the resumed talk or offer the stored ones."""
        self.has_mounted = True
        follows_a_talk = not self.asks_about_unfinished
        end_on_signals(lambda code: self.exit(self.return_value, return_code=code), follows_a_talk)
        self.set_reactive(Host.persistent_status, self.session.status)
        begun = self.session.begin(self.saving_changed)
        self.pending_message = self.pending_message or begun.message
        self.set_reactive(Host.talk, begun.talk)
        if begun.talk == Talk():
            offer_stored_talks(self)
        elif begun.talk.walk.stop != START:
            self._bring_forward(self._screen_for(begun.talk))

    async def on_event(self, event: events.Event) -> None:
        """Pass input through the gate, and limit sizes to `LARGEST`: layout and paint take time for each cell."""
        if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded:
            await self.gate.take(event)
        elif isinstance(event, events.Resize):
            width, height = min(event.size.width, LARGEST[0]), min(event.size.height, LARGEST[1])
            await super().on_event(events.Resize.from_dimensions((width, height), event.pixel_size))
            self.screen.refresh()  # whole: a window that is back at its size may have lost what it showed
        else:
            await super().on_event(event)

    def go_on(self, talk: Talk) -> None:
        """Save this talk and show it on the screen of its stop."""
        self.pending_message = ""
        self.session.save(talk.consult, talk.walk)  # before it is shown, so that a painted mark is on disk
        self.talk = talk

    def count_as_viewed(self, answers: Iterable[tuple[str, str]]) -> None:
        """Count these answers as viewed and save that; the screen that painted them shows it."""
        talk = move(self.talk, view(self.talk.walk, answers))
        self.session.save(talk.consult, talk.walk)
        self.set_reactive(Host.talk, talk)

    def hold_input_for(self, worker: Worker[None]) -> None:
        """Let input wait a moment for this worker, because it changes what the next key means."""
        self.gate.hold_for(worker)

    def save_draft(self, consult: Consult) -> None:
        """Save text that is still being written, without showing it."""
        self.session.save(consult, self.talk.walk)

    def on_ready(self) -> None:
        """Open the gate after the first paint, start the writer early, and check regularly for a slow disk."""
        self.call_after_refresh(self.gate.open)
        if self.session.open_talk:
            self.session.open_talk.writer.start()
            self.set_interval(SLOW, self._refresh_status)

    def saving_changed(self) -> None:
        """Refresh the persistent save warning. May be called from any thread."""
        self.call_later(self._refresh_status)

    def _refresh_status(self) -> None:
        self.persistent_status = self.session.status

    def watch_persistent_status(self) -> None:
        """Update the active screen; others refresh on resume."""
        if isinstance(self.screen, TalkScreen) and self.screen.is_mounted:
            self.screen.show_status(self.persistent_status)

    def watch_talk(self, talk: Talk) -> None:
        """Show the talk on the screen of its stop; bring that screen forward if it is not the top talk screen."""
        name = self._screen_for(talk)
        screen = self.get_screen(name)
        top = next((screen for screen in reversed(self.screen_stack) if isinstance(screen, TalkScreen)), None)
        if screen is not top:
            self._bring_forward(name)
        elif top:
            top.show_message("")
            top.follow(talk)

    def _screen_for(self, talk: Talk) -> str:
        if self.shows_card:
            return "card"
        return {START: "start", DECISION: "decision", CLOSING: "closing"}.get(talk.walk.stop, "question")

    def action_whole_card(self) -> None:
        """Show the whole card, or the stop of the walk again."""
        if isinstance(self.screen, TalkScreen):
            self.pending_message = ""
            self.shows_card = not self.shows_card

    def watch_shows_card(self) -> None:
        """Show the whole card, or the screen of the walk's stop."""
        self._bring_forward(self._screen_for(self.talk))

    def leave_card(self, talk: Talk) -> None:
        """Show the stop of this talk in place of the whole card."""
        self.set_reactive(Host.shows_card, False)
        if talk == self.talk:
            self.watch_shows_card()
        else:
            self.go_on(talk)

    def _bring_forward(self, name: str) -> None:
        """Make the screen of this name active. The start screen stays at the bottom of the screen stack."""
        if name == "start":
            self.pop_screen()
        elif len(self.screen_stack) == 1:
            self.push_screen(name)
        else:
            self.switch_screen(name)

    def show_message(self, text: str) -> None:
        """Show a message on the active screen, or on the next one."""
        self.pending_message = text
        if (
            isinstance(self.screen, TalkScreen) and self.screen.is_mounted
        ):  # otherwise it shows the pending message on resume
            self.screen.show_message(text)

    def watch_prompts_on(self) -> None:
        """Show or hide the prompts on the active screen; others refresh on resume."""
        if isinstance(self.screen, TalkScreen):
            self.screen.prompts_toggled()

    def watch_calm_on(self) -> None:
        """Show the active screen in the other layout; others refresh on resume."""
        if isinstance(self.screen, HerniaScreen):
            self.screen.choose_layout()
            self.screen.show_again()

    def watch_side_by_side(self) -> None:
        """Show columns or tabs on the active screen; others refresh on resume."""
        if isinstance(self.screen, QuestionScreen):
            self.screen.show_message("")
            self.screen.show_statements()

    def action_use_theme(self, name: str) -> None:
        """Use this theme."""
        self.theme = name

    def stop_input(self) -> None:
        """Drop all further input."""
        self.gate.close()

    def exit(self, result: Ending | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End the app and drop waiting input."""
        self.is_ending = True
        self.gate.close()
        super().exit(result, return_code, message)
