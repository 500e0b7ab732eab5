"""Consults to report on."""

from datetime import date

from herniatui.card.model import Card
from herniatui.card.reader import read_card
from herniatui.consult import edits, walk
from herniatui.consult.model import EMPTY, Consult, Mark, Need
from herniatui.consult.walk import Walk
from herniatui.report.fhir import Soep, soep_of
from tests.support.program import HERNIA, HOSTILE

CARD = read_card(HERNIA)
HOSTILE_CARD = read_card(HOSTILE)
DAY, SHA256 = date(2031, 2, 3), "0123456789abcdef" * 4


def full() -> Consult:
    """Return a consult about the hernia card with every answer of a patient, and the decision not to decide yet."""
    consult = EMPTY
    for question in ("risicos", "wanneer-minder"):
        consult = edits.choose(consult, question)
    for statement, mark in (
        ("operatie-geen-klachten", Mark.APPEALS),
        ("bewegen-geen-klachten", Mark.EXPLAIN),
        ("bewegen-geen-klachten", Mark.APPEALS),
        ("binnen-12-weken", Mark.EXPLAIN),
        ("maagbloeding", Mark.WORRIES),
        ("verslavend", Mark.WORRIES),
        ("heel-ernstig", Mark.WORRIES),
        ("heel-ernstig", Mark.EXPLAIN),
        ("prikken", Mark.APPEALS),
    ):
        consult = edits.mark(consult, statement, mark)
    consult = edits.prefer(consult, "wanneer-minder", "bewegen")
    consult = edits.prefer(edits.prefer(consult, "risicos", "operatie"), "risicos", "operatie")
    consult = edits.prefer_none(consult, "behandeling")
    for question, weight in (("risicos", 3), ("wanneer-minder", 1), ("behandeling", 2)):
        for _ in range(weight):
            consult = edits.weigh(consult, question)
    consult = edits.note(consult, "risicos", "Mijn broer is verslaafd geweest.\nDat wil ik niet.")
    consult = edits.note(consult, None, "Ik wil weer kunnen tuinieren 🌱")
    consult = edits.certain(edits.certain(edits.decide_not_yet(consult)))
    consult = edits.need(edits.need(consult, Need.DOCTOR), Need.TIME)
    consult = edits.need_other(consult, "mijn werkrooster bekijken")
    return edits.come_back(consult, "donderdag, aan de telefoon")


def ordinary() -> Consult:
    """Return an ordinary consult about the hernia card: six marks, a wish, a decision and an appointment."""
    consult = edits.choose(EMPTY, "risicos")
    for statement, mark in (
        ("operatie-geen-klachten", Mark.APPEALS),
        ("prikken", Mark.APPEALS),
        ("verslavend", Mark.WORRIES),
        ("heel-ernstig", Mark.WORRIES),
        ("maagbloeding", Mark.EXPLAIN),
        ("lek", Mark.EXPLAIN),
    ):
        consult = edits.mark(consult, statement, mark)
    for question in ("risicos", "risicos", "risicos", "weer-doen", "weer-doen"):
        consult = edits.weigh(consult, question)
    consult = edits.note(edits.prefer(consult, "risicos", "operatie"), None, "Ik wil weer kunnen tuinieren")
    return edits.need(edits.certain(edits.decide(consult, "operatie")), Need.APPOINTMENT)


def confirmed(consult: Consult, *questions: str) -> Consult:
    """Return the consult as a clinician confirms it: these questions were discussed, and told back."""
    return edits.toggle_taught_back(edits.confirm(consult, questions))


def seen(*tabs: tuple[str, str]) -> Walk:
    """Return a walk in which these options of these questions were viewed, and the first option, on arrival there."""
    there = Walk()
    for question, option in tabs:
        there = walk.go(CARD, there, question)
        viewed = [(question, there.option_of(question) or option), (question, option)]
        there = walk.view(walk.show(there, option), viewed)
    return there


def seen_all(card: Card) -> Walk:
    """Return a walk in which the whole card was viewed."""
    return Walk(seen=frozenset((question.id, option.id) for question in card.questions for option in card.options))


def soep_lines(card: Card, consult: Consult, there: Walk) -> Soep:
    """Return the lines of the SOEP note of a talk on `DAY` about a card with `SHA256`."""
    return soep_of(card, consult, there, DAY, SHA256)
