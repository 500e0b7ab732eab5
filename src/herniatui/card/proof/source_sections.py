"""A source in Markdown: its words, under headings that say which cell they belong to."""

import re
from itertools import groupby

from markdown_it import MarkdownIt
from msgspec import Struct, field

from herniatui.card.fields import MAX_TEXT
from herniatui.card.proof.source_words import NO_SIGN, Word, source_words

BESIDE, OUTER, INNER = 1, 2, 3
"""The levels of a heading: beside the table, and in it."""

_HEADING = re.compile(r"( {0,3})(#{1,6})(?=[ \t]|$)")
_HEADING_END = re.compile(r"[ \t]+#+[ \t]*$")
_BREAK = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
"""A line that ends a section, as CommonMark's thematic break does."""
_POINT = re.compile(r"\s*[-*+•‣◦▪]\s")
_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s")
_QUOTE = re.compile(r"[ \t]*>(?:[ \t]*>)*")
_MARKUP = re.compile(r"[\\*_\[\]&<`]")
_inline = MarkdownIt("commonmark", {"html": False}).disable(["image", "text_join"])
"""Emphasis, links, escapes and entities; what looks like HTML stays text."""


class SourceSection(Struct):
    """What stands under a heading, until the next one."""

    level: int
    line: int
    """From 1."""
    heading: list[Word] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)


def sections(text: str) -> list[SourceSection]:
    """Return the sections of a source in Markdown; the first is what stands before any heading.

    A heading of four or more marks is text. What stands after a thematic break belongs to a section beside the table.
    """
    found = [SourceSection(BESIDE, 0)]
    paragraphs: list[list[str]] = []
    numbered: set[int] = set()
    in_paragraph = in_numbers = False
    for number, line in enumerate(text.split("\n"), 1):
        heading, is_break = _HEADING.match(line), _BREAK.fullmatch(line)
        mark = _NUMBER.match(line)
        is_number = mark is not None and (not in_paragraph or in_numbers or mark.group(1) == "1")
        if is_break or (heading and len(heading.group(2)) <= INNER):
            found.append(SourceSection(len(heading.group(2)) if heading else BESIDE, number))
        if is_number:
            numbered.add(number)
        line = " " * len(line) if is_break else _without_mark(line, heading)
        if in_paragraph and line.strip() and not (heading or is_number or _POINT.match(line)):
            paragraphs[-1].append(line)
            continue
        paragraphs.append([line])
        in_paragraph, in_numbers = bool(line.strip()) and not heading, is_number
    plain = "\n".join(map(_without_markup, paragraphs))
    at = 0
    for line_number, words in groupby(source_words(plain, numbered), key=lambda word: word.line):
        while at + 1 < len(found) and found[at + 1].line <= line_number:
            at += 1
        (found[at].heading if line_number == found[at].line else found[at].words).extend(words)
    return found


def _without_mark(line: str, heading: re.Match[str] | None) -> str:
    """Return a line with spaces for the marks of a heading or a quotation."""
    if heading and (end := _HEADING_END.search(line, heading.end())):
        line = line[: end.start()]
    mark = heading or _QUOTE.match(line)
    return " " * mark.end() + line[mark.end() :] if mark else line


def _without_markup(lines: list[str]) -> str:
    """Return a paragraph with a sign that is no word's for every sign of markup, so that columns stay."""
    raw = "\n".join(lines)
    if len(raw) > MAX_TEXT or not _MARKUP.search(raw):  # no text of a card is longer, and parsing takes long
        return raw
    clean = ""
    for token in _inline.parseInline(raw)[0].children or []:
        written = token.markup if token.type == "text_special" else token.content
        said = token.content
        if token.type in ("softbreak", "hardbreak"):
            written = said = "\n"
        if not written:
            continue
        start = raw.find(written, len(clean))
        if start < 0:
            return raw
        clean += _blank(raw[len(clean) : start]) + said.ljust(len(written), NO_SIGN)
    return clean + _blank(raw[len(clean) :])


def _blank(markup: str) -> str:
    return "".join(sign if sign.isspace() else NO_SIGN for sign in markup)
