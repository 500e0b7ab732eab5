"""The largest possible card: as many questions and options as the format allows, with nonsense texts."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

QUESTIONS, OPTIONS, STATEMENTS = 50, 6, 20
"""Numbers of questions, of options, and of statements per option and question."""

_WHICH = ("groene", "oude", "houten", "vrolijke", "ronde", "stille", "gestreepte", "kleine", "zachte", "verre")
_THINGS = ("fiets", "lantaarn", "theepot", "molen", "kast", "boot", "ladder", "paraplu", "klok", "emmer")
_DOES = ("staat naast", "hangt boven", "rolt langs", "droomt van", "wacht op", "lijkt op", "zwaait naar", "past onder")


def write_large_card(folder: Path) -> None:
    """Write `card.yaml` into this folder; always the same card."""
    (folder / "card.yaml").write_text("\n".join(_lines(Random(1))) + "\n", encoding="utf-8")


def option_name(index: int) -> str:
    """Return the short name of the option with this index."""
    return f"De {_THINGS[index]}"


def question_text(number: int) -> str:
    """Return the text of the question with this number."""
    return f"Wat doet nummer {number} met de {_THINGS[number % len(_THINGS)]}?"


def _lines(random: Random) -> Iterator[str]:
    yield from (
        "format: 1",
        "id: grote-kaart",
        "language: nl",
        "title: Een grote kaart",
        "question: Welk ding kiest u?",
    )
    yield "options:"
    for option in range(OPTIONS):
        yield f"  - {{id: ding-{option + 1}, name: {option_name(option).upper()}, short: {option_name(option)}}}"
    yield "questions:"
    for number in range(1, QUESTIONS + 1):
        yield f"  - id: vraag-{number}"
        yield f"    text: {question_text(number)}"
        yield "    answers:"
        for option in range(1, OPTIONS + 1):
            yield f"      ding-{option}:"
            for statement in range(1, STATEMENTS + 1):
                yield f"        - id: s{number}-{option}-{statement}"
                yield f"          text: {_sentence(random)}"
    yield from ("closing: Dit was alles.", "origin:", "  publisher: niemand in het bijzonder")


def _sentence(random: Random) -> str:
    """Return a sentence of one or two lines on the screen."""
    clauses = [
        f"de {_thing(random)} {random.choice(_DOES)} de {_thing(random)}" for _ in range(random.choice((1, 2, 2)))
    ]
    return (" en ".join(clauses) + ".").capitalize()


def _thing(random: Random) -> str:
    return f"{random.choice(_WHICH)} {random.choice(_THINGS)}"
