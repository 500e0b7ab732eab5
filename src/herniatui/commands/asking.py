"""Questions that are answered by one of a few letters."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from herniatui.i18n import _


class Answer(StrEnum):
    """Possible answers; the value is the displayed key."""

    YES = _("j")
    WIPE = _("w")
    KEEP = _("b")
    SHORT = _("k")
    WHOLE = _("h")
    NO = _("n")


class ChoiceQuestion(Struct, frozen=True):
    """A question, the answers offered with the consequence of each (`NO` is always the last), and the one proposed."""

    words: str
    answers: Mapping[Answer, str]
    proposed: Answer = Answer.NO
    """The answer that Enter gives: never one that wipes anything."""


def whether_to_wipe() -> ChoiceQuestion:
    """Return the question whether a stored talk may be wiped."""
    question = _("Wipe this talk? What was marked in it is then gone for good.")
    return ChoiceQuestion(question, {Answer.YES: _("yes, wipe it"), Answer.NO: _("no, let it stay")})


def whether_to_replace(path: str) -> ChoiceQuestion:
    """Return the question whether the file at this path may be replaced."""
    question = _("There is a file of this name already. Replace it? {path}").format(path=path)
    answers = {Answer.YES: _("yes, what is in it is then gone"), Answer.NO: _("no, choose another name")}
    return ChoiceQuestion(question, answers)
