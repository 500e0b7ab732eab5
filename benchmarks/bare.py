"""Minimal Textual app to compare with. Run it with `python -m benchmarks.bare`."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Header, Static

TEXT = "One line of text."


class Bare(App[None]):
    """A header, one line, a footer, and one key that changes the line."""

    TITLE = "Bare"
    BINDINGS: ClassVar[list[BindingType]] = [("space", "turn", "Turn the line around")]

    def compose(self) -> ComposeResult:
        """Yield header, line and footer."""
        yield Header()
        yield Static(TEXT)
        yield Footer()

    def action_turn(self) -> None:
        """Reverse the line."""
        line = self.query_one(Static)
        line.update(str(line.content)[::-1])


if __name__ == "__main__":
    Bare().run()
