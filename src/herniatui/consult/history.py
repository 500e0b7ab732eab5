"""The talk as it stands: what was said, where the people are, and the way back."""

from msgspec import Struct
from msgspec.structs import replace

from herniatui.consult.model import EMPTY, Consult, Mark
from herniatui.consult.quotes import settled
from herniatui.consult.walk import Spot, Walk, back_to, spot

LONGEST_PAST = 2_000
"""So many sayings can be taken back: more than anybody says in a day, so that a program left running stays small."""

_NO_MARKS: frozenset[tuple[str, Mark]] = frozenset()


class Step(Struct, frozen=True):
    """What takes one saying back. Holds what differs, not a whole consult: a talk has many of these."""

    marks: frozenset[tuple[str, Mark]]
    """The marks that were put on or taken off."""
    others: Consult
    """The consult before, without its marks."""
    spot: Spot
    """Where the people were."""


class Talk(Struct, frozen=True):
    """One value that holds everything of a consult in progress."""

    consult: Consult = EMPTY
    walk: Walk = Walk()
    past: tuple[Step, ...] = ()
    """What takes back every saying, the last one last."""


def say(talk: Talk, consult: Consult) -> Talk:
    """Go on with this consult; the one before it can be had back with `undo`."""
    before = talk.consult
    consult = settled(before, consult)
    if consult == before:
        return talk
    step = Step(consult.marks ^ before.marks, replace(before, marks=_NO_MARKS), spot(talk.walk))
    return replace(talk, consult=consult, past=(*talk.past[1 - LONGEST_PAST :], step))


def moved(talk: Talk, walk: Walk) -> Talk:
    """Go on elsewhere in the card; what was said stays as it is."""
    return talk if walk == talk.walk else replace(talk, walk=walk)


def undo(talk: Talk) -> Talk:
    """Take back the last thing said, and go to where it was said. What has been seen stays seen."""
    if not talk.past:
        return talk
    *past, step = talk.past
    consult = replace(step.others, marks=talk.consult.marks ^ step.marks)
    return Talk(consult, back_to(talk.walk, step.spot), tuple(past))
