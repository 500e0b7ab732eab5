"""Saying something: each function takes a consult and returns the next one."""

from msgspec.structs import replace

from herniatui.consult.model import MAX_IMPORTANCE, Consult, Mark, Need, Preference, Said
from herniatui.sanitize import printable


def choose(consult: Consult, question: str) -> Consult:
    """Put the question behind those chosen to talk about first, or take it from them."""
    if question in consult.chosen:
        return replace(consult, chosen=tuple(chosen for chosen in consult.chosen if chosen != question))
    return replace(consult, chosen=(*consult.chosen, question))


def prefer(consult: Consult, question: str, option: str) -> Consult:
    """Step the preference for this option: preferred, strongly preferred, nothing said."""
    before = consult.about(question).preference
    if before is None or before.option != option:
        return _say(consult, question, preference=Preference(option))
    return _say(consult, question, preference=None if before.strong else Preference(option, strong=True))


def prefer_none(consult: Consult, question: str) -> Consult:
    """Say that there is no preference at this question, or take that back."""
    none = Preference(None)
    return _say(consult, question, preference=None if consult.about(question).preference == none else none)


def weigh(consult: Consult, question: str) -> Consult:
    """Step how much this question weighs: 1, 2, 3, nothing said."""
    return _say(consult, question, importance=(consult.about(question).importance + 1) % (MAX_IMPORTANCE + 1))


def mark(consult: Consult, statement: str, what: Mark) -> Consult:
    """Put this mark on the statement, or take it off."""
    return replace(consult, marks=consult.marks ^ {(statement, what)})


def note(consult: Consult, question: str | None, text: str) -> Consult:
    """Keep a note in the patient's own words, with this question or (None) with no question; empty takes it away."""
    kept = printable(text)
    return replace(consult, note=kept) if question is None else _say(consult, question, note=kept)


def decide(consult: Consult, option: str) -> Consult:
    """Decide for this option, or take that back."""
    chosen = None if consult.decision.option == option else option
    return replace(consult, decision=replace(consult.decision, option=chosen, not_yet=False))


def decide_not_yet(consult: Consult) -> Consult:
    """Decide not to decide yet, or take that back."""
    decision = consult.decision
    return replace(consult, decision=replace(decision, option=None, not_yet=not decision.not_yet))


def need(consult: Consult, what: Need) -> Consult:
    """Say that this is needed before deciding, or take that back. It means that the decision is not made yet."""
    decision = replace(consult.decision, needs=consult.decision.needs ^ {what}, option=None, not_yet=True)
    return replace(consult, decision=decision)


def need_other(consult: Consult, text: str) -> Consult:
    """Say in words what else is needed before deciding; empty takes it away."""
    kept = printable(text)
    if kept == consult.decision.other and bool(kept) == (Need.OTHER in consult.decision.needs):
        return consult
    needs = consult.decision.needs | {Need.OTHER} if kept else consult.decision.needs - {Need.OTHER}
    decision = replace(consult.decision, other=kept, needs=needs, option=None, not_yet=True)
    return replace(consult, decision=decision)


def come_back(consult: Consult, text: str) -> Consult:
    """Say in words when it will be talked about again; empty takes it away."""
    kept = printable(text)
    if kept == consult.decision.when:
        return consult
    return replace(consult, decision=replace(consult.decision, when=kept, option=None, not_yet=True))


def _say(consult: Consult, question: str, **changes: object) -> Consult:
    said = dict(consult.said)
    now = replace(said.pop(question, Said()), **changes)
    if now != Said():
        said[question] = now
    return replace(consult, said=tuple(sorted(said.items())))
