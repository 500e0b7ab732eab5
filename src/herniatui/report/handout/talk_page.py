"""The page about the talk: the outcome, what happens now, and what was said."""

from collections.abc import Iterable

from herniatui.card.figures import figures
from herniatui.card.model import Card
from herniatui.consult.model import Consult, Mark, Need
from herniatui.consult.quotes import current_answers
from herniatui.consult.walk import Walk
from herniatui.i18n import _, ngettext
from herniatui.report import phrases
from herniatui.report.handout.document import Fact, PrintedCode, Section, TalkPage, Words
from herniatui.report.recap import Marked, QuestionAccount, account, decided

_MARKED = {
    Mark.APPEALS: _("You like"),
    Mark.WORRIES: _("You worry about"),
    Mark.EXPLAIN: _("Still to be explained to you"),
    Mark.EXPLAINED: _("Was explained to you"),
}


_MANY = 30
"""Most statements with one mark that are listed where the card follows, on which all marks stand."""


def talk_page(card: Card, consult: Consult, code: PrintedCode | None, is_alone: bool) -> TalkPage:
    """Return the page about a talk. Nothing is computed from the answers, and parts without an answer are left out.

    Args:
        card: The card.
        consult: What was said.
        code: The code of the page about the subject of the card.
        is_alone: Whether the card does not follow, so that every mark must be listed.
    """
    decision = consult.decision
    needed, when = _needed(consult), _when(consult)
    facts = _certainty(consult)
    following = needed + when
    if decision.not_yet:
        facts, following = facts + following, ()
    label, outcome = _outcome(card, consult)
    blanks = (_("Appointment:"), _("If you have questions, call:"), _("Call sooner if:"))
    told = account(card, consult, Walk())
    return TalkPage(
        decision_label=label,
        decision=outcome,
        facts=facts,
        next=Section(_("What happens now"), following),
        blanks=blanks[1:] if decision.when else blanks,
        sections=tuple(section for section in _sections(card, consult, told, is_alone) if section.facts),
        code=code,
        goes_on=_("This goes on on the next page"),
    )


def _outcome(card: Card, consult: Consult) -> tuple[str, str]:
    """Return the decision and the words before it."""
    if consult.decision.not_yet:
        return "", _("You decide later")
    if consult.decision.option is None:
        return "", _("No decision was written down yet")
    current = current_answers(consult).decision.option
    name = card.options[card.option_index(current)].short if current else decided(card, consult)
    return _("Your decision:"), name


def _certainty(consult: Consult) -> tuple[Fact, ...]:
    certainty = consult.decision.certainty
    return (_fact(_("How certain you are:"), phrases.CERTAINTY[certainty]),) if certainty else ()


def _needed(consult: Consult) -> tuple[Fact, ...]:
    decision = consult.decision
    said = [Words(words) for need, words in phrases.NEEDS.items() if need in decision.needs - {Need.OTHER}]
    if Need.OTHER in decision.needs:
        said.append(Words(decision.other, is_own=True) if decision.other else Words(phrases.NEEDS[Need.OTHER]))
    return (Fact(_("Needed or agreed:"), tuple(said)),) if said else ()


def _when(consult: Consult) -> tuple[Fact, ...]:
    when = consult.decision.when
    return (Fact(_("Talk about it again:"), (Words(when, is_own=True),)),) if when else ()


def _sections(card: Card, consult: Consult, told: list[QuestionAccount], is_alone: bool) -> Iterable[Section]:
    yield Section(_("What you said"), _own_words(consult, told))
    others = _other_sides(card)
    for mark, heading in _MARKED.items():
        marked = [each for asked in told for each in asked.marked if mark in phrases.outstanding(each.marks)]
        marked.sort(key=lambda each: not each.since)  # marks on earlier words stand on no card that follows
        left_out = 0 if is_alone else max(0, len(marked) - _MANY)
        more = ngettext(
            "And {count} line more: see the signs on the card.",
            "And {count} lines more: see the signs on the card.",
            left_out,
        )
        yield Section(
            heading,
            _by_option(marked[: len(marked) - left_out], others),
            more.format(count=left_out) if left_out else "",
        )
    yield Section(_("Important to you"), _important(told))


def _own_words(consult: Consult, told: list[QuestionAccount]) -> tuple[Fact, ...]:
    found = [Fact("", (Words(consult.note, is_own=True),))] if consult.note else []
    found += [
        Fact(asked.heading, (Words(asked.said.note, is_own=True),), is_of_card=True)
        for asked in told
        if asked.said.note
    ]
    return tuple(found)


def _by_option(marked: list[Marked], others: dict[str, str]) -> tuple[Fact, ...]:
    """Return marked statements by option, in the order of the walk."""
    by_option: dict[str, list[Words]] = {}
    for each in marked:
        by_option.setdefault(each.option, []).append(_words(each, others))
    return tuple(
        Fact(option, tuple(by_option[option]), is_of_card=True, is_all_of_card=True) for option in sorted(by_option)
    )


def _words(marked: Marked, others: dict[str, str]) -> Words:
    aside = "" if marked.since else others.get(marked.statement, "")
    return Words(phrases.with_remark(marked.text, marked.since), is_of_card=True, aside=aside)


def _other_sides(card: Card) -> dict[str, str]:
    """Return the complement of each frequency in words, by statement id, to show every frequency in both frames."""
    found: dict[str, list[str]] = {}
    for question in card.questions:
        for option in range(len(card.options)):
            for figure in figures(question, option):
                if figure.rest:
                    found.setdefault(figure.sentence.statement.id, []).append(figure.rest.statement.text)
                    found.setdefault(figure.rest.statement.id, []).append(figure.sentence.statement.text)
                elif figure.frequency:
                    found.setdefault(figure.sentence.statement.id, []).append(phrases.others(figure.frequency))
    return {statement: "; ".join(sides) for statement, sides in found.items()}


def _important(told: list[QuestionAccount]) -> tuple[Fact, ...]:
    """Return the questions with an answer about themselves, the most important first."""
    found = []
    for asked in sorted(told, key=lambda asked: -asked.said.importance):
        said = [phrases.IMPORTANCE[asked.said.importance]] if asked.said.importance else []
        if asked.is_chosen:
            said.append(_("you wanted to talk about this first"))
        if asked.preference:
            said.append(_("your preference: {option}").format(option=asked.preference))
        if said:
            found.append(_fact(asked.heading, "; ".join(said), is_of_card=True))
    return tuple(found)


def _fact(label: str, words: str, is_of_card: bool = False) -> Fact:
    return Fact(label, (Words(words),), is_of_card)
