"""YAML text to a tree of nodes that know their line and column.

Built from the parser's events and not by recursion, so that no file, however deep, can exhaust the stack. Whatever
YAML offers beyond plain text, lists and mappings (anchors, aliases, tags, values that YAML 1.1 takes for something
else) is a problem and never a value.
"""

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import yaml

from herniatui.card.problems import NOT_IN_A_FILE, Problem, unprintable, unprintables
from herniatui.plain import UNPRINTABLE
from herniatui.words import _

MAX_BYTES = 1 << 20
MAX_DEPTH = 20

_Loader = cast(Any, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers


class Node:
    """A place in the file."""

    __slots__ = ("_mark",)

    def __init__(self, mark: Any) -> None:
        self._mark = mark

    @property
    def line(self) -> int:
        """The line in the file, from 1."""
        return cast(int, self._mark.line) + 1

    @property
    def column(self) -> int:
        """The column in that line, from 1."""
        return cast(int, self._mark.column) + 1

    def problem(self, text: str) -> Problem:
        """Return a problem at this place."""
        return Problem(text, self.line, self.column)


class Scalar(Node):
    """A piece of text, and whether it was written without quotes on the line itself."""

    __slots__ = ("plain", "value")

    def __init__(self, mark: Any, value: str, plain: bool) -> None:
        self._mark = mark
        self.value = value
        self.plain = plain

    @property
    def yaml_type(self) -> str:
        """What YAML 1.1 takes the value for, such as `str`, `int`, `bool`, `null` or `timestamp`."""
        if not self.plain:
            return "str"
        for tag, pattern in _resolvers.get(self.value[:1], ()):
            if pattern.match(self.value):
                return tag.rpartition(":")[2]
        return "str"


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, mark: Any) -> None:
        self._mark = mark
        self.items: list[Node] = []


class Mapping(Node):
    """Keys and nodes in turn, in the order of the file."""

    __slots__ = ("items",)

    def __init__(self, mark: Any) -> None:
        self._mark = mark
        self.items: list[Node] = []

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """Yield each key with its node."""
        return zip(self.items[::2], self.items[1::2], strict=True)


def read_text(path: Path, problems: list[Problem]) -> str | None:
    """Return the text of the file, or None after adding the reason why there is none."""
    try:
        if path.is_fifo() or path.is_char_device():
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))  # opening it could wait for ever
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        problems.append(Problem(_("cannot be read ({reason})").format(reason=error.strerror)))
        return None
    if len(data) > MAX_BYTES:
        problems.append(Problem(_("the file is larger than 1 MiB; split it into several cards")))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        problems.append(Problem(_("the file is not UTF-8; save it as UTF-8"), line, column))
        return None


def parse(text: str, problems: list[Problem]) -> Node | None:
    """Return the tree of a YAML text, adding every problem found on the way; None if there is no tree to speak of."""
    text = text.replace("\r\n", "\n")
    problems += unprintables(text)
    try:
        return _build(yaml.parse(NOT_IN_A_FILE.sub(" ", text), Loader=_Loader), problems)
    except yaml.MarkedYAMLError as error:
        _not_yaml(error, problems)
        return None
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: bytes or escapes that are no character
        place, reason = (1, 1), str(error).splitlines()[0]
    problems.append(
        Problem(_("this is not valid YAML ({reason}); look at indents and quotes").format(reason=reason), *place)
    )
    return None


def _not_yaml(error: yaml.MarkedYAMLError, problems: list[Problem]) -> None:
    """Add what is wrong where the parser gave up; for the two commonest mistakes, where and what they are."""
    mark, reason = error.problem_mark or error.context_mark, error.problem or error.context or ""
    wrong = _("this is not valid YAML ({reason}); look at indents and quotes").format(reason=reason)
    if "mapping values are not allowed" in reason:
        wrong = _("a text with a colon and a space in it stands in quotes")
    elif "quoted scalar" in (error.context or ""):
        mark, wrong = error.context_mark, _("a quote that is opened here is never closed")
    problems.append(Problem(wrong, mark.line + 1, mark.column + 1) if mark else Problem(wrong))


def unprintable_in(text: str) -> str:
    """Return what is wrong with a text that holds a character that cannot be printed, or an empty string."""
    found = UNPRINTABLE.search(text)
    return unprintable(found.group()) if found else ""


def _build(events: Iterator[Any], problems: list[Problem]) -> Node | None:
    root: Node | None = None
    documents = 0
    open_nodes: list[Sequence | Mapping] = []
    for event in events:
        kind = type(event)
        node: Node
        if kind is yaml.ScalarEvent:
            node = Scalar(event.start_mark, event.value, not event.style)
        elif kind is yaml.MappingStartEvent:
            node = Mapping(event.start_mark)
        elif kind is yaml.SequenceStartEvent:
            node = Sequence(event.start_mark)
        elif kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
            open_nodes.pop()
            continue
        elif kind is yaml.AliasEvent:
            node = Scalar(event.start_mark, event.anchor, plain=False)
            problems.append(node.problem(_("an alias (*{name}); write the text out").format(name=event.anchor)))
        else:
            documents += kind is yaml.DocumentStartEvent
            continue
        if documents > 1:
            problems.append(node.problem(_("a second document (---); one file holds one")))
            break
        if kind is not yaml.AliasEvent and (event.anchor is not None or event.tag is not None):
            problems.append(node.problem(_anchor_or_tag(event)))
        if open_nodes:
            open_nodes[-1].items.append(node)
        else:
            root = node
        if isinstance(node, Sequence | Mapping):
            open_nodes.append(node)
            if len(open_nodes) > MAX_DEPTH:
                problems.append(node.problem(_("nested deeper than {depth} levels").format(depth=MAX_DEPTH)))
                return None
    return root


def _anchor_or_tag(event: Any) -> str:
    if event.anchor is not None:
        return _("an anchor (&{name}); write the text out").format(name=event.anchor)
    return _("a tag ({name}); leave it out").format(name=event.tag)
