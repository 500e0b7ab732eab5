"""Base classes of screens and dialogs that return one answer to the screen below."""

from typing import TypeVar

from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

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


class Dialog(ModalScreen[Result], Answered[Result]):
    """Modal screen that asks something."""

    @property
    def is_changed(self) -> bool:
        """Whether it holds text that is not kept yet."""
        return False
