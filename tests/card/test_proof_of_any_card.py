"""Any card equals its source in every way that a source may be written; a word that differs is found at its place."""

import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from herniatui.card.library import check
from herniatui.card.model import Card
from herniatui.card.proof.passages import passages
from herniatui.card.proof.source_report import described
from tests.card.any_card import as_yaml, cards
from tests.card.sources import WAYS, with_texts
from tests.support.soak import soaking

MARK, OTHER = "Qzxj", "Jxzq"
"""Words that no card has, to find the place of a difference by."""
BULLETS = tuple("•‣⁃∙◦○●◉▪▫■□◆◇❖➢➤►▶✓✔・\uf0a7\uf0b7\uf0d8\uf0fc")
FOUND = re.compile(r".*card\.yaml:(\d+):(\d+): (.*) \(source\.nl\.(?:txt|md):(\d+):(\d+)\)")

Place = tuple[int, int]

few_cards = settings(
    phases=[phase for phase in Phase if phase is not Phase.shrink],  # takes minutes; the seed repeats a failure
    max_examples=soaking(short=40, long=400),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@st.composite
def changeable_cards(draw: st.DrawFn) -> Card:
    """Draw a card of a few questions without annotations, each of its texts with a word of its own."""
    drawn = draw(cards(most_questions=3))
    assume(not any(text.startswith((*BULLETS, "o ")) for text in drawn.texts()))  # a source cannot tell it from a list
    side = draw(st.booleans())
    return with_texts(drawn, (f"w{n} {text}" if side else f"{text} w{n}" for n, text in enumerate(drawn.texts())))


@few_cards
@given(way=st.sampled_from([*WAYS]), card=changeable_cards(), data=st.data())
def test_a_card_equals_its_source_and_one_word_that_differs_is_found_at_its_place(
    way: str, card: Card, data: st.DataObject
) -> None:
    assert Compared(card, card, way).found == []
    here = data.draw(st.integers(0, len([*card.texts()]) - 1))
    at = data.draw(st.integers(0, 20))
    with_mark = marked(card, here, MARK, at)
    kind = data.draw(st.sampled_from(["dropped", "changed", "doubled"]))
    other = card if kind == "dropped" else marked(card, here, OTHER if kind == "changed" else f"{MARK} {MARK}", at)
    lines = {line for line, _column in Compared(card, with_mark, way).in_source(MARK)}
    for ours, theirs in ((with_mark, other), (other, with_mark)):
        compared = Compared(ours, theirs, way)
        where = described([*passages(ours)][here], ours) + ":"
        assert compared.found
        for found in compared.found:  # a name or a question may stand in a source more than once
            assert found.where.split()[: len(where.split())] == where.split()
            assert found.source[0] in lines
            if ours is not card:
                assert found.card in compared.on_card(MARK, OTHER, behind=kind == "doubled")
            if theirs is not card:
                assert found.source in compared.in_source(MARK, OTHER, behind=kind == "doubled")


@few_cards
@given(way=st.sampled_from([*WAYS]), card=changeable_cards(), data=st.data())
def test_a_word_in_another_cell_is_found_at_both_places(way: str, card: Card, data: st.DataObject) -> None:
    texts = [*passages(card)]
    cells = [place for place, passage in enumerate(texts) if passage.in_cell]
    here, there = data.draw(st.sampled_from(cells)), data.draw(st.sampled_from(cells))
    assume(texts[here].block != texts[there].block)
    ours, theirs = (marked(card, place, MARK, data.draw(st.integers(0, 20))) for place in (here, there))
    compared = Compared(ours, theirs, way)
    assert compared.found
    named = [set(compared.on_card(MARK)) & {found.card for found in compared.found}]
    named += [set(compared.in_source(MARK)) & {found.source for found in compared.found}]
    assert all(named) if way.startswith("headings") else any(named)


class Found(NamedTuple):
    card: Place
    where: str
    source: Place


class Compared:
    """What `check` says of a card and the source of another one."""

    def __init__(self, ours: Card, theirs: Card, way: str) -> None:
        ending, write = WAYS[way]
        self.card, self.source = as_yaml(ours), write(theirs)
        with TemporaryDirectory() as folder:
            path = Path(folder, "card.yaml")
            path.write_text(self.card, encoding="utf-8", newline="\n")
            path.with_name(f"source.nl.{ending}").write_text(self.source, encoding="utf-8", newline="\n")
            lines = [FOUND.fullmatch(line) or pytest.fail(line) for line in check(path)]
        self.found = [Found((int(m[1]), int(m[2])), m[3], (int(m[4]), int(m[5]))) for m in lines]

    def on_card(self, *marks: str, behind: bool = False) -> list[Place]:
        return _places(self.card, marks, behind)

    def in_source(self, *marks: str, behind: bool = False) -> list[Place]:
        return _places(self.source, marks, behind)


def _places(text: str, marks: Iterable[str], behind: bool) -> list[Place]:
    """Return where these words stand in a text, and perhaps where they end and where the next word begins."""
    found: list[Place] = []
    for match in re.finditer("|".join(marks), text):
        line, column = text.count("\n", 0, match.start()) + 1, match.start() - text.rfind("\n", 0, match.start())
        end = column + len(match.group())
        found += [(line, column), (line, end), (line, end + 1)] if behind else [(line, column)]
    return found


def marked(card: Card, place: int, mark: str, at: int) -> Card:
    """Return the card with a word more in the text at this place."""
    texts = [*card.texts()]
    words = texts[place].split()
    texts[place] = " ".join([*words[:at], mark, *words[at:]])
    return with_texts(card, texts)
