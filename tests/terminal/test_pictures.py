"""Pictures in a real terminal: the icons of every number match its words, and the words are with them."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from herniatui.card.figures import Figure, figures
from herniatui.card.model import Card, Frequency, Option, Origin, Question, Relation, Statement, letter
from tests.card.any_card import SAID, as_yaml
from tests.support.icons_seen import Picture, count_of, pictures, without_icons
from tests.support.program import HERNIA, THREE_OPTIONS, deck_of, herniatui
from tests.support.reading import active_tab, wait_at, wait_tab, words
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start

SIZES = [(80, 24), (100, 30), (160, 45), (200, 60)]
CARDS = [pytest.param(path, id=path.parent.name) for path in (HERNIA, THREE_OPTIONS)]


@pytest.mark.parametrize(("card", "size"), [(HERNIA, SIZES[0]), (HERNIA, SIZES[3]), (THREE_OPTIONS, SIZES[1])])
def test_every_number_is_painted_as_often_as_it_says_with_its_words(
    start: Start, card: Path, size: tuple[int, int]
) -> None:
    look_at_every_number(start(card, columns=size[0], rows=size[1]), deck_of(card).card)


@pytest.mark.parametrize("card", CARDS)
def test_in_ascii_it_is_the_same(start: Start, card: Path) -> None:
    terminal = start(card, "--ascii")
    look_at_every_number(terminal, deck_of(card).card)
    assert not set("●○◊") & set(terminal.raw.decode())


def test_without_colour_it_is_the_same(start: Start) -> None:
    look_at_every_number(start(HERNIA, NO_COLOR="1"), deck_of(HERNIA).card)


FREQUENCIES = (
    st.sampled_from([10, 100, 1000])
    .flatmap(lambda of: st.builds(said, st.integers(0, of), st.just(of), st.sampled_from(list(Relation))))
    .filter(
        lambda frequency: (
            (frequency.count, frequency.relation) not in ((0, Relation.FEWER_THAN), (frequency.of, Relation.MORE_THAN))
        )
    )
)


def said(count: int, of: int, relation: Relation) -> Frequency:
    return Frequency(f"{SAID[relation]}{count} van de {of}", count, of, relation)


def card_of(frequencies: list[Frequency]) -> Card:
    statements = tuple(
        Statement(f"z{number}", f"Vlieger {number} waait weg bij {frequency.quote} kinderen.", frequencies=(frequency,))
        for number, frequency in enumerate(frequencies)
    )
    options = (Option("rood", "RODE VLIEGERS", "Rood"), Option("blauw", "BLAUWE VLIEGERS", "Blauw"))
    question = Question("vliegers", "Welke waait weg?", (statements, (Statement("blijft", "Die blijft hangen."),)))
    return Card(
        "vliegers", "nl", "Keuzekaart Vliegers", "Rood of blauw?", (), options, (question,), "", Origin("de club")
    )


@settings(
    max_examples=3,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(FREQUENCIES, min_size=6, max_size=6), st.sampled_from(SIZES), st.booleans())
def test_every_number_that_a_card_may_have_is_painted_as_often_as_it_says(
    frequencies: list[Frequency], size: tuple[int, int], in_ascii: bool
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "card.yaml"
        path.write_text(as_yaml(card_of(frequencies)), encoding="utf-8")
        argv = herniatui(*(["--ascii"] if in_ascii else []), path)
        with Terminal(argv, columns=size[0], rows=size[1], cwd=Path(folder), env={"HOME": folder}) as terminal:
            wait_at(terminal, "Start")
            look_at_every_number(terminal, deck_of(path).card)


def look_at_every_number(terminal: Terminal, card: Card) -> None:
    """Open the picture of every number of the card, and compare it with its statement."""
    seen = 0
    for number, question in enumerate(card.questions, 1):
        for option, name in enumerate(card.options):
            found = figures(question, option)
            if not any(figure.frequency for figure in found):
                continue
            terminal.press(str(number))
            wait_at(terminal, str(number))
            terminal.press(letter(option).lower())
            wait_tab(terminal, f"{letter(option)}  {name.short}")
            for statement, _depth in question.statements(option):
                if any(figure.frequency and figure.sentence.statement is statement for figure in found):
                    go_to(terminal, statement)
                    seen += look_at(terminal, [figure for figure in found if figure.sentence.statement is statement])
    assert seen == sum(figure.frequency is not None for figure in all_figures(card))


def all_figures(card: Card) -> Iterator[Figure]:
    for question in card.questions:
        for option in range(len(card.options)):
            yield from figures(question, option)


def go_to(terminal: Terminal, statement: Statement) -> None:
    """Move down until the cursor is on this statement."""
    for _ in range(100):
        here = " ".join(words([line for line in terminal.lines if line.lstrip().startswith(("▌", ">"))]))
        if here and " ".join(words([statement.text])).startswith(here[:30]):
            return
        go_on(terminal)
    raise AssertionError(f"the cursor never came to {statement.text!r}")


def go_on(terminal: Terminal) -> None:
    before = terminal.lines[1:]  # without the bar at the top, which may change a moment after the page
    terminal.press("down")
    terminal.wait_until(lambda: terminal.lines[1:] != before, "something else after ↓")


def look_at(terminal: Terminal, found: list[Figure]) -> int:
    """Open the picture of the statement under the cursor, check each of its numbers, and close it."""
    terminal.press("p")
    terminal.wait_until(lambda: active_tab(terminal) == "" and "Esc terug" in terminal.text, "a picture")
    for number, figure in enumerate(found):
        if number:
            terminal.press("down")
        if len(found) == 1:  # it is shown at once, and alone
            assert [picture.icons for picture in pictures(terminal.lines)] == [count_of(frequency_of(figure))]
        terminal.wait_until(partial(is_painted, terminal, figure), f"the picture of {figure.sentence.words!r}")
    terminal.press("escape")
    terminal.wait_until(lambda: active_tab(terminal) != "", "the statements")
    return len(found)


def frequency_of(figure: Figure) -> Frequency:
    assert figure.frequency
    return figure.frequency


def is_painted(terminal: Terminal, figure: Figure) -> bool:
    """Whether a picture has the icons of this frequency, with its words beside it or above it."""
    frequency, lines = frequency_of(figure), terminal.lines
    found = [picture for picture in pictures(lines) if picture.icons == count_of(frequency)]
    sentences = [sentence for sentence in (figure.sentence, figure.rest) if sentence]
    wanted = [frequency.quote, figure.sentence.headings, *(sentence.statement.text for sentence in sentences)]
    return any(all(text in said_with(lines, picture) for text in wanted) for picture in found)


def said_with(lines: list[str], picture: Picture) -> str:
    """Return the words to the right of a picture; without any, those above it."""
    right = without_icons([line[picture.right :] for line in lines[picture.top : -1]])
    said = right or without_icons([line[picture.left :] for line in lines[1 : picture.top]])
    for key in "●○◊#.~":
        said = said.replace(f"{key} = ", "")
    return said


def test_an_unknown_number_has_no_icons(start: Start) -> None:
    terminal = start(columns=100, rows=30)
    terminal.press("4")
    wait_at(terminal, "4")
    terminal.wait_for("De klachten kunnen terugkomen")
    assert pictures(terminal.lines) == []
    terminal.press("p")
    terminal.wait_until(lambda: active_tab(terminal) == "" and "Esc terug" in terminal.text, "all numbers")
    assert not set("●○◊") & set("".join(terminal.lines[1:]))
    assert "we weten niet precies wat de kans is" in without_icons([line[:50] for line in terminal.lines])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_next_to_each_other_every_option_has_as_large_a_picture(start: Start, size: tuple[int, int]) -> None:
    terminal = start(columns=size[0], rows=size[1])
    terminal.press("2")
    wait_at(terminal, "2")
    terminal.press("p", "p")
    terminal.wait_for("Alleen getallen hebben een plaatje.")
    for _ in range(20):
        equal = [
            picture for picture in pictures(terminal.lines) if (picture.icons.filled, picture.icons.open) == (88, 12)
        ]
        if "= bij elke keuze hetzelfde" in terminal.text and len(equal) == 2:
            break
        go_on(terminal)
    left, right = equal
    assert left.top == right.top
    assert [len(row) for row in left.rows] == [len(row) for row in right.rows] == [21] * 5
    assert left.rows == right.rows
