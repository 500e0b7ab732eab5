"""Positions of the keys in a TOML file."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herniatui.settings.positions import key_positions, position_of

FILES = {
    "plain": ("a = 1\nb = 2", {("a",): (1, 1), ("b",): (2, 1)}),
    "indented": ("\n \ta = 1", {("a",): (2, 3)}),
    "a table": ("[t]\na = 1", {("t",): (1, 2), ("t", "a"): (2, 1)}),
    "spaces in a header": ("[ t . u ] # x\na = 1", {("t",): (1, 3), ("t", "u"): (1, 3)}),
    "dotted": ("t . a = 1\nt.b = 2", {("t",): (1, 1), ("t", "a"): (1, 1), ("t", "b"): (2, 1)}),
    "quoted": ('"a.b" = 1\n\'c"\' = 2', {("a.b",): (1, 1), ('c"',): (2, 1)}),
    "escaped": ('"\\u0061\\"" = 1', {('a"',): (1, 1)}),
    "a comment": ("# b = 1\na = 1 # c = 2\n", {("a",): (2, 1)}),
    "a sign in a text": ('a = "x # [b]\\" = "\nc = 1', {("a",): (1, 1), ("c",): (2, 1)}),
    "several lines of text": ('a = """\nb = 1\n"""\nc = 1', {("a",): (1, 1), ("c",): (4, 1)}),
    "quotes at the end of a text": ('a = """x"""""\nc = 1', {("a",): (1, 1), ("c",): (2, 1)}),
    "a quote at the end of a text": ('a = """x"""" # " [\nc = 1', {("a",): (1, 1), ("c",): (2, 1)}),
    "literal text": ("a = '''\nb = 1\\'''\nc = 1", {("a",): (1, 1), ("c",): (3, 1)}),
    "an empty text": ('a = ""\nb = ""', {("a",): (1, 1), ("b",): (2, 1)}),
    "a list over lines": ('a = [ # ]\n "b",\n ["]"],\n]\nc = 1', {("a",): (1, 1), ("c",): (5, 1)}),
    "an inline table": ("t = {a = 1, b = 2}\nc = 1", {("t",): (1, 1), ("c",): (2, 1)}),
    "an array of tables": ("[[t]]\na = 1\n[[t]]\na = 1", {("t",): (1, 3), ("t", "a"): (2, 1)}),
    "a table after another": ("[t]\n[u]\na = 1", {("t",): (1, 2), ("u",): (2, 2), ("u", "a"): (3, 1)}),
}


@pytest.mark.parametrize(("text", "found"), FILES.values(), ids=FILES)
def test_keys_are_found_at_their_positions(text: str, found: dict[tuple[str, ...], tuple[int, int]]) -> None:
    tomllib.loads(text)
    assert key_positions(text) == found


def test_a_key_that_is_not_found_gets_the_position_of_its_table() -> None:
    found = key_positions("\nt = {a = 1}")
    assert position_of(("t", "a"), found) == (2, 1)
    assert position_of(("u", "a"), found) == (1, 1)


KEYS = st.one_of(st.text("az_-", min_size=1, max_size=3), st.sampled_from(['"a b"', "'#'", '"="', '"[x]"']))
VALUES = st.sampled_from(["1", '"# [x]"', "'a = 1'", '"""\na = 1\n"""', "[\n 1, # ]\n]", "{a = 1}", "1979-05-27", "''"])
COMMENTS = st.sampled_from(["", " # x = [", "\n\n# y = 1"])


@given(
    st.lists(
        st.tuples(KEYS, VALUES, COMMENTS), max_size=8, unique_by=lambda line: tomllib.loads(f"{line[0]}=1").popitem()
    )
)
def test_every_key_is_found_at_its_line(lines: list[tuple[str, str, str]]) -> None:
    text, expected = "", {}
    for key, value, comment in lines:
        name, _value = tomllib.loads(f"{key} = 1").popitem()
        expected[(name,)] = (text.count("\n") + 1, 1)
        text += f"{key} = {value}{comment}\n"
    root: dict[str, Any] = tomllib.loads(text)
    assert [name for (name,) in expected] == list(root)
    assert key_positions(text) == expected
