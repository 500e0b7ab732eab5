"""The options of the card as tabs: a letter and a short name each, all drawn alike but the one shown."""

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message
from textual.widgets import Tab, Tabs

from herniatui.card.model import Card, letter


class OptionTabs(Tabs, can_focus=False, inherit_bindings=False):
    """Tabs that never take the keys: the screen has them, and says which option is shown.

    Where not all names fit, every option but the one shown is its letter, so that none is out of sight.
    """

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, index: int) -> None:
            self.index = index
            super().__init__()

    def __init__(self, card: Card) -> None:
        letters = [letter(index) for index in range(len(card.options))]
        self._short = [f"  {name}  " for name in letters]
        self._long = [f"  {name}  {option.short}  " for name, option in zip(letters, card.options, strict=True)]
        self._shown = 0
        super().__init__(*(Tab(Content(label), id=f"option-{index}") for index, label in enumerate(self._long)))

    def show_option(self, index: int) -> None:
        """Show this option as the one on screen."""
        if index != self._shown:
            self._shown = index
            self._fit()
            self.active = f"option-{index}"

    def on_resize(self) -> None:
        """Fit the tabs into the new width."""
        self._fit()

    def _fit(self) -> None:
        if not self.size.width:
            return
        fits = cell_len("".join(self._long)) <= self.size.width
        for index, tab in enumerate(self.query(Tab)):
            label = self._long[index] if fits or index == self._shown else self._short[index]
            if str(tab.label) != label:
                tab.label = Content(label)

    def on_tab_clicked(self, event: Tab.Clicked) -> None:
        """Ask for the option instead of switching, so that tabs and statements never differ."""
        event.stop()
        event.prevent_default()
        self.post_message(self.Chosen(int((event.tab.id or "").rpartition("-")[2])))
