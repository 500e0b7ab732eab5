"""Typed values from the mappings of a YAML file, with a problem for everything that is wrong with them."""

import re
from collections.abc import Collection
from decimal import Decimal
from functools import cache

from msgspec import UNSET, Struct

from herniatui.card.model import Number
from herniatui.card.problems import Problem, Problems, did_you_mean
from herniatui.card.yaml_nodes import Mapping, Node, Scalar, Sequence, unprintable_in
from herniatui.i18n import _, with_points

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
MAX_ID = 60
MAX_TEXT = 10_000
"""Maximum length of a text, in characters; a paragraph of a card has hundreds. Every quote is searched in all of it."""
NO_NUMBER = -1
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{0,5}[1-9])?")


class Fields:
    """The fields of one mapping in a file, read key by key.

    Every method returns a value of its type even where the file has none, or a wrong one: it adds the problem and
    returns a fallback, so that reading continues and finds the other problems.

    Args:
        node: the node that must be a mapping.
        declared: the type that declares the fields; those without `UNSET` are required. Or the ids that are
            the keys of this mapping, all required.
        problems: the list that problems are added to.
    """

    def __init__(self, node: Node, declared: type[Struct] | Collection[str], problems: Problems) -> None:
        self.node = node
        self.problems = problems
        self._nodes: dict[str, Node] = {}
        possible, self._required = _keys(declared) if isinstance(declared, type) else (declared, declared)
        self._between_braces = isinstance(node, Mapping) and node.flow
        if not isinstance(node, Mapping):
            problems.append(node.problem(_("fields are expected here: {fields}").format(fields=", ".join(possible))))
            return
        for key, value in node.pairs():
            if not isinstance(key, Scalar):
                problems.append(key.problem(_("a key is a word, not a list or a mapping")))
            elif key.value not in possible:
                problems.append(key.problem("" if problems.full else self._unknown(key.value, value, possible)))
            elif key.value in self._nodes:
                problems.append(key.problem(_('"{key}" stands here twice; keep one').format(key=key.value)))
            else:
                self._nodes[key.value] = value

    def _unknown(self, key: str, value: Node, possible: Collection[str]) -> str:
        if self._between_braces and isinstance(value, Scalar) and value.plain and not value.value:
            cut = _('"{key}" has no colon: between braces, a text with a comma in it stands in quotes')
            return cut.format(key=key)
        return _('unknown field "{key}"; {guess}').format(key=key, guess=did_you_mean(key, possible))

    def has(self, key: str) -> bool:
        """Return whether the mapping has this key."""
        return key in self._nodes

    def node_of(self, key: str) -> Node:
        """Return the node of this key, or the mapping itself if it lacks the key: the place to report a problem at."""
        return self._nodes.get(key, self.node)

    def take(self, key: str) -> Node | None:
        """Return the node of this key; None if it is missing, which is a problem if the key is required."""
        if key in self._required:
            self.require(key)
        return self._nodes.get(key)

    def require(self, key: str) -> None:
        """Add a problem if this key is missing."""
        if key not in self._nodes and isinstance(self.node, Mapping):
            self.problems.append(self.node.problem(_('the field "{key}" is missing').format(key=key)))

    def text(self, key: str) -> str:
        """Return one paragraph of text; empty only in its absence."""
        node = self.take(key)
        return words_of(node, self.problems) if node else ""

    def id(self, key: str = "id") -> str:
        """Return an id: lower-case letters, digits and hyphens."""
        node = self.take(key)
        value = text_of(node, self.problems) if node else ""
        if node and value and not is_id(value):
            wrong = _('"{value}" is no id; use small letters, digits and hyphens, starting with a letter')
            self.problems.append(node.problem(wrong.format(value=value)))
        return value

    def language(self) -> str:
        """Return a language tag, such as `nl` or `nl-BE` (BCP 47)."""
        node = self.take("language")
        value = text_of(node, self.problems) if node else ""
        if node and value and not LANGUAGE.fullmatch(value):
            wrong = _('"{value}" is no code of a language; Dutch is nl')
            self.problems.append(node.problem(wrong.format(value=value)))
        return value

    def number(self, key: str) -> int:
        """Return a whole number from 0; `NO_NUMBER` in its absence."""
        node = self.take(key)
        number = number_of(node) if node else NO_NUMBER
        if node and number == NO_NUMBER:
            self.problems.append(node.problem(_('"{key}" is a whole number, such as 75').format(key=key)))
        return number

    def quantity(self, key: str) -> Number:
        """Return a number from 0, perhaps with a fraction; `NO_NUMBER` in its absence."""
        node = self.take(key)
        if node is None:
            return NO_NUMBER
        if isinstance(node, Scalar) and node.plain and _NUMBER.fullmatch(node.value):
            return int(node.value) if node.value.isdecimal() else Decimal(node.value)
        wrong = _('"{key}" is a number, such as 75, or 2.5 with a point')
        self.problems.append(node.problem(wrong.format(key=key)))
        return NO_NUMBER

    def flag(self, key: str) -> bool:
        """Return true or false; false in its absence."""
        node = self.take(key)
        if isinstance(node, Scalar) and node.plain and node.value in ("true", "false"):
            return node.value == "true"
        if node:
            self.problems.append(node.problem(_('"{key}" is true or false').format(key=key)))
        return False

    def choice(self, key: str, possible: list[str]) -> str:
        """Return one of the possible words; the first of them in its absence."""
        node = self.take(key)
        if node is None:
            return possible[0]
        value = text_of(node, self.problems)
        if value and value not in possible:
            guess = did_you_mean(value, possible)
            self.problems.append(
                node.problem(_('"{value}" is not possible here; {guess}').format(value=value, guess=guess))
            )
        return value if value in possible else possible[0]

    def items(self, key: str) -> list[Node]:
        """Return the items of a list; a required list must have at least one."""
        node = self.take(key)
        if node is None:
            return []
        if not isinstance(node, Sequence):
            self.problems.append(node.problem(_('"{key}" is a list: lines that begin with "- "').format(key=key)))
            return []
        if not node.items and key in self._required:
            self.problems.append(node.problem(_('"{key}" is empty').format(key=key)))
        return node.items

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of paragraphs."""
        return tuple(words_of(item, self.problems) for item in self.items(key))


@cache
def _keys(declared: type[Struct]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the names of all fields in the file, and of those that are required."""
    names, defaults = declared.__struct_encode_fields__, declared.__struct_defaults__  # the defaults of the last fields
    optional = {name for name, default in zip(reversed(names), reversed(defaults), strict=False) if default is UNSET}
    return names, frozenset(names) - optional


def is_id(value: str) -> bool:
    """Return whether this text is a valid id."""
    return len(value) <= MAX_ID and ID.fullmatch(value) is not None


def number_of(node: Node) -> int:
    """Return the whole number in this node; `NO_NUMBER` if it has none."""
    if isinstance(node, Scalar) and node.plain and node.value.isdecimal() and len(node.value) <= 9:
        return int(node.value)
    return NO_NUMBER


def words_of(node: Node, problems: Problems) -> str:
    """Return the text of a node whose words are shown; a problem if YAML takes the rest of them for a comment."""
    if isinstance(node, Scalar) and node.comment:
        cut = _("behind a space, # begins a comment: put the text in quotes, and a comment on a line of its own")
        problems.append(Problem(cut, *node.comment))
        return node.value
    return text_of(node, problems)


def text_of(node: Node, problems: Problems) -> str:
    """Return the text of a node without surrounding white space; if it has none, add a problem and return ""."""
    if not isinstance(node, Scalar):
        is_flow = isinstance(node, Mapping | Sequence) and node.flow
        brackets = _("a text is expected here; put one that begins with {opening} in quotes").format(opening="[ / {")
        problems.append(node.problem(brackets if is_flow else _("a text is expected here")))
        return ""
    if len(node.value) > MAX_TEXT:
        wrong = _("this text is {length} characters long; split it, into {most} at most")
        problems.append(node.problem(wrong.format(length=with_points(len(node.value)), most=with_points(MAX_TEXT))))
        return ""
    kind = node.yaml_type
    if kind == "null":
        problems.append(node.problem(_("a text is missing here")))
        return ""
    if kind != "str":
        wrong = _('YAML does not read {value} as text; put it in quotes: "{value}"')
        problems.append(node.problem(wrong.format(value=node.value)))
    text = node.value.strip()
    if not text:
        problems.append(node.problem(_("a text is missing here")))
    elif "\n" in text:
        problems.append(node.problem(_("a text is one paragraph; write it with >- and without blank lines")))
    elif wrong := unprintable_in(text):
        problems.append(node.problem(wrong))
    return text
