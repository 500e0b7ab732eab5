"""What choosing a row does: on Start, on Decide and on Close. A row is known by its key."""

from collections.abc import Callable
from string import ascii_lowercase

from msgspec import Struct

from herniatui.card.model import Card
from herniatui.consult import edits, walk
from herniatui.consult.history import Talk, edit, move
from herniatui.consult.model import Consult, Kind, Mark, Need
from herniatui.consult.quotes import Answer, current_answers, edit_current, remove_answer
from herniatui.i18n import _

# Keys of rows; the id of a question, statement or option follows the colon. On Start a key is the id of a question.
UNSEEN, EXPLAIN, EARLIER, OPTION, NEED = "unseen:", "explain:", "earlier:", "option:", "need:"
NOT_YET, WHEN, CERTAIN, KEEP = "not-yet", "when", "certain", "keep"
DISCUSSED, TAUGHT_BACK, HANDED_OUT = "discussed:", "taught-back", "handed-out"


NO_PREFERENCE = _("g")
"""Key of the answer that there is no preference; the letter of an option is that of a preference for it."""


class Writing(Struct, frozen=True):
    """A text to be written: what to ask, the text so far, and the edit that sets it."""

    title: str
    text: str
    say: Callable[[Consult, str], Consult]


def choose_question(talk: Talk, question: str) -> Talk:
    """Choose a question to talk about first, or undo that choice."""
    return edit(talk, edit_current(talk.consult, lambda consult: edits.choose(consult, question)))


def preference_answers(card: Card) -> dict[str, str]:
    """Return the names of the options by their letter, and the answer that there is no preference."""
    names = {ascii_lowercase[index]: option.short for index, option in enumerate(card.options)}
    return names | {NO_PREFERENCE: _("no preference")}


def prefer(card: Card, consult: Consult, question: str, key: str) -> Consult | None:
    """Return the consult with the preference that this key stands for; None if it stands for none."""
    if key not in preference_answers(card):
        return None
    if key == NO_PREFERENCE:
        return edit_current(consult, lambda now: edits.prefer_none(now, question))
    option = card.options[ascii_lowercase.index(key)].id
    return edit_current(consult, lambda now: edits.prefer(now, question, option))


def choose_at_decide(card: Card, talk: Talk, key: str) -> Talk | Writing | None:
    """Run the action of a row of Decide: decide, go to a question, tick, or remove an answer to earlier words.

    Returns:
        The talk to go on with; for a row with a text what is to be written; None for the row to keep the talk.
    """
    consult = talk.consult
    if key.startswith((UNSEEN, EXPLAIN)):
        return move(talk, question_of(card, talk.walk, key))
    if key.startswith(EARLIER):
        return edit(talk, _without(consult, key))
    if key.startswith(OPTION):
        return edit(talk, edit_current(consult, lambda now: edits.decide(now, key.removeprefix(OPTION))))
    if key == NOT_YET:
        return edit(talk, edit_current(consult, edits.decide_not_yet))
    if key == CERTAIN:
        return edit(talk, edits.certain(consult))
    if key == WHEN:
        return Writing(_("When will you talk about it again?"), consult.decision.when, edits.come_back)
    if key == NEED + Need.OTHER:
        return Writing(_("What else is needed to decide?"), consult.decision.other, edits.need_other)
    return None if key == KEEP else edit(talk, edits.need(consult, Need(key.removeprefix(NEED))))


def choose_at_close(talk: Talk, key: str) -> Talk | None:
    """Tick or untick a row of Close; None for the row to keep the talk."""
    if key == KEEP:
        return None
    if key == TAUGHT_BACK:
        return edit(talk, edits.toggle_taught_back(talk.consult))
    if key == HANDED_OUT:
        return edit(talk, edits.toggle_handed_out(talk.consult))
    return edit(talk, edits.toggle_discussed(talk.consult, key.removeprefix(DISCUSSED)))


def is_decided(consult: Consult, key: str) -> bool:
    """Return whether this row of Decide is the outcome, so that going on there does not take it back."""
    decision = current_answers(consult).decision
    return (key == NOT_YET and decision.not_yet) or (decision.option is not None and key == OPTION + decision.option)


def question_of(card: Card, here: walk.Walk, key: str) -> walk.Walk:
    """Return the walk to the question or statement that this row of Decide names."""
    if key.startswith(UNSEEN):
        return walk.open_from_decision(card, here, key.removeprefix(UNSEEN))
    statement = key.removeprefix(EXPLAIN)
    question = next(question for question in card.questions if question.has(statement))
    return walk.open_from_decision(card, here, question.id, statement)


def note_here(card: Card, talk: Talk) -> Writing:
    """Return the note in the patient's own words, about the question on screen or about the whole talk."""
    stop = talk.walk.stop
    at_question = walk.is_question(stop)
    title = _("In the patient's own words")
    if stop == walk.START:
        title = _("What would you like to be able to do again?")
    if at_question:
        title = f"{title}: {card.questions[card.question_index(stop)].text}"
    text = talk.consult.about(stop).note if at_question else talk.consult.note
    return Writing(title, text, lambda consult, words: edits.note(consult, stop if at_question else None, words))


def toggle_explained(consult: Consult, statement: str) -> Consult | None:
    """Toggle that a statement was explained; None if it is not marked as one that needs it."""
    if (statement, Mark.EXPLAIN) not in current_answers(consult).marks:
        return None
    return edit_current(consult, lambda now: edits.toggle_explained(now, statement))


def key_of_answers(*answers: Answer) -> str:
    """Return the key of a row with these answers to earlier words, all about one question or statement."""
    kinds = ",".join(kind.value for kind, _id in answers)
    return f"{EARLIER}{kinds}:{answers[0][1]}"


def _without(consult: Consult, key: str) -> Consult:
    """Return the consult without the answers of the row with this key, which begins with `EARLIER`."""
    kinds, _colon, answered = key.removeprefix(EARLIER).partition(":")
    for kind in kinds.split(","):
        consult = remove_answer(consult, (Kind(kind), answered))
    return consult
