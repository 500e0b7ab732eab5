"""Parser of YAML text into a tree of nodes with line and column.

The tree is built from the parser's events in a loop, so that no nesting can exhaust the stack. Everything in YAML
beyond plain text, lists and mappings (anchors, aliases, tags, values of other types in YAML 1.1) is a problem and never
a value.
"""

import re
from collections.abc import Iterator
from typing import Any, cast

import yaml

from herniatui.card.problems import Problem, Problems, replace_unprintables, unprintable
from herniatui.card.yaml_errors import MAX_DEPTH, TOO_DEEP, not_yaml
from herniatui.i18n import _
from herniatui.sanitize import UNPRINTABLE

MAX_NODES = 200_000
"""Maximum number of nodes in a file. A card of 1 MiB with a number on every line has 150,000."""

Loader = cast(Any, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
"""The loader of libyaml if it is there: ten times as fast."""
_COMMENT = re.compile(r"[ \t]+#")
_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers


class Node:
    """A node, with its position in the file."""

    __slots__ = ("column", "line")

    def __init__(self, mark: Any) -> None:
        self.line: int = mark.line + 1
        """The line in the file, from 1."""
        self.column: int = mark.column + 1
        """The column in that line, from 1."""

    def problem(self, text: str) -> Problem:
        """Return a problem at this place."""
        return Problem(text, self.line, self.column)


class Scalar(Node):
    """A text; `plain` if it has no quotes and is not a block."""

    __slots__ = ("comment", "plain", "value")

    def __init__(self, mark: Any, value: str, plain: bool) -> None:
        super().__init__(mark)
        self.value = value
        self.plain = plain
        self.comment: tuple[int, int] | None = None
        """Line and column, from 1, of a comment that ends a plain text; it may be the rest of a sentence."""

    @property
    def yaml_type(self) -> str:
        """The type that YAML 1.1 gives the value, such as `str`, `int`, `bool`, `null` or `timestamp`."""
        if not self.plain:
            return "str"
        for tag, pattern in _resolvers.get(self.value[:1], ()):
            if pattern.match(self.value):
                return tag.rpartition(":")[2]
        return "str"


class Sequence(Node):
    """A list of nodes; `flow` if it stands between brackets."""

    __slots__ = ("flow", "items")

    def __init__(self, mark: Any, flow: bool) -> None:
        super().__init__(mark)
        self.flow = flow
        self.items: list[Node] = []


class Mapping(Node):
    """A mapping; `items` alternates keys and values, in the order of the file; `flow` if it stands between braces."""

    __slots__ = ("flow", "items")

    def __init__(self, mark: Any, flow: bool) -> None:
        super().__init__(mark)
        self.flow = flow
        self.items: list[Node] = []

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """Yield each key with its value."""
        return zip(self.items[::2], self.items[1::2], strict=True)


def reads_as_text(value: str) -> bool:
    """Return whether YAML 1.1 reads this plain value as a text, and not as a number, a date or yes."""
    tags = (tag for tag, pattern in _resolvers.get(value[:1], ()) if pattern.match(value))
    return next(tags, "str").endswith("str")


def parse(text: str, problems: Problems) -> Node | None:
    """Return the root of a YAML text, and add its problems; None if there is no usable tree."""
    text = replace_unprintables(text, problems)
    try:
        return _build(yaml.parse(text, Loader=Loader), text, problems)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: escapes that are no character
        problems.append(not_yaml(error, text))
        return None


def unprintable_in(text: str) -> str:
    """Return the problem of a text with an unprintable character, or an empty string."""
    if text.isprintable():  # takes a third of the time of the search
        return ""
    found = UNPRINTABLE.search(text)
    return unprintable(found.group()) if found else ""


def _build(events: Iterator[Any], text: str, problems: Problems) -> Node | None:
    root: Node | None = None
    may_be_cut = "#" in text
    documents = nodes = 0
    open_nodes: list[Sequence | Mapping] = []
    for event in events:
        kind = type(event)
        node: Node
        if kind is yaml.ScalarEvent:
            node = Scalar(event.start_mark, event.value, not event.style)
            if may_be_cut and node.plain:
                node.comment = _comment(text, event.end_mark)
        elif kind is yaml.MappingStartEvent:
            node = Mapping(event.start_mark, bool(event.flow_style))
        elif kind is yaml.SequenceStartEvent:
            node = Sequence(event.start_mark, bool(event.flow_style))
        elif kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
            open_nodes.pop()
            continue
        elif kind is yaml.AliasEvent:
            node = Scalar(event.start_mark, event.anchor, plain=False)
            problems.append(node.problem("" if problems.full else _alias(event)))
        else:
            documents += kind is yaml.DocumentStartEvent
            continue
        nodes += 1
        if nodes > MAX_NODES:
            problems.append(node.problem(_("too many fields and texts for one card; split it into several cards")))
            return None
        if documents > 1:
            problems.append(node.problem(_("a second document (---); one file holds one")))
            break
        if kind is not yaml.AliasEvent and (event.anchor is not None or event.tag is not None):
            problems.append(node.problem("" if problems.full else _anchor_or_tag(event)))
        if open_nodes:
            open_nodes[-1].items.append(node)
        else:
            root = node
        if isinstance(node, Sequence | Mapping):
            open_nodes.append(node)
            if len(open_nodes) > MAX_DEPTH:
                problems.append(node.problem(TOO_DEEP))
                return None
    return root


def _comment(text: str, end: Any) -> tuple[int, int] | None:
    found = _COMMENT.match(text, end.index)
    return (end.line + 1, end.column + found.end() - found.start()) if found else None


def _alias(event: Any) -> str:
    return _("an alias (*{name}); write the text out, or put it in quotes if it begins with *").format(
        name=event.anchor
    )


def _anchor_or_tag(event: Any) -> str:
    if event.anchor is not None:
        words = _("an anchor (&{name}); write the text out, or put it in quotes if it begins with &")
        return words.format(name=event.anchor)
    return _("a tag ({name}); leave it out, or put the text in quotes if it begins with !").format(name=event.tag)
