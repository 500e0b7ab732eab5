"""Where a QR code stands."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from herniatui.tui.rows.qr import drawn


class QrCode(Widget):
    """A code in the middle of the room it has; nothing else may be drawn on it."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[list[Segment]] = []

    def show(self, code: tuple[tuple[bool, ...], ...], in_ascii: bool) -> None:
        """Show this code; an empty one shows nothing."""
        self._lines = drawn(code, in_ascii)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the code, or of the room around it."""
        number = y - (self.size.height - len(self._lines)) // 2
        room = self.size.width
        if not 0 <= number < len(self._lines):
            return Strip.blank(room, self.rich_style)
        line = Strip(self._lines[number])
        before = (room - line.cell_length) // 2
        return Strip([Segment(" " * before, self.rich_style), *line]).adjust_cell_length(room, self.rich_style)
