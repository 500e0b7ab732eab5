"""The position in the card, and what has been viewed of it."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from herniatui.card.model import Card

START = ":start"
DECISION = ":decision"
CLOSING = ":closing"


class Walk(Struct, frozen=True):
    """Position and viewed parts. A stop is a question id, `START`, `DECISION` or `CLOSING` (which cannot be ids)."""

    stop: str = START
    seen: frozenset[tuple[str, str]] = frozenset()
    """Question and option of every answer of which all statements were painted."""
    options: tuple[tuple[str, str], ...] = ()
    """Option last shown, by question; side by side, the option with the cursor."""
    returns: bool = False
    """Whether the question was opened from Decide, so that going on leads back there."""
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


def path(card: Card, chosen: tuple[str, ...], stop: str) -> list[str]:
    """Return the stops that going on from here comes to: of the questions only the chosen ones, if there are any.

    From a question that was not chosen it goes on to the others.
    """
    questions = list(chosen) if chosen and stop in (START, DECISION, CLOSING, *chosen) else order(card, chosen)
    return [START, *questions, DECISION, CLOSING]


def forward(card: Card, chosen: tuple[str, ...], walk: Walk, together: bool = False) -> Walk:
    """Go on: to the next option of this question, then to the first option of the next stop; stay at the last stop.

    Args:
        card: The card.
        chosen: Ids of the questions that the patient wants to talk about.
        walk: The walk so far.
        together: Whether all options are on screen side by side, so that the next stop follows at once.
    """
    return _along(card, chosen, walk, 1, together)


def backward(card: Card, chosen: tuple[str, ...], walk: Walk, together: bool = False) -> Walk:
    """Go the same way back: to the option before, or to the last option of the stop before."""
    return _along(card, chosen, walk, -1, together)


def _along(card: Card, chosen: tuple[str, ...], walk: Walk, by: int, together: bool) -> Walk:
    if is_question(walk.stop) and not together:
        option = card.option_index(walk.option_of(walk.stop) or card.options[0].id) + by
        if 0 <= option < len(card.options) and not (walk.returns and by > 0 and is_viewed(card, walk, walk.stop)):
            return show(walk, card.options[option].id)
    if walk.returns:
        return go(card, walk, DECISION)
    stops = path(card, chosen, walk.stop)
    target = stops.index(walk.stop) + by
    if not 0 <= target < len(stops):
        return walk
    if together:
        return go(card, walk, stops[target])
    return arrive(card, walk, stops[target], 0 if by > 0 else -1)


def arrive(card: Card, walk: Walk, stop: str, option: int = 0) -> Walk:
    """Go to a stop; at a question, show the option with this index."""
    walk = _at(walk, stop)
    return show(walk, card.options[option].id) if is_question(stop) else walk


def open_from_decision(card: Card, walk: Walk, question: str, statement: str = "") -> Walk:
    """Go from Decide to a question, or to a statement of it; going on then leads back to Decide."""
    options = [option.id for option in card.options]
    index = next((index for index, option in enumerate(options) if (question, option) not in walk.seen), 0)
    asked = card.questions[card.question_index(question)]
    for option in range(len(options)):
        if statement in [found.id for found, _depth in asked.statements(option)]:
            index = option
    there = arrive(card, walk, question, index)
    return replace(point(there, statement) if statement else there, returns=True)


def _at(walk: Walk, stop: str) -> Walk:
    """Return the walk at this stop. At Decide the cursor begins on no choice, so that none is made by accident."""
    lines = tuple((place, line) for place, line in walk.lines if place != DECISION)
    return replace(walk, stop=stop, returns=False, lines=lines if stop == DECISION else walk.lines)


def is_viewed(card: Card, walk: Walk, question: str) -> bool:
    """Return whether every option of a question was viewed."""
    return all((question, option.id) in walk.seen for option in card.options)


def is_question(stop: str) -> bool:
    """Return whether a stop is a question."""
    return stop not in (START, DECISION, CLOSING)


def go(card: Card, walk: Walk, stop: str) -> Walk:
    """Go to a stop; at a question, show the option last shown there, or the first."""
    walk = _at(walk, stop)
    if not is_question(stop):
        return walk
    return show(walk, walk.option_of(stop) or card.options[0].id)


def show(walk: Walk, option: str) -> Walk:
    """Show an option at the current question."""
    return replace(walk, options=_put(walk.options, walk.stop, option))


def view(walk: Walk, answers: Iterable[tuple[str, str]]) -> Walk:
    """Count these answers, each a question and an option, as viewed."""
    return replace(walk, seen=walk.seen.union(answers))


def current_place(walk: Walk) -> Place:
    """Return the current place."""
    return Place(walk.stop, walk.option_of(walk.stop), walk.line_of(place(walk)))


def back_to(walk: Walk, then: Place) -> Walk:
    """Return to a place, with its option and cursor position. Positions elsewhere are unchanged."""
    walk = replace(walk, stop=then.stop, returns=False)
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


def _put(pairs: tuple[tuple[str, str], ...], key: str, value: str) -> tuple[tuple[str, str], ...]:
    return tuple((dict(pairs) | {key: value}).items())
