"""What it costs to answer a file that is very wrong, and how much is said about it."""

import sys
from functools import cache
from pathlib import Path
from types import FrameType

import pytest

from benchmarks.hostile import hostile_additions, hostile_files
from herniatui.card.library import check
from herniatui.card.problems import MOST_CHARACTERS, MOST_SHOWN, did_you_mean
from herniatui.card.proof.word_diff import gaps
from tests.card.cards import SOURCE, TEA
from tests.support.program import THREE_OPTIONS

SMALL, FOUR_TIMES = 1 << 13, 1 << 15
KINDS = list(hostile_files(100))
files = cache(hostile_files)


@cache
def additions(size: int) -> dict[str, bytes]:
    return dict(hostile_additions(size))


def answered(path: Path) -> tuple[int, list[str]]:
    """Return how many functions are called to check this file, and what is said.

    The calls are the work, the same on a busy machine.
    """
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        lines = check(path)
    finally:
        sys.setprofile(None)
    return count, lines


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_four_times_as_large_takes_about_four_times_the_work_and_no_more_than_a_page_is_said(
    tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "card.yaml"
    work = []
    for size in (SMALL, FOUR_TIMES):
        path.write_bytes(files(size)[kind])
        calls, lines = answered(path)
        assert len(lines) <= MOST_SHOWN + 1
        assert max(map(len, lines), default=0) <= MOST_CHARACTERS + len(str(path)) + 40
        work.append(calls)
    assert work[1] <= 5 * work[0] + 20_000  # what the 50 problems that are shown cost is the same for both


@pytest.mark.parametrize("kind", [name for name, _data in hostile_additions(100)])
def test_additions_that_are_very_wrong_are_answered_as_cheaply(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "card.yaml"
    path.write_bytes(THREE_OPTIONS.read_bytes())
    work = []
    for size in (SMALL, FOUR_TIMES):
        path.with_name("additions.yaml").write_bytes(additions(size)[kind])
        calls, lines = answered(path)
        assert 1 <= len(lines) <= MOST_SHOWN + 1
        work.append(calls)
    assert work[1] <= 5 * work[0] + 20_000


@pytest.mark.parametrize(
    ("count", "words"),
    [(MOST_SHOWN, None), (MOST_SHOWN + 1, "en nog 1 probleem"), (MOST_SHOWN + 1204, "en nog 1.204 problemen")],
)
def test_of_many_problems_the_first_are_shown_and_the_others_counted(
    tmp_path: Path, count: int, words: str | None
) -> None:
    path = tmp_path / "card.yaml"
    path.write_text(TEA + "".join(f"veld{number}: x\n" for number in range(count)), encoding="utf-8")
    lines = check(path)
    assert lines[0].startswith(f"{path}:29:1: onbekend veld")
    assert lines[MOST_SHOWN:] == ([f"{path}: {words}"] if words else [])


def test_a_suggestion_is_found_among_thousands_and_thousands_are_not_listed() -> None:
    ids = [f"klok-{number}" for number in range(5000)]
    assert did_you_mean("klok-4999x", ids).startswith('bedoelde u "klok-')
    assert len(did_you_mean("iets heel anders", ids)) < 300


def test_a_very_long_word_is_quoted_in_part_and_what_is_possible_is_still_said(tmp_path: Path) -> None:
    path = tmp_path / "card.yaml"
    path.write_text(f"{'k' * 1000}: x\n", encoding="utf-8")
    (line,) = (line for line in check(path) if "kkkk" in line)
    assert line.endswith("origin, codes")
    assert len(line) < MOST_CHARACTERS + len(str(path)) + 40


@pytest.mark.parametrize("other", ["a " * 3000, "b a " * 1500, "", SOURCE.read_text(encoding="utf-8") * 3])
def test_any_two_texts_are_compared_in_little_work(other: str) -> None:
    words = ["a", "b", "c"] * 1000
    found = list(gaps(words, other.split()))
    assert found
    for start, end, our_start, our_end in found:
        assert words[start:end] != other.split()[our_start:our_end]


def test_what_is_the_same_in_two_long_texts_is_in_no_gap() -> None:
    theirs = [f"woord{number}" for number in range(2000)]
    ours = [*theirs[:500], "erbij", *theirs[500:1000], *theirs[1010:]]
    assert list(gaps(theirs, ours)) == [(500, 500, 500, 501), (1000, 1010, 1001, 1001)]
