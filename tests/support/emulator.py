"""Terminal emulator: pyte, without the sequences that it would draw as text."""

import codecs
import re
from itertools import chain
from typing import Any

import pyte

_BEGUN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]P_^X][^\x07\x1b]*\x1b?|[ -/]*)\Z")
"""Unfinished sequence at the end of the output."""
_UNKNOWN_TO_PYTE = re.compile(r"\x1b(?:\[(?:[<=>][0-?]*[ -/]*|[0-?]*[!-/]+)[@-~]|[P_^X][^\x07\x1b]*(?:\x07|\x1b\\))")
"""CSI with `<`, `=` or `>`, queries with `$`, and strings other than OSC."""
_WITHOUT_WIDTH = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
"""Joiners and other characters without width: after any of these pyte drops all text up to the next sequence."""

_FRAMES_ASKED, _FRAMES_KNOWN = "\x1b[?2026$p", b"\x1b[?2026;2$y"
FRAME_BEGINS, FRAME_ENDS = "\x1b[?2026h", "\x1b[?2026l"


class Emulator:
    """Draws the output of a program in memory. Supports synchronized frames (mode 2026), as new terminals do."""

    def __init__(self, columns: int, rows: int) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._waiting = ""
        self.in_frame = False
        """Whether a frame has begun and not ended."""
        self._lines: list[str] | None = None

    def feed(self, data: bytes) -> bytes:
        """Draw this output, and return the reply of the terminal to it."""
        text = self._waiting + self._decoder.decode(data)
        begun = _BEGUN.search(text)
        end = begun.start() if begun else len(text)
        text, self._waiting = text[:end], text[end:]
        begins, ends = text.rfind(FRAME_BEGINS), text.rfind(FRAME_ENDS)
        if begins != ends:
            self.in_frame = begins > ends
        self._lines = None
        self._stream.feed(_WITHOUT_WIDTH.sub("", _UNKNOWN_TO_PYTE.sub("", text)))
        return _FRAMES_KNOWN if _FRAMES_ASKED in text else b""

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the screen."""
        self.screen.resize(rows, columns)
        self._lines = None

    @property
    def lines(self) -> list[str]:
        """The text on each row, as wide as the screen; put together once for what was drawn, and without pyte's checks.

        The cell after a wide character is empty, so nothing needs to be skipped.
        """
        if self._lines is None:
            rows, columns = range(self.screen.lines), range(self.screen.columns)
            buffer = self.screen.buffer
            self._lines = ["".join([buffer[row][column].data for column in columns]) for row in rows]
        return self._lines

    def cells(self) -> "Cells":
        """Return every cell on the screen as it looks; of a blank one only the background is seen."""
        rows, columns = range(self.screen.lines), range(self.screen.columns)
        return [[_look(self.screen.buffer[row][column]) for column in columns] for row in rows]


Cells = list[list[tuple[Any, ...]]]
"""A screen row by row; of each cell the character first."""


def _look(cell: Any) -> tuple[Any, ...]:
    is_plain_blank = cell.data == " " and not (cell.underscore or cell.strikethrough or cell.reverse)
    return (" ", "default", cell.bg) if is_plain_blank else tuple(cell)


def changed_bytes(before: Cells, after: Cells) -> int:
    """Return how many bytes of UTF-8 the characters take that are in cells which look different now."""
    pairs = zip(chain.from_iterable(before), chain.from_iterable(after), strict=True)
    return sum(len(now[0].encode()) for old, now in pairs if old != now)
