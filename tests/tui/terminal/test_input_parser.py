"""Filtered input as messages: Textual's parser reads all of it, and yields the keys that were pressed."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser

from herniatui.tui.terminal.input_parser import CutPaste, InputParser
from herniatui.tui.terminal.input_tokens import TokenKind
from tests.support.terminal_input import DROPPED, PASSED
from tests.tui.terminal.reading import LATER, Reader, split


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def messages(data: bytes, takes_text: bool = False) -> list[object]:
    clock = Clock()
    parser = InputParser(lambda: takes_text, clock)
    found = list(parser.feed(data.decode("utf-8", "surrogateescape")))
    clock.now += LATER
    return [*found, *parser.tick()]


def keys(data: bytes) -> list[tuple[str, str | None]]:
    return [(key.key, key.character) for key in messages(data) if isinstance(key, events.Key)]


@given(st.lists(st.sampled_from([*DROPPED, *PASSED]), max_size=10), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_textual_reads_each_token_whole_and_waits_for_nothing(kinds: list[str], random: Random) -> None:
    reader, parser = Reader(), XTermParser()
    data = b"".join((DROPPED | PASSED)[kind](random) for kind in kinds)
    for part in split(data, random):
        for token in reader.read(part):
            if token.kind is not TokenKind.PASTE:
                list(parser.feed(token.text))
                assert [event.key for event in parser.feed("w") if isinstance(event, events.Key)] == ["w"], token


@given(st.from_regex(r"\x1b\[[0-9:;]{0,20}[u~A-Z]", fullmatch=True))
@settings(max_examples=300, deadline=None)
def test_textual_reads_every_key_that_is_let_through(sequence: str) -> None:
    parser = XTermParser()
    for token in Reader().read(sequence.encode()):
        list(parser.feed(token.text))
        assert [event.key for event in parser.feed("w") if isinstance(event, events.Key)] == ["w"], token


def test_a_key_with_event_and_alternates_is_the_key() -> None:
    assert keys(b"\x1b[97;5:1u") == keys(b"\x1b[97;5u") == [("ctrl+a", None)]
    assert keys(b"\x1b[97:65:97;2:2;65u") == [("A", "A")]
    assert keys(b"\x1b[1;1:2A") == [("up", None)]
    assert keys(b"\x1b[97;1:3u\x1b[1;1:3A\x1b[5;1:3~") == []
    assert keys(b"\x1b[33;218:1u") == [("hyper+shift+super+exclamation_mark", None)]
    assert keys(b"\x1b[27u") == [("escape", None)]
    assert keys(b"\x1b[0;;233u") == [("é", "é")]


def test_escape_is_escape() -> None:
    assert keys(b"\x1b") == [("escape", "\x1b")]


def test_a_paste_comes_with_focus_and_says_when_it_was_cut() -> None:
    assert [type(message) for message in messages(b"\x1b[200~x\x1b[201~")] == [events.AppFocus, events.Paste]
    assert isinstance(messages(b"\x1b[200~" + b"x" * 70_000 + b"\x1b[201~")[-1], CutPaste)


@pytest.mark.parametrize("data", [b"\x1b[<35;7;9M", b"\x1b[<0;1;1m"])
def test_the_mouse_points_where_it_points(data: bytes) -> None:
    [event] = messages(data)
    assert isinstance(event, events.MouseEvent)


def test_a_parser_that_raises_is_replaced_and_knows_how_the_mouse_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    parser = InputParser(lambda: False, clock)
    list(parser.feed("\x1b[?2048;2$y\x1b[48;10;10;100;100t"))
    with monkeypatch.context() as patched:
        patched.setattr(XTermParser, "parse_mouse_code", lambda *_: 1 / 0)
        assert list(parser.feed("\x1b[<35;51;51M")) == []
    [key, mouse] = parser.feed("w\x1b[<35;51;51M")
    assert isinstance(key, events.Key)
    assert isinstance(mouse, events.MouseMove)
    assert (mouse.x, mouse.y) == (5, 5)
