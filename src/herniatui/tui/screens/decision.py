"""Decision screen: what the patient said, as given, and the decision, which may be not to decide yet."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import BindingType

from herniatui.card.model import Card, letter
from herniatui.consult import edits, walk
from herniatui.consult.history import Talk
from herniatui.consult.model import Consult, Decision, Kind, Need
from herniatui.consult.quotes import Answer, current_answers, edit_current, remove_answer
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.recap import QuestionAccount, account, earlier_decision
from herniatui.tui.host import Host
from herniatui.tui.keys.command import Where
from herniatui.tui.keys.commands import bindings, named
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.statements import stars
from herniatui.tui.screens.base import TalkScreen

# Row keys; the id of a question or option follows the colon.
QUESTION, OPTION, NEED, EARLIER = "question:", "option:", "need:", "earlier:"
NOT_YET, WHEN = "not-yet", "when"


class DecisionScreen(TalkScreen):
    """Screen of the decision, the last stop before closing."""

    where = Where.DECISION
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show what was said, and the choices."""
        self.page.show(
            list(decision_rows(self.card, talk, named("choose", self.host.commands).shown)),
            talk.walk.line_of(talk.walk.stop),
            top=arrived,
        )
        if self.page.key.startswith((OPTION, NOT_YET)):
            self.page.bring_into_view(NOT_YET)  # all choices in view at once, none before another

    def prompts(self) -> tuple[str, ...]:
        """Return the conversation prompts before the decision."""
        return self.host.deck.additions.prompts.decision

    def action_decision(self) -> None:
        """Move the cursor to the choices."""
        self.go(walk.point(self.talk.walk, OPTION + self.card.options[0].id))

    def on_page_picked(self) -> None:
        """Run the action of the clicked row."""
        self.action_choose()

    def action_choose(self) -> None:
        """Run the action of the row under the cursor: go to a question, decide, choose a need, or remove an answer."""
        key, consult = self.page.key, self.talk.consult
        if key.startswith(QUESTION):
            self.go(walk.go(self.card, self.talk.walk, key.removeprefix(QUESTION)))
        elif key.startswith(EARLIER):
            self._remove_answers(key.removeprefix(EARLIER))
        elif key.startswith(OPTION):
            self.say(edit_current(consult, lambda consult: edits.decide(consult, key.removeprefix(OPTION))))
        elif key == NOT_YET:
            self.say(edit_current(consult, edits.decide_not_yet))
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

    def _remove_answers(self, answer: str) -> None:
        """Remove the answers to earlier words that this row shows.

        Args:
            answer: the row key without `EARLIER`, as made by `_key`.
        """
        kinds, _colon, answered = answer.partition(":")
        consult = self.talk.consult
        for kind in kinds.split(","):
            consult = remove_answer(consult, (Kind(kind), answered))
        self.say(consult)
        undo = named("undo", self.host.commands).brief
        self.host.show_message(_("Taken off. {key}: undo.").format(key=undo))


def _keep_hint(host: Host) -> str:
    """Return the message that tells how to keep this talk for the next visit."""
    return _("{key}: keep this talk for the next visit").format(key=named("keep", host.commands).brief)


def decision_rows(card: Card, talk: Talk, choose: str = named("choose").shown) -> Iterator[Row]:
    """Yield what was said question by question, then the choices.

    Args:
        card: the card.
        talk: the talk to show.
        choose: display name of the key that runs the action of a row.
    """
    yield Row(_("What you have said"), look="ours")
    if talk.consult.words:
        changed = _(
            "The card has changed. What was said of other words stands here with those words; {key} takes it off."
        )
        yield Row(changed.format(key=choose), look="quiet")
    for question_account in account(card, talk.consult, talk.walk):
        yield from _question_rows(question_account)
    if talk.consult.note:
        yield Row(phrases.quoted(talk.consult.note), lead=_("In your own words: "), gap=True)
    yield Row(_("What do you decide?"), look="ours", gap=True)
    yield from _choices(card, talk.consult, choose)


def _question_rows(answers: QuestionAccount) -> Iterator[Row]:
    text = phrases.with_remark(answers.text, answers.since)
    key, lead = (QUESTION + answers.id, f"{answers.number}  ") if answers.number else ("", "")
    yield Row(text, key="" if answers.since else key, look="heading", lead=lead, gap=True)
    if (Kind.CHOSEN, answers.id) in answers.earlier:
        yield Row(_("you wanted to talk about this first"), key=_earlier(answers, Kind.CHOSEN), indent=3)
    if answers.looked_at:
        yield Row(answers.looked_at, look="quiet", indent=3)
    elif answers.is_empty and not answers.since:
        yield Row(_("nothing said about it"), look="quiet", indent=3)
    if answers.said.preference:
        yield Row(answers.preference, key=_earlier(answers, Kind.PREFERENCE), lead=_("Preference: "), indent=3)
    if answers.said.importance:
        words = f"{stars(answers.said.importance)} {phrases.IMPORTANCE[answers.said.importance]}"
        yield Row(words, key=_earlier(answers, Kind.IMPORTANCE), lead=_("Weighs: "), indent=3)
    for marked in answers.marked:
        said = ", ".join(phrases.MARKS[mark] for mark in marked.marks)
        yield Row(
            f"{said}: {marked.words}", key=_key(*marked.earlier), lead=f"{phrases.signs(marked.marks)} ", indent=3
        )
    if answers.said.note:
        words = phrases.quoted(answers.said.note)
        yield Row(words, key=_earlier(answers, Kind.NOTE), lead=_("In your own words: "), indent=3)


def _earlier(answers: QuestionAccount, kind: Kind) -> str:
    """Return the row key that allows removing this answer; empty if it is about the current words."""
    return _key((kind, answers.id)) if (kind, answers.id) in answers.earlier else ""


def _key(*answers: Answer) -> str:
    """Return the key of a row with these answers, all about one question or statement; empty without answers."""
    kinds = ",".join(kind.value for kind, _id in answers)
    return f"{EARLIER}{kinds}:{answers[0][1]}" if answers else ""


def _choices(card: Card, consult: Consult, choose: str) -> Iterator[Row]:
    decision = current_answers(consult).decision
    if earlier := earlier_decision(card, consult):
        yield Row(earlier, key=_key((Kind.DECISION, "")), lead=_("Decided earlier: "), gap=True)
    for index, option in enumerate(card.options):
        lead = f"{_radio(decision.option == option.id)} {letter(index)}  "
        yield Row(option.name, key=OPTION + option.id, lead=lead, gap=index == 0)
    yield Row(_("Not decide yet"), key=NOT_YET, lead=f"{_radio(decision.not_yet)} ")
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


def _radio(on: bool) -> str:
    return "(•)" if on else "( )"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
