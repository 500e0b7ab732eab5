"""Pastes without brackets: input too fast to be typed is one paste, and typed input stays keys."""

import pytest

from herniatui.tui.terminal.input_tokens import TokenKind
from herniatui.tui.terminal.timing import REST, TYPED_AT_ONCE
from tests.tui.terminal.reading import LATER, Reader, as_text

LONG = b"Ik wil eerst afwachten, en weten wat er gebeurt als het over zes weken niet over is."


def kinds(reader: Reader, data: bytes) -> list[TokenKind]:
    return [token.kind for token in [*reader.read(data), *reader.wait(LATER)]]


@pytest.mark.parametrize("takes_text", [False, True])
def test_more_than_can_be_typed_in_one_read_is_a_paste(takes_text: bool) -> None:
    assert len(LONG) > TYPED_AT_ONCE
    assert kinds(Reader(takes_text), LONG) == [TokenKind.PASTE]
    assert kinds(Reader(takes_text), LONG[:TYPED_AT_ONCE]) == [TokenKind.TEXT]


@pytest.mark.parametrize("key", [b"j", b"\x1b[B", b"\r", b"\x7f", "é".encode()])
def test_a_key_that_is_held_is_that_key_however_often_it_comes(key: bytes) -> None:
    for takes_text in (False, True):
        came = Reader(takes_text).read(key * 500)
        assert {token.kind for token in came} <= {TokenKind.TEXT, TokenKind.KEY}
        assert as_text(came) == key.decode() * 500


@pytest.mark.parametrize("end", [b"\r", b"\r\n", b"\n"])
def test_a_line_with_more_behind_it_is_pasted_where_text_is_written(end: bytes) -> None:
    assert Reader(takes_text=True).text(b"een" + end + b"twee") == "een" + end.decode() + "twee"
    assert kinds(Reader(takes_text=True), b"een" + end + b"twee") == [TokenKind.PASTE]
    assert kinds(Reader(takes_text=False), b"3" + end + b"w") == [TokenKind.TEXT]


def test_enter_after_a_word_is_enter() -> None:
    assert kinds(Reader(takes_text=True), b"naam.txt\r") == [TokenKind.TEXT]
    assert kinds(Reader(takes_text=True), b"een\r\x1b[B") == [TokenKind.TEXT, TokenKind.KEY]


def test_nothing_acts_until_input_has_rested_and_all_of_it_is_one_paste() -> None:
    reader = Reader(takes_text=True)
    came = reader.read(b"een\rtwee ")
    for part in (b"drie\r", b"\x03\x1b[A\x1b", b"vier\r"):
        came += [*reader.wait(REST * 0.9), *reader.read(part)]
    assert came == []
    assert reader.wait(REST) == [(TokenKind.PASTE, "een\rtwee drie\rvier\r", False)]
    assert kinds(reader, b"w") == [TokenKind.TEXT]


def test_a_mouse_that_moves_does_not_keep_a_burst_from_ending_and_chooses_nothing() -> None:
    reader = Reader()
    came = reader.read(LONG)
    for _ in range(30):
        came += [*reader.read(b"\x1b[<35;5;5M\x1b[<0;5;5M\x1b[<0;5;5m\x1b[I"), *reader.wait(0.01)]
    assert TokenKind.PASTE in [token.kind for token in came]
    before = [token.kind for token in came][: [token.kind for token in came].index(TokenKind.PASTE)]
    assert set(before) == {TokenKind.REPORT}


def test_twenty_kilobytes_are_one_paste() -> None:
    text = (b"een regel tekst\r" * 1250)[:20_000]
    reader = Reader(takes_text=True)
    came = [token for start in range(0, len(text), 4095) for token in reader.read(text[start : start + 4095])]
    assert [*came, *reader.wait(REST)] == [(TokenKind.PASTE, text.decode(), False)]
