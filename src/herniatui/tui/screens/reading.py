"""Screens to read: help, and about this card."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from herniatui.card.languages import is_right_to_left
from herniatui.card.library import Deck
from herniatui.commands.command import GROUPS, Command, Where
from herniatui.commands.declared import named
from herniatui.i18n import _
from herniatui.report.card_info import about
from herniatui.tui.dialogs.base import Answered
from herniatui.tui.keys.commands import bindings, fixed_bindings
from herniatui.tui.rows.calm import spaced
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.walk_stops import PARTLY_SEEN, SEEN, UNSEEN, Stop
from herniatui.tui.screens.screen import HerniaScreen
from herniatui.tui.terminal.ascii import readable
from herniatui.tui.widgets.bars import KeyBar, WalkBar
from herniatui.tui.widgets.page import Page
from herniatui.tui.widgets.too_small import TooSmall


class ReadingScreen(HerniaScreen[None], Answered[None]):
    """Screen that shows rows to read."""

    where = Where.READING
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Where.READING),
        *fixed_bindings(Where.READING),
    ]

    def __init__(self, heading: str, rows: list[Row]) -> None:
        super().__init__()
        self.heading = heading
        self._rows = rows

    def compose(self) -> ComposeResult:
        """Yield the rows in the frame that all screens share."""
        yield WalkBar()
        with Vertical(id="body"):
            yield Page()
        line = named("line", self.host.commands).brief
        yield KeyBar([(f"{line} PageUp PageDown", _("read on")), (_("Esc"), _("back"))])
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the rows."""
        self.query_one(WalkBar).show(self.host.deck.card.title, [Stop(self.heading, self.heading, here=True)])
        self.show_again()

    def show_again(self) -> None:
        """Show the rows."""
        page = self.query_one(Page)
        page.show(spaced(self._rows) if self.host.is_spaced else self._rows, page.key)

    def action_page(self, by: int) -> None:
        """Move by a page."""
        self.query_one(Page).read_on(by)

    def action_back(self) -> None:
        """Close the screen."""
        self.answer(None)


def help_screen(commands: Sequence[Command], in_ascii: bool) -> ReadingScreen:
    """Return the help screen: how to use a decision card (keuzekaart), and all keys."""
    return ReadingScreen(_("Help"), list(_help_rows(commands, readable if in_ascii else str)))


def about_screen(deck: Deck) -> ReadingScreen:
    """Return the screen about the card and its origin."""
    return ReadingScreen(_("About this card"), list(_about_rows(deck)))


def prompts_screen(prompts: Sequence[str]) -> ReadingScreen:
    """Return the screen with conversation prompts, for a window without room for them beside the card."""
    rows = [Row(_("Conversation help, not from the card. You could say:"), look="ours")]
    return ReadingScreen(_("Conversation help"), [*rows, *(Row(f"“{line}”", gap=True) for line in prompts)])


def _help_rows(commands: Sequence[Command], signs: Callable[[str], str]) -> Iterator[Row]:
    yield Row(_("How to use this card"), look="ours")
    for number, line in enumerate(
        (
            _("Say that there is a choice, and that what the patient finds important counts."),
            _("Let the patient choose what to talk about first. Look at every option of each question."),
            _("Mark what the patient says of it. The program adds nothing up and recommends nothing."),
            _("Decide together, or decide not to decide yet. Give the page to take home along."),
        ),
        1,
    ):
        yield Row(line, lead=f"{number}  ")
    width = max(cell_len(signs(command.shown)) for command in commands) + 2
    for group, name in GROUPS.items():
        yield Row(name, look="ours", gap=True)
        for command in commands:
            if command.group == group:
                yield Row(command.words, lead=_padded(signs(command.shown), width))
    yield Row(_("With the mouse, or a finger on the screen"), look="ours", gap=True)
    for line in (
        _("Click on what you want: an underlined word, a box, a picture, a tab, a stop at the top, a key below."),
        _("A click on a sentence only takes the cursor there. A mark is made with a key, or with a click on it below."),
        _("At Decide, and in a question about this talk, the first click points and the second one chooses."),
        _("Two clicks one right after the other count as one. The wheel and the bar at the right scroll."),
        _("To copy text: hold Shift and drag the mouse."),
    ):
        yield Row(line, lead="• ")
    yield Row(_("In the bar at the top"), look="ours", gap=True)
    for sign, words in (
        (UNSEEN, _("not looked at")),
        (PARTLY_SEEN, _("only partly looked at")),
        (SEEN, _("every option seen")),
    ):
        yield Row(words, lead=_padded(signs(sign), width))


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))


def _about_rows(deck: Deck) -> Iterator[Row]:
    if deck.card.closing:
        yield Row(deck.card.closing, is_right_to_left=is_right_to_left(deck.card.language))
    for heading, paragraphs in about(deck):
        yield Row(heading, look="ours", gap=True)
        for paragraph in paragraphs:
            yield Row(paragraph, lead="• ")
