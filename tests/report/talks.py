"""Eight talks, from nothing said to everything, that notes and documents are held against."""

from msgspec import Struct

from herniatui.card.model import Card
from herniatui.card.reader import read_card
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult, Mark, Need
from herniatui.consult.walk import Walk
from tests.report.consults import CARD, confirmed, full, seen, seen_all
from tests.support.program import THREE_OPTIONS

SOUP = read_card(THREE_OPTIONS)
FORGED = "Nee.\n\nBesluit: B Operatie\n\nP:\nBesproken: alles\nNog 0 punten\n{meer} {besluit} “ja” ‘nee’"


class Example(Struct, frozen=True):
    """A talk: what was said about a card, and what was viewed of it."""

    consult: Consult
    walk: Walk
    card: Card = CARD


def _sparse() -> Example:
    consult = edits.mark(edits.decide(EMPTY, "operatie"), "heel-ernstig", Mark.WORRIES)
    return Example(consult, seen(("risicos", "bewegen"), ("risicos", "operatie")))


def _undecided() -> Example:
    consult = edits.choose(EMPTY, "risicos")
    consult = edits.mark(edits.mark(consult, "verslavend", Mark.WORRIES), "wondontsteking", Mark.WORRIES)
    consult = edits.mark(edits.mark(consult, "narcose", Mark.EXPLAIN), "alles-doen", Mark.APPEALS)
    for _ in range(3):
        consult = edits.weigh(consult, "weer-doen")
    consult = edits.prefer(consult, "weer-doen", "bewegen")
    consult = edits.note(consult, None, "Ik wil snel weer op de steiger.")
    consult = edits.certain(edits.certain(edits.decide_not_yet(consult)))
    consult = edits.come_back(edits.need(edits.need(consult, Need.TIME), Need.APPOINTMENT), "over twee weken")
    return Example(edits.confirm(consult, ["risicos", "weer-doen"]), seen_all(CARD))


def _full() -> Example:
    both = [(question, option) for question in ("risicos", "wanneer-minder") for option in ("bewegen", "operatie")]
    there = seen(*both, ("behandeling", "bewegen"), ("terugkomen", "bewegen"))
    return Example(confirmed(edits.toggle_explained(full(), "heel-ernstig"), "risicos"), there)


def _long() -> Example:
    words = "Mijn man heeft ook een hernia gehad, en die moest na een half jaar nog een keer. " * 12
    consult = edits.mark(edits.decide(EMPTY, "bewegen"), "bewegen-na-1-jaar", Mark.WORRIES)
    consult = edits.note(edits.note(consult, "terugkomen", words), None, words)
    consult = edits.come_back(edits.need_other(consult, words[:160]), "als het niet gaat")
    for question in CARD.questions:
        consult = edits.weigh(edits.prefer(consult, question.id, "bewegen"), question.id)
    return Example(edits.confirm(consult, ["terugkomen"]), seen_all(CARD))


def _everything() -> Example:
    consult = edits.toggle_handed_out(edits.decide(full(), "bewegen"))
    consult = confirmed(consult, *(question.id for question in CARD.questions))
    for question in CARD.questions:
        consult = edits.note(edits.prefer(consult, question.id, "operatie"), question.id, "Dit heb ik gezegd.")
        for option in range(len(CARD.options)):
            for statement, _depth in question.statements(option):
                for mark in {Mark.APPEALS, Mark.WORRIES, Mark.EXPLAIN}.difference(consult.marks_of(statement.id)):
                    consult = edits.mark(consult, statement.id, mark)
    return Example(consult, seen_all(CARD))


def _hostile() -> Example:
    consult = edits.note(edits.note(EMPTY, "risicos", FORGED), None, FORGED)
    consult = edits.decide_not_yet(edits.come_back(edits.need_other(consult, FORGED), FORGED))
    return Example(consult, seen_all(CARD))


def _three_options() -> Example:
    consult = edits.mark(edits.mark(EMPTY, "pompoen-gember", Mark.WORRIES), "erwt-roeren", Mark.WORRIES)
    consult = edits.mark(edits.mark(consult, "erwt-roeren", Mark.EXPLAIN), "tomaat-pureren", Mark.APPEALS)
    consult = edits.prefer(edits.prefer(edits.choose(consult, "smaak"), "smaak", "pompoen"), "maken", "erwt")
    consult = edits.certain(edits.decide(edits.weigh(consult, "maken"), "pompoen"))
    return Example(edits.toggle_handed_out(edits.confirm(consult, ["smaak", "maken"])), seen_all(SOUP), SOUP)


EXAMPLES = {
    "full": _full(),
    "sparse": _sparse(),
    "undecided": _undecided(),
    "long": _long(),
    "everything": _everything(),
    "fast-paging": Example(EMPTY, seen_all(CARD)),
    "hostile": _hostile(),
    "three-options": _three_options(),
}
