"""The names of the options: as tabs, of which one is shown, or as the headings of columns."""

from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.message import Message

from herniatui.card.model import Card, letter
from herniatui.tui.rows.side_by_side import GAP
from herniatui.tui.widgets.bars import OneLine, is_repeated

_LEAST = 6
"""Cells for a letter and the beginning of a name: `B  Op…`."""


class OptionTabs(OneLine):
    """One line with a letter and a short name for each option. The screen has the keys, and says which is shown.

    Where not all names fit, every option but the one shown is its letter and the beginning of its name, in a very
    narrow window its letter, so that none is out of sight. Headings of columns are all drawn alike.

    In place of Tabs. Measured with `python -m benchmarks.stand_ins`, Textual 8.2.8: another option takes 1 widget,
    1 paint and 3.2 ms of processor time, with Tabs 7 widgets, 2 paints and 13.4 ms. Their underline moves in a second
    paint, from a timer (textual #3876), and a switch can lose the focus (#4955); it could go when neither is so.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"option-tabs--tab", "option-tabs--here", "option-tabs--heading"}

    class Chosen(Message):
        """A name was clicked. The tabs only ask, so that they and the statements never differ."""

        def __init__(self, index: int) -> None:
            self.index = index
            super().__init__()

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._letters = [letter(index) for index in range(len(card.options))]
        self._names = [f"{name}  {option.short}" for name, option in zip(self._letters, card.options, strict=True)]
        self._shown = 0
        self._column: int | None = None

    def show_option(self, index: int) -> None:
        """Show this option as the one on screen."""
        if index != self._shown:
            self._shown = index
            self._fit()

    def spread(self, width: int | None) -> None:
        """Be the headings of columns that are so many cells wide, or tabs again (None)."""
        self._column = width
        self._fit()

    def on_resize(self) -> None:
        """Fit the names into the new width."""
        self._fit()

    def _fit(self) -> None:
        if not self.size.width:
            return
        looks = ["option-tabs--heading" if self._column else "option-tabs--tab"] * len(self._names)
        if not self._column:
            looks[self._shown] = "option-tabs--here"
        self.draw(list(zip(self._labels(), looks, strict=True)))

    def _labels(self) -> list[str]:
        if self._column:
            fit = all(cell_len(name) < self._column for name in self._names)
            labels = self._names if fit else self._letters
            return [label + " " * (self._column + GAP - cell_len(label)) for label in labels]
        return [f"  {label}  " for label in self._fitted(self.size.width - 4 * len(self._names))]

    def _fitted(self, room: int) -> list[str]:
        """Return the names that fit in so many cells together: first the one shown, the others share what is left."""
        others = len(self._names) - 1
        least = _LEAST if room >= _LEAST * len(self._names) else 1
        sizes = [cell_len(name) for name in self._names]
        if sum(sizes) > room:
            sizes[self._shown] = min(sizes[self._shown], room - others * least)
            room -= sizes[self._shown]
            for index in sorted(set(range(len(sizes))) - {self._shown}, key=sizes.__getitem__):
                sizes[index] = min(sizes[index], room // others)
                room, others = room - sizes[index], others - 1
        shown = zip(self._names, self._letters, sizes, strict=True)
        return [_cut(name, size) if size >= min(_LEAST, cell_len(name)) else option for name, option, size in shown]

    def on_click(self, event: events.Click) -> None:
        """Ask for the option that was clicked."""
        index, _x = self.piece_at(event.x)
        if not is_repeated(self, event) and index >= 0:
            self.post_message(self.Chosen(index))


def _cut(name: str, size: int) -> str:
    """Return the name, or its beginning with an ellipsis, in at most so many cells."""
    return name if cell_len(name) <= size else f"{set_cell_size(name, size - 1).rstrip()}…"
