"""The two lines that frame every screen: where we are in the walk, and what the keys do."""

from collections.abc import Sequence
from typing import ClassVar, cast

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from herniatui.tui.host import Host
from herniatui.tui.keys.parse_key import keys_shown
from herniatui.tui.rows.walk_stops import Stop
from herniatui.tui.terminal.ascii import readable

MOVES = frozenset({"up", "down", "left", "right", "pageup", "pagedown"})
"""Keys of which each click of a double click acts: they record nothing and end nothing."""


def is_repeated(widget: Widget, click: events.Click) -> bool:
    """Whether this click on a widget counts as one with the click before."""
    return cast(Host, widget.app).is_repeated(click)


def in_ascii(widget: Widget) -> bool:
    """Whether the app of this widget draws in ASCII."""
    return cast(Host, widget.app).in_ascii


class OneLine(Widget):
    """A line of pieces, each drawn in a component class of its own."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._pieces: list[tuple[str, str]] = []

    def draw(self, pieces: list[tuple[str, str]]) -> None:
        """Show these pieces of text, each with the component class that draws it."""
        before, self._pieces = self._pieces, pieces
        if pieces != before:
            self.refresh(Region(0, 0, _changed_width(before, pieces, self.size.width), 1))

    def piece_at(self, x: int) -> tuple[int, int]:
        """Return the index of the piece in this cell, or -1, and the cell counted from its start."""
        start = 0
        for index, (text, _look) in enumerate(self._pieces):
            if start <= x < start + cell_len(text):
                return index, x - start
            start += cell_len(text)
        return -1, 0

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        segments = [Segment(text, self.get_component_rich_style(look)) for text, look in self._pieces]
        return Strip(segments if y == 0 else []).adjust_cell_length(self.size.width, self.rich_style)


def _changed_width(before: list[tuple[str, str]], now: list[tuple[str, str]], width: int) -> int:
    """Return up to which of so many cells a line changed; Textual repaints a line from its beginning."""
    ends = [sum(cell_len(text) for text, _look in pieces) for pieces in (before, now)]
    if ends[0] != ends[1]:
        return width
    end = ends[0]
    for old, new in zip(reversed(before), reversed(now), strict=False):
        if old != new:
            break
        end -= cell_len(new[0])
    return min(end, width)


class WalkBar(OneLine):
    """The title of the card and all stops of the walk; where they do not fit, the one where we are, in words."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"walk-bar--title", "walk-bar--stop", "walk-bar--here"}

    class Chosen(Message):
        """A stop was clicked."""

        def __init__(self, leads_to: str) -> None:
            self.leads_to = leads_to
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._title = ""
        self._stops: Sequence[Stop] = ()
        self._leads_to: list[str] = []
        """The stop that each piece leads to."""

    def show(self, title: str, stops: Sequence[Stop]) -> None:
        """Show this title and these stops."""
        self._title, self._stops = title, stops
        self._fit()

    def on_resize(self) -> None:
        """Fit the stops into the new width."""
        self._fit()

    def _fit(self) -> None:
        room = self.size.width
        if not room:
            return
        stops = [
            (readable(stop.label), readable(stop.short)) if in_ascii(self) else (stop.label, stop.short)
            for stop in self._stops
        ]
        labels = [f" {label} " for label, _short in stops]
        title = f" {self._title}"
        if cell_len(title + "".join(labels)) >= room:
            labels = [f" {short} " for _label, short in stops]
        pieces = [(label, _look(stop)) for label, stop in zip(labels, self._stops, strict=True)]
        leads_to = [stop.id for stop in self._stops]
        if cell_len("".join(labels)) > room:
            pieces = [(f" {stop.words or stop.label} ", _look(stop)) for stop in self._stops if stop.here]
            leads_to = [""]
        left = room - sum(cell_len(text) for text, _look in pieces)
        if cell_len(title) < left:
            self._leads_to = ["", *leads_to]
            self.draw([(title + " " * (left - cell_len(title)), "walk-bar--title"), *pieces])
        else:
            self._leads_to = [*leads_to, ""]
            self.draw([*pieces, (" " * left, "walk-bar--title")])

    def on_click(self, event: events.Click) -> None:
        """Ask for the stop that was clicked."""
        index, _x = self.piece_at(event.x)
        if not is_repeated(self, event) and index >= 0 and self._leads_to[index]:
            self.post_message(self.Chosen(self._leads_to[index]))


def _look(stop: Stop) -> str:
    return "walk-bar--here" if stop.here else "walk-bar--stop"


class KeyBar(OneLine, can_focus=True):
    """What the keys do here: as many entries, in order of weight, as fit whole.

    In place of Footer. Measured with `python -m benchmarks.stand_ins`, Textual 8.2.8: other keys take 1 widget, 1 paint
    and 2.6 ms of processor time, with a Footer of ten entries 11 widgets, 2 paints and 73.6 ms, because it is composed
    anew. A Footer cuts off what does not fit without saying so; no upstream issue about either is known.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--words"}

    def __init__(self, entries: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._keys: list[str] = []
        """The keys that each piece names."""
        self._entries = entries
        """Keys, and what they do in a word or two. The last (help, or the way out) always stays."""

    def show(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show these entries."""
        self._entries = entries
        self._fit()

    def on_resize(self) -> None:
        """Choose the entries that fit the new width."""
        self._fit()

    def _fit(self) -> None:
        shown = [(readable(key), words) if in_ascii(self) else (key, words) for key, words in self._entries]
        named = dict(zip(shown, (key for key, _words in self._entries), strict=True))
        *others, last = shown
        room = self.size.width - _width(last)
        chosen: list[tuple[str, str]] = []
        for entry in others:
            if _width(entry) <= room:
                chosen.append(entry)
                room -= _width(entry)
        pieces: list[tuple[str, str]] = []
        self._keys = [named[entry] for entry in [*chosen, last] for _piece in range(2)]
        for key, words in [*chosen, last]:
            pieces += [(f" {key}", "key-bar--key"), (f" {words} ", "key-bar--words")]
        self.draw(pieces)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked; of an entry with several keys its words press the last."""
        index, x = self.piece_at(event.x)
        is_second = is_repeated(self, event)
        if index < 0 or not (keys := keys_shown(self._keys[index])):
            return
        on_key = index % 2 == 0 and self._pieces[index][0] == f" {self._keys[index]}"
        key = next((key for start, end, key in keys if on_key and start <= x - 1 < end), keys[-1][2])
        if not is_second or key in MOVES:
            self.app.simulate_key(key)


class DialogKeyBar(KeyBar, can_focus=False):
    """Key bar of a dialog with a text field, which keeps the focus whatever is pressed or clicked."""


def _width(entry: tuple[str, str]) -> int:
    return cell_len(entry[0]) + cell_len(entry[1]) + 3
