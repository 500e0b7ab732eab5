"""Base classes of screens and dialogs that return one answer to the screen below."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from herniatui.tui.textual_internals import add_breakpoint_classes
from herniatui.tui.widgets.reading_cursor import HasReadingWidget

Result = TypeVar("Result")


class Answered(Screen[Result]):
    """Screen that returns one answer and leaves nothing of what it drew in memory."""

    def answer(self, result: Result) -> None:
        """Dismiss the screen with this answer, once and only while it is topmost.

        `dismiss` pops the topmost screen, whichever that is.
        """
        if not self.is_active:
            return
        drawn = list(self.walk_children(with_self=True))
        self.dismiss(result)
        self.app.call_later(_forget, drawn)


def _forget(drawn: list[DOMNode]) -> None:
    """Clear the cached lines of these widgets; Textual keeps references to the last thousand removed widgets."""
    for widget in drawn:
        if isinstance(widget, Widget):
            widget.refresh()


class Dialog(HasReadingWidget, ModalScreen[Result], Answered[Result]):
    """Modal screen that asks something.

    A ModalScreen that can be answered once; a plain one would do if Textual kept keys from a screen that is being
    dismissed, and refused a second answer (textual #2575, #4884). It costs the same: with
    `python -m benchmarks.stand_ins`, Textual 8.2.8, a question of two answers takes 5 widgets, 3.2 paints and 31.4 ms
    of processor time to open or close, a ModalScreen with Buttons 4, 3.5 and 32.0.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "app.read_help", show=False, priority=True)]

    def __init__(self) -> None:
        super().__init__()
        add_breakpoint_classes(self)

    @property
    def is_changed(self) -> bool:
        """Whether it holds text that is not kept yet."""
        return False
