"""Why a text is not YAML, in words of ours: what the parser says is English, and about its own insides."""

import yaml

from herniatui.card.problems import Problem
from herniatui.i18n import _

_NOT_YAML = _("this is not valid YAML: {reason}")
_UNKNOWN = _("look at the indents, quotes and brackets here, and in the line above")

_QUOTE = _("a quote that is opened here is never closed")
_BACKSLASH = _("a \\ between double quotes begins a special sign; put the text between single quotes")
_DIRECTIVE = _(
    "a line that begins with a percent sign is meant for YAML itself; leave it out, or put the text in quotes"
)
_ANCHOR = _("a text does not begin with & or *; put it in quotes")
_TAG = _("a text does not begin with !; put it in quotes")
_BLOCK = _("behind > or | stands nothing else, but perhaps a -; the text begins on the next line")
_TAB = _("here stands a tab; use spaces to indent")
_LIST = _('a list has "- " before every item, all with the same indent; correct the indent here, or above')
_FLOW_FIELDS = _("fields that begin with {first} have a comma between them and end with {last}").format(
    first="{", last="}"
)
_FIELDS = _("the indent differs from that of the fields above, or a colon is missing; correct that here, or above")
_COLON = _("here a colon and a space are missing, as in title: …; or an indent is wrong")
_CHARACTER = _("here stands what is no character; save the file as UTF-8")

# What the context of an error holds, what its problem holds, and what we say. The first that fits counts, so what has
# a context stands before what has none. libyaml (scanner.c, parser.c, reader.c) and PyYAML say it in different words.
_REASONS: tuple[tuple[str, str, str], ...] = (
    ("quoted scalar", "unexpected", _QUOTE),
    ("quoted scalar", "escape", _BACKSLASH),
    ("quoted scalar", "hexdecimal", _BACKSLASH),
    ("directive", "", _DIRECTIVE),
    ("anchor", "", _ANCHOR),
    ("alias", "", _ANCHOR),
    ("tag", "", _TAG),
    ("block scalar", "tab character", _TAB),
    ("block scalar", "", _BLOCK),
    ("", "violates indentation", _TAB),
    ("simple key", "", _COLON),
    ("flow sequence", "", _("a list that begins with [ has a comma between its items and ends with ]")),
    ("flow mapping", "", _FLOW_FIELDS),
    ("block mapping", "", _FIELDS),
    ("block collection", "", _LIST),
    ("plain scalar", "", _("between brackets, a text with a colon in it stands in quotes")),
    ("", "mapping values are not allowed", _("a text with a colon and a space in it stands in quotes")),
    ("", "sequence entries are not allowed", _('"- " cannot stand here; each item of a list begins its own line')),
    ("", "mapping keys are not allowed", _('"? " cannot stand here; put the text in quotes')),
    ("", "cannot start any token", _("a text does not begin with this character; put it in quotes")),
    ("", "undefined tag handle", _TAG),
    ("", "node content", _("here a text is missing, or a text begins with a character that needs quotes")),
    (
        "",
        "document start",
        _("the card ended above; the indent here is too small, or this does not belong here"),
    ),
    ("", "directive", _DIRECTIVE),
    ("", "incompatible YAML", _DIRECTIVE),
    ("", "duplicate YAML", _DIRECTIVE),
    ("", "duplicate tag handle", _DIRECTIVE),
    ("", "block end", _FIELDS),
    ("", "stream-start", _CHARACTER),
    ("", "octet", _CHARACTER),
    ("", "control characters", _CHARACTER),
    ("", "special characters", _CHARACTER),
    ("", "Unicode character", _CHARACTER),
    ("", "UTF-", _CHARACTER),
    ("", "surrogate", _CHARACTER),
    ("", "too long", _("the file is too large")),
)
_AT_ITS_BEGINNING = (_QUOTE, _COLON)
"""What is told where it began, not where the parser gave up: at the end of the file, often."""


def not_yaml(error: Exception, text: str) -> Problem:
    """Return what is wrong where the parser gave up on this text: what to do, and never the parser's own words."""
    context = str(getattr(error, "context", None) or "")
    reason = why(context, str(getattr(error, "problem", None) or getattr(error, "reason", None) or ""))
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if reason in _AT_ITS_BEGINNING:
        mark = getattr(error, "context_mark", None) or mark
    if not isinstance(error, yaml.YAMLError):  # an escape that stands for no character
        reason = _BACKSLASH if '"' in text else _TAG
    if mark is None:
        return Problem(_NOT_YAML.format(reason=reason or _UNKNOWN))
    if reason and text[mark.index : mark.index + 1] == "\t":
        reason = _TAB
    return Problem(_NOT_YAML.format(reason=reason or _UNKNOWN), mark.line + 1, mark.column + 1)


def why(context: str, problem: str) -> str:
    """Return what to say where the parser says this; an empty string where we do not know its words."""
    for in_context, in_problem, said in _REASONS:
        if in_context in context and in_problem in problem:
            return said
    return ""
