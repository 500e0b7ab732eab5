"""Beslissen: what the patient said, as given, and then the decision, which may be not to decide yet."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import BindingType

from herniatui.card.model import Card, letter
from herniatui.consult import edits, walk
from herniatui.consult.history import Talk
from herniatui.consult.model import Consult, Decision, Kind, Need
from herniatui.consult.quotes import Answer, now, on_now, take_back
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.recap import QuestionAccount, account, decided_earlier
from herniatui.tui.host import Host
from herniatui.tui.keys.command import Where
from herniatui.tui.keys.commands import bindings, named
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.statements import stars
from herniatui.tui.screens.base import TalkScreen

# Keys of the rows; a question or option has its id behind the colon.
QUESTION, OPTION, NEED, EARLIER = "question:", "option:", "need:", "earlier:"
NOT_YET, WHEN = "not-yet", "when"


class DecisionScreen(TalkScreen):
    """The last stop but one."""

    where = Where.DECISION
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show what was said, and the decision."""
        self.page.show(
            list(decision_rows(self.card, talk, named("choose", self.host.commands).shown)),
            talk.walk.line_of(talk.walk.stop),
            top=arrived,
        )
        if self.page.key.startswith((OPTION, NOT_YET)):
            self.page.bring_into_view(NOT_YET)  # the choices are seen together, none before another

    def prompts(self) -> tuple[str, ...]:
        """Return what a clinician could say before deciding."""
        return self.host.deck.additions.prompts.decision

    def action_decision(self) -> None:
        """Go to the choices, past what was said."""
        self.go(walk.point(self.talk.walk, OPTION + self.card.options[0].id))

    def on_page_picked(self) -> None:
        """Choose by mouse."""
        self.action_choose()

    def action_choose(self) -> None:
        """Do what the row under the cursor offers: go to the question, decide, or say what is needed."""
        key, consult = self.page.key, self.talk.consult
        if key.startswith(QUESTION):
            self.go(walk.go(self.card, self.talk.walk, key.removeprefix(QUESTION)))
        elif key.startswith(EARLIER):
            self._take_off(key.removeprefix(EARLIER))
        elif key.startswith(OPTION):
            self.say(on_now(consult, lambda consult: edits.decide(consult, key.removeprefix(OPTION))))
        elif key == NOT_YET:
            self.say(on_now(consult, edits.decide_not_yet))
            self.page.bring_into_view(WHEN)
            if self.talk.consult.decision.not_yet and self.host.session.can_be_kept:
                self.host.show_message(_keep_hint(self.host))
        elif key == WHEN:
            title = _("When will you talk about it again?")
            self.write(title, consult.decision.when, lambda text: edits.come_back(self.talk.consult, text))
        elif key == NEED + Need.OTHER:
            title = _("What else is needed to decide?")
            self.write(title, consult.decision.other, lambda text: edits.need_other(self.talk.consult, text))
        else:
            self.say(edits.need(consult, Need(key.removeprefix(NEED))))

    def _take_off(self, answer: str) -> None:
        """Take off the answers to earlier words that this row is about."""
        kinds, _colon, answered = answer.partition(":")
        consult = self.talk.consult
        for kind in kinds.split(","):
            consult = take_back(consult, (Kind(kind), answered))
        self.say(consult)
        undo = named("undo", self.host.commands).brief
        self.host.show_message(_("Taken off. {key}: undo.").format(key=undo))


def _keep_hint(host: Host) -> str:
    """Return how this talk can be kept for the next visit."""
    return _("{key}: keep this talk for the next visit").format(key=named("keep", host.commands).brief)


def decision_rows(card: Card, talk: Talk, choose: str = named("choose").shown) -> Iterator[Row]:
    """Yield what was said question by question, and then the choices that there are; `choose` is the key for that."""
    yield Row(_("What you have said"), look="ours")
    if talk.consult.words:
        changed = _(
            "The card has changed. What was said of other words stands here with those words; {key} takes it off."
        )
        yield Row(changed.format(key=choose), look="quiet")
    for one in account(card, talk.consult, talk.walk):
        yield from _question_rows(one)
    if talk.consult.note:
        yield Row(phrases.quoted(talk.consult.note), lead=_("In your own words: "), gap=True)
    yield Row(_("What do you decide?"), look="ours", gap=True)
    yield from _choices(card, talk.consult, choose)


def _question_rows(one: QuestionAccount) -> Iterator[Row]:
    text = phrases.with_remark(one.text, one.since)
    key, lead = (QUESTION + one.id, f"{one.number}  ") if one.number else ("", "")
    yield Row(text, key="" if one.since else key, look="heading", lead=lead, gap=True)
    if (Kind.CHOSEN, one.id) in one.earlier:
        yield Row(_("you wanted to talk about this first"), key=_earlier(one, Kind.CHOSEN), indent=3)
    if one.looked_at:
        yield Row(one.looked_at, look="quiet", indent=3)
    elif one.is_empty and not one.since:
        yield Row(_("nothing said about it"), look="quiet", indent=3)
    if one.said.preference:
        yield Row(one.preference, key=_earlier(one, Kind.PREFERENCE), lead=_("Preference: "), indent=3)
    if one.said.importance:
        words = f"{stars(one.said.importance)} {phrases.IMPORTANCE[one.said.importance]}"
        yield Row(words, key=_earlier(one, Kind.IMPORTANCE), lead=_("Weighs: "), indent=3)
    for marked in one.marked:
        said = ", ".join(phrases.MARKS[mark] for mark in marked.marks)
        yield Row(
            f"{said}: {marked.words}", key=_key(*marked.earlier), lead=f"{phrases.signs(marked.marks)} ", indent=3
        )
    if one.said.note:
        words = phrases.quoted(one.said.note)
        yield Row(words, key=_earlier(one, Kind.NOTE), lead=_("In your own words: "), indent=3)


def _earlier(one: QuestionAccount, kind: Kind) -> str:
    """Return the key of the row of this answer, by which it can be taken off; none if it is to today's words."""
    return _key((kind, one.id)) if (kind, one.id) in one.earlier else ""


def _key(*answers: Answer) -> str:
    """Return the key of a row about these answers, which are about one thing; none if there are no answers."""
    kinds = ",".join(kind.value for kind, _id in answers)
    return f"{EARLIER}{kinds}:{answers[0][1]}" if answers else ""


def _choices(card: Card, consult: Consult, choose: str) -> Iterator[Row]:
    decision = now(consult).decision
    if earlier := decided_earlier(card, consult):
        yield Row(earlier, key=_key((Kind.DECISION, "")), lead=_("Decided earlier: "), gap=True)
    for index, option in enumerate(card.options):
        lead = f"{_round(decision.option == option.id)} {letter(index)}  "
        yield Row(option.name, key=OPTION + option.id, lead=lead, gap=index == 0)
    yield Row(_("Not decide yet"), key=NOT_YET, lead=f"{_round(decision.not_yet)} ")
    if decision.not_yet:
        yield from _needs(decision, choose)


def _needs(decision: Decision, choose: str) -> Iterator[Row]:
    yield Row(_("What is needed for it?"), look="quiet", indent=4)
    for need in Need:
        words = phrases.NEEDS[need]
        if need is Need.OTHER and decision.other:
            words = f"{words}: {phrases.quoted(decision.other)}"
        yield Row(_sentence(words), key=NEED + need, lead=f"[{'x' if need in decision.needs else ' '}] ", indent=4)
    when = phrases.quoted(decision.when) if decision.when else _("press {key} to write it down").format(key=choose)
    yield Row(when, key=WHEN, lead=_("Talk about it again: "), indent=4)


def _round(on: bool) -> str:
    return "(•)" if on else "( )"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
