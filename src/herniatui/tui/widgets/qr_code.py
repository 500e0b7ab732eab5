"""Widget of a QR code."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from herniatui.tui.rows.qr import Modules, draw


class QrCode(Widget):
    """A QR code, centred; nothing may be drawn over it."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[list[Segment]] = []

    def show(self, code: Modules, in_ascii: bool) -> None:
        """Show this code; nothing if it is empty."""
        self._lines = draw(code, in_ascii)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the code, or of the space around it."""
        number = y - (self.size.height - len(self._lines)) // 2
        width = self.size.width
        if not 0 <= number < len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = Strip(self._lines[number])
        before = (width - line.cell_length) // 2
        return Strip([Segment(" " * before, self.rich_style), *line]).adjust_cell_length(width, self.rich_style)
