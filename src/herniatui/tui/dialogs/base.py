"""What screens have in common that stand in front of the talk until they are answered."""

from typing import TypeVar

from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

Result = TypeVar("Result")


class Answered(Screen[Result]):
    """Leaves nothing of what it drew in memory once it is answered."""

    def answer(self, result: Result) -> None:
        """Give the answer, and go."""
        drawn = list(self.walk_children(with_self=True))
        self.dismiss(result)
        self.app.call_later(_forget, drawn)


def _forget(drawn: list[DOMNode]) -> None:
    """Forget the lines of these widgets: Textual holds on to those of a thousand that are gone."""
    for widget in drawn:
        if isinstance(widget, Widget):
            widget.refresh()


class Dialog(ModalScreen[Result], Answered[Result]):
    """A small screen that asks something."""

    @property
    def is_changed(self) -> bool:
        """Whether something was written that is not kept yet."""
        return False
