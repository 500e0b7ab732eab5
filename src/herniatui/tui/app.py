"""The app: holds the talk, and puts the screen in front that belongs to where the walk is."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.reactive import reactive
from textual.screen import Screen

from herniatui.card.library import Deck
from herniatui.consult.model import EMPTY, Consult
from herniatui.consult.talk import Talk
from herniatui.consult.walk import CLOSING, DECISION, START
from herniatui.tui.ascii import Ascii, locale_is_utf8
from herniatui.tui.commands import COMMANDS, Command
from herniatui.tui.keymap import keymap
from herniatui.tui.palette import palette_screen
from herniatui.tui.screens.ask import AskScreen
from herniatui.tui.screens.base import TalkScreen
from herniatui.tui.screens.closing import ClosingScreen
from herniatui.tui.screens.decision import DecisionScreen
from herniatui.tui.screens.dialog import Dialog
from herniatui.tui.screens.question import QuestionScreen
from herniatui.tui.screens.reading import ReadingScreen, about_screen, help_screen
from herniatui.tui.screens.start import StartScreen
from herniatui.tui.signals import end_on_signals
from herniatui.tui.themes import LIGHT, THEMES
from herniatui.tui.widgets.too_small import MIN_HEIGHT, MIN_WIDTH
from herniatui.words import _


class HerniaApp(App[bool]):
    """One talk over one card. Its result is true when the people want to start afresh for the next patient."""

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
    ]

    talk: reactive[Talk] = reactive(Talk, init=False, repaint=False)
    """Everything said so far; screens show it and send the next one."""
    prompts_on: reactive[bool] = reactive(False, init=False, repaint=False)
    """Whether screens show what a clinician could say."""

    def __init__(
        self,
        deck: Deck,
        *,
        theme: str = LIGHT,
        ascii_only: bool = False,
        notice: str = "",
        prompts: bool = False,
        commands: Sequence[Command] = COMMANDS,
        summary_folder: str = "",
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self.deck = deck
        self.today = today
        self.notice = notice
        """What the first screen says to begin with."""
        self.kept: Consult = EMPTY
        """The consult whose summary was saved; leaving that one loses nothing."""
        every = not locale_is_utf8()
        self._ascii = [Ascii(every)] if ascii_only or every else []
        self.set_reactive(HerniaApp.prompts_on, prompts)
        self.commands = commands
        """The commands with the keys that the people chose."""
        self.set_keymap(keymap(commands))
        self.summary_folder = summary_folder
        """Where a summary is proposed to be saved; empty for the folder of documents."""
        self.animation_level = "none"
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = theme

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what is done to every line before it is sent."""
        return [*super().get_line_filters(), *self._ascii]

    def get_default_screen(self) -> Screen[object]:
        """Begin with the first screen."""
        return self.get_screen("start")

    def on_mount(self) -> None:
        """Leave the terminal as it was, also when told to end."""
        end_on_signals(lambda code: self.exit(return_code=code))

    def on_key(self, event: events.Key) -> None:
        """Keep what was typed before a screen that asks for text had the keys; a key it takes does not come here."""
        if event.is_printable and event.character and isinstance(self.screen, Dialog):
            self.screen.type_ahead(event.character)

    def go_on(self, talk: Talk) -> None:
        """Go on with this talk: show it on the screen that belongs to where the walk is."""
        self.notice = ""
        self.talk = talk

    def watch_talk(self, talk: Talk) -> None:
        """Put the right screen in front, and let it show the talk."""
        name = {START: "start", DECISION: "decision", CLOSING: "closing"}.get(talk.walk.stop, "question")
        screen = self.get_screen(name)
        front = next((one for one in reversed(self.screen_stack) if isinstance(one, TalkScreen)), None)
        if screen is not front:
            self._bring_forward(name)
        elif front:
            front.tell("")
            front.show(talk)

    def _bring_forward(self, name: str) -> None:
        """Put the screen of this name in front. The first screen is the ground that the others stand on."""
        if name == "start":
            self.pop_screen()
        elif len(self.screen_stack) == 1:
            self.push_screen(name)
        else:
            self.switch_screen(name)

    def tell(self, text: str) -> None:
        """Say something on the screen that is in front."""
        self.notice = text
        if isinstance(self.screen, TalkScreen):
            self.screen.tell(text)

    def toggle_prompts(self) -> None:
        """Show what a clinician could say, or stop showing it."""
        prompts = self.deck.additions.prompts
        if prompts == type(prompts)():
            self.tell(_("This card comes without conversation help."))
            return
        self.prompts_on = not self.prompts_on

    def watch_prompts_on(self) -> None:
        """Show or hide the lines on the screen in front; the others follow when they are shown."""
        if isinstance(self.screen, TalkScreen):
            self.screen.show_prompts()

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
            self.screen.dismiss()
        else:
            self.switch_screen(screen)

    def action_use_theme(self, name: str) -> None:
        """Draw everything in this theme."""
        self.theme = name

    def action_command_palette(self) -> None:
        """Show all commands to search in."""
        if isinstance(self.screen, TalkScreen | ReadingScreen):
            self.push_screen(palette_screen())

    def _fatal_error(self) -> None:
        """Say in one sentence that something went wrong; Textual's report would show a patient's words."""
        self.bell()
        self._exit_renderables.append(
            _("Something went wrong in herniatui, and it had to stop. What was said is lost.")
        )
        self._close_messages_no_wait()

    async def action_quit(self) -> None:
        """Stop, as Textual calls it."""
        self.action_stop()

    def action_stop(self) -> None:
        """Stop; asks first if anything was said that was not kept."""
        self._leave(_("Stop? What was marked is not kept."), _("yes, stop"), afresh=False)

    def wipe_and_start_afresh(self) -> None:
        """Start afresh for the next patient; asks first if anything was said that was not kept."""
        self._leave(_("Wipe this talk? What was marked is not kept."), _("yes, wipe and start afresh"), afresh=True)

    def _leave(self, question: str, yes: str, afresh: bool) -> None:
        if isinstance(self.screen, AskScreen):
            return
        writing = isinstance(self.screen, Dialog) and self.screen.is_changed
        if self.talk.consult in (EMPTY, self.kept) and not writing:
            self.exit(afresh)
            return

        def answered(leave: bool | None) -> None:
            if leave:
                self.exit(afresh)

        self.push_screen(AskScreen(question, yes, _("no, go on with this talk")), answered)
