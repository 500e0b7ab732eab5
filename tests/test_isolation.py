"""Text from right to left is isolated, and nothing else of a line changes; read back by a bidi algorithm of others."""

import re

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from herniatui.isolation import FENCE, PDI, RLI, begins_right_to_left, isolated, isolated_pieces, terminal_has_isolates

LINES = st.text("ab9 .:(”“│קש\u05bcسم\u0650١漢\n", max_size=30)


def shown(text: str) -> str:
    """Return a text with marks that can be read."""
    return isolated(text).replace(RLI, "<").replace(PDI, ">")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een gewone regel: 5 van de 100.", "Een gewone regel: 5 van de 100."),
        ("חתול שחור.", "<חתול שחור.>"),
        ("  חתול MRI 5.  ", "  <חתול MRI 5.>  "),
        ("A  חתול 2", "A  <חתול 2>"),
        ("Vraag 1: מה קורה?  │ כלב", "Vraag 1: <מה קורה?>  │ <כלב>"),
        ("bij ”قطة سوداء“ (A)", "bij <”قطة سوداء“> (A)"),
        ("bij “قطة سوداء” (A)", "bij “<قطة سوداء>” (A)"),
        ("חתול, kat en כלב", "<חתול, kat en כלב>"),
        ("kat, חתול en כלב", "kat, <חתול> en <כלב>"),
        ("1. חתול.\nkat", "<1. חתול.>\nkat"),
    ],
)
def test_what_is_from_right_to_left_is_isolated(text: str, expected: str) -> None:
    assert shown(text) == expected


@given(LINES)
def test_marks_come_in_pairs_on_a_line_and_change_nothing_else(text: str) -> None:
    marked = isolated(text)
    assert re.sub(f"[{RLI}{PDI}]", "", marked) == text
    for line in marked.split("\n"):
        assert re.fullmatch(f"[^{RLI}{PDI}]*(?:{RLI}[^{RLI}{PDI}]+{PDI}[^{RLI}{PDI}]*)*", line)
    assert isolated(marked) == marked


@given(st.lists(LINES.map(lambda text: text.replace("\n", "")), max_size=4))
def test_a_line_in_pieces_gets_the_same_marks_and_stays_as_wide(pieces: list[str]) -> None:
    marked = isolated_pieces(pieces)
    assert [cell_len(piece) for piece in marked] == [cell_len(piece) for piece in pieces]
    assert "".join(marked).replace(FENCE, " ") == isolated("".join(pieces))


@pytest.mark.parametrize(
    ("platform", "mlterm", "expected"),
    [("linux", "", True), ("darwin", "", True), ("win32", "", False), ("linux", "3.9.0", False)],
)
def test_a_terminal_that_gives_the_marks_cells_is_known(
    monkeypatch: pytest.MonkeyPatch, platform: str, mlterm: str, expected: bool
) -> None:
    monkeypatch.delenv("MLTERM", raising=False)
    if mlterm:
        monkeypatch.setenv("MLTERM", mlterm)
    monkeypatch.setattr("sys.platform", platform)
    assert terminal_has_isolates() == expected


def test_the_first_letter_decides_the_direction() -> None:
    assert begins_right_to_left("(5) שלום, hallo")
    assert not begins_right_to_left("MRI שלום")
    assert not begins_right_to_left("5 van de 100")


def test_the_marks_keep_the_words_of_two_columns_apart_and_the_signs_at_their_sentence() -> None:
    line = "".join(isolated_pieces(["  קפה חם.  ", "   ", "תה קר!   "]))
    visual = get_display(line, base_dir="L")
    assert [*visual.replace(FENCE, " ").replace(RLI, "").replace(PDI, "").split()] == [".םח", "הפק", "!רק", "הת"]
    without_isolates = get_display(re.sub(f"[{RLI}{PDI}]", "", line), base_dir="L")
    assert without_isolates.index("הפק") < without_isolates.index("הת")
    exchanged = get_display("  קפה חם.     תה קר!   ", base_dir="L")
    assert exchanged.index("הת") < exchanged.index("הפק")
