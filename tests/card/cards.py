"""Cards for these tests: the one that ships, and a small one to break in one place at a time."""

from pathlib import Path

from herniatui.card.model import Card, Frequency, Statement, Time
from herniatui.card.problems import ProblemsFound
from herniatui.card.proof.comparison import Difference, nearest
from herniatui.card.reader import read_card
from tests.support.program import HERNIA

SOURCE = HERNIA.with_name("source.nl.txt")

TEA = """\
format: 1
id: thee
language: nl
title: Keuzekaart Thee
question: Groen of zwart?
options:
  - id: groen
    name: GROENE THEE
    short: Groen
  - id: zwart
    name: ZWARTE THEE
    short: Zwart
questions:
  - id: zetten
    text: Hoe zet je thee?
    answers:
      groen:
        - id: water
          text: Bij 75 van de 100 kopjes is het water 80 graden na 2 minuten.
          frequencies:
            - {quote: 75 van de 100, count: 75, of: 100, relation: exactly}
          times:
            - quote: na 2 minuten
      zwart:
        - id: kokend
          text: Het water kookt.
origin:
  publisher: de theeclub
"""
"""A card without a fault; the tests of problems name its lines by number."""


def changed(*changes: tuple[str, str]) -> str:
    """Return the tea card with each first text, which stands in it once, replaced by the second."""
    text = TEA
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the card"
        text = text.replace(old, new)
    return text


def problems(folder: Path, content: str | bytes) -> list[str]:
    """Return what is wrong with a file of this content, without the name of the file; empty if it is a card."""
    path = folder / "card.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    try:
        read_card(path, called="card.yaml")
    except ProblemsFound as found:
        return [line.removeprefix("card.yaml:") for line in found.lines()]
    return []


def statements(card: Card) -> list[Statement]:
    """Return every statement of the card in the order of the card."""
    tops = [*card.introduction, *(top for question in card.questions for answer in question.answers for top in answer)]
    return [statement for top in tops for statement, _depth in top.walk()]


def differences(card: Card, source: str) -> list[Difference]:
    """Return the differences of the card from a source in plain text."""
    return nearest(card, source).found


def frequencies(card: Card) -> list[Frequency]:
    """Return every frequency of the card in the order of the card."""
    return [frequency for statement in statements(card) for frequency in statement.frequencies]


def times(card: Card) -> list[Time]:
    """Return every time of the card in the order of the card."""
    return [time for statement in statements(card) for time in statement.times]
