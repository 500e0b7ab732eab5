"""Notes are stored verbatim, without characters that are not text on a screen or in a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herniatui.consult.edits import come_back, need_other, note
from herniatui.consult.model import EMPTY
from herniatui.sanitize import UNPRINTABLE

ordinary = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")), max_size=200)


@given(text=ordinary)
def test_any_ordinary_text_is_stored_verbatim(text: str) -> None:
    assert note(EMPTY, "smaak", text).about("smaak").note == text.strip()
    assert note(EMPTY, None, text).note == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "[b]vet[/b] [red]rood[/red] [/x] [@click=app.quit]x[/] [b",
        "{} %s \\n ${HOME} <b>&amp;</b>",
        "漢字 cre\u0301me 👩‍🍳 🇳🇱 ‘enkel’ “dubbel”",
        "regel een\n\n  regel drie",
        ("Ik ben bang 😟 voor de hete soep. " * 200)[:5000].strip(),
        "a" * 5000,
        "\u0645\u0631\u0642",
    ],
)
def test_printable_text_is_stored_verbatim(text: str) -> None:
    assert note(EMPTY, "smaak", text).about("smaak").note == text
    assert note(EMPTY, None, text).note == text
    assert need_other(EMPTY, text).decision.other == text
    assert come_back(EMPTY, text).decision.when == text


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("\x1b[31mrood\x1b[0m", "rood"),
        ("\x1b]0;titel\x07soep", "soep"),
        ("\x1b]8;;https://voorbeeld.nl\x1b\\hier\x1b]8;;\x1b\\", "hier"),
        ("\x1b\x1b[31m[31mrood", "[31mrood"),
        ("\x9b31mrood", "31mrood"),
        ("so\x00ep\x07\x08\x7f", "soep"),
        ("om\u202egekeerd\u2066 \u200f\ufeff", "omgekeerd"),
        ("half\ud800 teken", "half teken"),
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("een\ttwee", "een twee"),
        ("  soep \n", "soep"),
    ],
)
def test_what_is_not_text_is_removed(written: str, stored: str) -> None:
    assert note(EMPTY, None, written).note == stored


@given(text=st.text(st.characters(codec=None, categories=None), max_size=60))
def test_nothing_unprintable_is_stored(text: str) -> None:
    once = note(EMPTY, None, text)
    assert not UNPRINTABLE.search(once.note)
    once.note.encode("utf-8")
    assert note(EMPTY, None, once.note) == once


@pytest.mark.parametrize("empty", ["", "  \n ", "\x1b[31m", "\u200e"])
def test_an_empty_note_removes_it(empty: str) -> None:
    assert note(note(EMPTY, "smaak", "soep"), "smaak", empty) == EMPTY
    assert note(note(EMPTY, None, "soep"), None, empty) == EMPTY


def test_a_note_of_one_question_is_not_that_of_another_or_of_none() -> None:
    consult = note(note(note(EMPTY, "smaak", "zout"), "maken", "roeren"), None, "honger")
    assert [consult.about("smaak").note, consult.about("maken").note, consult.note] == ["zout", "roeren", "honger"]


def test_code_points_that_are_no_characters_are_left_out() -> None:
    assert note(EMPTY, None, "een\ufdd0twee\U0001ffff").note == "eentwee"
