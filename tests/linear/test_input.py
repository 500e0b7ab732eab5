"""Bad input gets one sentence and the question again; the end of input keeps the talk."""

import pytest

from herniatui.consult.model import EMPTY
from herniatui.linear.lines import MAX_BYTES
from tests.linear.walking import walked

PROMPT = "Uw antwoord: "


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b"\xff\xfe+ 1", "Die regel is niet te lezen: het is geen tekst in UTF-8."),
        (b"\x1b[A", "In die regel zat een toets die geen letter is, zoals een pijltje."),
        (b"n \x07bel", "In die regel zat een toets die geen letter is, zoals een pijltje."),
        (b"n " + b"x" * 1_000_000, "Die regel is te lang: er passen ongeveer 65.000 tekens in."),
        (b"n " + b"x" * MAX_BYTES, "Die regel is te lang: er passen ongeveer 65.000 tekens in."),
    ],
)
def test_a_line_that_cannot_be_read_does_nothing(line: bytes, sentence: str) -> None:
    found = walked(line + b"\nn daarna\n")
    assert found.told.count(sentence) == 1
    assert "\x1b" not in found.told
    assert "Opgeschreven: “daarna”" in found.told
    assert found.consult.note == "daarna"


def test_a_long_line_that_fits_is_taken_whole() -> None:
    words = "woord " * 8_000
    assert walked([f"n {words}"]).consult.note == words.strip()


def test_line_ends_and_marks_of_windows_mean_nothing() -> None:
    assert walked(b"\xef\xbb\xbfn een\r\n\r\n").consult.note == "een"


def test_the_end_of_input_keeps_the_talk_as_unfinished() -> None:
    found = walked(["n een"])
    (talk,) = found.store.talks()
    assert found.code == 1
    assert talk.record
    assert not talk.record.kept
    assert found.lines[-1].startswith("De invoer is op. Het gesprek is opgeslagen als een gesprek dat niet af is.")


def test_the_end_of_input_within_a_question_keeps_the_talk_as_well() -> None:
    for answers in (["n een", "q"], ["n een", "o", "a"], ["n een", "vraag 1", "v"], ["n een", "n"]):
        found = walked(answers)
        assert (found.code, found.consult.note, found.consult.decision.made) == (1, "een", False)


def test_the_end_of_input_says_what_is_lost_where_nothing_is_saved() -> None:
    assert "De invoer is op. Er was nog niets gezegd." in walked([]).told
    assert (
        "De invoer is op. Dit gesprek werd niet opgeslagen: wat is gezegd, is weg."
        in walked(["n een"], saves=False).told
    )


def test_answers_that_no_terminal_shows_are_told_as_well() -> None:
    assert f"{PROMPT}vraag 2" in walked(["vraag 2"]).lines


def test_the_end_of_a_talk_asks_and_an_empty_line_never_wipes() -> None:
    found = walked(["n een", "q", "", "q", "x", "w"])
    assert found.told.count("Het gesprek gaat verder.") == 1
    assert "Dat antwoord kan hier niet." in found.told
    assert "Sluit het venster voordat hier iemand anders komt." in found.told
    assert (found.code, found.consult) == (0, EMPTY)


def test_next_patient_ends_the_walk_with_the_talk_kept_where_that_is_asked() -> None:
    found = walked(["n een", "o", "r", "b"])
    assert "Naar de volgende patiënt?" in found.told
    assert (found.code, found.consult.note) == (0, "een")
    assert "Sluit het venster" in found.told
