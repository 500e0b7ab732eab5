"""A page for each option: one of them alone, under the tabs, or all side by side under headings of their own."""

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from herniatui.card.model import Card, letter
from herniatui.tui.rows import wrap
from herniatui.tui.side_by_side import GAP
from herniatui.tui.widgets.option_tabs import OptionTabs
from herniatui.tui.widgets.page import Page

INSET = 2
"""Cells to the left of a heading, so that it stands straight above the statements."""


class ColumnHeading(Static):
    """Letter and short name of an option above its column; all are drawn alike."""

    def __init__(self, index: int, name: str) -> None:
        self.label = f"{letter(index)}  {name}"
        super().__init__(Content(self.label))
        self._index = index

    def on_click(self) -> None:
        """Ask for this option, as its tab does."""
        self.post_message(OptionTabs.Chosen(self._index))


class Columns(Horizontal):
    """The pages of all options: one of them alone, or all side by side."""

    def __init__(self, card: Card) -> None:
        self.pages = [Page() for _option in card.options]
        self._headings = [ColumnHeading(index, option.short) for index, option in enumerate(card.options)]
        pairs = zip(self._headings, self.pages, strict=True)
        self._parts = [Vertical(heading, page, classes="column") for heading, page in pairs]
        super().__init__(*self._parts)
        self.width: int | None = None
        """How wide each column is; None where the first page stands alone."""
        for part in self._parts[1:]:
            part.styles.margin = (0, 0, 0, GAP)
        self.spread(None)

    def spread(self, width: int | None) -> None:
        """Put the columns side by side, each so many cells wide; with None, the first page alone in all the room."""
        self.width = width
        for heading in self._headings:
            heading.display = width is not None
        for part in self._parts[1:]:
            part.display = width is not None
        for part in self._parts:
            part.styles.width = width
        if width is not None:
            lines = max(len(wrap(heading.label, width - INSET)) for heading in self._headings)
            for heading in self._headings:
                heading.styles.height = lines + 1  # and the rule under it: all columns begin at the same line
