"""Pages of the options, side by side or one at a time."""

from textual.containers import Horizontal

from herniatui.card.model import Card
from herniatui.tui.rows.side_by_side import GAP
from herniatui.tui.widgets.page import Page


class Columns(Horizontal):
    """A page for each option, side by side; or only the first page, for the option of the active tab."""

    def __init__(self, card: Card) -> None:
        self.pages = [Page() for _option in card.options]
        super().__init__(*self.pages)
        self.width: int | None = None
        """Width of each column in cells; None if only the first page is shown."""
        for page in self.pages[1:]:
            page.styles.margin = (0, 0, 0, GAP)
        self.spread(None)

    def spread(self, width: int | None) -> None:
        """Show all columns, each this many cells wide; with None, only the first page, in the full width."""
        self.width = width
        for page in self.pages[1:]:
            page.display = width is not None
        for page in self.pages:
            page.styles.width = width
