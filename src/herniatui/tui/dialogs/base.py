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
    """A small screen that asks something.

    A ModalScreen that can be answered once; it could be a plain one if Textual kept keys from a screen that is on its
    way out, and refused a second answer (textual #2575, #4884). It costs the same: with
    `python -m benchmarks.stand_ins`, Textual 8.2.8, a question of two answers takes 5 widgets, 3.2 paints and 31.4 ms
    of processor time to open or close, a ModalScreen with Buttons 4, 3.5 and 32.0.
    """

    @property
    def is_changed(self) -> bool:
        """Whether something was written that is not kept yet."""
        return False
