"""The talk as it stands: what was said, where the people are, and the way back."""

from msgspec import Struct
from msgspec.structs import replace

from herniatui.consult.model import EMPTY, Consult
from herniatui.consult.walk import Walk, back_to


class Talk(Struct, frozen=True):
    """One value that holds everything of a consult in progress."""

    consult: Consult = EMPTY
    walk: Walk = Walk()
    past: tuple[tuple[Consult, Walk], ...] = ()
    """Every consult before this one, with where the people were when they changed it."""


def say(talk: Talk, consult: Consult) -> Talk:
    """Go on with this consult; the one before it can be had back with `undo`."""
    if consult == talk.consult:
        return talk
    return replace(talk, consult=consult, past=(*talk.past, (talk.consult, talk.walk)))


def moved(talk: Talk, walk: Walk) -> Talk:
    """Go on elsewhere in the card; what was said stays as it is."""
    return talk if walk == talk.walk else replace(talk, walk=walk)


def undo(talk: Talk) -> Talk:
    """Take back the last thing said, and go to where it was said. What has been seen stays seen."""
    if not talk.past:
        return talk
    *past, (consult, walk) = talk.past
    return Talk(consult, back_to(talk.walk, walk), tuple(past))
