"""Private Textual and asyncio API: every use in the project, each with the reason for it.

Checked against Textual 8.2. `tests/test_imports.py` finds private API that is used anywhere else, so that an upgrade of
Textual needs a look at this module only.
"""

from collections.abc import Collection
from contextlib import suppress
from types import ModuleType
from typing import Any, TypeVar

from rich.console import RenderableType
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._compositor import ChopsUpdate, CompositorUpdate
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._queue import Queue
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

__all__ = ["ANSI_SEQUENCES_KEYS", "FUNCTIONAL_KEYS", "XTermParser"]
# The parser has no public name, and neither have the sequences that it takes for keys. Unfiltered, it turns a sequence
# that it does not know into single keys, and raises ValueError on a Kitty key with an event type.

Result = TypeVar("Result")


def new_parser(previous: XTermParser | None = None) -> XTermParser:
    """Return a parser of terminal input, in place of one that has raised, which cannot go on.

    Args:
        previous: the parser to replace. The terminal reported its size and mouse mode to that one, and will not again.
    """
    parser = XTermParser()
    if previous is not None:
        for name in ("mouse_pixels", "terminal_size", "terminal_pixel_size"):
            setattr(parser, name, getattr(previous, name))
    return parser


def use_parser(win32: ModuleType, parser: object) -> None:
    """Have the console monitor of Textual's Windows driver use this parser; it has no parameter for one."""
    setattr(win32, "XTermParser", lambda **_debug: parser)  # noqa: B010


def use_monitor(win32: ModuleType, monitor: type) -> None:
    """Have Textual's Windows driver use this class as console monitor; it has no parameter for one."""
    setattr(win32, "EventMonitor", monitor)  # noqa: B010


def is_layout_pending(screen: Screen[Any]) -> bool:
    """Whether the screen still has to lay out or scroll its widgets. Textual does so when it is idle."""
    return screen._layout_required or screen._scroll_required


def is_paint_pending(screen: Screen[Any]) -> bool:
    """Whether the screen still has to paint widgets that look different now. Textual waits up to 1/60 s."""
    return screen._repaint_required or bool(screen._dirty_widgets)


def has_pending_messages(pump: MessagePump) -> bool:
    """Whether this pump has messages or callbacks to handle."""
    return bool(pump._next_callbacks) or not pump._message_queue.empty()


def is_idle(pump: MessagePump) -> bool:
    """Whether this pump waits for a message: not if it handles one, has some queued, or has yet to start.

    Textual has no public way to wait for this: `Pilot.pause` needs the test harness. Asyncio does not tell whether
    anything awaits an event, so this reads the waiters of the queue.
    """
    if pump._closed:
        return True
    queue: Queue[Message | None] = pump._message_queue
    is_awaited = any(not waiter.done() for waiter in queue.ready_event._waiters)
    return is_awaited and not has_pending_messages(pump)


def registered_pumps(app: App[Any]) -> Collection[MessagePump]:
    """Return all screens and widgets of the app, on all screens of its stack."""
    return app._registry


def lay_out_now(screen: Screen[Any]) -> None:
    """Lay the screen out at once. Textual does so when it is idle, and the next key may be handled before that."""
    screen._refresh_layout(screen.app.size)


def add_breakpoint_classes(screen: Screen[Any]) -> None:
    """Give a new screen the classes of the app's breakpoints. Textual does so after it was drawn without them."""
    app = screen.app
    width, height = app.size
    for length, breakpoints in ((width, app.HORIZONTAL_BREAKPOINTS), (height, app.VERTICAL_BREAKPOINTS)):
        screen.add_class(*screen._get_breakpoint_classes(length, breakpoints or []), update=False)


def end_with_exception(app: App[Any], error: Exception) -> None:
    """End the app as if a message handler had raised this exception: in a task, nothing would handle it."""
    app._handle_exception(error)


class QuietFailureApp(App[Result]):
    """App that ends without a traceback after a failure.

    Textual prints one with local variables (`show_locals=True`), which can hold a patient's words. It has no public
    hook for unhandled exceptions (Textualize/textual#2818) or for what is printed at exit (Textualize/textual#5325).
    """

    has_failed: bool = False
    """Whether an unhandled exception ended the app."""
    failure: Exception | None = None
    """The first unhandled exception; None if there was none, or Textual reported the failure without it."""
    has_mounted: bool = False
    """Whether the app has mounted. Textual restores the terminal only after that."""

    def stop_input(self) -> None:
        """Drop all further input; called when the app fails."""

    def before_frame(self, rows: Collection[int] | None) -> None:
        """Prepare for a frame that writes these rows of the terminal, or all (None)."""

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Tell which rows a frame writes: Textual then asks for `cursor_position`, and does not say for which frame."""
        if isinstance(renderable, CompositorUpdate) and not self._batch_count:
            rows = {y for y, _x1, _x2 in renderable.spans} if isinstance(renderable, ChopsUpdate) else None
            self.before_frame(rows)
        super()._display(screen, renderable)

    def _handle_exception(self, error: Exception) -> None:
        """Remember the exception, and restore the terminal if Textual would not."""
        self.failure = self.failure or error
        if not self.has_mounted and self._driver is not None:
            with suppress(Exception):
                self._driver.stop_application_mode()  # failed while the driver started application mode
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End the app without rendering the traceback."""
        self.has_failed = True
        self.stop_input()
        self.bell()
        self._close_messages_no_wait()

    def panic(self, *_renderables: RenderableType) -> None:
        """End the app after a failure inside Textual, without its error messages."""
        self._return_code = 1
        self._fatal_error()
