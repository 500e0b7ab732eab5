"""What undo says that it undid."""

from collections.abc import Callable

import pytest
from hypothesis import given

from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult, Mark, Need
from herniatui.report.difference import LONGEST, difference
from tests.consult.strategies import CARD as SOUP
from tests.consult.strategies import Edit, consult_edits, consults
from tests.report.consults import CARD
from tests.support.program import OTHER_LANGUAGES, deck_of

CASES: dict[str, Callable[[Consult], Consult]] = {
    "− bij “Een heel klein deel van de mensen kan…” (B)": lambda c: edits.mark(c, "heel-ernstig", Mark.WORRIES),
    "voorkeur bij vraag 3": lambda c: edits.prefer(c, "risicos", "operatie"),
    "hoe belangrijk bij vraag 2": lambda c: edits.weigh(c, "wanneer-minder"),
    "notitie bij vraag 1": lambda c: edits.note(c, "behandeling", "nee"),
    "in eigen woorden": lambda c: edits.note(c, None, "nee"),
    "het besluit": lambda c: edits.decide(c, "operatie"),
    "wat voor later is afgesproken": lambda c: edits.need(c, Need.TIME),
    "de vragen om over te praten": lambda c: edits.choose(c, "risicos"),
    "wat is bevestigd": lambda c: edits.toggle_discussed(c, "risicos"),
}


@pytest.mark.parametrize("words", [words for words in CASES if "“" not in words])
def test_it_names_the_kind_and_the_question(words: str) -> None:
    after = CASES[words](EMPTY)
    assert difference(CARD, EMPTY, after) == difference(CARD, after, EMPTY) == words


def test_a_statement_is_quoted_in_the_marks_of_the_language_of_the_card() -> None:
    after = edits.mark(EMPTY, "a-een", Mark.WORRIES)
    told = {language: difference(deck_of(path).card, EMPTY, after) for language, path in OTHER_LANGUAGES.items()}
    assert told["de"] == "− bij „Das Wasser kochen.“ (A)"
    assert told["fr"] == "− bij «\u00a0Faire bouillir l’eau.\u00a0» (A)"
    assert told["zh"] == "− bij “把水烧开。” (A)"
    assert told["ar"].startswith("− bij ”سخّن الماء")
    assert told["ar"].endswith("…“ (A)")


def test_a_mark_is_named_with_its_statement_shortened_and_its_option() -> None:
    after = edits.mark(EMPTY, "heel-ernstig", Mark.WORRIES)
    told = difference(CARD, EMPTY, after)
    statement = next(found.text for found, _depth in CARD.questions[2].statements(1) if found.id == "heel-ernstig")
    words = told.partition("“")[2].partition("”")[0].removesuffix("…")
    assert told.startswith("− bij “")
    assert told.endswith("” (B)")
    assert statement.startswith(words)
    assert len(words) <= LONGEST


@given(consult=consults(), change=consult_edits)
def test_every_edit_has_words(consult: Consult, change: Edit) -> None:
    after = change(consult)
    if after != consult:
        assert difference(SOUP, consult, after)
