"""What screens have in common that stand in front of the talk until they are answered."""

from typing import TypeVar

from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

Result = TypeVar("Result")


class Answered(Screen[Result]):
    """Is answered once, and goes only when it is the one in front.

    A second key may come before the screen has gone, and must not answer for what is behind it. And a key may answer it
    when another was already put before it: Textual would take that other one away.
    """

    _answer: tuple[Result] | None = None
    _has_gone = False

    def answer(self, result: Result) -> None:
        """Give the answer, unless that was done, and go as soon as that can be."""
        if self._answer is None:
            self._answer = (result,)
            self._go()

    def on_screen_resume(self) -> None:
        """Go now, if it was answered while another stood before it."""
        self._go()

    def _go(self) -> None:
        if self._answer is None or self._has_gone:
            return
        if not self.is_mounted:
            self.call_later(self._go)
        elif self.app.screen is self:
            self._has_gone = True
            drawn = list(self.walk_children(with_self=True))
            self.dismiss(self._answer[0])
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

    def type_ahead(self, character: str) -> None:
        """Take a character that was typed before this screen had the keys."""
