"""Any card that the format allows, and the YAML that says it."""

from decimal import Decimal
from random import Random
from typing import Any

import yaml
from hypothesis import strategies as st
from msgspec import structs

from herniatui.card.codes import ICPC, Code
from herniatui.card.model import Card, Clock, Frequency, Option, Origin, Question, Relation, Span, Statement, Time, Unit
from herniatui.card.quoted_words import Bold, Explanation, Hyperlink, quote_places
from herniatui.sanitize import UNPRINTABLE


def is_text(text: str) -> bool:
    """Return whether a card may hold this text."""
    return bool(text) and text == text.strip() and "\n" not in text and not UNPRINTABLE.search(text)


SAID = {
    Relation.EXACTLY: "",
    Relation.FEWER_THAN: "minder dan ",
    Relation.MORE_THAN: "meer dan ",
    Relation.AT_MOST: "hooguit ",
    Relation.AT_LEAST: "minstens ",
    Relation.ABOUT: "ongeveer ",
}

NUMBERS = ("count", "at", "from", "to")
"""Fields that may be 0."""

TEXTS = st.text(max_size=60).map(str.strip).filter(is_text) | st.sampled_from(
    [
        "no",
        "1:30",
        "12",
        "~",
        "- x",
        "a: b",
        "# x",
        "'",
        '"',
        "[b]x[/]",
        "{}",
        "%s",
        "\\n",
        "漢字",
        "e\u0301",
        "x  y",
        "@",
        "*",
    ]
)


@st.composite
def cards(draw: st.DrawFn, most_questions: int = 50) -> Card:
    """Draw a card: its sizes and a handful of texts, the rest of its shape from a random number."""
    shape = _Shape(draw(st.lists(TEXTS, min_size=5, max_size=5)), Random(draw(st.integers(0, 2**32))))
    questions = draw(st.integers(1, min(5, most_questions)) | st.integers(1, most_questions))  # half of them are small
    return shape.card(draw(st.integers(2, 6)), questions)


class _Shape:
    def __init__(self, texts: list[str], random: Random) -> None:
        self.texts = texts
        self.random = random
        self.said = ""
        """A text that a statement has."""
        self.statements = 0

    def card(self, options: int, questions: int) -> Card:
        return Card(
            id="kaart",
            language="nl",
            title=self.text(),
            question=self.text(),
            introduction=tuple(self.statement() for _ in range(self.random.randrange(3))),
            options=tuple(Option(f"o-{number}", self.text(), f"{self.text()} {number}") for number in range(options)),
            questions=tuple(self.question(number, options) for number in range(questions)),
            closing=self.text_or_none(),
            origin=Origin(
                self.text(), self.text_or_none(), self.text_or_none(), self.text_or_none(), tuple(self.some(self.texts))
            ),
            table_heading=self.text_or_none(),
            clocks=(Clock("koken", self.said),),
            codes=self.codes(),
            glossary=self.random.choice(((), (Explanation((self.said,), self.text()),))),
        )

    def question(self, number: int, options: int) -> Question:
        group = self.random.choice(("", "", f"{self.text()} {number}"))
        return Question(f"v{number}", self.text(), self.answers(options), group, self.text_or_none())

    def answers(self, options: int) -> tuple[tuple[Statement, ...], ...]:
        """Return the statements for each option; at most one option has none."""
        empty = self.random.randrange(3 * options)
        return tuple(() if option == empty else self.answer() for option in range(options))

    def answer(self) -> tuple[Statement, ...]:
        return tuple(self.statement() for _ in range(self.random.choice((1, 1, 1, 2, 3))))

    def statement(self, depth: int = 0) -> Statement:
        self.statements += 1
        number = self.statements
        frequencies = tuple(self.frequency() for _ in range(self.random.choice((0, 0, 0, 1, 2))))
        in_words = tuple(
            self.random.choice(("30%", "een kwart", "xx")) for _ in range(self.random.choice((0, 0, 0, 1)))
        )
        time = self.time() if self.random.random() < 0.2 else None
        children = self.random.choice((0, 0, 0, 0, 1, 2)) if depth < 6 else 0
        quotes = [*(frequency.quote for frequency in frequencies), *in_words, *([time.quote] if time else [])]
        text = " en ".join([self.text(), *quotes])
        self.said = text
        return Statement(
            f"z{number}",
            text,
            self.random.random() < 0.2,
            frequencies,
            (time,) if time else (),
            text if self.random.random() < 0.1 else "",
            tuple(self.statement(depth + 1) for _ in range(children)),
            in_words,
            tuple(Bold(*self.place(text, quotes)) for _ in range(self.random.choice((0, 0, 0, 1, 2)))),
            self.random.choice(((), (), (self.link(text, quotes),))),
        )

    def link(self, text: str, quotes: list[str]) -> Hyperlink:
        quote, within = self.place(text, quotes)
        return Hyperlink(quote, "https://example.org/a?b=c#d", within)

    def place(self, text: str, quotes: list[str]) -> tuple[str, str]:
        """Return words that stand in the text once, and perhaps all of it as the words around them."""
        once = [quote for quote in quotes if len([*quote_places(text, quote)]) == 1]
        return self.random.choice([(text, ""), *((quote, "") for quote in once), *((quote, text) for quote in once)])

    def time(self) -> Time:
        """Return a time without numbers, or one with the numbers in its words."""
        first, more, clock = (
            self.random.randrange(10**6),
            self.random.randrange(1, 100),
            self.random.choice(("", "koken")),
        )
        quote, span = self.random.choice(
            [
                ("een paar dagen", None),
                (f"na {first} dagen", Span(first, first, Unit.DAYS)),
                (f"binnen {first} uur", Span(0, first, Unit.HOURS)),
                (f"langer dan {first} jaar", Span(first, None, Unit.YEARS)),
                (f"{first} tot {first + more} maanden", Span(first, first + more, Unit.MONTHS)),
                (f"{more} dagen tot {more} weken", Span(more, more, Unit.WEEKS, Unit.DAYS)),
                ("2,5 weken", Span(Decimal("2.5"), Decimal("2.5"), Unit.WEEKS)),
            ]
        )
        return Time(quote, span, clock, now=bool(clock and span) and self.random.random() < 0.5)

    def frequency(self) -> Frequency:
        of = self.random.choice((1, 100, 1000))
        count = self.random.randrange(of + 1)
        cannot = {0: Relation.FEWER_THAN, of: Relation.MORE_THAN}.get(count)
        relation = self.random.choice([relation for relation in Relation if relation is not cannot])
        to = None
        if relation in (Relation.EXACTLY, Relation.ABOUT) and count + 1 < of and self.random.random() < 0.5:
            to = self.random.randrange(count + 1, of + 1)
        numbers = f"{count}" if to is None else f"{count} tot {to}"
        return Frequency(f"{SAID[relation]}{numbers} van de {of}", count, of, relation, to=to)

    def codes(self) -> tuple[Code, ...]:
        code = f"{self.random.choice('ALZ')}{self.random.randrange(100):02}{self.random.choice(('', '.01'))}"
        return self.random.choice(((), (Code(ICPC, code, self.text(), self.text_or_none()),)))

    def text(self) -> str:
        return self.random.choice(self.texts)

    def text_or_none(self) -> str:
        return self.random.choice(("", self.text()))

    def some(self, texts: list[str]) -> list[str]:
        return texts[: self.random.randrange(len(texts) + 1)]


def as_yaml(card: Card) -> str:
    """Return the file that says this card."""
    said = {
        "format": 1,
        "id": card.id,
        "language": card.language,
        "title": card.title,
        "question": card.question,
        "introduction": [_statement(passage) for passage in card.introduction],
        "table_heading": card.table_heading,
        "options": [{"id": option.id, "name": option.name, "short": option.short} for option in card.options],
        "clocks": [{"id": clock.id, "quote": clock.quote} for clock in card.clocks],
        "questions": [_question(card, question) for question in card.questions],
        "glossary": [{"words": list(entry.words), "text": entry.text} for entry in card.glossary],
        "closing": card.closing,
        "origin": _without_nothing(
            {
                "publisher": card.origin.publisher,
                "date": card.origin.date,
                "version": card.origin.version,
                "licence": card.origin.licence,
                "remarks": list(card.origin.remarks),
            }
        ),
        "codes": [
            _without_nothing({"system": code.system, "code": code.code, "title": code.title, "source": code.source})
            for code in card.codes
        ],
    }
    return str(yaml.safe_dump(_without_nothing(said), allow_unicode=True, sort_keys=False))


def _question(card: Card, question: Question) -> dict[str, Any]:
    answers = zip(card.options, question.answers, strict=True)
    head = {"id": question.id, "group": question.group, "text": question.text, "hint": question.hint}
    return _without_nothing(head) | {
        "answers": {option.id: [*map(_statement, answer)] or "nothing" for option, answer in answers},
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return _without_nothing(
        {
            "id": statement.id,
            "text": statement.text,
            "paragraph": statement.paragraph,
            "frequencies": [
                *map(_frequency, statement.frequencies),
                *({"quote": quote} for quote in statement.in_words),
            ],
            "times": [_time(time) for time in statement.times],
            "unknown": statement.unknown,
            "bold": [_without_nothing(structs.asdict(bold)) for bold in statement.bold],
            "links": [_without_nothing(structs.asdict(link)) for link in statement.links],
            "children": [_statement(child) for child in statement.children],
        }
    )


def _frequency(number: Frequency) -> dict[str, Any]:
    count = number.count if isinstance(number.count, int) else float(number.count)
    said = {"quote": number.quote, "count": count, "of": number.of, "relation": number.relation.value}
    more: dict[str, Any] = {"to": number.to} if number.to is not None else {}
    more |= {"whole": number.whole} if number.whole else {}
    return said | more | ({"rest": True} if number.rest else {})


def _time(time: Time) -> dict[str, Any]:
    said: dict[str, Any] = {"quote": time.quote, "clock": time.clock, "now": time.now}
    if span := time.span:
        said["unit"] = span.unit.value
        if span.end is None:
            said["from"] = span.start
        elif " tot " in time.quote:
            said |= {"from": span.start, "to": span.end} | (
                {"from_unit": span.start_unit.value} if span.start_unit else {}
            )
        else:
            end = float(span.end) if isinstance(span.end, Decimal) else span.end
            is_period = span.start != span.end or time.quote.startswith("binnen")
            said["to" if is_period else "at"] = end
    return _without_nothing(said)


def _without_nothing(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value or key in NUMBERS}
