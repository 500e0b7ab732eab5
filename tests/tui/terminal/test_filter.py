"""The filter passes keys, pastes and mouse events to Textual, and drops replies of the terminal."""

import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herniatui.tui.terminal.input_tokens import InputToken, TokenKind
from herniatui.tui.terminal.timing import ESCAPE_DELAY, GIVE_UP, LIMIT, REST
from tests.support.terminal_input import DROPPED, PASSED
from tests.tui.terminal.reading import Reader, as_text, joined, split

SHORT = 600
"""Maximum bytes held besides a paste: one unfinished sequence."""
RANDOMS = st.randoms(use_true_random=False)
KINDS = st.lists(st.sampled_from([*DROPPED, *PASSED]), max_size=12)


def alone(data: bytes) -> list[InputToken]:
    return Reader().read(data)


@given(kinds=KINDS, random=RANDOMS)
@settings(max_examples=200, deadline=None)
def test_however_input_is_split_the_same_tokens_pass_and_no_reply_does(kinds: list[str], random: Random) -> None:
    reader, came, expected = Reader(), list[InputToken](), list[InputToken]()
    pieces = [(DROPPED | PASSED)[kind](random) for kind in kinds]
    for kind, piece in zip(kinds, pieces, strict=True):
        expected += alone(piece) if kind in PASSED else []
    for part in split(b"".join(pieces), random):
        came += reader.read(part)
    assert joined(came) == joined(expected)


@pytest.mark.parametrize("kind", PASSED)
def test_what_goes_through_is_one_token(kind: str) -> None:
    for seed in range(100):
        assert len(alone(PASSED[kind](Random(seed)))) == 1, PASSED[kind](Random(seed))


@pytest.mark.parametrize("kind", DROPPED)
def test_what_is_dropped_gives_nothing_and_leaves_nothing_unfinished(kind: str) -> None:
    for seed in range(200):
        data, reader = DROPPED[kind](Random(seed)), Reader()
        assert reader.text(data + b"w") == "w", data
        assert reader.filter.due is None


@given(parts=st.lists(st.tuples(st.binary(max_size=60), st.sampled_from([0.0, 0.05, 0.1, 0.3, 1.1])), max_size=20))
@settings(max_examples=200, deadline=None)
def test_any_bytes_at_any_time_are_never_fatal_and_never_block_later_keys(parts: list[tuple[bytes, float]]) -> None:
    reader = Reader()
    for data, pause in parts:
        reader.read(data)
        reader.wait(pause)
        assert reader.filter.held <= LIMIT + SHORT
    reader.wait(GIVE_UP + REST)
    reader.read(b" ")  # ends a character that was cut off, of which the last byte can be taken for a C1 control
    reader.wait(GIVE_UP + REST)
    assert reader.read(b" w")[-1].text.endswith("w")


FLOODS = {
    "text": b"een twee ",
    "an OSC without an end": b"\x1b]11;rgb:",
    "an OSC with ESC in it": b"\x1b]\x1b[",
    "a CSI without an end": b"\x1b[" + b"1;" * 50,
    "CSI in CSI": b"\x1b[1;",
    "ESC": b"\x1b",
    "a paste without an end": b"\x1b[200~abc",
    "pastes": b"\x1b[200~a\x1b[201~",
    "ends of pastes": b"\x1b[200~\x1b[201~\x1b[201~",
    "bytes that are not UTF-8": b"\xe9\x9b\xff",
    "mouse events": b"\x1b[<35;10;10M",
    "old mouse events": b"\x1b[M\xe9",
}


@pytest.mark.parametrize("takes_text", [False, True])
@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_no_more_than_64_kb_is_held_of_any_flood(flood: bytes, takes_text: bool) -> None:
    reader = Reader(takes_text)
    for _ in range(100):
        reader.read(flood * (4096 // len(flood)))
        assert reader.filter.held <= LIMIT + SHORT
    reader.wait(GIVE_UP + REST)
    assert reader.filter.held == 0
    assert as_text(reader.read(b"w")) == "w"


@pytest.mark.parametrize("size", [1, 4096, 1 << 20], ids=["drip-fed", "in reads", "at once"])
@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_the_cost_is_linear(flood: bytes, size: int) -> None:
    def cost(length: int) -> float:
        data, reader = (flood * (length // len(flood) + 1))[:length], Reader(takes_text=True)
        began = time.process_time()
        for start in range(0, length, size):
            reader.read(data[start : start + size])
        return time.process_time() - began

    def is_linear() -> bool:
        few = min(cost(least) for _ in range(3))
        return cost(8 * least) < 8 * few * 3 + 0.02  # quadratic time would take 64 times as long

    least = 2_000 if size == 1 else 15_000
    assert any(is_linear() for _ in range(20))  # a busy machine makes one measurement too long, not all


def test_an_escape_alone_acts_within_a_tenth_of_a_second() -> None:
    reader = Reader()
    assert reader.read(b"\x1b") == []
    assert reader.wait(ESCAPE_DELAY) == [(TokenKind.ESCAPE, "\x1b", False)]
    assert ESCAPE_DELAY < 0.1


def test_two_escapes_are_two() -> None:
    reader = Reader()
    assert [token.kind for token in [*reader.read(b"\x1b\x1b"), *reader.wait(1)]] == [
        TokenKind.ESCAPE,
        TokenKind.ESCAPE,
    ]


TAILS = [b"[5~", b"[A", b"[?61;4;6c", b"]11;rgb:1414/1919/1f1f\x1b\\", b"P>|XTerm(370)\x1b\\", b"_Gok\x1b\\", b"OP"]


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("pause", [0.09, 0.5, 0.9])
def test_the_tail_of_an_escape_that_has_acted_is_dropped(tail: bytes, pause: float) -> None:
    reader = Reader()
    reader.read(b"\x1b")
    assert [token.kind for token in reader.wait(pause)] == [TokenKind.ESCAPE]
    assert reader.text(tail + b"w") == "w"


def test_the_rest_of_a_sequence_in_parts_is_dropped_too() -> None:
    reader = Reader()
    reader.read(b"\x1b")
    came = reader.wait(0.2)
    for part in (b"[", b"5", b"~"):
        came += [*reader.read(part), *reader.wait(0.2)]
    assert [token.kind for token in came] == [TokenKind.ESCAPE]


def test_a_paste_of_which_the_escape_came_first_is_a_paste() -> None:
    reader = Reader()
    reader.read(b"\x1b")
    reader.wait(0.5)
    assert reader.read(b"[200~q+v\x1b[201~") == [(TokenKind.PASTE, "q+v", False)]


@pytest.mark.parametrize("key", [b"w", b"5", b"~", b"]", b"P", b"\x1b[A"])
def test_a_key_after_escape_acts(key: bytes) -> None:
    reader = Reader()
    reader.read(b"\x1b")
    reader.wait(0.3)
    assert as_text(reader.read(key)) == key.decode()


def test_what_looks_like_a_tail_acts_when_a_second_has_passed() -> None:
    reader = Reader()
    reader.read(b"\x1b")
    reader.wait(GIVE_UP)
    assert reader.text(b"[5~") == "[5~"


def test_a_key_that_comes_in_two_parts_is_one_key() -> None:
    reader = Reader()
    assert [*reader.read(b"\x1b["), *reader.wait(0.5)] == []
    assert reader.read(b"5~") == [(TokenKind.KEY, "\x1b[5~", False)]


UNFINISHED = [
    b"\x1b[",
    b"\x1b[?61;4",
    b"\x1b]11;rgb:14",
    b"\x1bP>|XTe",
    b"\x1b_G",
    b"\x1b]11;rgb:14\x1b",
    b"\x1bO",
    b"\x1b(",
]


@pytest.mark.parametrize("begun", [*UNFINISHED, b"\x1b[M!"])
def test_an_unfinished_sequence_is_given_up_after_a_second(begun: bytes) -> None:
    reader = Reader()
    assert reader.read(begun) == []
    assert reader.wait(GIVE_UP) == []
    assert as_text(reader.read(b"w")) == "w"


@pytest.mark.parametrize("begun", UNFINISHED[2:5])
def test_keys_that_go_on_during_an_unfinished_reply_are_heard_after_a_second(begun: bytes) -> None:
    reader, came = Reader(), ""
    reader.read(begun)
    for _ in range(15):
        came += as_text([*reader.read(b"w"), *reader.wait(0.1)])
    assert 4 <= len(came) <= 6


def test_a_reply_that_came_in_time_while_the_program_was_stopped_is_dropped() -> None:
    reader = Reader()
    reader.read(b"\x1b]11;rgb:14")
    reader.now += 5  # without a tick, because there was more to read
    assert as_text(reader.read(b"14/1919/1f1f\x1b\\w")) == "w"


def test_the_rest_of_a_reply_that_is_too_long_is_dropped_until_input_rests() -> None:
    reader = Reader(takes_text=True)
    data = b"\x1b]52;c;" + b"QUJD" * 30_000
    came = [token for start in range(0, len(data), 4095) for token in reader.read(data[start : start + 4095])]
    came += [*reader.read(b"AA==\x07"), *reader.wait(REST)]
    assert came == []
    assert as_text(reader.read(b"w")) == "w"


def test_a_paste_without_an_end_is_complete_when_nothing_comes_for_a_second() -> None:
    reader = Reader()
    assert [*reader.read(b"\x1b[200~een "), *reader.wait(0.9), *reader.read(b"twee"), *reader.wait(0.9)] == []
    assert reader.wait(0.2) == [(TokenKind.PASTE, "een twee", False)]


def test_a_paste_that_holds_the_end_of_a_paste_is_one_paste() -> None:
    data = b"\x1b[200~een\x1b[201~q+v\x1b[201~w"
    assert Reader().read(data) == [(TokenKind.PASTE, "een\x1b[201~q+v", False), (TokenKind.TEXT, "w", False)]


@pytest.mark.parametrize("letter", ["a", "é", "漢", "🙂"])
def test_a_paste_is_cut_at_64_kb_and_between_characters(letter: str) -> None:
    for before, after in ((b"\x1b[200~", b"\x1b[201~"), (b"x", b"")):
        reader = Reader()
        came = [*reader.read(before + letter.encode() * (LIMIT + 1) + after), *reader.wait(REST)]
        assert [(token.kind, token.is_cut) for token in came] == [(TokenKind.PASTE, True)]
        size = len(came[0].text.encode())
        assert LIMIT - 4 < size <= LIMIT


@pytest.mark.parametrize("letter", ["é", "ع", "漢", "🙂"])
def test_a_letter_of_several_bytes_comes_through_however_it_is_split(letter: str) -> None:
    reader = Reader()
    came = [token for byte in letter.encode() for token in reader.read(bytes([byte]))]
    assert came == [(TokenKind.TEXT, letter, False)]


def test_the_size_of_the_window_is_taken_only_from_a_terminal_that_reports_it() -> None:
    reader = Reader()
    assert reader.read(b"\x1b[48;30;100;600;1000t") == []
    reader.read(b"\x1b[?2048;2$y")
    assert as_text(reader.read(b"\x1b[48;30;100;600;1000t")) == "\x1b[48;30;100;600;1000t"
    assert as_text(reader.read(b"\x1b[48;30;100;0;0t")) == "\x1b[48;30;100;30;100t"  # Textual divides by it
    assert reader.read(b"\x1b[48;0;0;0;0t\x1b[48;99999;99999;1;1t") == []
