"""The options of the card as tabs: a letter and a short name each, all drawn alike but the one shown."""

from textual.content import Content
from textual.message import Message
from textual.widgets import Tab, Tabs

from herniatui.card.model import Card, letter


class OptionTabs(Tabs, can_focus=False, inherit_bindings=False):
    """Tabs that never take the keys: the screen has them, and says which option is shown."""

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, index: int) -> None:
            self.index = index
            super().__init__()

    def __init__(self, card: Card) -> None:
        labels = [Content(f"  {letter(index)}  {option.short}  ") for index, option in enumerate(card.options)]
        super().__init__(*(Tab(label, id=f"option-{index}") for index, label in enumerate(labels)))

    def show_option(self, index: int) -> None:
        """Show this option as the one on screen."""
        self.active = f"option-{index}"

    def on_tab_clicked(self, event: Tab.Clicked) -> None:
        """Ask for the option instead of switching, so that tabs and statements never differ."""
        event.stop()
        event.prevent_default()
        self.post_message(self.Chosen(int((event.tab.id or "").rpartition("-")[2])))
