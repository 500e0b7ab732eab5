"""What was said, as facts on the page to take home; or, on the bare card, what can be filled in with a pen."""

from herniatui.card.model import Card
from herniatui.consult.model import Consult
from herniatui.report import phrases
from herniatui.report.account import QuestionAccount
from herniatui.report.handout.document import Choice, Fact, Outcome, Writing
from herniatui.words import _


def facts(card: Card, one: QuestionAccount) -> tuple[Fact, ...]:
    """Return what was said about a question as a whole."""
    found = []
    if one.said.preference:
        found.append(Fact(_("Your preference:"), (phrases.preference(card, one.said.preference),)))
    if one.said.importance:
        found.append(Fact(_("How much it weighs:"), (phrases.IMPORTANCE[one.said.importance],)))
    if one.said.note:
        found.append(_own_words(one.said.note))
    return tuple(found)


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
        return Outcome(_("How it goes on"), (*_chosen(card, consult), *first, *_decision(card, consult)), (), room)
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
    texts = tuple(card.questions[card.question_index(question)].text for question in consult.chosen)
    return (Fact(_("You wanted to talk about this first:"), texts),) if texts else ()


def _decision(card: Card, consult: Consult) -> list[Fact]:
    decision, label = consult.decision, _("Decision:")
    if decision.option is not None:
        return [Fact(label, (phrases.option_name(card, decision.option),))]
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
