"""The app: holds the talk, and puts the screen in front that belongs to where the walk is."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from rich.console import RenderableType
from textual import events
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import Worker

from herniatui.card.library import Deck
from herniatui.consult.history import Talk
from herniatui.consult.model import Consult
from herniatui.consult.walk import CLOSING, DECISION, START
from herniatui.report.note import NOTE
from herniatui.settings.note_template import NoteTemplate
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.session import TalkSession
from herniatui.storage.store import TalkStore
from herniatui.storage.writer import SLOW
from herniatui.tui.dialogs.palette_entries import entries
from herniatui.tui.flows.actions import FlowActions
from herniatui.tui.flows.keep_talk import offer_stored_talks
from herniatui.tui.host import Ending, Host
from herniatui.tui.input_gate import Gate
from herniatui.tui.keys.command import Command
from herniatui.tui.keys.declared import COMMANDS
from herniatui.tui.keys.keymap import keymap
from herniatui.tui.rows.side_by_side import seen_together
from herniatui.tui.screens.base import HerniaScreen, TalkScreen
from herniatui.tui.screens.closing import ClosingScreen
from herniatui.tui.screens.decision import DecisionScreen
from herniatui.tui.screens.question import QuestionScreen
from herniatui.tui.screens.reading import ReadingScreen, about_screen, help_screen
from herniatui.tui.screens.start import StartScreen
from herniatui.tui.terminal.ascii import Ascii, locale_is_utf8
from herniatui.tui.terminal.driver import TerminalDriver
from herniatui.tui.terminal.signals import end_on_signals
from herniatui.tui.terminal.themes import LIGHT, THEMES
from herniatui.tui.widgets.too_small import MIN_HEIGHT, MIN_WIDTH

LARGEST = 600, 250
"""Columns and rows that are drawn at most. A window that says it is larger is drawn in from its top left corner."""


class HerniaApp(FlowActions):
    """One talk over one card. Its result is how the people ended it; None if something else ended the program."""

    TITLE = "herniatui"
    CSS_PATH = "herniatui.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MIN_WIDTH, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (MIN_HEIGHT, "-high")]  # noqa: RUF012
    # Made when first needed, and kept: coming back to a screen is then quick.
    SCREENS: ClassVar = {
        "start": StartScreen,
        "question": QuestionScreen,
        "decision": DecisionScreen,
        "closing": ClosingScreen,
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
        commands: Sequence[Command] = COMMANDS,
        summary_folder: str = "",
        note_form: str = NOTE,
        note_template: NoteTemplate | None = None,
        today: Callable[[], date] = date.today,
        store: TalkStore | None = None,
        resumed: OpenTalk | None = None,
        asks_about_unfinished: bool = True,
    ) -> None:
        super().__init__(driver_class=TerminalDriver)
        self.deck = deck
        self.today = today
        self.pending_message = message
        self.session = TalkSession(deck, store, resumed)
        self.asks_about_unfinished = asks_about_unfinished
        self.gate = Gate(self, super().on_event, drop_early=not asks_about_unfinished)
        every = not locale_is_utf8()
        self._ascii = [Ascii(every)] if ascii_only or every else []
        self.set_reactive(Host.prompts_on, prompts)
        self.commands = commands
        self.set_keymap(keymap(commands))
        self.summary_folder = summary_folder
        self.note_form = note_form
        self.note_template = note_template or NoteTemplate()
        self.animation_level = "none"
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = theme

    @property
    def in_ascii(self) -> bool:
        """Whether everything is drawn with plain characters only."""
        return bool(self._ascii)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what is done to every line before it is sent."""
        return [*super().get_line_filters(), *self._ascii]

    def get_default_screen(self) -> Screen[object]:
        """Begin with the first screen."""
        return self.get_screen("start")

    def on_mount(self) -> None:
        """Leave the terminal as it was, also when told to end. Go on with a talk, or ask whether to."""
        self.has_mounted = True
        end_on_signals(lambda code: self.exit(self.return_value, return_code=code))
        self.set_reactive(Host.persistent_status, self.session.status)
        begun = self.session.begin(self.saving_changed)
        self.pending_message = self.pending_message or begun.message
        self.set_reactive(Host.talk, begun.talk)
        if begun.talk == Talk():
            offer_stored_talks(self)
        elif begun.talk.walk.stop != START:
            self._bring_forward(_screen_for(begun.talk))

    async def on_event(self, event: events.Event) -> None:
        """Pass input through the gate, and sizes up to `LARGEST`: layout and paint take time with every cell."""
        if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded:
            await self.gate.take(event)
        elif isinstance(event, events.Resize):
            width, height = min(event.size.width, LARGEST[0]), min(event.size.height, LARGEST[1])
            await super().on_event(events.Resize.from_dimensions((width, height), event.pixel_size))
        else:
            await super().on_event(event)

    def go_on(self, talk: Talk) -> None:
        """Go on with this talk: show it on the screen that belongs to where the walk is."""
        self.pending_message = ""
        talk = seen_together(self.side_by_side, self.size.width, self.deck.card, talk)
        self.session.save(talk.consult, talk.walk)  # first: what is shown is saved
        self.talk = talk

    def hold_input_for(self, worker: Worker[None]) -> None:
        """Let input wait a moment for this worker, because it changes what the next key means."""
        self.gate.hold_for(worker)

    def save_draft(self, consult: Consult) -> None:
        """Save what is still being written, without going on with it yet."""
        self.session.save(consult, self.talk.walk)

    def on_ready(self) -> None:
        """Take input from the first paint on. Start saving early, and see when the disk is slow."""
        self.call_after_refresh(self.gate.open)
        if self.session.open_talk:
            self.session.open_talk.writer.start()
            self.set_interval(SLOW, self._look_at_saving)

    def saving_changed(self) -> None:
        """Say on screen that saving goes wrong, or goes well again. May be called from any thread."""
        self.call_later(self._look_at_saving)

    def _look_at_saving(self) -> None:
        self.persistent_status = self.session.status

    def watch_persistent_status(self) -> None:
        """Say it on the screen in front; the others follow when they are shown."""
        if isinstance(self.screen, TalkScreen) and self.screen.is_mounted:
            self.screen.show_status(self.persistent_status)

    def watch_talk(self, talk: Talk) -> None:
        """Put the right screen in front, and let it show the talk."""
        name = _screen_for(talk)
        screen = self.get_screen(name)
        front = next((one for one in reversed(self.screen_stack) if isinstance(one, TalkScreen)), None)
        if screen is not front:
            self._bring_forward(name)
        elif front:
            front.show_message("")
            front.follow(talk)

    def _bring_forward(self, name: str) -> None:
        """Put the screen of this name in front. The first screen is the ground that the others stand on."""
        if name == "start":
            self.pop_screen()
        elif len(self.screen_stack) == 1:
            self.push_screen(name)
        else:
            self.switch_screen(name)

    def show_message(self, text: str) -> None:
        """Say something on the screen that is in front."""
        self.pending_message = text
        if isinstance(self.screen, TalkScreen) and self.screen.is_mounted:  # otherwise it will say the notice itself
            self.screen.show_message(text)

    def watch_prompts_on(self) -> None:
        """Show or hide the lines on the screen in front; the others follow when they are shown."""
        if isinstance(self.screen, TalkScreen):
            self.screen.prompts_toggled()

    def watch_side_by_side(self) -> None:
        """Show the options so on the screen in front; another will do so when it comes in front."""
        if isinstance(self.screen, QuestionScreen):
            self.screen.show_message("")
            self.screen.look_again()

    def action_read_help(self) -> None:
        """Show help, or go back from it."""
        self._read(help_screen(self.commands))

    def action_read_about(self) -> None:
        """Show where the card comes from, or go back from it."""
        self._read(about_screen(self.deck))

    def _read(self, screen: ReadingScreen) -> None:
        if not isinstance(self.screen, ReadingScreen):
            self.push_screen(screen)
        elif self.screen.heading == screen.heading:
            self.screen.answer(None)
        else:
            self.switch_screen(screen)

    def action_use_theme(self, name: str) -> None:
        """Draw everything in this theme."""
        self.theme = name

    def action_command_palette(self) -> None:
        """Show all commands to search in."""
        front = self.screen
        if not isinstance(front, HerniaScreen):
            return
        from herniatui.tui.dialogs.palette import PaletteDialog  # where people type is heavy

        async def chosen(action: str | None) -> None:
            if action:
                await front.run_action(action)

        self.push_screen(PaletteDialog(list(entries(self.deck.card, front.where, self.commands))), chosen)

    def stop_input(self) -> None:
        """Drop input from now on."""
        self.gate.close()

    def exit(self, result: Ending | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End the app; input that is still waiting is dropped."""
        self.gate.close()
        super().exit(result, return_code, message)


def _screen_for(talk: Talk) -> str:
    return {START: "start", DECISION: "decision", CLOSING: "closing"}.get(talk.walk.stop, "question")
