"""What is accepted is what the words say: taken apart by a parser of these tests, and changed by one word or digit."""

import re
from collections.abc import Iterator
from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from herniatui.card.model import Card, Frequency, Option, Origin, Question, Relation, Statement, Time, Unit
from herniatui.card.problems import Problems
from herniatui.card.reader import parse_card, read_card
from herniatui.card.suggestions import suggestions
from tests.card.any_card import as_yaml
from tests.support.program import HERNIA, NUMBERS, THREE_OPTIONS
from tests.support.soak import soaking

WORDS = {
    "minder dan": Relation.FEWER_THAN,
    "meer dan": Relation.MORE_THAN,
    "hooguit": Relation.AT_MOST,
    "minstens": Relation.AT_LEAST,
    "ongeveer": Relation.ABOUT,
    "tot": Relation.AT_MOST,
}
UNITS = {"minuten": Unit.MINUTES, "uur": Unit.HOURS, "dagen": Unit.DAYS, "weken": Unit.WEEKS, "jaar": Unit.YEARS}
TOKENS = [*WORDS, *UNITS, "tot", "van de", "op de", "%", "mensen", "xx", ",", ".", "en", "na", "binnen", "langer dan"]

N = r"\d+(?:,\d+)?"
SAID = rf"(?:(?P<said>{'|'.join(WORDS)}) (?:op de )?)?"
OF = r"(?:van|op) de (?P<of>\d+)"
RANGE = rf"{SAID}(?P<low>{N})(?: tot (?P<high>{N}))?"
PEOPLE = "(?: (?:mensen|xx)){0,2}"
FORMS = (
    rf"{RANGE}{PEOPLE} {OF}",
    rf"{SAID}(?P<low>{N})(?: ?%)?(?: tot (?P<high>{N}))? ?%",
    rf"{SAID}(?P<low>{N})(?: ?%|{PEOPLE} (?:van|op) de 100) tot (?P<high>{N})(?: ?%|{PEOPLE} {OF})",
    rf"{OF},? (?:(?:[a-z]+,?|,) ){{0,9}}?{RANGE}",
)
UNIT = rf"({'|'.join(UNITS)})"
SPAN = rf"(?:(na|binnen|{'|'.join(WORDS)}|langer dan) (?:op de )?)*({N})(?: {UNIT})?(?: tot ({N}))? {UNIT}"


def taken_apart(quote: str) -> tuple[Relation, list[Decimal], Decimal]:
    """Return relation, counts and whole of a number of people, by regular expressions of this module alone."""
    for form in FORMS:
        if match := re.fullmatch(form, quote.casefold()):
            part = match.groupdict()
            counts = [Decimal(part[name].replace(",", ".")) for name in ("low", "high") if part[name]]
            return WORDS[part["said"]] if part["said"] else Relation.EXACTLY, counts, Decimal(part.get("of") or 100)
    raise AssertionError(quote)


def card_of(text: str) -> Card:
    options = (Option("a", "A", "A"), Option("b", "B", "B"))
    question = Question("v", "v", ((Statement("zin", text),), (Statement("x", "x"),)))
    return Card("k", "nl", "t", "q", (), options, (question,), "", Origin("p"))


def read(card: Card) -> Card | None:
    problems = Problems()
    found = parse_card(as_yaml(card), problems)
    return None if problems else found


def annotated(card: Card) -> Card:
    """Return the card with every annotation that is proposed for it."""
    return with_entries(card, {(each.statement, each.key): [] for each in suggestions(card)})


def with_entries(card: Card, entries: dict[tuple[str, str], list[str]]) -> Card:
    text = as_yaml(card)
    for each in suggestions(card):
        entries[each.statement, each.key].append(each.entry)
    for (_statement, key), found in entries.items():
        text = text.replace("    - id: zin\n", f"    - id: zin\n      {key}: [{', '.join(found)}]\n")
    problems = Problems()
    again = parse_card(text, problems)
    assert not problems, [problem.text for problem in problems]
    assert again is not None
    return again


SOUP = (
    st.lists(
        st.one_of(
            st.sampled_from(TOKENS),
            st.sampled_from([5, 10, 12, 100, 1000, 7]).map(str),
            st.sampled_from(
                ["5 van de 100", "2,5 %", "3 tot 8 weken", "van de 100 mensen krijgen er 5", "6 weken", "1 tot 2"]
            ),
        ),
        min_size=1,
        max_size=9,
    )
    .map(" ".join)
    # `10 000` is one number, and a sign of its own says nothing
    .filter(lambda text: not re.search(r"\d \d{3}\b|(?<!\d) %|^%", text))
)


@given(SOUP)
@example("van de 5 , 5")
@example("5 van de 100 tot 10 van de 100")
@example("van de 100 xx, en na 6 weken, 5 mensen")
@settings(deadline=None, max_examples=soaking(short=200, long=5000))
def test_what_is_accepted_gives_the_same_numbers_to_another_parser(text: str) -> None:
    statement = annotated(card_of(text)).questions[0].answers[0][0]
    for found in statement.frequencies:
        if found.whole:
            assert re.findall(r"\d+", found.whole) == [str(found.of)]
            continue
        numbers = [Decimal(found.count), *([Decimal(found.to)] if found.to is not None else [])]
        assert taken_apart(found.quote) == (found.relation, numbers, Decimal(found.of))
        assert_nothing_more_is_said(text, found)
    for time in statement.times:
        assert_time(text, time)


def assert_nothing_more_is_said(text: str, found: Frequency) -> None:
    """At a place where the quote stands, no word that compares and no `5 tot` stands before it."""
    befores = [text[: match.start()].rstrip() for match in re.finditer(re.escape(found.quote), text)]
    said = rf"(?:{'|'.join(WORDS)}|\d tot)$"
    assert any(not re.search(said, before) for before in befores), text


def assert_time(text: str, time: Time) -> None:
    if time.span is None:
        return
    if named := re.fullmatch(r"(?:\w+ )*(uur|jaar) (\d+)", time.quote.casefold()):  # `in jaar 2`
        assert Decimal(named[2]) == time.span.last
        return
    match = re.fullmatch(SPAN, time.quote.casefold())
    assert match, (text, time.quote)
    _said, first, first_unit, second, unit = match.groups()
    numbers = [Decimal(number.replace(",", ".")) for number in (first, second) if number]
    words = time.quote.casefold()
    assert time.span.unit is UNITS[unit]
    assert (time.span.start_unit or time.span.unit) is UNITS[first_unit or unit]
    if second:
        assert [time.span.start, time.span.end] == numbers
    elif re.search("langer dan|meer dan|minstens", words):
        assert (time.span.start, time.span.end) == (numbers[0], None)
    elif re.search("binnen|minder dan|hooguit|tot", words):
        assert (time.span.start, time.span.end) == (0, numbers[0])
    else:
        assert (time.span.start, time.span.end) == (numbers[0], numbers[0])


# One digit, relation word or unit.
SWAPS = {
    "minder": "meer", "meer": "minder", "Hooguit": "Minstens", "minstens": "hooguit", "ongeveer": "minstens",
    "langer": "korter", "binnen": "langer dan", "eerste": "laatste", "tot": "van", "helft": "kwart", "derde": "kwart",
    "Drie": "Vier", "tien": "vier", "anderhalf": "half", "half": "kwart", "%": "‰",
    "uur": "dagen", "dagen": "weken", "weken": "maanden", "week": "maand", "maanden": "weken", "jaar": "weken",
}  # fmt: skip


def mutations(text: str, quotes: list[str]) -> Iterator[str]:
    """Yield the text with one digit, word that compares or unit in these quotes changed."""
    for quote in quotes:
        start = text.index(quote)
        for match in re.finditer(r"\d|%|\w+", quote):
            new = str((int(match[0]) + 1) % 10) if match[0].isdigit() else SWAPS.get(match[0])
            if new:
                at = start + match.start()
                yield text[:at] + new + text[at + len(match[0]) :]


def changed(statements: tuple[Statement, ...]) -> Iterator[tuple[Statement, ...]]:
    """Yield these statements with one mutation in one of them."""
    for index, statement in enumerate(statements):
        quotes = [number.quote for number in statement.frequencies] + [time.quote for time in statement.times]
        for text in mutations(statement.text, quotes):
            yield (*statements[:index], replace(statement, text=text), *statements[index + 1 :])
        for children in changed(statement.children):
            yield (*statements[:index], replace(statement, children=children), *statements[index + 1 :])


def test_a_card_in_which_one_digit_word_or_unit_is_changed_is_refused() -> None:
    counted = 0
    for path in (HERNIA, THREE_OPTIONS, NUMBERS):
        card = read_card(path)
        assert read(card) == card
        for number, question in enumerate(card.questions):
            for option, answer in enumerate(question.answers):
                for mutated in changed(answer):
                    answers = (*question.answers[:option], mutated, *question.answers[option + 1 :])
                    new = replace(question, answers=answers)
                    questions = (*card.questions[:number], new, *card.questions[number + 1 :])
                    assert read(replace(card, questions=questions)) is None, mutated
                    counted += 1
    assert counted > 150
