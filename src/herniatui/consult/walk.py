"""Where the people are in the card, and what they have seen of it."""

from msgspec import Struct
from msgspec.structs import replace

from herniatui.card.model import Card, Question

START = ":start"
DECISION = ":decision"
CLOSING = ":closing"


class Walk(Struct, frozen=True):
    """A stop is a question's id, or one of `START`, `DECISION`, `CLOSING` (which cannot be ids)."""

    stop: str = START
    seen: frozenset[tuple[str, str]] = frozenset()
    """Question and option of everything that was shown, in a tab or side by side."""
    options: tuple[tuple[str, str], ...] = ()
    """Per question the option shown last; side by side, the one with the cursor."""
    lines: tuple[tuple[str, str], ...] = ()
    """Per place (a stop, or `question/option`) what the cursor stood on last."""
    shown: tuple[tuple[str, str, str], ...] = ()
    """For each of `seen` also a digest of the words that were shown; only in a saved talk."""

    def option_of(self, question: str) -> str | None:
        """Return the option shown last at this question, or None if it was not visited."""
        return dict(self.options).get(question)

    def line_of(self, place: str) -> str | None:
        """Return what the cursor stood on last at this place."""
        return dict(self.lines).get(place)


class Spot(Struct, frozen=True):
    """One place in the card: a stop, the option shown there and what the cursor stood on, where there were any."""

    stop: str
    option: str | None
    line: str | None


def order(card: Card, chosen: tuple[str, ...]) -> list[str]:
    """Return the ids of all questions in the order of the walk: the chosen first, as chosen, then the others."""
    return [*chosen, *(question.id for question in card.questions if question.id not in chosen)]


def stops(card: Card, chosen: tuple[str, ...]) -> list[str]:
    """Return all stops of the walk, from first to last."""
    return [START, *order(card, chosen), DECISION, CLOSING]


def step(card: Card, chosen: tuple[str, ...], walk: Walk, by: int) -> Walk:
    """Go this many stops on (or back, below 0), as far as there are any."""
    all_stops = stops(card, chosen)
    target = all_stops.index(walk.stop) + by
    return go(card, walk, all_stops[max(0, min(target, len(all_stops) - 1))])


def go(card: Card, walk: Walk, stop: str) -> Walk:
    """Go to this stop; at a question, to the option shown there last, which is then seen."""
    walk = replace(walk, stop=stop)
    if stop in (START, DECISION, CLOSING):
        return walk
    return show(walk, walk.option_of(stop) or card.options[0].id)


def show(walk: Walk, option: str) -> Walk:
    """Show this option at the question where the walk is; it is then seen."""
    options = _put(walk.options, walk.stop, option)
    return replace(walk, options=options, seen=walk.seen | {(walk.stop, option)})


def show_all(card: Card, walk: Walk) -> Walk:
    """Show all options together at the question where the walk is; they are then seen. Which has the cursor stays."""
    if walk.stop in (START, DECISION, CLOSING):
        return walk
    return replace(walk, seen=walk.seen | {(walk.stop, option.id) for option in card.options})


def spot(walk: Walk) -> Spot:
    """Return where the people are."""
    return Spot(walk.stop, walk.option_of(walk.stop), walk.line_of(place(walk)))


def back_to(walk: Walk, then: Spot) -> Walk:
    """Go to where the people were then, with the option and line of then; elsewhere all stays as it is now."""
    there = replace(walk, stop=then.stop)
    if then.option:
        there = show(there, then.option)
    return point(there, then.line) if then.line else there


def place(walk: Walk) -> str:
    """Return the name of what is on screen: the stop, at a question with its option."""
    option = walk.option_of(walk.stop)
    return f"{walk.stop}/{option}" if option else walk.stop


def point(walk: Walk, line: str) -> Walk:
    """Put the cursor on this line of what is on screen."""
    return replace(walk, lines=_put(walk.lines, place(walk), line))


def options_seen(card: Card, walk: Walk, question: Question) -> int:
    """Return how many options of this question were shown; the question is done when it is all of them."""
    return sum((question.id, option.id) in walk.seen for option in card.options)


def _put(pairs: tuple[tuple[str, str], ...], key: str, value: str) -> tuple[tuple[str, str], ...]:
    return tuple((dict(pairs) | {key: value}).items())
