"""Messages for text that is not YAML: those of the parser are English, and about its internals."""

import re

import yaml

from herniatui.card.problems import Problem
from herniatui.i18n import _

MAX_DEPTH = 20
TOO_DEEP = _("nested deeper than {depth} levels").format(depth=MAX_DEPTH)

_NOT_YAML = _("this is not valid YAML: {reason}")
_UNKNOWN = _("look at the indents, quotes and brackets here, and in the line above")

_QUOTE = _(
    "this quotation mark is never closed; if it belongs to the text, as in 's morgens, put all of it in the other kind"
)
_INNER_QUOTE = _(
    "the text ends at the quotation mark before this: put the whole text in quotes, and double those of that kind in it"
)
_INNER_BRACKET = _(
    "the list or the fields end at the bracket before this; put a text that begins with a bracket in quotes"
)
_HASH = _("behind a space, # begins a comment: put the text in quotes, and a comment on a line of its own")
_BACKSLASH = _("a \\ between double quotes begins a special sign; put the text between single quotes")
_DIRECTIVE = _(
    "a line that begins with a percent sign is meant for YAML itself; leave it out, or put the text in quotes"
)
_ANCHOR = _("a text does not begin with & or *; put it in quotes")
_TAG = _("a text does not begin with !; put it in quotes")
_BLOCK = _(
    "behind > or | stands nothing else, but perhaps a -; put a text that begins with it in quotes, or on the next line"
)
_TAB = _("here stands a tab; use spaces to indent")
_LIST = _('a list has "- " before every item, all with the same indent; correct the indent here, or above')
_FLOW_LIST = _("a list that begins with [ has a comma between its items and ends with ]; put any other text in quotes")
_FLOW_FIELDS = _(
    "fields that begin with {first} have a comma between them and end with {last}; a text with {signs} stands in quotes"
).format(first="{", last="}", signs=": , [ ] { }")
_FIELDS = _("the indent differs from that of the fields above, or a colon is missing; correct that here, or above")
_COLON = _(
    "here a colon and a space are missing, as in title: …; or a text goes on: then indent it deeper than its field"
)
_CHARACTER = _("here stands what is no character; save the file as UTF-8")

# Text in the context of an error, text in its problem, and our message. The first match counts, so entries with a
# context precede those without. libyaml (scanner.c, parser.c, reader.c) and PyYAML word the same error differently.
_REASONS: tuple[tuple[str, str, str], ...] = (
    ("", "maximum nesting depth", TOO_DEEP),  # libyaml as of PyYAML 6.0.4: over 1000 levels, found while reading ahead
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
    ("flow sequence", "", _FLOW_LIST),
    ("flow mapping", "", _FLOW_FIELDS),
    ("block mapping", "", _FIELDS),
    ("block collection", "", _LIST),
    ("plain scalar", "", _("between brackets, a text with a colon in it stands in quotes")),
    ("", "mapping values are not allowed", _("a text with a colon and a space in it, or at its end, stands in quotes")),
    (
        "",
        "sequence entries are not allowed",
        _('"- " cannot stand here; put the text in quotes, or begin each item of a list on its own line'),
    ),
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
_HASH_ABOVE = re.compile(r"[ \t]#")
_FIELD = re.compile(r"[\w-]+:(?=\s)")
_AT_ITS_BEGINNING = (_QUOTE, _COLON)
"""Problems reported where they begin; the parser stops later, often at the end of the file."""


def not_yaml(error: Exception, text: str) -> Problem:
    """Return the problem of this text at the place where the parser stopped: what to do, without the parser's words."""
    context = str(getattr(error, "context", None) or "")
    reason = message_for(context, str(getattr(error, "problem", None) or getattr(error, "reason", None) or ""))
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if reason in _AT_ITS_BEGINNING:
        mark = getattr(error, "context_mark", None) or mark
    if not isinstance(error, yaml.YAMLError):  # an escape beyond the last Unicode character
        reason = _BACKSLASH if '"' in text else _TAG
    if mark is None:
        return Problem(_NOT_YAML.format(reason=reason or _UNKNOWN))
    reason = _trap(reason, text, mark.index) or reason
    text = reason if reason is TOO_DEEP else _NOT_YAML.format(reason=reason or _UNKNOWN)
    return Problem(text, mark.line + 1, mark.column + 1)


def _trap(reason: str, text: str, at: int) -> str:
    """Return the cure for a sentence that YAML read in its own way, so that the parser stopped here; or nothing."""
    if reason and text[at : at + 1] == "\t":
        return _TAB
    above = text.rfind("\n", 0, max(text.rfind("\n", 0, at), 0)) + 1
    if reason in (_COLON, _FIELDS) and _HASH_ABOVE.search(text, above, at) and not _FIELD.match(text, at):
        return _HASH
    if reason in (_FIELDS, _LIST, _FLOW_FIELDS, _FLOW_LIST):
        before = text[:at].rstrip(" ")[-1:]
        return {"'": _INNER_QUOTE, '"': _INNER_QUOTE, "]": _INNER_BRACKET, "}": _INNER_BRACKET}.get(before, "")
    return ""


def message_for(context: str, problem: str) -> str:
    """Return our message for an error of the parser; an empty string if it is unknown."""
    for in_context, in_problem, said in _REASONS:
        if in_context in context and in_problem in problem:
            return said
    return ""
