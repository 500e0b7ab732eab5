"""The handout as one HTML file: self-contained, with every text escaped."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from itertools import groupby
from pathlib import Path

import msgspec

from herniatui.report.handout.document import (
    Explained,
    Fact,
    Handout,
    Key,
    OriginSection,
    Part,
    Picture,
    PrintedStatement,
    TickBoxes,
    Writing,
)
from herniatui.report.handout.own_words import language, pieces, scripts

SIDE_BY_SIDE = 3
"""Maximum number of option columns; more options are stacked, each at full page width."""


def to_html(handout: Handout) -> bytes:
    """Return the handout as HTML in UTF-8."""
    return "".join(_page(handout)).encode("utf-8", errors="replace")


def _page(handout: Handout) -> Iterator[str]:
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    paper = f"@page {{ size: A4 {'landscape' if _wide(handout) else 'portrait'}; }}"
    yield f'<!DOCTYPE html>\n<html lang="{escape(handout.language)}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{escape(handout.title)}</title>\n<style>\n{_typefaces(handout)}"
    yield f"{style}{paper}\n</style>\n</head>\n<body>\n"
    yield f"<header>\n<h1>{escape(handout.title)}</h1>\n"
    yield f'<p class="question">{escape(handout.question)}</p>\n'
    yield f'<p class="ours">{escape(handout.dated)}</p>\n{_writing(handout.name)}</header>\n<main>\n'
    yield from _outcome(handout)
    yield f'<div class="introduction">{_lines(handout.introduction)}</div>\n'
    yield from _legend(handout.legend)
    if handout.table_heading:
        yield f'<p class="table-heading">{escape(handout.table_heading)}</p>\n'
    for part in handout.parts:
        yield from _part(handout, part)
    if handout.closing:
        yield f'<p class="closing">{escape(handout.closing)}</p>\n'
    if handout.cut_off:
        yield f'<p class="ours">{escape(handout.cut_off)}</p>\n'
    yield from _explained(handout)
    yield "</main>\n"
    yield from _origin(handout.origin_heading, handout.origin)
    yield "</body>\n</html>\n"


def _typefaces(handout: Handout) -> str:
    """Return the `@font-face` rules with the fonts embedded, so that the page looks the same on every computer.

    The font of every page has Latin, Greek and Cyrillic letters (`tools/web_font.py`). Others are embedded where the
    page has their script. Not Chinese, Japanese, Korean and emoji: those are megabytes, and browsers have them.
    """
    import manimgx_fonts

    faces = [("Handout Sans", "400 700", "woff2", files(__package__).joinpath("HandoutSans.woff2").read_bytes())]
    for script in sorted(scripts(msgspec.json.encode(handout).decode())):
        path = Path(manimgx_fonts.__file__).with_name(f"NotoSans{script.title()}[wght].ttf")
        if path.exists():
            faces.append((f"Noto Sans {script.title()}", "100 900", "ttf", path.read_bytes()))
    families = ", ".join(f'"{family}"' for family, *_ in faces)
    rules = (
        f'@font-face {{ font-family: "{family}"; font-weight: {weights}; '
        f"src: url(data:font/{kind};base64,{b64encode(data).decode()}); }}\n"
        for family, weights, kind, data in faces
    )
    return f"{''.join(rules)}:root {{ --typefaces: {families}, Verdana, sans-serif; }}\n"


def _wide(handout: Handout) -> bool:
    return len(handout.columns) == SIDE_BY_SIDE


def _outcome(handout: Handout) -> Iterator[str]:
    outcome = handout.outcome
    yield f'<section class="outcome ours">\n<h2>{escape(outcome.heading)}</h2>\n'
    yield _facts(outcome.facts) + _choices(outcome.choices) + "".join(map(_writing, outcome.writing))
    yield "</section>\n"


def _legend(legend: tuple[Key, ...]) -> Iterator[str]:
    if legend:
        yield f'<ul class="legend ours">{"".join(f"<li>{_key(key)}</li>" for key in legend)}</ul>\n'


def _key(key: Key) -> str:
    return (key.icon.svg + " " if key.icon else "") + escape(key.words)


def _part(handout: Handout, part: Part) -> Iterator[str]:
    yield f'<section class="part">\n<h2 id="v{part.number}">{part.number}. {escape(part.text)}</h2>\n'
    if part.looked_at:
        yield f'<p class="looked-at ours">({escape(part.looked_at)})</p>\n'
    if part.facts:
        yield f'<div class="said ours">{_facts(part.facts)}</div>\n'
    names = [f'<span class="letter">{column.letter}</span> {escape(column.name)}' for column in handout.columns]
    if len(names) <= SIDE_BY_SIDE:
        yield f'<table aria-labelledby="v{part.number}">\n<thead><tr>'
        yield "".join(f'<th scope="col">{name}</th>' for name in names)
        yield "</tr></thead>\n<tbody><tr>\n"
        labels = [escape(f"{column.letter}  {column.name}") for column in handout.columns]
        for label, answer in zip(labels, part.answers, strict=True):
            yield f'<td data-option="{label}">{_lines(answer)}</td>\n'
        yield "</tr></tbody>\n</table>\n"
    else:
        for name, answer in zip(names, part.answers, strict=True):
            yield f'<h3>{name}</h3>\n<div class="answer">{_lines(answer)}</div>\n'
    if part.choices or part.writing:
        yield f'<div class="said ours">{_choices(part.choices)}{"".join(map(_writing, part.writing))}</div>\n'
    yield "</section>\n"


def _lines(lines: Iterable[PrintedStatement]) -> str:
    """Return statements in the layout of the card: paragraphs and nested lists."""
    found = []
    for paragraph, group in groupby(lines, key=lambda line: line.paragraph):
        if paragraph:
            found += [f"<div>{_line(line, 'p')}</div>" for line in group]
        else:
            found += ["<ul>", *(f"<li>{_line(line, 'div')}</li>" for line in group), "</ul>"]
    return "".join(found)


def _line(line: PrintedStatement, tag: str) -> str:
    words = "".join(
        f'<a href="{escape(piece.address)}">{escape(piece.words)}</a>' if piece.address else escape(piece.words)
        for piece in line.pieces
    )
    marks = "".join(f'<li><span class="sign">{mark.sign}</span> {escape(mark.words)}</li>' for mark in line.marks)
    kind = ' class="marked"' if marks else ""
    list_ = f'<ul class="marks ours">{marks}</ul>' if marks else ""
    html = f"<{tag}{kind}>{words}</{tag}>{list_}{''.join(map(_picture, line.pictures))}"
    if line.pictures:
        html = f'<div class="pictured">{html}</div>'
    html += _lines(line.children)
    return f'<div class="pictured">{html}</div>' if line.together else html


def _picture(picture: Picture) -> str:
    keys = "".join(f"<span>{_key(key)}</span>" for key in picture.keys)
    return f"<figure>{picture.drawing.svg}<figcaption>{keys}</figcaption></figure>"


def _facts(facts: tuple[Fact, ...]) -> str:
    """Return the facts as a description list; line breaks of a note are kept."""
    if not facts:
        return ""
    items = [
        f"<dt>{escape(fact.label)}</dt>{''.join(f'<dd>{_with_breaks(said)}</dd>' for said in fact.said)}\n"
        for fact in facts
    ]
    return f"<dl>{''.join(items)}</dl>\n"


def _with_breaks(text: str) -> str:
    return "<br>".join("".join(_isolated(*piece) for piece in pieces(line)) for line in text.split("\n"))


def _isolated(words: str, is_isolated: bool) -> str:
    """Return words as HTML; own words in another script in their own direction, with their language."""
    if not is_isolated:
        return escape(words)
    tag = language(words)
    return f'<bdi lang="{tag}">{escape(words)}</bdi>' if tag else f"<bdi>{escape(words)}</bdi>"


def _choices(choices: tuple[TickBoxes, ...]) -> str:
    return "".join(
        f'<p>{escape(choice.label)}</p><ul class="choices">'
        f"{''.join(f'<li>{escape(words)}</li>' for words in choice.choices)}</ul>\n"
        for choice in choices
    )


def _writing(writing: Writing) -> str:
    return f'<p class="room">{escape(writing.label)}{"<span></span>" * writing.lines}</p>\n'


def _explained(handout: Handout) -> Iterator[str]:
    if not handout.explained:
        return
    yield f'<section class="explained ours">\n<h2>{escape(handout.explained_heading)}</h2>\n<ul>\n'
    yield from map(_explained_item, handout.explained)
    yield "</ul>\n</section>\n"


def _explained_item(item: Explained) -> str:
    address = f'<a href="{escape(item.address)}">{escape(item.address)}</a>'
    how = f"{escape(item.how)} " if item.how else ""
    return f"<li><div><p><b>{escape(', '.join(item.words))}</b></p><p>{how}{address}</p></div>{item.code.svg}</li>\n"


def _origin(heading: str, sections: tuple[OriginSection, ...]) -> Iterator[str]:
    yield f'<footer class="ours">\n<h2>{escape(heading)}</h2>\n'
    for section in sections:
        yield f"<h3>{escape(section.heading)}</h3>\n"
        yield f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in section.paragraphs)}</ul>\n"
    yield "</footer>\n"
