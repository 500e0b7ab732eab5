"""The answers as facts on the handout; on the blank card, choices and space to fill in with a pen."""

from herniatui.card.model import Card
from herniatui.consult.model import Consult
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.handout.document import Fact, Outcome, TickBoxes, Writing
from herniatui.report.handout.own_words import isolated
from herniatui.report.recap import QuestionAccount, chosen, decided, earlier_accounts


def facts(card: Card, told: QuestionAccount, consult: Consult) -> tuple[Fact, ...]:
    """Return the answers about a question as a whole, to the current and to earlier words."""
    found = _facts(told)
    for earlier in earlier_accounts(card, consult):
        if earlier.id == told.id:
            found += _earlier(earlier)
    return tuple(found)


def _facts(told: QuestionAccount) -> list[Fact]:
    found = []
    if told.preference:
        found.append(Fact(_("Your preference:"), (told.preference,)))
    if told.said.importance:
        found.append(Fact(_("How much it weighs:"), (phrases.IMPORTANCE[told.said.importance],)))
    if told.said.note:
        found.append(_own_words(told.said.note))
    return found


def _earlier(told: QuestionAccount) -> list[Fact]:
    """Return the answers to earlier words as one fact that quotes them; an empty list if `_facts` has them already."""
    said = [
        ": ".join((", ".join(phrases.MARKS[mark] for mark in marked.marks), marked.words)) for marked in told.marked
    ]
    if told.since:
        said = [f"{fact.label} {words}" for fact in _facts(told) for words in fact.said] + said
        label = _("You said earlier, at {question}:")
        return [Fact(label.format(question=told.heading), tuple(said))] if said else []
    return [Fact(_("You said earlier, of other words:"), tuple(said))] if said else []


def choices(card: Card) -> tuple[TickBoxes, ...]:
    """Return the choices at a question, to tick."""
    return (
        TickBoxes(_("Your preference:"), (*_names(card), _("none"))),
        TickBoxes(_("How much it weighs:"), tuple(phrases.IMPORTANCE[1:])),
    )


def note_space() -> tuple[Writing, ...]:
    """Return the space for a note at a question."""
    return (Writing(_("In your own words:")),)


def outcome(card: Card, consult: Consult | None) -> Outcome:
    """Return the outcome of the talk and the follow-up; None as the consult leaves them to fill in."""
    call = Writing(_("If you have questions, call:"))
    again = Writing(_("Talk about it again:"))
    if consult is not None:
        first = [_own_words(consult.note)] if consult.note else []
        space = (call,) if consult.decision.when else (again, call)
        gone = [fact for told in earlier_accounts(card, consult) if not told.number for fact in _earlier(told)]
        said = (*_chosen(card, consult), *first, *_decision(card, consult), *gone)
        return Outcome(_("How it goes on"), said, (), space)
    needs = tuple(words for need, words in phrases.NEEDS.items())
    return Outcome(
        _("Deciding"),
        (),
        (
            TickBoxes(_("Decision:"), (*_names(card), _("not to decide yet"))),
            TickBoxes(_("Needed or agreed:"), needs),
        ),
        (again, call),
    )


def _chosen(card: Card, consult: Consult) -> tuple[Fact, ...]:
    texts = tuple(phrases.with_remark(told.text, told.since) for told in chosen(card, consult))
    return (Fact(_("You wanted to talk about this first:"), texts),) if texts else ()


def _decision(card: Card, consult: Consult) -> list[Fact]:
    decision, label = consult.decision, _("Decision:")
    nothing = _("not to decide yet") if decision.not_yet else _("nothing was written down")
    found = [Fact(label, (decided(card, consult) or nothing,))]
    if decision.certainty:
        found.append(Fact(_("How certain you are:"), (phrases.CERTAINTY[decision.certainty],)))
    if needed := phrases.needs(decision):
        found.append(Fact(_("Needed or agreed:"), tuple(map(isolated, needed))))
    if decision.when:
        found.append(Fact(_("Talk about it again:"), (isolated(phrases.quoted(decision.when)),)))
    return found


def _own_words(note: str) -> Fact:
    return Fact(_("In your own words:"), (isolated(phrases.quoted(note)),))


def _names(card: Card) -> tuple[str, ...]:
    return tuple(phrases.option_name(card, option.id) for option in card.options)
