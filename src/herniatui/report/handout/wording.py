"""What was said, as facts on the page to take home; or, on the bare card, what can be filled in with a pen."""

from herniatui.card.model import Card
from herniatui.consult.model import Consult
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.handout.document import Choice, Fact, Outcome, Writing
from herniatui.report.recap import QuestionAccount, chosen, decided, told_earlier


def facts(card: Card, one: QuestionAccount, consult: Consult) -> tuple[Fact, ...]:
    """Return what was said about a question as a whole, and what was said of it when the card had other words."""
    found = _facts(one)
    for earlier in told_earlier(card, consult):
        if earlier.id == one.id:
            found += _earlier(earlier)
    return tuple(found)


def _facts(one: QuestionAccount) -> list[Fact]:
    found = []
    if one.preference:
        found.append(Fact(_("Your preference:"), (one.preference,)))
    if one.said.importance:
        found.append(Fact(_("How much it weighs:"), (phrases.IMPORTANCE[one.said.importance],)))
    if one.said.note:
        found.append(_own_words(one.said.note))
    return found


def _earlier(one: QuestionAccount) -> list[Fact]:
    """Return what was said of earlier words as one fact that quotes them; none where the facts of today say it."""
    said = [": ".join((", ".join(phrases.MARKS[mark] for mark in marked.marks), marked.words)) for marked in one.marked]
    if one.since:
        said = [f"{fact.label} {words}" for fact in _facts(one) for words in fact.said] + said
        label = _("You said earlier, at {question}:")
        return [Fact(label.format(question=one.heading), tuple(said))] if said else []
    return [Fact(_("You said earlier, of other words:"), tuple(said))] if said else []


def choices(card: Card) -> tuple[Choice, ...]:
    """Return what can be said about a question, to tick."""
    return (
        Choice(_("Your preference:"), (*_names(card), _("none"))),
        Choice(_("How much it weighs:"), tuple(phrases.IMPORTANCE[1:])),
    )


def room() -> tuple[Writing, ...]:
    """Return room for a note at a question."""
    return (Writing(_("In your own words:")),)


def outcome(card: Card, consult: Consult | None) -> Outcome:
    """Return how the talk ended and how it goes on."""
    call = Writing(_("If you have questions, call:"))
    again = Writing(_("Talk about it again:"))
    if consult is not None:
        first = [_own_words(consult.note)] if consult.note else []
        room = (call,) if consult.decision.when else (again, call)
        gone = [fact for one in told_earlier(card, consult) if not one.number for fact in _earlier(one)]
        said = (*_chosen(card, consult), *first, *_decision(card, consult), *gone)
        return Outcome(_("How it goes on"), said, (), room)
    needs = tuple(words for need, words in phrases.NEEDS.items())
    return Outcome(
        _("Deciding"),
        (),
        (
            Choice(_("Decision:"), (*_names(card), _("not to decide yet"))),
            Choice(_("Needed for it:"), needs),
        ),
        (again, call),
    )


def _chosen(card: Card, consult: Consult) -> tuple[Fact, ...]:
    texts = tuple(phrases.with_remark(one.text, one.since) for one in chosen(card, consult))
    return (Fact(_("You wanted to talk about this first:"), texts),) if texts else ()


def _decision(card: Card, consult: Consult) -> list[Fact]:
    decision, label = consult.decision, _("Decision:")
    if decision.option is not None:
        return [Fact(label, (decided(card, consult),))]
    if not decision.not_yet:
        return [Fact(label, (_("nothing was written down"),))]
    found = [Fact(label, (_("not to decide yet"),))]
    if needed := phrases.needs(decision):
        found.append(Fact(_("Needed for it:"), tuple(needed)))
    if decision.when:
        found.append(Fact(_("Talk about it again:"), (phrases.quoted(decision.when),)))
    return found


def _own_words(note: str) -> Fact:
    return Fact(_("In your own words:"), (phrases.quoted(note),))


def _names(card: Card) -> tuple[str, ...]:
    return tuple(phrases.option_name(card, option.id) for option in card.options)
