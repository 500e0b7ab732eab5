"""Fairness, measured: with the contents of two options exchanged, everything is exchanged, and nothing else changes."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import TypeVar

import pytest
from msgspec.structs import replace

from herniatui.card.additions import Additions
from herniatui.card.library import Deck
from herniatui.card.model import Card, Option, Question, Statement
from herniatui.card.reader import read_card
from herniatui.consult import edits
from herniatui.consult.history import Talk, edit
from herniatui.consult.model import EMPTY, Mark
from herniatui.consult.walk import CLOSING, Walk, place
from herniatui.report.handout.build import handout
from herniatui.report.handout.document import Handout
from herniatui.report.note import note
from herniatui.tui.app import HerniaApp
from herniatui.tui.rows.decision import choice_rows, recap_rows
from herniatui.tui.rows.layout import Pieces, Row, lay_out, wrap
from herniatui.tui.rows.numbers import question_numbers
from herniatui.tui.rows.statements import statement_rows
from herniatui.tui.rows.whole_card import lay_out_bands, whole_card
from herniatui.tui.widgets.card_page import CardPage
from herniatui.tui.widgets.columns import Columns
from herniatui.tui.widgets.page import Page
from tests.support.program import HERNIA, THREE_OPTIONS
from tests.tui.driving import Talking, new_store

Item = TypeVar("Item")
SOURCES = [read_card(HERNIA), read_card(THREE_OPTIONS)]
NAMES = ["Eerste", "Tweede", "Derden", "Vierde", "Vijfde", "Zesden"]
WIDTHS = (52, 97, 147)
EQUAL_NAMES = replace(
    SOURCES[0],
    options=tuple(
        replace(option, short=name, name=name.upper()) for option, name in zip(SOURCES[0].options, NAMES, strict=False)
    ),
)
"""The hernia card with names of equal length, so that nothing depends on where a name is broken off."""


def renamed(statement: Statement, option: int) -> Statement:
    """Return a statement with an id that no other option has."""
    children = tuple(renamed(child, option) for child in statement.children)
    return replace(statement, id=f"{statement.id}-{option}", children=children)


def card_of(options: int) -> Card:
    """Return a card with so many options, whose names are equally long, of contents of the hernia and soup cards."""
    contents = [(source, index) for source in SOURCES for index in range(len(source.options))]
    questions = []
    for number in range(3):
        answers = []
        for option in range(options):
            source, index = contents[option % len(contents)]
            own = source.questions[number % len(source.questions)].answers[index]
            answers.append(tuple(renamed(statement, option) for statement in own))
        questions.append(Question(f"vraag-{number}", f"Wat gebeurt er bij vraag {number}?", tuple(answers)))
    names = tuple(Option(f"o{index}", NAMES[index].upper(), NAMES[index]) for index in range(options))
    clocks = tuple(clock for source in SOURCES for clock in source.clocks)
    return replace(SOURCES[0], options=names, questions=tuple(questions), clocks=clocks, introduction=())


def exchanged(card: Card, one: int, other: int) -> Card:
    """Return the card with the contents of these two options exchanged; their names stay."""

    def swap(question: Question) -> Question:
        answers = list(question.answers)
        answers[one], answers[other] = answers[other], answers[one]
        return replace(question, answers=tuple(answers))

    return replace(card, questions=tuple(map(swap, card.questions)))


def swapped_names(text: str, card: Card, one: int, other: int) -> str:
    """Return a text with letters and names of two options exchanged."""
    pairs = [(f"{'ABCDEF'[index]}{gap}{card.options[index].short}") for gap in ("  ", " ") for index in (one, other)]
    for number, name in enumerate(pairs):
        text = text.replace(name, f"<{number ^ 1}>")
    for number, name in enumerate(pairs):
        text = text.replace(f"<{number}>", name)
    return text


def drawn(rows: Sequence[Row], width: int) -> list[tuple[str, Pieces, tuple[tuple[int, int], ...], str]]:
    """Return every line with all that decides how it looks."""
    looks = [row.look for row in rows] + [""]  # of the empty line, whose row is -1
    return [(line.text, line.pieces, line.links, looks[line.row]) for line in lay_out(rows, width)]


CARDS = [pytest.param(card_of(options), id=f"{options} options") for options in range(2, 7)]


def exchanges(card: Card) -> Iterator[tuple[int, int, Question, Question]]:
    """Yield every pair of options, with each question before and after their contents are exchanged."""
    for one, other in combinations(range(len(card.options)), 2):
        there = exchanged(card, one, other)
        for question, after in zip(card.questions, there.questions, strict=True):
            yield one, other, question, after


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("card", [pytest.param(EQUAL_NAMES, id="hernia"), *CARDS])
def test_statements_exchanged_are_drawn_alike_in_the_other_place(card: Card, width: int) -> None:
    for one, other, question, after in exchanges(card):
        before = [drawn(list(statement_rows(question, option, "p")), width) for option in (one, other)]
        now = [drawn(list(statement_rows(after, option, "p")), width) for option in (other, one)]
        assert before == now


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("card", [pytest.param(EQUAL_NAMES, id="hernia"), *CARDS])
def test_numbers_exchanged_stand_in_the_list_of_the_other(card: Card, width: int) -> None:
    for one, other, question, after in exchanges(card):
        before, now = (figures_drawn(card, asked, width) for asked in (question, after))
        assert sorted(swapped_names(text, card, one, other) for text in before) == sorted(now)


def figures_drawn(card: Card, question: Question, width: int) -> list[str]:
    found = []
    for row in question_numbers(card, question):
        if row.key and row.drawing:
            lines = ["".join(text for text, _look in pieces).rstrip() for pieces in row.drawing(width)]
            if not lines[-1].startswith("= "):  # what every option has is not exchanged
                found.append("\n".join(lines))
    return found


@pytest.mark.parametrize("card", [pytest.param(EQUAL_NAMES, id="hernia"), *CARDS])
def test_on_the_whole_card_columns_are_exchanged_and_nothing_else(card: Card) -> None:
    width = 60 * len(card.options)
    for one, other in combinations(range(len(card.options)), 2):
        before, now = (whole_card_columns(each, width) for each in (card, exchanged(card, one, other)))
        before[one], before[other] = before[other], before[one]
        assert before == now


def whole_card_columns(card: Card, width: int) -> list[list[str]]:
    """Return the texts of each column, without the names of the options."""
    grid = lay_out_bands(list(whole_card(card, together=True)), card, width, wrap)
    names = [f"{'ABCDEF'[index]}  {option.short}" for index, option in enumerate(card.options)]
    columns: list[list[str]] = [[] for _option in card.options]
    for parts in grid.lines:
        if len(parts) > 1:
            for column, part in zip(columns, parts, strict=True):
                if part.row >= 0 and part.text not in names:
                    column.append(part.text)
    return columns


@pytest.mark.parametrize("card", CARDS)
def test_choices_have_one_order_and_one_look(card: Card) -> None:
    rows = [row for row in choice_rows(card, EMPTY, short=False) if row.key]
    assert [row.key for row in rows[:-1]] == [f"option:{option.id}" for option in card.options]
    assert len({(row.look, len(row.lead), len(row.text), row.indent, row.gap, row.marks) for row in rows[:-1]}) == 1


@pytest.mark.parametrize("card", [pytest.param(EQUAL_NAMES, id="hernia"), *CARDS])
def test_a_mark_is_in_the_note_under_the_option_that_now_has_the_statement(card: Card) -> None:
    for one, other in combinations(range(len(card.options)), 2):
        for option in (one, other):
            statement = card.questions[1].answers[option][0]
            told = []
            for each in (card, exchanged(card, one, other)):
                consult = edits.mark(EMPTY, statement.id, Mark.WORRIES)
                told.append(note(each, consult, Walk(CLOSING), date(2026, 1, 15), "0" * 64))
            assert swapped_names(told[0], card, one, other) == told[1]


@pytest.mark.parametrize("card", [pytest.param(EQUAL_NAMES, id="hernia"), *CARDS])
def test_on_the_page_to_take_home_the_answers_are_exchanged_and_nothing_else(card: Card) -> None:
    for one, other in combinations(range(len(card.options)), 2):
        before, now = (
            handout(Deck(each, Additions(), HERNIA, "0" * 64), None, None, date(2026, 1, 15))
            for each in (card, exchanged(card, one, other))
        )
        assert before.card
        assert now.card
        for part, after in zip(before.card.parts, now.card.parts, strict=True):
            assert [exchanged_in(row, one, other) for row in part.rows] == list(after.rows)
            assert replace(part, rows=()) == replace(after, rows=())
        rows = [replace(row, drawings=exchanged_in(row.drawings, one, other)) for row in before.card.numbers.rows]
        assert sorted(map(repr, rows)) == sorted(map(repr, now.card.numbers.rows))
        assert without_answers(before) == without_answers(now)


def exchanged_in(items: tuple[Item, ...], one: int, other: int) -> tuple[Item, ...]:
    """Return the items with two of them exchanged."""
    order = list(items)
    order[one], order[other] = order[other], order[one]
    return tuple(order)


def without_answers(made: Handout) -> Handout:
    """Return the handout without the text and the numbers of the card."""
    assert made.card
    numbers = replace(made.card.numbers, rows=())
    return replace(made, card=replace(made.card, parts=(), numbers=numbers))


@pytest.mark.parametrize("card", [pytest.param(EQUAL_NAMES, id="hernia"), *CARDS])
def test_in_the_recap_a_mark_goes_to_the_column_of_the_other(card: Card) -> None:
    for one, other in combinations(range(len(card.options)), 2):
        statement = card.questions[1].answers[one][0]
        talk = edit(Talk(), edits.mark(EMPTY, statement.id, Mark.WORRIES))
        columns = [recap_columns(each, talk) for each in (card, exchanged(card, one, other))]
        columns[0][one], columns[0][other] = columns[0][other], columns[0][one]
        assert columns[0] == columns[1]


def recap_columns(card: Card, talk: Talk) -> list[str]:
    """Return what stands under the name of each option in the recap."""
    width = 60 * len(card.options)
    (row,) = [row for row in recap_rows(card, talk, "", short=False) if row.drawing]
    assert row.drawing
    lines = ["".join(text for text, _look in pieces) for pieces in row.drawing(width)]
    starts = [lines[0].index(f"{'ABCDEF'[index]}  {option.short}") for index, option in enumerate(card.options)]
    ends = [*starts[1:], width + 10]
    return [
        " ".join(line[start:end].strip() for line in lines[1:]).strip() for start, end in zip(starts, ends, strict=True)
    ]


@pytest.mark.parametrize("options", range(2, 7))
async def test_every_option_is_one_key_away_and_its_columns_are_equal_to_the_cell(options: int) -> None:
    card = card_of(options)
    app = HerniaApp(Deck(card, Additions(), HERNIA, "0" * 64), store=new_store())
    async with app.run_test(size=(60 * options, 40)) as pilot:
        talking = Talking(app, pilot)
        for start in "abcdef"[:options]:
            for key, option in zip("abcdef", card.options, strict=False):
                await talking.press(f"2 {start} {key}")
                assert app.talk.walk.option_of(card.questions[1].id) == option.id
        await talking.press("z")
        places = [page.region for page in app.screen.query_one(Columns).pages]
        assert len({(at.width, at.y, at.height) for at in places}) == 1
        assert len({right.x - left.x for left, right in pairwise(places)}) == 1
        await talking.press("f3")
        for key, option in zip("abcdef", card.options, strict=False):
            await talking.press(key)
            at = app.screen.query_one(CardPage).key
            index = card.option_index(option.id)
            assert at in [shown.id for question in card.questions for shown, _depth in question.statements(index)]
        await talking.press("o")
        for key, option in zip("abcdef", card.options, strict=False):
            await talking.press(key)
            assert app.talk.walk.line_of(":decision") == f"option:{option.id}"
        assert app.talk.consult == Talk().consult


@pytest.mark.parametrize("card", [pytest.param(EQUAL_NAMES, id="hernia"), CARDS[1]])
async def test_every_screen_is_painted_with_the_contents_exchanged_and_nothing_else(card: Card) -> None:
    one, other = 0, len(card.options) - 1
    before = await painted(card, one, other)
    now = await painted(exchanged(card, one, other), other, one)
    assert before == now
    assert len(before) == 4 * len(card.questions)


async def test_in_the_calm_layout_every_page_is_painted_with_the_contents_exchanged_and_nothing_else() -> None:
    before = await painted_calm(EQUAL_NAMES, (0, 1))
    now = await painted_calm(exchanged(EQUAL_NAMES, 0, 1), (1, 0))
    assert before == now
    assert len(before) > 4 * len(EQUAL_NAMES.questions)


async def painted_calm(card: Card, options: tuple[int, int]) -> list[object]:
    """Return what the page looks like at each statement of these options, question by question."""
    app = HerniaApp(Deck(card, Additions(), HERNIA, "0" * 64), store=new_store(), calm=True)
    found: list[object] = []
    async with app.run_test(size=(72, 26)) as pilot:
        talking = Talking(app, pilot)
        for number in range(1, len(card.questions) + 1):
            for option in options:
                await talking.press(f"{number} {'abcdef'[option]}")
                here = place(app.talk.walk)
                while place(app.talk.walk) == here:
                    found.append(paint(talking.page, {"ABCDEF"[options[0]]: "1", "ABCDEF"[options[1]]: "2"}))
                    await talking.press("enter")
    return found


async def painted(card: Card, here: int, there: int) -> list[object]:
    """Return every line, with its colours, of these options at each question: alone and in columns."""
    app = HerniaApp(Deck(card, Additions(), HERNIA, "0" * 64), store=new_store())
    found: list[object] = []
    async with app.run_test(size=(60 * len(card.options), 40)) as pilot:
        talking = Talking(app, pilot)
        for number in range(1, len(card.questions) + 1):
            for together in (False, True):
                if together:
                    await talking.press("z")
                for option in (here, there):
                    await talking.press(f"{number} {'abcdef'[option]}")
                    pages = app.screen.query_one(Columns).pages
                    found.append(paint(pages[option if together else 0], {"ABCDEF"[here]: "1", "ABCDEF"[there]: "2"}))
            await talking.press("z")
    return found


def paint(page: Page, names: dict[str, str]) -> list[list[tuple[str, str]]]:
    """Return text and style of every segment of a page, with these names in the place of letters of options."""
    lines = []
    for y in range(page.size.height):
        lines.append([(with_names(segment.text, names), str(segment.style)) for segment in page.render_line(y)])
    return lines


def with_names(text: str, names: dict[str, str]) -> str:
    """Return the text; where it says which other options have the statement, with these names, in their order."""
    said, of, options = text.partition("= ook bij ")
    return said + of + "".join(sorted(names.get(letter, letter) for letter in options)) if of else text
