"""Where each key of a TOML file stands. Python's reader of TOML does not say, and a problem should name its line."""

import re
from collections.abc import Iterator

Keys = tuple[str, ...]
"""The keys that lead to a place, the outermost first."""
Place = tuple[int, int]
"""Line and column, from 1."""
DEPTH = 2
"""No setting stands deeper than in a table; what stands deeper is placed where that begins."""

_TOKEN = re.compile(
    r'''
    (?P<skip>[ \t]+ | \#[^\n]*)
    | (?P<text>"""(?:\\.|[^\\])*?"""(?!") | \'\'\'.*?\'\'\'(?!\') | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
    | (?P<bare>[^\s"'#=\[\]{},.]+)
    | (?P<sign>.)
    ''',
    re.VERBOSE | re.DOTALL,
)


def places(text: str) -> dict[Keys, Place]:
    """Return where every key and table of this text begins. The text must be valid TOML.

    Of keys inside an inline table only the table itself is found; `place_of` makes do with that.
    """
    found: dict[Keys, Place] = {}
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
            path = (*path, _key(sign) if kind == "text" else sign)[:DEPTH]
        elif sign == "[":
            in_header = True
        elif sign == "]" and in_header and path:
            table, path, in_header = path, (), False
            _add(found, table, text, start)
        elif sign == "=":
            _add(found, (*table, *path)[:DEPTH], text, start)
            path, in_value = (), True
    return found


def place_of(path: Keys, found: dict[Keys, Place]) -> Place:
    """Return where this key stands, or the nearest of the tables around it."""
    return next((found[near] for near in _ever_shorter(path) if near in found), (1, 1))


def _add(found: dict[Keys, Place], path: Keys, text: str, start: int) -> None:
    place = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    for near in _ever_shorter(path):
        found.setdefault(near, place)  # `retention.save = 1` begins the table as well


def _ever_shorter(path: Keys) -> Iterator[Keys]:
    return (path[:length] for length in range(len(path), 0, -1))


def _key(quoted: str) -> str:
    import tomllib  # most keys have no quotes, and most people no settings

    return str(tomllib.loads(f"key = {quoted}")["key"])
