"""The talk in progress: consult, walk and undo steps."""

from msgspec import Struct
from msgspec.structs import replace

from herniatui.consult.model import EMPTY, Consult, Mark
from herniatui.consult.quotes import drop_outdated_words
from herniatui.consult.walk import Place, Walk, back_to, current_place

LONGEST_PAST = 2_000
"""Maximum number of undo steps: more than a day of talks needs; bounds the memory of a program that is left running."""

_NO_MARKS: frozenset[tuple[str, Mark]] = frozenset()


class Step(Struct, frozen=True):
    """An undo step. Holds the differences in marks instead of all marks: a talk has many steps, and most are marks."""

    marks: frozenset[tuple[str, Mark]]
    """Marks that were set or removed."""
    others: Consult
    """The consult before the edit, without its marks."""
    place: Place
    """Where the edit was made."""


class Talk(Struct, frozen=True):
    """Everything about a talk in progress, as one value."""

    consult: Consult = EMPTY
    walk: Walk = Walk()
    past: tuple[Step, ...] = ()
    """Undo steps, oldest first."""
    future: tuple[Step, ...] = ()
    """Redo steps, the next one last; an edit clears them."""


def edit(talk: Talk, consult: Consult) -> Talk:
    """Replace the consult, and add an undo step unless nothing changed."""
    before = talk.consult
    consult = drop_outdated_words(before, consult)
    if consult == before:
        return talk
    step = _step(before, consult, current_place(talk.walk))
    return replace(talk, consult=consult, past=(*talk.past[1 - LONGEST_PAST :], step), future=())


def move(talk: Talk, walk: Walk) -> Talk:
    """Replace the walk; navigation is not undone."""
    return talk if walk == talk.walk else replace(talk, walk=walk)


def undo(talk: Talk) -> Talk:
    """Undo the last edit, and go to where it was made. What has been viewed stays viewed."""
    if not talk.past:
        return talk
    *past, step = talk.past
    again, consult = _applied(talk, step)
    return Talk(consult, back_to(talk.walk, step.place), tuple(past), (*talk.future, again))


def redo(talk: Talk) -> Talk:
    """Make the edit that was undone last again, and go to where it was made."""
    if not talk.future:
        return talk
    *future, step = talk.future
    back, consult = _applied(talk, step)
    return Talk(consult, back_to(talk.walk, step.place), (*talk.past, back), tuple(future))


def _applied(talk: Talk, step: Step) -> tuple[Step, Consult]:
    """Return the inverse of a step, and the consult after it."""
    consult = replace(step.others, marks=talk.consult.marks ^ step.marks)
    return _step(talk.consult, consult, step.place), consult


def _step(before: Consult, after: Consult, place: Place) -> Step:
    """Return the step that leads from `after` back to `before`."""
    return Step(after.marks ^ before.marks, replace(before, marks=_NO_MARKS), place)
