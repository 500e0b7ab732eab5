"""A bare Textual app with a screenful of text: what ours is measured beside. Run it with `python -m benchmarks.bare`.

It is written with Textual's own widgets in the way that costs least: a Static for each line, of which a key updates
one, without a layout. Updating it as Static does by itself, with a layout, takes 1.6 times the processor time (7.7 ms
against 4.7); a widget of one's own that draws its lines, which is what our page is, 0.65 times (3.0 ms).
"""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Header, Static

TEXT = "One line of text, as wide as the lines of a card are on a screen of a hundred columns, to be turned"
LINES, TURNED = 28, 5
"""Lines of the screenful, and which of them is turned around."""


class Bare(App[None]):
    """A header, a screenful of text, a footer, and one key that changes one line."""

    TITLE = "Bare"
    BINDINGS: ClassVar[list[BindingType]] = [("space", "turn", "Turn the line around")]

    def compose(self) -> ComposeResult:
        """Yield header, line and footer."""
        yield Header()
        for number in range(LINES):
            yield Static(TEXT, id=f"line-{number}")
        yield Footer()

    def action_turn(self) -> None:
        """Write the line backwards, or forwards again."""
        line = self.query_one(f"#line-{TURNED}", Static)
        line.update(str(line.content)[::-1], layout=False)


if __name__ == "__main__":
    Bare().run()
