"""The handout as one HTML file: self-contained, with every text escaped."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from herniatui.isolation import begins_right_to_left
from herniatui.report.handout.document import (
    CardPages,
    Fact,
    Handout,
    Key,
    NumberRow,
    PrintedCode,
    PrintedStatement,
    QuestionPart,
    Section,
    TalkPage,
    Words,
)
from herniatui.report.handout.marked_words import group_above, hint_under, note_list, text_of
from herniatui.report.handout.style_sheet import style_sheet
from herniatui.report.handout.svg import Drawing
from herniatui.report.handout.table import whole_answers
from herniatui.report.scripts import runs


def to_html(handout: Handout) -> bytes:
    """Return the handout as HTML in UTF-8."""
    return "".join(_HtmlPage(handout).lines()).encode("utf-8", errors="replace")


class _HtmlPage:
    """Writes one page."""

    def __init__(self, handout: Handout) -> None:
        self._handout = handout
        self._of_card = self._from_its_side = self._ours = ""
        """Attributes for words of the card in another language than ours, for what begins where that language begins,
        and for words of ours in it."""
        if handout.card_language != handout.language:
            direction = "rtl" if handout.is_right_to_left else "ltr"
            self._of_card = f' lang="{escape(handout.card_language)}" dir="{direction}"'
        if handout.is_right_to_left:
            self._from_its_side, self._ours = ' dir="rtl"', f' lang="{handout.language}" dir="ltr"'
        self._drawn: dict[str, str] = {}
        """Ids of the drawings by their paths: a card of many options has the same numbers many times."""

    def lines(self) -> Iterator[str]:
        """Yield the page."""
        handout = self._handout
        yield f'<!DOCTYPE html>\n<html lang="{escape(handout.language)}">\n<head>\n<meta charset="utf-8">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        yield '<meta name="color-scheme" content="light dark">\n'
        yield f"<title{self._of_card}>{escape(handout.title)}</title>\n"
        yield f"<style>\n{style_sheet(handout)}</style>\n"
        yield f"</head>\n<body>\n<header>\n<div>\n<h1{self._of_card}>{escape(handout.title)}</h1>\n"
        yield f'<p class="question"{self._of_card}>{escape(handout.question)}</p>\n<p>{escape(handout.dated)}</p>\n'
        yield f"{_blank(handout.name)}</div>\n{_code(_code_of(handout))}</header>\n"
        yield from self._contents()
        yield "<main>\n"
        if handout.talk:
            yield from self._talk(handout.talk)
        if handout.card:
            yield from self._card(handout.card)
        yield f"</main>\n{self._drawings()}</body>\n</html>\n"

    def _contents(self) -> Iterator[str]:
        """Yield the jump links."""
        handout = self._handout
        links = []
        if handout.talk:
            talk = handout.talk
            headings = [talk.decision_label.rstrip(":") or talk.decision, talk.next.heading]
            headings += [section.heading for section in talk.sections]
            links += [(f"g{number}", escape(heading), "") for number, heading in enumerate(headings)]
        if handout.card:
            links += [
                (f"v{part.number}", f"{part.number}. {escape(part.text)}", self._of_card) for part in handout.card.parts
            ]
            if handout.card.numbers.rows:
                links.append(("getallen", escape(handout.card.numbers.heading), ""))
        items = "".join(f'<li><a href="#{target}"{language}>{words}</a></li>\n' for target, words, language in links)
        yield f'<nav aria-label="{escape(handout.contents)}">\n<ul>\n{items}</ul>\n</nav>\n'

    def _talk(self, talk: TalkPage) -> Iterator[str]:
        label = f"{escape(talk.decision_label)} " if talk.decision_label else ""
        decision = _marked_up(talk.decision)
        if label and self._of_card:
            decision = f"<span{self._of_card}>{decision}</span>"
        yield f'<section class="decision">\n<h2 id="g0">{label}{decision}</h2>\n'
        yield f'{self._list(talk.facts)}</section>\n<section>\n<h2 id="g1">{escape(talk.next.heading)}</h2>\n'
        yield f"{self._list(talk.next.facts)}{''.join(map(_blank, talk.blanks))}</section>\n"
        for number, section in enumerate(talk.sections, 2):
            yield from self._section(number, section)
        if talk.code:
            yield _read_more(talk.code)

    def _section(self, number: int, section: Section) -> Iterator[str]:
        yield f'<section>\n<h2 id="g{number}">{escape(section.heading)}</h2>\n'
        for fact in section.facts:
            side = self._from_its_side if fact.is_all_of_card else ""
            if fact.label:
                yield f"{self._about(fact, bool(side))}\n"
            yield f"<ul{side}>{''.join(f'<li>{self._words(words)}</li>' for words in fact.said)}</ul>\n"
        if section.more:
            yield f"<p>{escape(section.more)}</p>\n"
        yield "</section>\n"

    def _about(self, fact: Fact, is_on_its_side: bool) -> str:
        """Return the subject of a fact, on the side where what was said of it begins."""
        if fact.is_of_card and self._from_its_side and not is_on_its_side:
            return f'<p class="about"><span{self._of_card}>{escape(fact.label)}</span></p>'
        return f'<p class="about"{self._language(fact.is_of_card)}>{escape(fact.label)}</p>'

    def _list(self, facts: tuple[Fact, ...]) -> str:
        items = "".join(
            f"<dt>{escape(fact.label)}</dt>{''.join(f'<dd>{self._words(words)}</dd>' for words in fact.said)}\n"
            for fact in facts
        )
        return f"<dl>{items}</dl>\n" if items else ""

    def _words(self, words: Words) -> str:
        if words.is_own:
            direction = ' dir="rtl"' if begins_right_to_left(words.text) else ""
            return f"“<bdi{direction}>{_marked_up(words.text)}</bdi>”"
        text = _marked_up(words.text)
        if words.is_of_card and self._of_card:
            text = f"<span{self._of_card}>{text}</span>"
        if not words.aside:
            return text
        aside = f"({escape(words.aside)})"
        return f"{text} <span{self._ours}>{aside}</span>" if self._ours else f"{text} {aside}"

    def _language(self, is_of_card: bool) -> str:
        return self._of_card if is_of_card else ""

    def _card(self, card: CardPages) -> Iterator[str]:
        level = 3 if card.heading else 2
        yield '<section class="card">\n'
        if card.heading:
            yield f"<h2>{escape(card.heading)}</h2>\n"
        yield f"<div{self._of_card}>{self._statements(card.introduction)}</div>\n"
        if card.hint:
            yield f'<p class="hint">{escape(card.hint)}</p>\n'
        if card.table_heading:
            yield f'<p class="about"{self._of_card}>{escape(card.table_heading)}</p>\n'
        names = [f'<span class="letter">{column.letter}</span> {escape(column.name)}' for column in card.columns]
        for stacked, parts in groupby(card.parts, key=lambda part: part.stacked):
            lay_out = self._stacked if stacked else self._beside
            yield from lay_out(parts, names, level)
        yield from note_list(card, level, self._of_card)
        yield from self._numbers(card)
        yield f"<footer>\n<p{self._of_card}>{escape(card.closing)}</p>\n"
        if card.cut_off:
            yield f"<p>{escape(card.cut_off)}</p>\n"
        yield f"<p>{escape(card.origin)}</p>\n{_read_more(card.code) if card.code else ''}</footer>\n</section>\n"

    def _beside(self, parts: Iterable[QuestionPart], names: list[str], level: int) -> Iterator[str]:
        """Yield questions with the options beside each other. On paper the names head every page."""
        heads = "".join(f'<th scope="col"{self._of_card}>{name}</th>' for name in names)
        yield f'<table class="answers"{self._from_its_side}>\n<thead><tr>{heads}</tr></thead>\n'
        for part in parts:
            yield f'<tbody>\n<tr><td class="asked" colspan="{len(names)}">'
            yield f"{self._asked(part, level)}</td></tr>\n<tr>\n"
            for name, answer in zip(names, whole_answers(part.rows), strict=True):
                yield f"<td{self._of_card}>{self._answer(name, answer, level + part.in_group + 1)}</td>\n"
            yield "</tr>\n</tbody>\n"
        yield "</table>\n"

    def _stacked(self, parts: Iterable[QuestionPart], names: list[str], level: int) -> Iterator[str]:
        """Yield questions with the options under each other."""
        for part in parts:
            yield f"{self._asked(part, level)}\n"
            for name, answer in zip(names, whole_answers(part.rows), strict=True):
                yield f'<table class="answers"{self._of_card}>\n<thead><tr><th scope="col">{name}</th></tr></thead>\n'
                told = self._answer(name, answer, level + part.in_group + 1)
                yield f"<tbody><tr><td>{told}</td></tr></tbody>\n</table>\n"

    def _asked(self, part: QuestionPart, level: int) -> str:
        looked_at = f' <span class="looked-at"{self._ours}>({escape(part.looked_at)})</span>' if part.looked_at else ""
        text = f"<span{self._of_card}>{escape(part.text)}</span>" if self._of_card else escape(part.text)
        above = group_above(part, level, self._of_card)
        below, side = hint_under(part, self._of_card), self._from_its_side
        level += part.in_group
        return f'{above}<h{level} id="v{part.number}"{side}>{part.number}. {text}{looked_at}</h{level}>{below}'

    def _answer(self, name: str, answer: tuple[PrintedStatement, ...], level: int) -> str:
        return f'<h{level} class="name">{name}</h{level}>{self._statements(answer)}'

    def _statements(self, statements: Iterable[PrintedStatement]) -> str:
        """Return statements in the layout of the card: paragraphs and nested lists."""
        found = []
        for paragraph, group in groupby(statements, key=lambda each: each.paragraph):
            if paragraph:
                found += [f"<div>{self._statement(each, 'p')}</div>" for each in group]
            else:
                found += ["<ul>", *(f"<li>{self._statement(each, 'div')}</li>" for each in group), "</ul>"]
        return "".join(found)

    def _statement(self, each: PrintedStatement, tag: str) -> str:
        words = text_of(each.pieces)
        marks = "".join(
            f'<span class="sign" role="img" aria-label="{escape(mark.words)}">{mark.sign}</span>' for mark in each.marks
        )
        ours = (self._ours or f' lang="{self._handout.language}"') if each.is_ours else ""
        own = f"<{tag}{ours}>{words}</{tag}>"
        if marks:
            own = f'<div class="marked"><span class="signs" lang="{self._handout.language}">{marks}</span>{own}</div>'
        return own + self._statements(each.children)

    def _numbers(self, card: CardPages) -> Iterator[str]:
        numbers = card.numbers
        if not numbers.rows:
            return
        level = 3 if card.heading else 2
        heads = "".join(f'<th scope="col"><span class="letter">{column.letter}</span></th>' for column in card.columns)
        yield f'<h{level} id="getallen">{escape(numbers.heading)}</h{level}>\n'
        yield f'<ul class="legend">{"".join(f"<li>{self._key(key)}</li>" for key in numbers.legend)}</ul>\n'
        yield f'<table class="numbers"{self._from_its_side} aria-labelledby="getallen">\n'
        yield f"<thead><tr><td></td>{heads}</tr></thead>\n<tbody>\n"
        yield from (self._number_row(row, card) for row in numbers.rows)
        yield "</tbody>\n</table>\n"

    def _number_row(self, row: NumberRow, card: CardPages) -> str:
        told = "".join(
            f"<div>{self._letters(text.letters)}{self._large(text.large)}"
            f"<span{self._of_card}>{escape(text.words)}</span> · "
            f"<span{self._of_card if text.is_of_card else self._ours}>{escape(text.aside)}</span></div>"
            for text in row.texts
        )
        if row.is_wide:
            drawn = "".join(
                f"<div>{self._letters(column.letter)}{self._drawing(drawing)}</div>"
                for column, drawing in zip(card.columns, row.drawings, strict=True)
                if isinstance(drawing, Drawing)
            )
            return f'<tr><td class="wide" colspan="{len(card.columns) + 1}">{told}{drawn}</td></tr>\n'
        cells = "".join(f"<td>{self._cell(drawing)}</td>" for drawing in row.drawings)
        return f"<tr><td>{told}</td>{cells}</tr>\n"

    def _large(self, words: str) -> str:
        return f'<strong class="number"{self._of_card}>{escape(words)}</strong>' if words else ""

    def _cell(self, drawing: Drawing | str | None) -> str:
        if drawing is None:
            return ""
        return self._drawing(drawing) if isinstance(drawing, Drawing) else escape(drawing)

    def _letters(self, letters: str) -> str:
        return f'<span class="letter">{letters}</span> ' if letters else ""

    def _key(self, key: Key) -> str:
        return f"{key.icon.svg} {escape(key.words)}" if key.icon else escape(key.words)

    def _drawing(self, drawing: Drawing) -> str:
        start, _, paths = drawing.svg.removesuffix("</svg>").partition(">")
        target = self._drawn.setdefault(paths, f"p{len(self._drawn)}")
        start = start.replace(' xmlns="http://www.w3.org/2000/svg"', "")
        return f'{start}><use href="#{target}"/></svg>'

    def _drawings(self) -> str:
        """Return each drawing once, to be used by all places that show it."""
        shapes = "".join(f'<g id="{target}">{paths}</g>\n' for paths, target in self._drawn.items())
        return f'<svg class="drawings" aria-hidden="true" width="0" height="0"><defs>\n{shapes}</defs></svg>\n'


def _code_of(handout: Handout) -> PrintedCode | None:
    return handout.talk.code if handout.talk else handout.card.code if handout.card else None


def _code(code: PrintedCode | None) -> str:
    return f'<div class="code">{code.drawing.svg}</div>\n' if code else ""


def _read_more(code: PrintedCode) -> str:
    return f'<p>{escape(code.words)} <a href="{escape(code.address)}">{escape(code.address)}</a></p>\n'


def _blank(label: str) -> str:
    """Return a line to write on, which is on paper only."""
    return f'<p class="blank">{escape(label)}<span></span></p>\n'


def _marked_up(text: str) -> str:
    """Return the text with the language and direction of every part in another script; line breaks are kept."""
    found = []
    for run in runs(text):
        words = "<br>".join(map(escape, run.text.split("\n")))
        direction = ' dir="rtl"' if run.is_right_to_left else ""
        found.append(f'<span lang="{run.language}"{direction}>{words}</span>' if run.language else words)
    return "".join(found)
