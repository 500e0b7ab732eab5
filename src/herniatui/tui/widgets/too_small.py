"""Notice that the window is too small."""

from textual.content import Content
from textual.widgets import Static

from herniatui.i18n import _
from herniatui.tui.sizes import MIN_HEIGHT, MIN_WIDTH


class TooSmall(Static):
    """Covers the screen with a sentence while the window is too small to draw it."""

    def __init__(self) -> None:
        sentence = _("This window is too small. Make it at least {width} wide and {height} high; nothing is lost.")
        super().__init__(Content(sentence.format(width=MIN_WIDTH, height=MIN_HEIGHT)))
