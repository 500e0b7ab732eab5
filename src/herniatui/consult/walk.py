"""The position in the card, and what has been viewed of it."""

from msgspec import Struct
from msgspec.structs import replace

from herniatui.card.model import Card, Question

START = ":start"
DECISION = ":decision"
CLOSING = ":closing"


class Walk(Struct, frozen=True):
    """Position and viewed parts. A stop is a question id, `START`, `DECISION` or `CLOSING` (which cannot be ids)."""

    stop: str = START
    seen: frozenset[tuple[str, str]] = frozenset()
    """Question and option of every answer that was on screen, in a tab or side by side."""
    options: tuple[tuple[str, str], ...] = ()
    """Option last shown, by question; side by side, the option with the cursor."""
    lines: tuple[tuple[str, str], ...] = ()
    """Last cursor position, by place (a stop, or `question/option`)."""
    shown: tuple[tuple[str, str, str], ...] = ()
    """`seen` with a digest of the words that were shown; only in a stored talk."""

    def option_of(self, question: str) -> str | None:
        """Return the option last shown at a question; None if it was not visited."""
        return dict(self.options).get(question)

    def line_of(self, place: str) -> str | None:
        """Return the last cursor position at a place; None if there is none."""
        return dict(self.lines).get(place)


class Place(Struct, frozen=True):
    """A place to return to: a stop, with the option shown there and the cursor position, if any."""

    stop: str
    option: str | None
    line: str | None


def order(card: Card, chosen: tuple[str, ...]) -> list[str]:
    """Return the ids of all questions in the order of the walk: chosen questions first, as chosen, then the others."""
    return [*chosen, *(question.id for question in card.questions if question.id not in chosen)]


def stops(card: Card, chosen: tuple[str, ...]) -> list[str]:
    """Return all stops of the walk in order."""
    return [START, *order(card, chosen), DECISION, CLOSING]


def step(card: Card, chosen: tuple[str, ...], walk: Walk, by: int) -> Walk:
    """Go a number of stops forward (or back, if negative), at most to the first or last."""
    all_stops = stops(card, chosen)
    target = all_stops.index(walk.stop) + by
    return go(card, walk, all_stops[max(0, min(target, len(all_stops) - 1))])


def go(card: Card, walk: Walk, stop: str) -> Walk:
    """Go to a stop; at a question, show the option last shown there, or the first."""
    walk = replace(walk, stop=stop)
    if stop in (START, DECISION, CLOSING):
        return walk
    return show(walk, walk.option_of(stop) or card.options[0].id)


def show(walk: Walk, option: str) -> Walk:
    """Show an option at the current question; it then counts as viewed."""
    options = _put(walk.options, walk.stop, option)
    return replace(walk, options=options, seen=walk.seen | {(walk.stop, option)})


def show_all(card: Card, walk: Walk) -> Walk:
    """Show all options side by side at the current question; they then count as viewed. The cursor stays."""
    if walk.stop in (START, DECISION, CLOSING):
        return walk
    return replace(walk, seen=walk.seen | {(walk.stop, option.id) for option in card.options})


def current_place(walk: Walk) -> Place:
    """Return the current place."""
    return Place(walk.stop, walk.option_of(walk.stop), walk.line_of(place(walk)))


def back_to(walk: Walk, then: Place) -> Walk:
    """Return to a place, with its option and cursor position. Positions elsewhere are unchanged."""
    walk = replace(walk, stop=then.stop)
    if then.option:
        walk = show(walk, then.option)
    return point(walk, then.line) if then.line else walk


def place(walk: Walk) -> str:
    """Return the name of the current place: the stop, at a question with the option."""
    option = walk.option_of(walk.stop)
    return f"{walk.stop}/{option}" if option else walk.stop


def point(walk: Walk, line: str) -> Walk:
    """Put the cursor on a line of the current place."""
    return replace(walk, lines=_put(walk.lines, place(walk), line))


def options_seen(card: Card, walk: Walk, question: Question) -> int:
    """Return how many options of a question were viewed; the question is done when all were."""
    return sum((question.id, option.id) in walk.seen for option in card.options)


def _put(pairs: tuple[tuple[str, str], ...], key: str, value: str) -> tuple[tuple[str, str], ...]:
    return tuple((dict(pairs) | {key: value}).items())
