"""A page for each option: one of them alone, under the tabs, or all side by side."""

from textual.containers import Horizontal

from herniatui.card.model import Card
from herniatui.tui.rows.side_by_side import GAP
from herniatui.tui.widgets.page import Page


class Columns(Horizontal):
    """The pages of all options: one of them alone, or all side by side."""

    def __init__(self, card: Card) -> None:
        self.pages = [Page() for _option in card.options]
        super().__init__(*self.pages)
        self.width: int | None = None
        """How wide each column is; None where the first page stands alone."""
        for page in self.pages[1:]:
            page.styles.margin = (0, 0, 0, GAP)
        self.spread(None)

    def spread(self, width: int | None) -> None:
        """Put the columns side by side, each so many cells wide; with None, the first page alone in all the room."""
        self.width = width
        for page in self.pages[1:]:
            page.display = width is not None
        for page in self.pages:
            page.styles.width = width
