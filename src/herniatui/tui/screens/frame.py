"""The frame of the stops of the walk: bars, message, prompts and status around the body."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from herniatui.i18n import _
from herniatui.tui.keys.commands import key_bar
from herniatui.tui.screens.screen import put
from herniatui.tui.screens.walk_screen import WalkScreen
from herniatui.tui.sizes import ROOMY_HEIGHT, SMALL_HEIGHT
from herniatui.tui.widgets.bars import KeyBar, WalkBar
from herniatui.tui.widgets.page import Page
from herniatui.tui.widgets.too_small import TooSmall


class FramedScreen(WalkScreen):
    """Screen with the frame of a stop of the walk."""

    def compose(self) -> ComposeResult:
        """Yield the frame: bars, message, prompts and status around the body of the screen."""
        yield WalkBar()
        with Vertical(id="body"):
            yield from self.compose_body()
            yield Static(id="prompts")
            yield Static(id="message")
            yield from self.compose_foot()
        yield from self.compose_instead()
        yield Static(id="status")
        yield KeyBar(key_bar(self.where, self.host.commands, options=len(self.card.options)))
        yield TooSmall()

    def compose_body(self) -> ComposeResult:
        """Yield the body of the screen."""
        yield Page()

    def compose_foot(self) -> ComposeResult:
        """Yield widgets between message and key bar, if any."""
        yield from ()

    def compose_instead(self) -> ComposeResult:
        """Yield widgets that can replace the body, if any."""
        yield from ()

    def prompts(self) -> tuple[str, ...]:
        """Return the conversation prompts for the clinician at this stop."""
        raise NotImplementedError

    def prompts_toggled(self) -> None:
        """Show or hide the prompts after the user toggled them."""
        self.show_prompts()

    def show_prompts(self) -> None:
        """Show the conversation prompts if they are on."""
        box = self.query_one("#prompts", Static)
        has_room = self.host.size.height >= SMALL_HEIGHT
        lines = self.prompts() if self.host.prompts_on and has_room else ()
        box.display = bool(lines)
        if lines:
            is_low = self.host.size.height < ROOMY_HEIGHT
            box.set_class(is_low, "-low")
            quoted = [f"“{line}”" for line in lines]
            if is_low:
                quoted[0] = _("Conversation help: {words}").format(words=quoted[0])
            else:
                quoted.insert(0, _("Conversation help, not from the card. You could say:"))
            put(box, "\n".join(quoted))

    def show_message(self, text: str) -> None:
        """Show a message above the key bar, until the next message or edit."""
        put(self.query_one("#message", Static), text)

    def show_status(self, text: str) -> None:
        """Show the persistent save warning; hide the line when it is empty."""
        line = self.query_one("#status", Static)
        line.display = bool(text)
        line.update(Content(text))
