"""Whatever a file holds, reading it gives a card or problems, and never anything else."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from herniatui.card.additions import read_additions
from herniatui.card.model import Card
from herniatui.card.problems import ProblemsFound
from herniatui.card.reader import read_card
from herniatui.sanitize import UNPRINTABLE
from tests.card.cards import TEA
from tests.support.program import HERNIA, THREE_OPTIONS
from tests.support.soak import soaking

many_examples = settings(max_examples=soaking(short=150, long=3000), deadline=None)
either_parser = pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])

# Pieces that mean something to YAML or to the reader.
PIECES = st.sampled_from(
    [
        *("\n", "\n  ", "\n- ", ": ", "- ", "? ", "[", "]", "{", "}", ",", "'", '"', "|", ">-", "#", "&a", "*a", "!!t"),
        *(
            "---",
            "...",
            "%YAML 1.1\n",
            "\\e",
            "\\ud800",
            "\x1b",
            "\u202e",
            "\ufeff",
            "\r",
            "\t",
            "~",
            "no",
            "1:30",
            "<<",
        ),
        *("format: 1", "id", "text", "children", "answers", "options", "questions", "75 van de 100", "exactly", "漢字"),
        *("!%ED%A0%80 ", "9" * 5000 + " van de 100", '"\\U00110000"'),
    ]
)


@either_parser
@many_examples
@given(content=st.binary(max_size=200))
def test_any_bytes_are_a_card_or_problems(loader: type, content: bytes) -> None:
    card_or_problems(content, loader)


@either_parser
@many_examples
@given(content=st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join))
def test_any_mixture_of_yaml_is_a_card_or_problems(loader: type, content: str) -> None:
    card_or_problems(content.encode("utf-8", "surrogatepass"), loader)


@st.composite
def spoiled(draw: st.DrawFn, whole: bytes) -> bytes:
    """Return this file with parts of it taken out, put in twice, or replaced."""
    content = whole
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 60) | st.integers(0, len(content))))
        part = content[start:end]
        instead = draw(st.just(b"") | st.just(part + part) | PIECES.map(str.encode) | st.binary(max_size=4))
        content = content[:start] + instead + content[end:]
    return content


@many_examples
@given(content=spoiled(HERNIA.read_bytes()) | spoiled(THREE_OPTIONS.read_bytes()) | spoiled(TEA.encode()))
def test_any_spoiled_card_is_a_card_or_problems(content: bytes) -> None:
    card_or_problems(content, yaml.CSafeLoader)


@many_examples
@given(content=spoiled(THREE_OPTIONS.with_name("additions.yaml").read_bytes()))
def test_any_spoiled_additions_are_additions_or_problems(content: bytes) -> None:
    card = read_card(THREE_OPTIONS)
    additions_or_problems = answer_or_problems(content, lambda path: read_additions(path, card))
    assert additions_or_problems is not None


def card_or_problems(content: bytes, loader: type) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("herniatui.card.yaml_nodes.Loader", loader)
        found = answer_or_problems(content, read_card)
    if isinstance(found, Card):
        assert 2 <= len(found.options) <= 6
        assert 1 <= len(found.questions) <= 50
        for question in found.questions:
            assert len(question.answers) == len(found.options)
            assert all(question.answers)
        assert not any(UNPRINTABLE.search(text) for text in found.texts())


def answer_or_problems(content: bytes, read: Callable[[Path], object]) -> object:
    """Return what is read, or the problems, after looking whether each is a good one."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "file.yaml")
        path.write_bytes(content)
        try:
            return read(path)
        except ProblemsFound as raised:
            found = raised
    rows = content.count(b"\n") + content.count(b"\r") + 2
    assert found.problems
    for problem, line in zip(found.problems, found.lines(), strict=True):
        assert problem.text
        assert not UNPRINTABLE.search(line)
        assert "\n" not in line
        assert 1 <= problem.line <= rows
        assert 1 <= problem.column <= len(content) + 1
    assert found.problems == sorted(found.problems, key=lambda problem: (problem.line, problem.column))
    return found.problems
