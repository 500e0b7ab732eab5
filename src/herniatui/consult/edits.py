"""Edits of a consult: each function takes a consult and returns the next. Repeating a toggle or a cycle undoes it."""

from collections.abc import Iterable

from msgspec.structs import replace

from herniatui.consult.model import MAX_IMPORTANCE, Certainty, Consult, Mark, Need, Preference, Said
from herniatui.sanitize import printable


def choose(consult: Consult, question: str) -> Consult:
    """Toggle whether the patient wants to talk about a question first; a new choice comes last."""
    if question in consult.chosen:
        return replace(consult, chosen=tuple(chosen for chosen in consult.chosen if chosen != question))
    return replace(consult, chosen=(*consult.chosen, question))


def prefer(consult: Consult, question: str, option: str) -> Consult:
    """Cycle the preference for an option: preferred, strongly preferred, nothing said."""
    before = consult.about(question).preference
    if before is None or before.option != option:
        return _say(consult, question, preference=Preference(option))
    return _say(consult, question, preference=None if before.strong else Preference(option, strong=True))


def prefer_none(consult: Consult, question: str) -> Consult:
    """Toggle the explicit lack of preference at a question."""
    none = Preference(None)
    return _say(consult, question, preference=None if consult.about(question).preference == none else none)


def weigh(consult: Consult, question: str) -> Consult:
    """Cycle the importance of a question: 1, 2, 3, nothing said."""
    return _say(consult, question, importance=(consult.about(question).importance + 1) % (MAX_IMPORTANCE + 1))


def mark(consult: Consult, statement: str, what: Mark) -> Consult:
    """Toggle a mark on a statement. Without `Mark.EXPLAIN`, nothing is left that was explained."""
    marks = consult.marks ^ {(statement, what)}
    if (statement, Mark.EXPLAIN) not in marks:
        marks -= {(statement, Mark.EXPLAINED)}
    return replace(consult, marks=marks)


def toggle_explained(consult: Consult, statement: str) -> Consult:
    """Toggle whether a statement was explained; only one that is marked with `Mark.EXPLAIN`."""
    return mark(consult, statement, Mark.EXPLAINED)


def note(consult: Consult, question: str | None, text: str) -> Consult:
    """Set the note in the patient's own words, at a question or (None) at none; an empty text removes it."""
    words = printable(text)
    return replace(consult, note=words) if question is None else _say(consult, question, note=words)


def decide(consult: Consult, option: str) -> Consult:
    """Toggle the decision for an option."""
    chosen = None if consult.decision.option == option else option
    return replace(consult, decision=replace(consult.decision, option=chosen, not_yet=False))


def decide_not_yet(consult: Consult) -> Consult:
    """Toggle the decision not to decide yet."""
    decision = consult.decision
    return replace(consult, decision=replace(decision, option=None, not_yet=not decision.not_yet))


def need(consult: Consult, what: Need) -> Consult:
    """Toggle what is needed or agreed."""
    return _agree(consult, needs=consult.decision.needs ^ {what})


def need_other(consult: Consult, text: str) -> Consult:
    """Set the free text of `Need.OTHER`; an empty text removes that need."""
    words = printable(text)
    needs = consult.decision.needs | {Need.OTHER} if words else consult.decision.needs - {Need.OTHER}
    return _agree(consult, other=words, needs=needs)


def come_back(consult: Consult, text: str) -> Consult:
    """Set when to talk about it again, in free text; an empty text removes it."""
    return _agree(consult, when=printable(text))


def certain(consult: Consult) -> Consult:
    """Cycle how certain the patient is: certain, in doubt, does not know, nothing said."""
    steps = [None, *Certainty]
    return _agree(consult, certainty=steps[(steps.index(consult.decision.certainty) + 1) % len(steps)])


def confirm(consult: Consult, questions: Iterable[str]) -> Consult:
    """Confirm that these questions were discussed."""
    return replace(consult, discussed=consult.discussed.union(questions))


def toggle_discussed(consult: Consult, question: str) -> Consult:
    """Toggle whether a question was discussed."""
    return replace(consult, discussed=consult.discussed ^ {question})


def toggle_taught_back(consult: Consult) -> Consult:
    """Toggle whether the patient told back what was explained."""
    return replace(consult, taught_back=not consult.taught_back)


def toggle_handed_out(consult: Consult) -> Consult:
    """Toggle whether the patient got the page to take home."""
    return replace(consult, handed_out=not consult.handed_out)


def _agree(consult: Consult, **changes: object) -> Consult:
    return replace(consult, decision=replace(consult.decision, **changes))


def _say(consult: Consult, question: str, **changes: object) -> Consult:
    """Return the consult with these fields of `Said` changed; a question without answers left is dropped."""
    said = dict(consult.said)
    about = replace(said.pop(question, Said()), **changes)
    if about != Said():
        said[question] = about
    return replace(consult, said=tuple(sorted(said.items())))
