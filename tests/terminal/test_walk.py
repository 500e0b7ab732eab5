"""Every word of a card can be read with the arrow keys or Enter alone, under its own option and no other."""

import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from herniatui.card.model import letter
from tests.support.program import HERNIA, HOSTILE, THREE_OPTIONS, deck_of
from tests.support.reading import (
    active_tab,
    cursor_lines,
    go_down,
    here,
    page,
    stitch,
    wait_at,
    wait_tab,
    words,
)
from tests.support.rest import QUIET, wait_at_rest
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start

CARDS = [
    pytest.param(HERNIA, 80, 24, id="hernia-in-de-rug-80x24"),
    pytest.param(THREE_OPTIONS, 100, 30, id="soep-100x30"),
]

AsOne = Callable[[Sequence[str]], str]


def spaced(lines: Sequence[str]) -> str:
    """Return the words of these lines, so that line breaks do not matter."""
    return " ".join(words(lines))


def unspaced(lines: Sequence[str]) -> str:
    """Return the letters of these lines, for words longer than a line, without invisible joiners."""
    return unicodedata.normalize("NFC", "".join(words(lines))).replace("\u200d", "")


@pytest.mark.parametrize(("card", "columns", "rows"), CARDS)
def test_each_option_of_each_question_shows_its_own_statements_word_for_word_and_no_others(
    start: Start, card: Path, columns: int, rows: int
) -> None:
    walk_and_read(start(card, columns=columns, rows=rows), card, spaced)


def test_texts_that_look_like_markup_or_do_not_fit_are_shown_letter_for_letter(start: Start) -> None:
    walk_and_read(start(HOSTILE), HOSTILE, unspaced)


@pytest.mark.parametrize(("card", "columns", "rows"), CARDS)
def test_with_enter_alone_every_word_of_every_option_is_shown_in_its_order(
    start: Start, card: Path, columns: int, rows: int
) -> None:
    terminal = start(card, columns=columns, rows=rows)
    shown = deck_of(card).card
    terminal.press("1")
    for number, question in enumerate(shown.questions, 1):
        for index, option in enumerate(shown.options):
            wait_at(terminal, str(number))
            wait_tab(terminal, f"{letter(index)}  {option.short}")
            place = here(terminal), active_tab(terminal)
            read: list[str] = []
            while (here(terminal), active_tab(terminal)) == place:
                read = stitch(read, page(terminal))
                before = terminal.text
                terminal.press("enter")
                terminal.wait_until(lambda before=before: terminal.text != before, "more after Enter")  # type: ignore[misc]
                wait_at_rest(terminal, QUIET)
            assert spaced(read) == spaced([statement.text for statement, _depth in question.statements(index)])
    assert here(terminal) == "Beslissen"


def walk_and_read(terminal: Terminal, path: Path, as_one: AsOne) -> None:
    card = deck_of(path).card
    for number, question in enumerate(card.questions, 1):
        terminal.press(str(number))
        wait_at(terminal, str(number))
        assert as_one([f"{number} {question.text}"]) in as_one(terminal.lines)
        for index, option in enumerate(card.options):
            if index:
                terminal.press("right")
            tab = f"{letter(index)}  {option.short}"
            wait_tab(terminal, tab)
            texts = [statement.text for statement, _depth in question.statements(index)]
            assert _read_with_the_cursor(terminal, texts, as_one) == [as_one([text]) for text in texts]
            _nothing_more_comes(terminal)
            assert active_tab(terminal) == tab
        assert f"{number}●" in terminal.lines[0].replace(" ", "")


def _read_with_the_cursor(terminal: Terminal, texts: Sequence[str], as_one: AsOne) -> list[str]:
    """Read the page to its end, check that it holds these texts, and return each row that the cursor was on, once."""
    expected, passed = as_one(texts), [as_one(cursor_lines(terminal))]
    read = stitch([], page(terminal))
    while passed[-1] != as_one(texts[-1:]) or len(passed) < len(texts):
        assert as_one(read) == expected[: len(as_one(read))]
        go_down(terminal)
        read = stitch(read, page(terminal))
        if as_one(cursor_lines(terminal)) != passed[-1]:
            passed.append(as_one(cursor_lines(terminal)))
    assert as_one(read) == expected
    return passed


def _nothing_more_comes(terminal: Terminal) -> None:
    """Check that the page is at its end; opening and closing another screen proves that the key was handled."""
    before = page(terminal)
    terminal.press("down", "i")
    wait_at(terminal, "Over deze kaart")
    terminal.press("i")
    terminal.wait_until(lambda: active_tab(terminal) != "" and page(terminal) == before, "the page as it was")
