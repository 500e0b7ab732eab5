"""Decks, consults and a very large card for tests of the handout."""

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from herniatui.card.additions import Additions
from herniatui.card.library import Deck
from herniatui.card.model import Card, Frequency, Relation, Statement
from herniatui.consult import edits
from herniatui.consult.model import Consult
from herniatui.consult.walk import Walk
from tests.report.consults import CARD, full, seen
from tests.support.program import HERNIA, HOSTILE, THREE_OPTIONS, deck_of

DAY = date(2031, 2, 3)
DECK, HOSTILE_DECK, SOUP_DECK = deck_of(HERNIA), deck_of(HOSTILE), deck_of(THREE_OPTIONS)
WALK: Walk = seen(*((question.id, option.id) for question in CARD.questions for option in CARD.options))
NASTY = (
    "<script>alert(1)</script> #let x = 1 $ @ * _ ` \\ \" ' ]] {{}} %s [b]x[/b] &amp; // /* "
    "\u202f e\u0301 a\u0351 ﷺ 漢字 🌱👩\u200d🍳 \ue000 "
)
"""Text that looks like markup or code, and characters that few fonts have."""


def deck_for(card: Card) -> Deck:
    """Return the card without additions."""
    return Deck(card, Additions(), Path("card.yaml"))


def noted() -> Consult:
    """Return a consult with two notes of five thousand characters of `NASTY` text."""
    note = (NASTY * 100)[:4_900] + "\n" * 99 + "."
    return edits.note(edits.note(full(), "risicos", note), None, note)


def large(statements: int = 1) -> Card:
    """Return a card of fifty questions and six options, with a distinct text and number for each statement."""
    options = tuple(
        replace(CARD.options[0], id=f"keuze-{option}", name=f"KEUZE {option}", short=f"Keuze {option}")
        for option in range(1, 7)
    )
    questions = tuple(
        replace(
            CARD.questions[0],
            id=f"vraag-{number}",
            text=f"Vraag {number} van alle vragen?",
            answers=tuple(
                tuple(
                    _numbered(f"{number}-{option}-{line}", (number * line) % 100) for line in range(1, statements + 1)
                )
                for option in range(1, 7)
            ),
        )
        for number in range(1, 51)
    )
    return replace(CARD, options=options, questions=questions)


def _numbered(id_: str, count: int) -> Statement:
    quote = f"{count} van de 100"
    text = f"Bij {quote} mensen staat er dit bij {id_}."
    return Statement(f"s-{id_}", text, frequencies=(Frequency(quote, count, 100, Relation.EXACTLY),))
