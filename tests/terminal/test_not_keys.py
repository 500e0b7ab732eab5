"""Terminal input other than keys: it changes no answer, moves nowhere, is in no note and ends nothing."""

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from herniatui.consult.model import Consult, Said
from herniatui.consult.walk import Walk
from herniatui.sanitize import cleaned
from tests.support.reading import marks, page, wait_at
from tests.support.saved import saved_records
from tests.support.saying import NOTE_KEYS, close_note, go_to_summary, name_a_file
from tests.support.terminal import DEADLINE, Terminal
from tests.terminal.conftest import Start
from tests.terminal.test_ending_badly import after_the_screens
from tests.terminal.test_stopping import is_left_as_it_was, mark_something

DA1, DA1_LONG = b"\x1b[?1;2c", b"\x1b[?61;4;6;7;14;21;22;23;24;28;32;42c"
KITTY_EVENT = b"\x1b[33;218:1u"
COLOUR = b"\x1b]11;rgb:1414/1919/1f1f\x1b\\"
# Every input that once marked, moved, wrote or ended something, and more of each kind.
NOT_KEYS = {
    "device attributes": DA1,
    "longer device attributes": DA1_LONG,
    "device attributes of tmux": b"\x1b[>84;0;0c",
    "tertiary device attributes": b"\x1bP!|7E565445\x1b\\",
    "the colour of the background": COLOUR,
    "the colour of the background, with BEL": COLOUR[:-2] + b"\x07",
    "a colour of the palette": b"\x1b]4;1;rgb:cdcd/0000/0000\x07",
    "a clipboard": b"\x1b]52;c;" + b"Kyt3dysr" * 300 + b"\x07",
    "the name of the terminal": b"\x1bP>|XTerm(370)\x1b\\",
    "a setting": b"\x1bP1$r0;4;31m\x1b\\",
    "a capability": b"\x1bP1+r544e=787465726d2b3f77\x1b\\",
    "where the cursor is": b"\x1b[24;80R",
    "that all is well": b"\x1b[0n",
    "the printer": b"\x1b[?13n",
    "light or dark": b"\x1b[?997;1n",
    "a mode": b"\x1b[?1049;1$y",
    "the flags of the keyboard": b"\x1b[?25u",
    "the size of the window": b"\x1b[8;24;80t",
    "a size that was not asked for": b"\x1b[48;3;3;48;24t",
    "the title of the window": b"\x1b]lw+-?3\x1b\\",
    "an image": b"\x1b_Gi=31;OK w+3\x1b\\",
    "a private message": b"\x1b^w+3\x1b\\",
    "a string": b"\x1bXw+3\x1b\\",
    "a reply of eight bits": b"\x9b?61;4;6c",
    "a reply of eight bits in UTF-8": "\x9d11;rgb:1414/1919/1f1f\x9c".encode(),
    "a Kitty key with its event": KITTY_EVENT,
    "a Kitty key that is released": b"\x1b[119;1:3u",
    "a Kitty key that does not exist": b"\x1b[119;1;1114112u",
    "a number that is too large": b"\x1b[" + b"9" * 5000 + b";1u",
    "a byte that is not UTF-8": b"\xe9",
    "two bytes that are not UTF-8": b"\xff\xfe",
    "controls of eight bits": b"\x84\xc2\x85\xc2\x8e",
    "a mouse far away": b"\x1b[<35;99999;99999M",
    "a mouse of the old kind": b"\x1b[M !!\x1b[M\xe9\xc3\xa9",
}


def saved(home: Path) -> tuple[Consult, Walk]:
    [record] = saved_records(home)
    return record.consult, record.walk


def weight(consult: Consult) -> int:
    return next((about.importance for _question, about in consult.said), 0)


def without_weight(consult: Consult) -> Consult:
    said = tuple((question, replace(about, importance=0)) for question, about in consult.said)
    said = tuple((question, about) for question, about in said if about != Said())
    return replace(consult, said=said, words=())  # the words of the question are stored with its weight


def does_nothing(terminal: Terminal, home: Path, data: bytes, name: str) -> None:
    """Check that only `w`, pressed after this input, has an effect, and that the page does not change."""
    (before, walk), shown = saved(home), filled_lines(terminal)
    terminal.send(data)
    terminal.press("w")
    heavier = (weight(before) + 1) % 4
    terminal.wait_until(lambda: weight(saved(home)[0]) == heavier, f"w after {name}", poll=0.02)
    assert without_weight(saved(home)[0]) == without_weight(before), name
    assert saved(home)[1] == walk, name
    terminal.wait_until(lambda: filled_lines(terminal) == shown, f"the page as it was, after {name}")


def filled_lines(terminal: Terminal) -> list[str]:
    """Return the lines of the page with text: the empty ones at its end give way to what was said."""
    return [line for line in page(terminal) if line.strip()]


@pytest.fixture
def at_question(start: Start) -> Terminal:
    terminal = start()
    mark_something(terminal)
    return terminal


@pytest.fixture
def in_note(at_question: Terminal) -> Terminal:
    at_question.press("n")
    at_question.wait_for(NOTE_KEYS)
    return at_question


def note(terminal: Terminal, home: Path) -> str:
    """Close the note, and return its saved text."""
    close_note(terminal)
    return next(about.note for _question, about in saved(home)[0].said)


@pytest.mark.parametrize(
    "data", [DA1, DA1_LONG, COLOUR, KITTY_EVENT], ids=["attributes", "more attributes", "colour", "Kitty event"]
)
def test_a_reply_on_a_question_does_nothing(at_question: Terminal, home: Path, data: bytes) -> None:
    does_nothing(at_question, home, data, repr(data))


@pytest.mark.parametrize("data", [DA1, COLOUR], ids=["attributes", "colour"])
def test_a_reply_in_a_note_is_not_written(in_note: Terminal, home: Path, data: bytes) -> None:
    in_note.type("voor ")
    in_note.send(data)
    in_note.type("na")
    in_note.wait_for("voor na")
    assert note(in_note, home) == "voor na"


def test_no_kind_of_reply_and_no_stray_byte_does_anything(at_question: Terminal, home: Path) -> None:
    for name, data in NOT_KEYS.items():
        does_nothing(at_question, home, data, name)


def test_a_reply_that_comes_byte_by_byte_does_nothing(at_question: Terminal, home: Path) -> None:
    for data in (DA1, COLOUR, KITTY_EVENT, NOT_KEYS["the name of the terminal"]):
        for byte in data[:-1]:
            at_question.send(bytes([byte]))
            at_question.read_on(0.002)  # usually makes the program read the byte alone
        does_nothing(at_question, home, data[-1:], repr(data))


WITH_TIME = f"""
import sys
from herniatui.tui.terminal import timing
timing.GIVE_UP = {DEADLINE}
from herniatui.cli import main
sys.exit(main([]))
"""
"""The program with a deadline for the rest of a key that even a busy machine meets."""


def test_the_rest_of_a_key_after_its_escape_has_acted_does_nothing(home: Path) -> None:
    with Terminal([sys.executable, "-c", WITH_TIME], env={"HOME": str(home), "XDG_STATE_HOME": None}) as terminal:
        wait_at(terminal, "Start")
        mark_something(terminal)
        terminal.press("f1")
        wait_at(terminal, "Hulp")
        terminal.send(b"\x1b")
        wait_at(terminal, "1")  # Escape has acted
        terminal.send(b"[5~")
        terminal.press("f1")
        wait_at(terminal, "Hulp")
        terminal.press("escape")
        wait_at(terminal, "1")


def test_a_byte_that_is_not_utf_8_is_dropped_and_later_text_is_written(in_note: Terminal, home: Path) -> None:
    in_note.send(b"a\xe9x\xff\xc3")
    in_note.read_on(0.05)
    in_note.send("é".encode()[:1])
    in_note.read_on(0.05)
    in_note.send("é".encode()[1:] + "ع".encode() + b"\x85.")
    in_note.wait_for("ع.")
    assert note(in_note, home) == "axéع."


LINES = "Dit is een regel, met é en 漢, die iemand ergens vandaan heeft geplakt.\r"


@pytest.mark.parametrize("marked", [False, True], ids=["without brackets", "in brackets"])
def test_a_paste_of_twenty_kilobytes_is_text_in_one_piece(in_note: Terminal, home: Path, marked: bool) -> None:
    text = LINES * (20_000 // len(LINES)) + "Dit is het einde."
    in_note.send(f"\x1b[200~{text}\x1b[201~".encode() if marked else text.encode())
    in_note.wait_for("Dit is het einde.")
    assert note(in_note, home) == cleaned(text)


def test_a_paste_that_is_too_large_is_cut_and_the_screen_says_so(in_note: Terminal, home: Path) -> None:
    in_note.send(b"\x1b[200~" + b"regel\r" * 12_000 + b"\x1b[201~")
    in_note.wait_for("Alleen het begin is geplakt")
    assert note(in_note, home) == ("regel\n" * 12_000)[:65_536].strip()


@pytest.mark.parametrize("marked", [False, True], ids=["without brackets", "in brackets"])
def test_a_paste_with_control_characters_is_written_in_its_order(in_note: Terminal, home: Path, marked: bool) -> None:
    text = "een \x1b[31mtwee\x1b[0m\x03 drie\x07\rvier vijf"
    in_note.send(f"\x1b[200~{text}\x1b[201~".encode() if marked else text.encode())
    in_note.wait_for("vier vijf")
    assert note(in_note, home) == "een twee drie\nvier vijf"


def test_a_paste_of_lines_into_a_name_does_not_answer(start: Start) -> None:
    terminal = start()
    go_to_summary(terminal)
    name_a_file(terminal)
    terminal.send(b"naam.txt\rq\rw")
    terminal.wait_for("naam.txt")
    assert "Samenvatting opslaan als" in terminal.words
    terminal.press("escape")
    terminal.wait_for("x weggooien")
    terminal.press("x")
    wait_at(terminal, "Afsluiten")


PASTED_OUTSIDE_A_TEXT_FIELD = {
    "in brackets, with escape": b"\x1b[200~\x1b\x1b[A+wq\x1b]11;3\x07o\x1b[201~",
    "in brackets, with the end of a paste": b"\x1b[200~een\x1b[201~3+wo\x1b[201~",
    "in brackets, in two parts": b"\x1b[200~3+wo" + b"gq3+" * 2000 + b"\x1b[201~",
    "without brackets": b"\r".join(
        [b"3 + v w o q", b"en nog een regel die niemand zo snel typt als hij hier komt"] * 9
    ),
}


@pytest.mark.parametrize("data", PASTED_OUTSIDE_A_TEXT_FIELD.values(), ids=PASTED_OUTSIDE_A_TEXT_FIELD)
def test_a_paste_outside_a_text_field_does_nothing(at_question: Terminal, home: Path, data: bytes) -> None:
    before, shown = saved(home), page(at_question)
    at_question.send(data)
    at_question.read_on(0.5)  # until the burst has ended, in which keys do not act
    assert (saved(home), page(at_question)) == (before, shown)
    at_question.press("-")
    at_question.wait_until(lambda: marks(at_question) == "+ −", "a key acting")


def test_a_paste_right_behind_the_key_that_opens_a_note_is_written(at_question: Terminal, home: Path) -> None:
    at_question.send(b"n\x1b[200~geplakt\x1b[201~ en getypt")
    at_question.wait_for("en getypt")
    assert note(at_question, home) == "geplakt en getypt"


def test_a_paste_is_written_although_the_terminal_reported_that_it_lost_focus(in_note: Terminal, home: Path) -> None:
    in_note.send(b"\x1b[O\x1b[200~geplakt\x1b[201~")
    in_note.wait_for("geplakt")
    assert note(in_note, home) == "geplakt"


def test_an_unfinished_reply_blocks_keys_for_a_second_at_most(at_question: Terminal) -> None:
    at_question.send(b"\x1b]11;rgb:")
    for _ in range(20):
        at_question.press("-")
        at_question.read_on(0.2)
        if marks(at_question) == "+ −":
            return
    pytest.fail("no key acts any more")


FAILING = """
import sys
from herniatui.cli import main
from herniatui.tui.terminal.input_parser import InputParser
feed = InputParser.feed
def failing(self, data):
    if "w" in data:
        raise RuntimeError("bewegen")
    return feed(self, data)
InputParser.feed = failing
sys.exit(main([]))
"""


def test_an_exception_where_input_is_read_ends_with_one_sentence_and_a_code(home: Path) -> None:
    with Terminal([sys.executable, "-c", FAILING], env={"HOME": str(home), "XDG_STATE_HOME": None}) as terminal:
        wait_at(terminal, "Start")
        mark_something(terminal)
        terminal.press("w")
        assert terminal.wait_exit() == 1
        assert is_left_as_it_was(terminal)
        said = " ".join(after_the_screens(terminal).split())
        assert "Er ging iets mis in herniatui, en het moest stoppen. Start het opnieuw" in said
        assert "Traceback" not in said
        assert "bewegen" not in said
