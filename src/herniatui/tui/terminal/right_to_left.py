"""Isolation of what is from right to left on every drawn line: words of a card, and a patient's own."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from herniatui.isolation import isolated_pieces, terminal_has_isolates, without_isolates


class RightToLeft(LineFilter):
    """Line filter that puts every text from right to left in an isolate, at the same width."""

    def __init__(self) -> None:
        super().__init__()
        self._has_isolates = terminal_has_isolates()

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 (Textual's arguments)
        """Return the segments with marks in their text; the same segments if nothing is from right to left."""
        texts = [segment.text for segment in segments]
        marked = isolated_pieces(texts)
        if not self._has_isolates:
            marked = [without_isolates(text) for text in marked]
        if marked == texts:
            return segments
        return [Segment(text, style, control) for text, (_text, style, control) in zip(marked, segments, strict=True)]
