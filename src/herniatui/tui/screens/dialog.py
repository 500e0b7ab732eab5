"""What screens have in common that stand in front of the talk until they are answered."""

from typing import TypeVar

from textual.screen import ModalScreen, Screen

Result = TypeVar("Result")


class Answered(Screen[Result]):
    """Is answered once. A second key may come before the screen has gone, and must not answer for what is behind it."""

    _is_answered = False

    def answer(self, result: Result) -> None:
        """Give the answer and go, unless that was done."""
        if not self._is_answered:
            self._is_answered = True
            self.dismiss(result)


class Dialog(ModalScreen[Result], Answered[Result]):
    """A small screen that asks something."""

    @property
    def is_changed(self) -> bool:
        """Whether something was written that is not kept yet."""
        return False

    def type_ahead(self, character: str) -> None:
        """Take a character that was typed before this screen had the keys."""
