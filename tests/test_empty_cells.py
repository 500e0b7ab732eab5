"""A cell in which the card says nothing is shown as that, in the program's words, wherever the card is shown."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from herniatui.card.library import check, open_deck
from herniatui.card.remarks import annotated, remarks
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import CLOSING, Walk
from herniatui.report.card_text import card_text
from herniatui.report.formats import FORMATS
from herniatui.report.handout import html_bytes, pdf_bytes
from herniatui.storage.record import CardStamp, Record
from herniatui.tui.app import HerniaApp
from tests.card.cards import changed, problems
from tests.linear.walking import walked
from tests.report.fhir.validators import against_schema, broken_invariants
from tests.support.printed import text
from tests.tui.driving import NOW, Talking, new_store, talk

KETTLE = "zwart:\n        - id: kokend\n          text: Het water kookt.\n"
NOT_SO = "zwart:\n        - {id: geen, text: Niet van toepassing.}\n"
SAID = "De kaart zegt hier niets."
MORE = "  - id: lang\n    text: Hoe lang?\n    answers:\n      groen: [{id: kort, text: Kort.}]\n      " + NOT_SO
EMPTY_CELL = changed((KETTLE, f"zwart: nothing\n{MORE}"))
"""A card of two questions: one cell is empty, and of another the card itself says that it does not apply."""


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "card.yaml"
    path.write_text(EMPTY_CELL, encoding="utf-8")
    return path


def test_an_empty_cell_is_no_problem_and_no_words_are_invented(card: Path) -> None:
    assert check(card) == []
    assert remarks(card) == []
    assert annotated(card) == (EMPTY_CELL, EMPTY_CELL)
    read = open_deck(card).card
    assert read.questions[0].answers[1] == ()
    assert SAID not in "".join(read.texts())


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("zwart: []\n", '"zwart" is leeg; zegt de kaart hier niets, schrijf dan "zwart: nothing"'),
        ("zwart: niets\n", '"zwart" is een lijst'),
        ("zwart: 'nothing'\n", '"zwart" is een lijst'),
        ("", 'of schrijf "zwart: nothing" als de kaart hier niets zegt'),
    ],
)
def test_a_cell_is_never_empty_by_accident(tmp_path: Path, answer: str, words: str) -> None:
    (found,) = problems(tmp_path, changed((f"      {KETTLE}", f"      {answer}" if answer else "")))
    assert words in found


def test_a_question_that_no_option_answers_is_a_problem(tmp_path: Path) -> None:
    neither = EMPTY_CELL.replace("[{id: kort, text: Kort.}]", "nothing").replace(NOT_SO, "zwart: nothing\n")
    (found,) = problems(tmp_path, neither)
    assert "geen enkele keuze heeft een antwoord op deze vraag" in found


async def test_on_screen_it_stands_in_place_of_statements_and_can_be_viewed(card: Path) -> None:
    async with talk("1 b", card=str(card)) as talking:
        assert SAID in talking.words
        assert ("zetten", "zwart") in talking.app.talk.walk.seen
        await talking.press("+ - ? down up p t esc w enter")
        assert talking.app.talk.consult.marks == frozenset()


@pytest.mark.parametrize("keys", ["1 z", "f3"])
async def test_it_stands_beside_what_the_card_says_of_the_other_option(card: Path, keys: str) -> None:
    async with talk(keys, card=str(card), size=(120, 40)) as talking:
        line = next(line for line in talking.lines if SAID in line)
        assert "kopjes" in line or keys == "f3"
        assert SAID in talking.words


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_in_the_calm_layout_it_is_a_page_of_its_own(card: Path, size: tuple[int, int]) -> None:
    app = HerniaApp(open_deck(card), today=NOW.date, store=new_store(), calm=True)
    async with app.run_test(size=size) as pilot:
        talking = Talking(app, pilot)
        await talking.press("1 enter")
        assert SAID in talking.words
        assert "0 van 0" not in talking.words
        await talking.press("enter")
        assert "Kort." in talking.words
    app.session.close(keep=True)


def test_in_lines_it_is_told(card: Path) -> None:
    told = walked(["", "", "", ""], card=card).lines
    assert told.count(SAID) == 1
    assert told[told.index(SAID) - 1].startswith("Keuze B")
    assert any("Niet van toepassing." in line for line in told)


def test_shown_and_printed_it_is_in_brackets_and_in_the_language_of_the_program(card: Path, tmp_path: Path) -> None:
    card.write_text(EMPTY_CELL.replace("language: nl", "language: fr"), encoding="utf-8")
    deck = open_deck(card)
    assert f"B. ZWARTE THEE\n({SAID})\n" in card_text(deck)
    day = date(2031, 2, 3)
    assert f'<p lang="nl">({SAID})</p>' in html_bytes(deck, None, None, day).decode()
    (tmp_path / "page.pdf").write_bytes(pdf_bytes(deck, None, None, day))
    assert SAID in " ".join(text(tmp_path / "page.pdf").split())


def test_exports_of_a_talk_hold_together_without_it(card: Path) -> None:
    when = datetime(2031, 2, 3, tzinfo=UTC)
    record = Record(CardStamp("thee"), when, when, 1, EMPTY, Walk(CLOSING))
    for form in FORMATS.values():
        assert form.render(open_deck(card), record, when.date(), soep=True, words=True, full=True)
    bundle = json.loads(FORMATS["fhir"].render(open_deck(card), record, when.date(), soep=True))
    assert against_schema(bundle) == []
    assert broken_invariants(bundle) == []
    assert SAID in json.dumps(bundle, ensure_ascii=False)
