"""What all small screens that ask something have in common."""

from typing import TypeVar

from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """Stands in front until it is answered."""

    @property
    def is_changed(self) -> bool:
        """Whether something was written that is not kept yet."""
        return False

    def type_ahead(self, character: str) -> None:
        """Take a character that was typed before this screen had the keys."""
