"""Base class of all screens except dialogs."""

from typing import ClassVar, TypeVar, cast

from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from herniatui.commands.command import Where
from herniatui.tui.host import Host
from herniatui.tui.textual_internals import add_breakpoint_classes
from herniatui.tui.widgets.page import Page
from herniatui.tui.widgets.reading_cursor import HasReadingWidget

Result = TypeVar("Result")


class HerniaScreen(HasReadingWidget, Screen[Result]):
    """Base class of all screens except dialogs."""

    AUTO_FOCUS = "KeyBar"
    where: ClassVar[Where]
    awaits_frame = False
    """Whether the next key waits until what is on screen now was painted."""

    def __init__(self) -> None:
        super().__init__()
        add_breakpoint_classes(self)

    @property
    def host(self) -> Host:
        """The app, with talk and card."""
        return cast(Host, self.app)

    @property
    def reading_widget(self) -> Widget | None:
        """The page."""
        return self.query_one(Page)

    def on_mount(self) -> None:
        """Begin in the layout of the window."""
        self.choose_layout()

    def on_resize(self) -> None:
        """Show everything again in the layout of the window."""
        self.choose_layout()
        self.show_again()

    def choose_layout(self) -> None:
        """Have the style sheet know which layout is in force."""
        self.set_class(self.host.is_calm, "-calm")

    def show_again(self) -> None:
        """Show everything again, in another layout or size."""

    def action_line(self, by: int) -> None:
        """Move the cursor, or scroll first if moving would skip lines that were not in view."""
        self.query_one(Page).move(by)


def put(static: Static, text: str) -> None:
    """Show this text; request a layout only if the number of lines changes."""
    before, content = str(static.content), Content(text)
    if text != before:
        width = static.size.width
        static.update(content, layout=not width or len(content.wrap(width)) != len(Content(before).wrap(width)))
