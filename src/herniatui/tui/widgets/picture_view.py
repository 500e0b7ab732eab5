"""Where pictures stand in place of the statements."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from herniatui.tui.rows import Row
from herniatui.tui.widgets.page import Page


class PictureView(Vertical):
    """A page of pictures as high as the screen allows; it is shown only when asked for."""

    shows_all = False
    """Whether it shows all numbers of the question, and not those of one statement."""

    def compose(self) -> ComposeResult:
        """The page."""
        yield Page()

    @property
    def page(self) -> Page:
        """The page with the pictures."""
        return self.query_one(Page)

    def show(self, rows: Sequence[Row], shows_all: bool, width: int) -> None:
        """Show these pictures from the first; `width` is that of the page in whose place they stand."""
        self.shows_all = shows_all
        self.display = True
        self.page.show(rows, top=True, width=width)

    def on_page_moved(self, moved: Page.Moved) -> None:
        """Keep to ourselves that a picture was clicked; it is no place in the talk."""
        moved.stop()
