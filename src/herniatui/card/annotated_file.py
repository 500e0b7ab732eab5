"""Writes annotations into the text of a card file, by position: every other byte stays as it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import yaml
from msgspec import Struct

from herniatui.card.suggestions import Suggestion
from herniatui.card.yaml_nodes import Loader

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_BREAKS = "\r\n"
_SIMPLE = ("id", "text", "paragraph")
"""Fields that annotations are written after."""


class _Insertion(Struct, frozen=True):
    line: int
    column: int
    """Place in the line, from 0; -1 for new lines after it."""
    text: str


class AnnotatedFile:
    """The text of a card file without problems, and where its statements are."""

    def __init__(self, text: str) -> None:
        self._mark = text[: text.startswith("\ufeff")]
        """The byte order mark that Notepad may write."""
        self._lines = [line for line in _LINE.findall(text.removeprefix("\ufeff")) if line]
        normal = "".join(line.rstrip(_BREAKS) + "\n" for line in self._lines)
        self._root = yaml.compose(normal, Loader=Loader)
        self._statements = dict(_statements(self._root))

    def place(self, suggestion: Suggestion) -> tuple[int, int]:
        """Return line and column, from 1, of the text that a suggestion is about."""
        return _place(_value(self._statements[suggestion.statement], "text"))

    def place_of(self, key: str) -> tuple[int, int]:
        """Return line and column, from 1, of this field of the card."""
        return _place(_value(self._root, key))

    def place_of_option(self, index: int, key: str) -> tuple[int, int]:
        """Return line and column, from 1, of this field of an option."""
        return _place(_value(_value(self._root, "options").value[index], key))

    def with_annotations(self, suggestions: Sequence[Suggestion]) -> str:
        """Return the text of the file with these annotations."""
        insertions = [
            insertion
            for (statement, key), found in groupby(suggestions, key=lambda each: (each.statement, each.key))
            for insertion in self._insertions(self._statements[statement], key, [each.entry for each in found])
        ]
        lines = list(self._lines)
        by_line: dict[int, list[_Insertion]] = {}
        for insertion in insertions:
            by_line.setdefault(insertion.line, []).append(insertion)
        for line, here in by_line.items():
            lines[line] = _inserted(lines[line], here, self._break(line))
        return self._mark + "".join(lines)

    def _insertions(self, statement: Any, key: str, entries: list[str]) -> Iterator[_Insertion]:
        """Yield what adds these entries to a list of a statement, in the style of the list."""
        items = _value(statement, key)
        if items is None and statement.flow_style:
            last = statement.value[-1][1].end_mark
            yield _Insertion(last.line, last.column, f", {key}: [{', '.join(entries)}]")
        elif items is None:
            end = max(self._end(value) for name, value in statement.value if name.value in _SIMPLE)
            indent = " " * statement.start_mark.column
            yield _Insertion(end, -1, "\n".join([f"{indent}{key}:", *(f"{indent}  - {entry}" for entry in entries)]))
        elif items.flow_style:
            at = items.value[-1].end_mark if items.value else items.start_mark
            column = at.column if items.value else at.column + 1
            yield _Insertion(at.line, column, (", " if items.value else "") + ", ".join(entries))
        else:
            indent = " " * items.start_mark.column
            yield _Insertion(self._end(items), -1, "\n".join(f"{indent}- {entry}" for entry in entries))

    def _end(self, node: Any) -> int:
        """Return the last line of a node; the mark of a block is at what follows it."""
        if isinstance(node, yaml.ScalarNode):
            if node.style not in ("|", ">"):
                return int(node.end_mark.line)
            end = node.end_mark.line - (node.end_mark.column == 0)
            while end > node.start_mark.line and not self._lines[end].strip():
                end -= 1
            return int(end)
        if node.flow_style:
            return int(node.end_mark.line)
        last = node.value[-1]
        return self._end(last[1] if isinstance(node, yaml.MappingNode) else last)

    def _break(self, line: int) -> str:
        """Return the line break of the file at this line."""
        own = self._lines[line][len(self._lines[line].rstrip(_BREAKS)) :]
        return own or self._lines[0][len(self._lines[0].rstrip(_BREAKS)) :] or "\n"


def _inserted(line: str, insertions: Sequence[_Insertion], line_break: str) -> str:
    words = line.rstrip(_BREAKS)
    end = line[len(words) :]
    for column in sorted({insertion.column for insertion in insertions if insertion.column >= 0}, reverse=True):
        new = "".join(insertion.text for insertion in insertions if insertion.column == column)
        words = words[:column] + new + words[column:]
    added = [insertion.text.replace("\n", line_break) for insertion in insertions if insertion.column < 0]
    return line_break.join([words, *added]) + end


def _place(node: Any) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _value(mapping: Any, key: str) -> Any:
    return next((value for name, value in mapping.value if name.value == key), None)


def _statements(root: Any) -> Iterator[tuple[str, Any]]:
    """Yield every statement of a card with its id."""
    yield from _in_list(_value(root, "introduction"))
    for question in _value(root, "questions").value:
        for _option, answer in _value(question, "answers").value:
            yield from _in_list(answer)


def _in_list(items: Any) -> Iterator[tuple[str, Any]]:
    found: Iterable[Any] = items.value if isinstance(items, yaml.SequenceNode) else ()
    for statement in found:
        yield _value(statement, "id").value, statement
        yield from _in_list(_value(statement, "children"))
