"""Line and column of each key in a TOML file, to locate problems: `tomllib` does not report positions."""

import re
from collections.abc import Iterator

Keys = tuple[str, ...]
"""Path of keys to a value, outermost first."""
Position = tuple[int, int]
"""Line and column, from 1."""
_MAX_DEPTH = 2
"""Settings are nested at most one table deep; deeper keys get the position of their ancestor at this depth."""

_TOKEN = re.compile(
    r'''
    (?P<skip>[ \t]+ | \#[^\n]*)
    | (?P<text>"""(?:\\.|[^\\])*?"""(?!") | \'\'\'.*?\'\'\'(?!\') | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
    | (?P<bare>[^\s"'#=\[\]{},.]+)
    | (?P<sign>.)
    ''',
    re.VERBOSE | re.DOTALL,
)


def key_positions(text: str) -> dict[Keys, Position]:
    """Return the start of every key and table of the text, which must be valid TOML.

    Keys inside an inline table are not found, only the table itself; `place_of` falls back to that.
    """
    found: dict[Keys, Position] = {}
    table: Keys = ()
    path: Keys = ()
    start = depth = 0
    in_header = in_value = False
    for token in _TOKEN.finditer(text):
        kind, sign = token.lastgroup, token[0]
        if kind == "skip":
            continue
        if in_value:
            depth += (kind == "sign") * ((sign in "[{") - (sign in "]}"))
            in_value = depth > 0 or sign != "\n"
        elif sign == "\n":
            path, in_header = (), False
        elif kind in ("text", "bare"):
            start = start if path else token.start()
            path = (*path, _key(sign) if kind == "text" else sign)[:_MAX_DEPTH]
        elif sign == "[":
            in_header = True
        elif sign == "]" and in_header and path:
            table, path, in_header = path, (), False
            _add(found, table, text, start)
        elif sign == "=":
            _add(found, (*table, *path)[:_MAX_DEPTH], text, start)
            path, in_value = (), True
    return found


def position_of(path: Keys, found: dict[Keys, Position]) -> Position:
    """Return the position of this key, or that of its nearest enclosing table."""
    return next((found[prefix] for prefix in _prefixes(path) if prefix in found), (1, 1))


def _add(found: dict[Keys, Position], path: Keys, text: str, start: int) -> None:
    place = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    for prefix in _prefixes(path):
        found.setdefault(prefix, place)  # `retention.save = 1` starts the table as well


def _prefixes(path: Keys) -> Iterator[Keys]:
    """Return the prefixes of a path, longest first."""
    return (path[:length] for length in range(len(path), 0, -1))


def _key(quoted: str) -> str:
    import tomllib  # lazy import: needed only for quoted keys

    return str(tomllib.loads(f"key = {quoted}")["key"])
