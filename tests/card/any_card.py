"""Any card that the format allows, and the YAML that says it."""

import re
from random import Random
from typing import Any

import yaml
from hypothesis import strategies as st

from herniatui.card.codes import ICPC, Code
from herniatui.card.model import Card, Clock, Frequency, Option, Origin, Question, Relation, Span, Statement, Time, Unit
from herniatui.sanitize import UNPRINTABLE


def is_text(text: str) -> bool:
    """Return whether a card may hold this text."""
    return bool(text) and text == text.strip() and "\n" not in text and not UNPRINTABLE.search(text)


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
def cards(draw: st.DrawFn) -> Card:
    """Draw a card: its sizes and a handful of texts, the rest of its shape from a random number."""
    shape = _Shape(draw(st.lists(TEXTS, min_size=5, max_size=5)), Random(draw(st.integers(0, 2**32))))
    return shape.card(draw(st.integers(2, 6)), draw(st.integers(1, 50)))


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
            options=tuple(Option(f"o-{number}", self.text(), self.text()) for number in range(options)),
            questions=tuple(
                Question(f"v{number}", self.text(), tuple(self.answer() for _ in range(options)))
                for number in range(questions)
            ),
            closing=self.text_or_none(),
            origin=Origin(
                self.text(), self.text_or_none(), self.text_or_none(), self.text_or_none(), tuple(self.some(self.texts))
            ),
            table_heading=self.text_or_none(),
            clocks=(Clock("koken", self.said),),
            codes=self.codes(),
        )

    def answer(self) -> tuple[Statement, ...]:
        return tuple(self.statement() for _ in range(self.random.choice((1, 1, 1, 2, 3))))

    def statement(self, depth: int = 0) -> Statement:
        self.statements += 1
        number = self.statements
        frequencies = tuple(self.frequency() for _ in range(self.random.choice((0, 0, 0, 1, 2))))
        children = self.random.choice((0, 0, 0, 0, 1, 2)) if depth < 6 else 0
        text = " en ".join([self.text(), *(frequency.quote for frequency in frequencies)])
        self.said = text
        return Statement(
            f"z{number}",
            text,
            self.random.random() < 0.2,
            frequencies,
            (self.time(text),) if self.random.random() < 0.2 else (),
            text if self.random.random() < 0.1 else "",
            tuple(self.statement(depth + 1) for _ in range(children)),
        )

    def time(self, text: str) -> Time:
        """Return a time without numbers, or one with just those that its text has."""
        numbers = [int(number) for number in re.findall(r"\d+", text)]
        spelled = all(
            str(number) == word and len(word) < 10
            for number, word in zip(numbers, re.findall(r"\d+", text), strict=True)
        )
        clock = self.random.choice(("", "koken"))
        in_units = re.search(r"\b(dag|week|weken|maand|jaar|jaren)", text.casefold())
        if in_units or not (1 <= len(numbers) <= 2 and spelled and numbers == sorted(numbers)):
            return Time(text, None, clock)
        start = numbers[0] if len(numbers) == 2 else self.random.choice((0, numbers[0]))
        span = Span(start, numbers[-1], self.random.choice(list(Unit)))
        return Time(text, span, clock, now=bool(clock) and self.random.random() < 0.5)

    def frequency(self) -> Frequency:
        of = self.random.choice((1, 100, 1000))
        count = self.random.randrange(of + 1)
        cannot = {0: Relation.FEWER_THAN, of: Relation.MORE_THAN}.get(count)
        relation = self.random.choice([relation for relation in Relation if relation is not cannot])
        return Frequency(f"{count} van de {of}", count, of, relation)

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
    return {
        "id": question.id,
        "text": question.text,
        "answers": {option.id: [_statement(statement) for statement in answer] for option, answer in answers},
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return _without_nothing(
        {
            "id": statement.id,
            "text": statement.text,
            "paragraph": statement.paragraph,
            "frequencies": [
                {"quote": number.quote, "count": number.count, "of": number.of, "relation": number.relation.value}
                | ({"rest": True} if number.rest else {})
                for number in statement.frequencies
            ],
            "times": [_time(time) for time in statement.times],
            "unknown": statement.unknown,
            "children": [_statement(child) for child in statement.children],
        }
    )


def _time(time: Time) -> dict[str, Any]:
    said: dict[str, Any] = {"quote": time.quote, "clock": time.clock, "now": time.now}
    if time.span:
        said["unit"] = time.span.unit.value
        numbers = re.findall(r"\d+", time.quote)
        if len(numbers) == 2:
            said |= {"from": time.span.start, "to": time.span.end}
        else:
            said |= {"to" if time.span.start < time.span.end else "at": time.span.end}
    return _without_nothing(said)


def _without_nothing(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value or key in NUMBERS}
