"""Files that cost a naive reader most: one of each kind, within the size limit, always the same."""

from collections.abc import Callable, Iterator
from random import Random

from herniatui.card.text_file import MAX_BYTES

_HEAD = "format: 1\nid: kaart\nlanguage: nl\ntitle: Kaart\nquestion: Welke?\norigin: {publisher: wij}\n"
_OPTIONS = "options:\n  - {id: a, name: A, short: A}\n  - {id: b, name: B, short: B}\n"


def hostile_files(size: int = MAX_BYTES) -> dict[str, bytes]:
    """Return `card.yaml` files of at most `size` bytes, by what is wrong with them."""
    return {name: _cut(make, size) for name, make in _KINDS.items()}


def _cut(make: Callable[[int], str], size: int) -> bytes:
    return make(size).encode()[:size].decode("utf-8", "ignore").encode()


def _repeated(part: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + part * max(1, (size - len(before) - len(after)) // len(part.encode())) + after


def _numbered(line: str, before: str = "", after: str = "") -> Callable[[int], str]:
    """Return a function that repeats this line up to a size, with the line number for every `#`."""

    def make(size: int) -> str:
        left = size - len(before) - len(after)
        lines: list[str] = []
        while left > 0:
            lines.append(line.replace("#", str(len(lines))))
            left -= len(lines[-1])
        return before + "".join(lines[:-1]) + after

    return make


def _card(question: str) -> str:
    return f"{_HEAD}{_OPTIONS}questions:\n{question}"


def _statements(lines: str, share: float = 0.5, clocks: str = "") -> Callable[[int], str]:
    """Return a function that makes a card of these statements, with clocks in the rest of its size."""

    def make(size: int) -> str:
        beside = "clocks:\n" + _numbered(clocks)(int(size * (1 - share))) if clocks else ""
        before = f"{_HEAD}{_OPTIONS}{beside}questions:\n  - id: q\n    text: Q?\n"
        return _numbered(lines, f"{before}    answers:\n      b: [{{id: bb, text: B}}]\n      a:\n")(size)

    return make


def _one_statement(text: str, repeated: int, line: str) -> Callable[[int], str]:
    """Return a function that makes a card with one statement of a long text, and as many quotes of it as fit."""
    before = _card("  - id: q\n    text: Q?\n    answers:\n      b: [{id: bb, text: B}]\n      a:\n        - id: aa\n")

    def make(size: int) -> str:
        whole = text * min(repeated, size // (4 * len(text)))
        return _numbered(line, f"{before}          text: {whole}\n          frequencies:\n")(size)

    return make


def _table(options: int, questions: int) -> Callable[[int], str]:
    def make(size: int) -> str:
        part = size / 100
        names = "".join(f"  - {{id: o{at}, name: O, short: O}}\n" for at in range(int(options * part / 1000)))
        rows = "".join(f"  - {{id: q{at}, text: Q, answers: {{}}}}\n" for at in range(int(questions * part / 1000)))
        return f"{_HEAD}options:\n{names}questions:\n{rows}"

    return make


def _fuzzed(seed: int) -> Callable[[int], str]:
    """Return a function that joins pieces with a meaning to YAML or the reader, in random order."""
    pieces = (
        *("\n", "\n  ", "\n    ", "\n- ", "\n  - ", ": ", "- ", "? ", "[", "]", "{", "}", ",", "'", '"', "|", ">-"),
        *("#", "&a ", "*a", "!!t ", "\x01", "\u2028", "\t", "~", "no", "id: a", "text: b", "children:", "format: 1"),
        *(
            "options:",
            "questions:",
            "clocks:",
            "a",
            "aa",
            "75 van de 100",
            "é",
            "漢",
            "🙂",
            "1:30",
            "1_000",
            "\\x",
            "<<",
        ),
    )

    def make(size: int) -> str:
        random, chosen = Random(seed), Random(seed).sample(pieces, 12)
        return _HEAD + "".join(random.choices(chosen, k=size // 3))

    return make


_FREQUENCY = "            - {quote: #, count: #, of: 100, relation: exactly}\n"
_KINDS: dict[str, Callable[[int], str]] = {
    "control characters": _repeated("\x01"),
    "control characters, a line each": _repeated("\x01\n"),
    "control characters in texts": _repeated("- a\x01b\n", "introduction:\n"),
    "line separators": _repeated("\u2028"),
    "unknown fields": _numbered("k#: v\n"),
    "unknown fields, near": _numbered("titl#: v\n", _HEAD),
    "unknown fields, as long as can be": _numbered("qeustion-qeustion-qeustion-qeustion-qeustion-#: v\n"),
    "one field again and again": _repeated("id: a\n"),
    "a name of a megabyte": lambda size: f"{'k' * (size - 10)}: v\n",
    "a text of a megabyte": _repeated("a", f"{_HEAD}closing: "),
    "words of a letter": _repeated("a ", f"{_HEAD}closing: "),
    "a number of a megabyte": _repeated("1", f"{_HEAD}closing: "),
    "a time of a megabyte": _repeated("1:", f"{_HEAD}closing: "),
    "a number with lines": _repeated("1_", f"{_HEAD}closing: "),
    "a text of escapes": _repeated("\\e", f'{_HEAD}closing: "', '"\n'),
    "an open quote": _repeated("a\n", f"{_HEAD}closing: '"),
    "empty lines": _repeated("\n", _HEAD),
    "comments": _repeated("#\n", _HEAD),
    "spaces": _repeated(" ", _HEAD),
    "tabs": _repeated("\t", _HEAD),
    "a long list": _repeated("a,", "[", "]"),
    "empty lists": _repeated("[],", "[", "]"),
    "fields inside fields": _repeated("{a: ", _HEAD),
    "lists inside lists": _repeated("["),
    "dashes": _repeated("- "),
    "question marks": _repeated("? "),
    "colons": _repeated(": "),
    "anchors": _repeated("- &a b\n", f"{_HEAD}introduction:\n"),
    "references": _repeated("- *a\n", f"{_HEAD}introduction:\n"),
    "tags": _repeated("- !a b\n", f"{_HEAD}introduction:\n"),
    "documents": _repeated("---\n"),
    "options": _numbered("  - {id: o#, name: O, short: O}\n", f"{_HEAD}questions: []\noptions:\n"),
    "options and questions": _table(1500, 1200),
    "questions": _numbered("  - {id: q#, text: Q, answers: {a: [{id: s#, text: S}]}}\n", _card("")),
    "ids that are the same": _repeated("  - {id: q, text: Q, answers: {}}\n", _card("")),
    "ids that are none": _numbered("  - {id: Q_#, text: Q, answers: {}}\n", _card("")),
    "clocks": _numbered("  - {id: c#, quote: na de operatie}\n", f"{_HEAD}{_OPTIONS}clocks:\n"),
    "clocks and statements": _statements(
        "        - {id: s#, text: na de operaties}\n", clocks="  - {id: c#, quote: na de operatie}\n"
    ),
    "clocks that are not there": _statements(
        "        - {id: s#, text: xna ana, times: [{quote: ana, clock: cc#}]}\n", clocks="  - {id: c#, quote: na}\n"
    ),
    "statements": _statements("        - {id: s#, text: na de operatie}\n"),
    "quotes of a long text": _one_statement("a ", 4990, _FREQUENCY.replace("quote: #", "quote: a b#")),
    "quotes that are parts of words": _one_statement("xa", 4990, _FREQUENCY.replace("quote: #", "quote: a")),
    "numbers that are there often": _one_statement(
        "5% van de 10 1, ", 620, _FREQUENCY.replace("quote: #", "quote: 5%")
    ),
    "a number of many words": _one_statement("tot minder dan ", 660, _FREQUENCY.replace("quote: #", "quote: tot")),
    "quotes of a text that is too long": _one_statement("a ", 125_000, _FREQUENCY),
    "numbers of many digits": _statements(
        f"        - {{id: s#, text: a, frequencies: [{{quote: a, count: {'9' * 400}, of: 1, relation: x}}]}}\n"
    ),
    **{f"pieces in any order, {seed}": _fuzzed(seed) for seed in range(20)},
}


def hostile_additions(size: int = MAX_BYTES) -> Iterator[tuple[str, bytes]]:
    """Yield `additions.yaml` files, by what is wrong with them."""
    start = "format: 1\nlinks:\n  site: https://www.thuisarts.nl\n  look_up:\n"
    for name, line in {
        "words that are not there": "    - woord #\n",
        "words that are parts of words": "    - a#a\n",
        "the same word": "    - a\n",
    }.items():
        yield name, _cut(_numbered(line, start), size)
    yield "fields of no question", _cut(_numbered("    q#: [a]\n", "format: 1\nprompts:\n  questions:\n"), size)
