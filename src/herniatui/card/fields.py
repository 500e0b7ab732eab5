"""Taking typed values out of a mapping, and remembering everything that is wrong with it."""

import re
from collections.abc import Collection

from herniatui.card.problems import Problems, did_you_mean
from herniatui.card.yaml_nodes import Mapping, Node, Scalar, Sequence, unprintable_in
from herniatui.i18n import _, with_points

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
MAX_ID = 60
MAX_TEXT = 10_000
"""Characters of one text: a paragraph of a card has hundreds. Every quote is looked for in its whole text."""
NO_NUMBER = -1


class Fields:
    """One mapping of a file, read key by key.

    Every method returns a value of its type also when the file has none or a wrong one (after adding the problem), so
    that reading goes on and finds what else is wrong.
    """

    def __init__(self, node: Node, possible: Collection[str], problems: Problems) -> None:
        self.node = node
        self.problems = problems
        self._nodes: dict[str, Node] = {}
        if not isinstance(node, Mapping):
            problems.append(node.problem(_("fields are expected here: {fields}").format(fields=", ".join(possible))))
            return
        for key, value in node.pairs():
            if not isinstance(key, Scalar):
                problems.append(key.problem(_("a key is a word, not a list or a mapping")))
            elif key.value not in possible:
                guess = "" if problems.full else did_you_mean(key.value, possible)
                problems.append(key.problem(_('unknown field "{key}"; {guess}').format(key=key.value, guess=guess)))
            elif key.value in self._nodes:
                problems.append(key.problem(_('"{key}" stands here twice; keep one').format(key=key.value)))
            else:
                self._nodes[key.value] = value

    def node_of(self, key: str) -> Node:
        """Return where the value of this key stands, or where the mapping stands if it has none."""
        return self._nodes.get(key, self.node)

    def take(self, key: str, required: bool = True) -> Node | None:
        """Return the node of this key, or None; that is a problem if it is required."""
        node = self._nodes.get(key)
        if node is None and required and isinstance(self.node, Mapping):
            self.problems.append(self.node.problem(_('the field "{key}" is missing').format(key=key)))
        return node

    def text(self, key: str, required: bool = True) -> str:
        """Return one paragraph of text; empty only if there is none."""
        node = self.take(key, required)
        return text_of(node, self.problems) if node else ""

    def id(self, key: str = "id") -> str:
        """Return an id: small letters, digits and hyphens."""
        node = self.take(key)
        value = text_of(node, self.problems) if node else ""
        if node and value and not is_id(value):
            wrong = _('"{value}" is no id; use small letters, digits and hyphens, starting with a letter')
            self.problems.append(node.problem(wrong.format(value=value)))
        return value

    def language(self) -> str:
        """Return the tag of a language, such as `nl` or `nl-BE` (BCP 47)."""
        node = self.take("language")
        value = text_of(node, self.problems) if node else ""
        if node and value and not LANGUAGE.fullmatch(value):
            wrong = _('"{value}" is no code of a language; Dutch is nl')
            self.problems.append(node.problem(wrong.format(value=value)))
        return value

    def number(self, key: str) -> int:
        """Return a whole number from 0, or `NO_NUMBER` in its absence."""
        node = self.take(key)
        number = number_of(node) if node else NO_NUMBER
        if node and number == NO_NUMBER:
            self.problems.append(node.problem(_('"{key}" is a whole number, such as 75').format(key=key)))
        return number

    def flag(self, key: str) -> bool:
        """Return true or false; false in its absence."""
        node = self.take(key, required=False)
        if isinstance(node, Scalar) and node.plain and node.value in ("true", "false"):
            return node.value == "true"
        if node:
            self.problems.append(node.problem(_('"{key}" is true or false').format(key=key)))
        return False

    def choice(self, key: str, possible: list[str]) -> str:
        """Return one of the possible words; the first in its absence."""
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

    def items(self, key: str, required: bool = True) -> list[Node]:
        """Return the items of a list, which has at least one where it is required."""
        node = self.take(key, required)
        if node is None:
            return []
        if not isinstance(node, Sequence):
            self.problems.append(node.problem(_('"{key}" is a list: lines that begin with "- "').format(key=key)))
            return []
        if required and not node.items:
            self.problems.append(node.problem(_('"{key}" is empty').format(key=key)))
        return node.items

    def texts(self, key: str, required: bool = True) -> tuple[str, ...]:
        """Return a list of paragraphs."""
        return tuple(text_of(item, self.problems) for item in self.items(key, required))


def is_id(value: str) -> bool:
    """Whether this can be the id of something on a card."""
    return len(value) <= MAX_ID and _ID.fullmatch(value) is not None


def number_of(node: Node) -> int:
    """Return the whole number that stands here, or `NO_NUMBER`."""
    if isinstance(node, Scalar) and node.plain and node.value.isdecimal() and len(node.value) <= 9:
        return int(node.value)
    return NO_NUMBER


def text_of(node: Node, problems: Problems) -> str:
    """Return the text of a node, without white space around it; empty, after adding the problem, if it has none."""
    if not isinstance(node, Scalar):
        problems.append(node.problem(_("a text is expected here")))
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
