"""A page of rows with one cursor; every screen shows its text with it."""

from collections.abc import Sequence
from typing import ClassVar, cast

from textual import events
from textual.geometry import Size
from textual.message import Message

from herniatui.tui.host import Host
from herniatui.tui.rows.layout import Row, is_laid_out_as
from herniatui.tui.widgets.mouse_view import MouseView
from herniatui.tui.widgets.page_line import LinePart


class Page(MouseView):
    """Draws rows line by line, and moves the cursor over those that have a key.

    A row is never left half off the page where it fits. What does not fit is read by moving on: the page then scrolls
    line by line until the end of the row is seen. It scrolls and draws its own bar: Textual's would have the screen
    laid out again whenever another text comes on the page.

    In place of OptionList, or Statics in a VerticalScroll. Measured with `python -m benchmarks.stand_ins`, 20 rows at
    100x30, Textual 8.2.8: a cursor move takes 2.6 ms of processor time against 8.9 (OptionList); other text 3.0 ms
    against 16.7 (OptionList) and 26.8 (21 widgets); 1 paint each. It could go if Textual compared with the last frame
    (textual #4086) and repainted a region from where it begins (#5625).
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "page--text", "page--title", "page--heading", "page--quiet", "page--ours", "page--cursor",
        "page--bar", "page--thumb", "page--filled", "page--open", "page--unsure",
    }  # fmt: skip

    class Moved(Message):
        """The cursor was put on another row by mouse."""

        def __init__(self, key: str) -> None:
            self.key = key
            super().__init__()

    class Picked(Message):
        """The row under the cursor was clicked."""

    class LeadPressed(Message):
        """What stands before a row, such as its box, was clicked; the cursor is on that row by now."""

    class WordPressed(Message):
        """An underlined word was clicked; the cursor is on its row by now, if that has a key."""

        def __init__(self, word: str, again: bool) -> None:
            self.word = word
            self.again = again
            """Whether the cursor was on the row already."""
            super().__init__()

    class PicturePressed(Message):
        """A small picture was clicked: that of the row with this key."""

        def __init__(self, key: str) -> None:
            self.key = key
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._fitted = Size()

    @property
    def key(self) -> str:
        """The key of the row under the cursor; empty if there is none."""
        return self._rows[self._cursor].key if self._cursor >= 0 else ""

    def show(
        self, rows: Sequence[Row], key: str | None = None, top: bool = False, *, here: bool = True, width: int = 0
    ) -> None:
        """Show these rows, with the cursor on the row of this key (or the first that has one).

        `top` begins at the top of the page, as for a page not seen before. The cursor may be on another page, and not
        be `here`. `width` is how wide a page will be that was never on screen, so that it need not be painted twice.
        """
        keys = [row.key for row in rows] if here else []
        first = next((index for index, row_key in enumerate(keys) if row_key), -1)
        cursor = keys.index(key) if key and key in keys else first
        wide = self.outer_size.width or width  # also while out of sight, when `size` is nothing
        if rows == self._rows and cursor == self._cursor and wide == self._width and not top:
            return
        before, self._rows = self._rows, rows
        if wide != self._width or not is_laid_out_as(rows, before):
            self._lay_out(wide)
        self._cursor = cursor
        self._scroll(0 if top else self.top)
        if self._cursor != first or not top or not self._is_whole(first):
            self._reveal()
        self.repaint()

    def move(self, by: int) -> bool:
        """Move the cursor one row down (or up, below 0), or the page one line where there is more to read first.

        Returns:
            False if it is at its end already.
        """
        if not self._lines:
            return False
        before = self._cursor, self.top
        step = 1 if by > 0 else -1
        if self._is_past_last:
            self._scroll(self.top + step)
        elif self._cursor >= 0 and not self._in_view(self._cursor):
            self._reveal()
        else:
            target = self._next(self._cursor, step)
            if self._reads_on(step, target):
                self._scroll(self.top + step)
            elif target is not None:
                self._put(target)
        self.repaint()
        return (self._cursor, self.top) != before

    def first_key(self, by: int) -> str:
        """Return the key of the first row that the cursor comes to from above (or from below, below 0)."""
        keys = [row.key for row in self._rows if row.key]
        return keys[0 if by > 0 else -1] if keys else ""

    @property
    def _is_past_last(self) -> bool:
        """Whether the text below the last row with a key is being read, with the cursor above the window."""
        return self._cursor >= 0 and self._next(self._cursor, 1) is None and self._span(self._cursor)[1] <= self.top

    def _reads_on(self, step: int, target: int | None) -> bool:
        """Whether going on to the next row (or past the last) would pass over text that was not in view."""
        bottom = self.top + self._height
        if target is None:
            return bottom < len(self._lines) if step > 0 else self.top > 0
        there = self._top_for(target)
        passed = self._lines[bottom:there] if step > 0 else self._lines[there + self._height : self.top]
        return any(line.row >= 0 for line in passed)

    def _put(self, index: int) -> None:
        self._cursor = index
        self._reveal()

    def reveal_cursor(self) -> bool:
        """Bring the row under the cursor into view; return whether it was out of view, so that no key may act on it."""
        if self._cursor < 0 or not self._lines or self._in_view(self._cursor):
            return False
        self._reveal()
        self.repaint()
        return True

    @property
    def cursor_line(self) -> int:
        """Line of the window on which the row under the cursor begins."""
        return self._span(self._cursor)[0] - self.top if self._cursor in self._spans else 0

    def put_on_line(self, key: str, line: int) -> None:
        """Scroll so that the row of this key begins on this line of the window, as far as that goes."""
        index = next(index for index, row in enumerate(self._rows) if row.key == key)
        if index in self._spans:
            self._scroll(self._span(index)[0] - line)
            self.repaint()

    def read_on(self, by: int) -> bool:
        """Read on by a window-full (or back, below 0); return whether there was more to read.

        The window then begins with the first row that was not whole in view, and the cursor goes to the first row that
        has come into view.
        """
        if not self.has_more(by):
            return False
        bottom = self.top + self._height
        if by > 0:
            cut = [start for start, end in self._spans.values() if self.top < start < bottom < end]
            self._scroll(cut[0] if cut else bottom)
            new = [index for index, (_start, end) in self._spans.items() if end > bottom and self._rows[index].key]
        else:
            first = max(0, self.top - self._height)
            self._scroll(next((start for start, _end in self._spans.values() if start >= first), first))
            new = [index for index in self._spans if self._is_read_from_top(index) and self._rows[index].key]
        if new and self._cursor >= 0 and self._in_view(new[0]):
            self._cursor = new[0]
        self.repaint()
        return True

    def read_to_end(self) -> None:
        """Show the end of the page, with the cursor on its last row."""
        self._scroll(self._lowest())
        last = self._next(len(self._rows), -1)
        if self._cursor >= 0 and last is not None:
            self._cursor = last
        self.repaint()

    def _is_read_from_top(self, index: int) -> bool:
        return self._span(index)[0] >= self.top

    def on_resize(self) -> None:
        """Lay the rows out in the new width."""
        self.fit()

    def fit(self) -> None:
        """Lay the rows out in the width there is now, with the row under the cursor in view."""
        is_past_last = bool(self._lines) and self._is_past_last
        if self.outer_size.width != self._width:
            self._lay_out(self.outer_size.width)
        fitted, top = self._fitted, self.top
        self._fitted = self.outer_size
        self._scroll(self.top)
        if (self.top or self._cursor != self._next(-1, 1)) and not is_past_last:
            self._reveal()  # a page not read yet stays at its beginning
        if (self._fitted, self.top) != (fitted, top):
            self.repaint()
            self.post_message(self.Scrolled())

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row under the mouse, and tell what of it was clicked."""
        found = self.under_mouse(event.x, event.y)
        if cast(Host, self.app).is_repeated(event) or found.row < 0:
            return
        if found.part is LinePart.PICTURE:
            self.post_message(self.PicturePressed(self._pictured(found.row)))
            return
        key = self._rows[found.row].key
        was_here = bool(key) and found.row == self._cursor
        if key and not was_here:
            if self._cursor >= 0:  # otherwise the screen takes it here from where it is
                self._put(found.row)
                self.repaint()
            self.post_message(self.Moved(key))
        if found.part is LinePart.WORD:
            self.post_message(self.WordPressed(found.word, was_here))
        elif was_here:
            self.post_message(self.Picked())
        if key and found.part is LinePart.LEAD:
            self.post_message(self.LeadPressed())

    def _pictured(self, index: int) -> str:
        """Return the key of the row that a small picture belongs to: its own, or of the statement above it."""
        keys = [row.key for row in self._rows[: index + 1] if row.key]
        return self._rows[index].key or (keys[-1] if keys else "")
