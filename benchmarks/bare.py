"""The least that a Textual app with a screenful of text can be. Run it with `python -m benchmarks.bare`.

It is written the cheapest way that Textual offers: one widget that draws its own lines, of which a key repaints one.
Nothing is laid out again, no style changes, and nothing is stored.
"""

from typing import ClassVar

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Footer, Header

TEXT = "One line of text, as wide as the lines of a card are on a screen of a hundred columns, to be turned around."


class Lines(Widget):
    """A screenful of the same line, one of which can be turned around."""

    DEFAULT_CSS = "Lines { height: 1fr; }"
    turned = False
    line = 5
    """The line that is turned around."""

    def turn(self) -> None:
        """Turn the line around, and repaint it alone."""
        self.turned = not self.turned
        self.refresh(Region(0, self.line, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        text = TEXT[::-1] if self.turned and y == self.line else TEXT
        return Strip([Segment(text, self.rich_style)]).adjust_cell_length(self.size.width, self.rich_style)


class Bare(App[None]):
    """A header, a screenful of text, a footer, and one key that repaints one line."""

    TITLE = "Bare"
    BINDINGS: ClassVar[list[BindingType]] = [("space", "turn", "Turn the line around")]

    def compose(self) -> ComposeResult:
        """Yield the three."""
        yield Header()
        yield Lines()
        yield Footer()

    def action_turn(self) -> None:
        """Turn the line around."""
        self.query_one(Lines).turn()


if __name__ == "__main__":
    Bare().run()
