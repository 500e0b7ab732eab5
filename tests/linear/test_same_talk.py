"""Any talk, on the screens and in lines, is the same consult, byte for byte."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from random import Random

import msgspec
from msgspec import Struct
from textual import events
from textual.keys import _character_to_key

from herniatui.commands.declared import COMMANDS
from herniatui.consult.model import Consult
from herniatui.linear.run import run
from herniatui.settings.model import Settings
from tests.support.program import HERNIA, deck_of
from tests.support.soak import soaking
from tests.tui.driving import NAMES, NOW, Talking, new_store, talk

CARD = deck_of(HERNIA).card
LATER = ("Een afspraak", "Tijd om na te denken", "Praten met familie of vrienden", "Meer informatie")
TEXTS = ("weer fietsen", "En jij?", "é 不 'x'", "1", "j", "n", "b")
MOST_MOVES = 3
"""Lines below the first that the cursor comes to at most."""
SIZE = 120, 70
"""A window that shows every page whole, as lines do."""


class Step(Struct, frozen=True):
    """Something that is said: the keys on the screens, and the answers in lines."""

    keys: tuple[str, ...]
    answers: tuple[str, ...]
    """`=words` stands for the number of the line with these words, which only is there once there is a decision."""


def random_steps(random: Random) -> Iterator[Step]:
    """Yield the steps of a talk: first at Start, then anywhere."""
    at = 0
    for number in random.sample(range(len(CARD.questions)), random.randint(0, 2)):
        yield Step((*_moves(number - at), "space"), (str(number + 1),))
        at = number
    notes = list(TEXTS)
    random.shuffle(notes)
    if random.random() < 0.2:
        yield _note((), (), notes)
    noted: set[int] = set()
    for _ in range(random.randint(2, 6)):
        what = random.randrange(7)
        number = random.randrange(len(CARD.questions))
        if what == 0 and number not in noted:  # in lines a second note comes below the first
            noted.add(number)
            yield _note((str(number + 1),), (f"vraag {number + 1}",), notes)
        elif what < 4:
            yield _at_a_question(random, number)
        else:
            yield (_at_decide, _at_close, _again)[what - 4](random)


def _moves(by: int) -> list[str]:
    return ["down"] * by if by > 0 else ["up"] * -by


def _at_a_question(random: Random, number: int) -> Step:
    option = random.randrange(len(CARD.options))
    letter, question = "ab"[option], CARD.questions[number]
    keys, answers = (str(number + 1), letter), (f"vraag {number + 1}", letter)
    own = len(list(question.statements(option)))
    before = sum(len(list(question.statements(other))) for other in range(option))
    index = random.randrange(min(own, MOST_MOVES + 1))
    there, numbered = (*keys, *["up"] * MOST_MOVES, *["down"] * index), before + index + 1
    chosen = random.choice("abg")
    return random.choice(
        [
            *(Step((*there, sign), (*answers, f"{sign} {numbered}")) for sign in "+-?"),
            Step((*there, "?", "x"), (*answers, f"?{numbered}", f"x {numbered}")),
            Step((*keys, "v", chosen), (*answers, f"v {chosen}")),
            Step((*keys, "w"), (*answers, "w")),
        ]
    )


def _note(keys: Sequence[str], answers: Sequence[str], notes: list[str]) -> Step:
    words = notes.pop()
    return Step((*keys, "n", *words, "enter"), (*answers, f"n {words}"))


def _at_decide(random: Random) -> Step:
    if random.random() < 0.6:
        chosen = random.choice("ab0")
        return Step(("o", chosen, "space"), ("o", chosen, "j"))
    need = random.randrange(len(LATER))
    return Step(("o", "0", *["down"] * (need + 1), "space"), ("o", f"={LATER[need]}"))


def _at_close(random: Random) -> Step:
    if random.random() < 0.4:
        return Step(("o", "pagedown", "f7"), ("o", "verder", "F7"))
    number = random.randrange(MOST_MOVES + 1)
    keys = ("o", "pagedown", *["up"] * MOST_MOVES, *["down"] * number, "space")
    return Step(keys, ("o", "verder", str(number + 1)))


def _again(random: Random) -> Step:
    return random.choice([Step(("u",), ("u",)), Step(("u", "u", "ctrl+y"), ("u", "u", "ctrl+y"))])


class Answers:
    """Answers to the walk in lines; a step that cannot be said there is left out on the screens too."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._waiting = [(step, answer) for step in steps for answer in step.answers]
        self._told = ""
        self.left_out: list[Step] = []

    def say(self, text: str, *, end: str = "\n", flush: bool = False) -> None:  # noqa: ARG002 (as printing does)
        """Take what is told."""
        self._told += text + end

    def readline(self, _size: int = -1) -> bytes:
        """Return the next answer, or nothing when they have ended."""
        while self._waiting:
            step, answer = self._waiting.pop(0)
            if not answer.startswith("="):
                return f"{answer}\n".encode()
            at_decide = self._told[self._told.rindex("Wat besluit u?") :]
            if found := re.search(rf"^(\d+)\. {answer[1:]}", at_decide, re.MULTILINE):
                return f"{found[1]}\n".encode()
            self.left_out.append(step)
        return b""


def in_lines(steps: Sequence[Step]) -> tuple[bytes, list[Step]]:
    """Return the consult of these steps in lines, and which of them could be said."""
    store, answers = new_store(), Answers(steps)
    run(
        deck_of(HERNIA), Settings(), COMMANDS, say=answers.say, complain=print, first="", store=store,
        today=NOW.date, source=answers,  # type: ignore[arg-type]
    )  # fmt: skip
    records = [stored.record for stored in store.talks() if stored.record]
    said = [step for step in steps if not any(step is other for other in answers.left_out)]
    return encoded(records[0].consult if records else Consult()), said


async def on_screens(steps: Sequence[Step]) -> bytes:
    """Return the consult of these steps on the screens."""
    store = new_store()
    async with talk(size=SIZE, store=store) as talking:
        for step in steps:
            await press(talking, step.keys)
        talking.app.session.close(keep=True)
    records = [stored.record for stored in store.talks() if stored.record]
    return encoded(records[0].consult if records else Consult())


async def press(talking: Talking, keys: Sequence[str]) -> None:
    """Press these keys, as fast as they can be typed."""
    for key in keys:
        name = NAMES.get(key) or (_character_to_key(key) if len(key) == 1 else key)
        talking.app.post_message(events.Key(name, key if len(key) == 1 else None))
    await talking.settle()


def encoded(consult: Consult) -> bytes:
    """Return the consult as it is stored."""
    return msgspec.json.encode(consult, order="deterministic")


def test_any_talk_is_the_same_on_the_screens_and_in_lines() -> None:
    random = Random(20261126)
    talks, different = soaking(short=25, long=1_000), 0
    for _ in range(talks):
        steps = list(random_steps(random))
        lines, said = in_lines(steps)
        screens = asyncio.run(on_screens(said))
        different += lines != screens
        assert lines == screens, [step.answers for step in said]
    print(f"{talks} talks, {different} different")
